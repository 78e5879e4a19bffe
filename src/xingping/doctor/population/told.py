"""What is said of places and targets, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from xingping.doctor.finding import Finding, Weight
from xingping.doctor.parts import clauses_in
from xingping.doctor.population.campaign import Campaign
from xingping.policy.sentences import ask_both
from xingping.policy.sentences.figures import percent
from xingping.policy.words import Lang, Text


def target_said(one: Campaign) -> tuple[str, str]:
    """The target with its clause."""
    asked = ask_both(one.target.rule.tree, one.scheme)
    return f"目标 {one.target.clause}（{asked.zh}）", f"the target {one.target.clause} ({asked.en})"


def sum_said(places: Sequence[int], count: int, lang: Lang) -> str:
    """``32＋32＋21＝85个（约77.98%）``."""
    total = sum(places)
    share = percent(Fraction(total, count), lang)
    if len(places) == 1:
        return f"{total}个（{share}）" if lang == "zh" else f"{total} ({share})"
    added = ("＋" if lang == "zh" else " + ").join(map(str, places))
    return f"{added}＝{total}个（{share}）" if lang == "zh" else f"{added} = {total} ({share})"


def campaign_finding(
    one: Campaign,
    kind: tuple[str, Weight],
    said: Text,
    proof: Text | None,
    ways: tuple[Text, ...],
    *,
    facts: tuple[tuple[str, str], ...] = (),
) -> Finding:
    """A finding about a target and the quota whose places should meet it; without a proof, open."""
    return Finding(
        kind=kind[0],
        about=(one.target.id, one.quota.id, one.level),
        clauses=clauses_in(one.target.clause, one.quota.clause),
        said=said,
        ways=ways,
        weight=kind[1],
        proof=proof,
        settled=proof is not None,
        at=one.target.rule.at,
        facts=facts,
    )
