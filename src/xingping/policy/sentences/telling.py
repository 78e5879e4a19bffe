"""A rule with its facts: 实到人数合计12，应到人数合计15，占80%，达标."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from xingping.policy.language.tree import Arith, Asked, Field, Fold, Node, Ref
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.figures import percent
from xingping.policy.sentences.here import Here
from xingping.policy.sentences.labels import label
from xingping.policy.sentences.measured import Facts, Measured, Verdict
from xingping.policy.sentences.missing import missing_words, verdict_words
from xingping.policy.sentences.say import place
from xingping.policy.sentences.walk import children, parts_of
from xingping.policy.words import Lang


def with_facts(
    node: Node,
    scheme: Scheme,
    lang: Lang,
    facts: Facts,
    *,
    verdict: Verdict | None = None,
    year: int | None = None,
    values: Mapping[str, Fraction | str] | None = None,
) -> str:
    """What was found for the rule, part by part, without a full stop.

    ``facts``: by node, for the Folds, Fields and Refs of the rule (others are left out) and, where
    their own verdicts should be told, for the conditions that `and` joins, with True, False or None.
    ``verdict``: that of the whole rule, told at the end. ``year``, ``values``: as for `ask`.
    """
    here = place(node, scheme, lang, year, values or {})
    comma, semicolon = ("，", "；") if lang == "zh" else (", ", "; ")
    each = parts_of(node)
    own = verdict is None or len(each) > 1
    parts = [_part(part, facts, here, own=own) for part in each]
    told = semicolon.join(comma.join(said) for said in parts if said)
    if verdict is None:
        return told
    return comma.join(said for said in (told, verdict_words(verdict, lang)) if said)


def _part(node: Node, facts: Facts, here: Here, *, own: bool) -> list[str]:
    """One condition: what its values are, their share, what is missing, its verdict if ``own``."""
    found = measured_in(node, facts)
    said = [label(one, here) for one in _days_once(found) if not _blank(one)]
    said += [share for share in _shares(node, facts, here.lang) if share]
    for one in found:
        said += [missing_words(missing, here.scheme, here.lang) for missing in one.missing]
    whole = facts.get(node)
    if whole is not None and whole not in found:
        said += [missing_words(missing, here.scheme, here.lang) for missing in whole.missing]
    if whole is not None and own and (isinstance(whole.value, bool) or whole.value is None):
        lead = _FINDING[here.lang] if isinstance(node, Asked) else ""
        said.append(lead + verdict_words(_verdict(whole), here.lang))
    return list(dict.fromkeys(said))


def _blank(one: Measured) -> bool:
    """Whether there is nothing to tell but what is missing."""
    return one.value is None and bool(one.missing)


_FINDING = {"zh": "审核认定", "en": "the reviewer's finding: "}


def _days_once(found: list[Measured]) -> list[Measured]:
    """The days of records that several values rest on are told with the first of them."""
    told: list[Measured] = []
    for one in found:
        again = any(one.rows == before.rows for before in found[: len(told)])
        told.append(replace(one, rows=()) if again else one)
    return told


def _verdict(own: Measured) -> Verdict:
    if isinstance(own.value, bool):
        return "met" if own.value else "not_met"
    return "not_yet_known"


def measured_in(node: Node, facts: Facts) -> list[Measured]:
    """What was measured in ``node``, in the order read; inside a fold, the fields it is about."""
    own = facts.get(node)
    inner = [one for child in children(node) for one in measured_in(child, facts)]
    if own is None or not isinstance(node, Fold | Field | Ref):
        return inner
    if isinstance(own.value, bool) and inner:
        return [own, *inner] if own.missing or own.rows else inner
    return [own]


def _shares(node: Node, facts: Facts, lang: Lang) -> list[str]:
    """The share of each division whose two parts are known."""
    said = [share for child in children(node) for share in _shares(child, facts, lang)]
    if not isinstance(node, Arith) or node.op != "/" or node.left is None:
        return said
    part, whole = _known(node.left, facts), _known(node.right, facts)
    if part is None or not whole:
        return said
    told = percent(part / whole, lang)
    if lang == "en":
        return [*said, told]
    return [*said, f"约占{told[1:]}" if told.startswith("约") else f"占{told}"]


def _known(node: Node, facts: Facts) -> Fraction | None:
    own = facts.get(node)
    if own is None or isinstance(own.value, bool) or not isinstance(own.value, Fraction | int):
        return None
    return Fraction(own.value)
