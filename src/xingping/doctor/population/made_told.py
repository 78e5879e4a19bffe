"""What is said where a score is made of the criteria."""

from __future__ import annotations

from xingping.doctor.finding import Finding, Witness
from xingping.doctor.parts import clauses_in
from xingping.doctor.population.made import Made
from xingping.doctor.wording import MORE_TIME
from xingping.policy.words import Text


def case_said(one: Made) -> tuple[str, str]:
    """For whom it is said: those without a record, where there may be one."""
    titles = [one.visit.scheme.catalogue.registers[name].title for name in one.registers]
    if not titles:
        return "", ""
    zh, en = "、".join(t.zh for t in titles), ", ".join(t.en for t in titles)
    return (
        f"没有“{zh}”记录的，得分由各条构成。",
        f"without a record of '{en}' the score is made of the criteria: ",
    )


def still_said(zh: str, en: str, witness: Witness | None) -> tuple[str, str]:
    """That it is otherwise where there is a record, if a case shows it."""
    return ("", "") if witness is None else (f"；有记录的，{zh}", f"; with a record {en}")


def made_finding(
    one: Made,
    about: tuple[str, ...],
    clause: str,
    told: tuple[Text, Text],
    ways: tuple[Text, ...],
    *,
    facts: tuple[tuple[str, str], ...],
    witness: Witness | None = None,
) -> Finding:
    """A finding about a rank's score. ``about``: its kind first; ``told``: sentence and proof."""
    kind, *others = about
    said, proof = told
    return Finding(
        kind=kind,
        about=(one.rank.id, *others),
        clauses=clauses_in(clause, one.rank.clause),
        said=said,
        ways=ways,
        weight="gap",
        proof=proof,
        witness=witness,
        at=one.rank.by[0].at,
        facts=facts,
    )


def made_open(one: Made, kind: str) -> Finding:
    """Some question about a rank's score stayed open."""
    title = one.rank.title
    return Finding(
        kind=kind,
        about=(one.rank.id,),
        clauses=tuple(one.rank.clause.split()),
        said=Text(
            f"得分由各条构成时，{title.zh}、分数段和分数线是否还起作用，未能全部判定。",
            f"whether the {title.en}, the bands and the lines still decide something where the score is made "
            "of the criteria was not settled throughout.",
        ),
        ways=(
            MORE_TIME,
            Text("把标准写得简单些再查", "write the standards more simply and ask again"),
        ),
        settled=False,
        at=one.rank.by[0].at,
    )
