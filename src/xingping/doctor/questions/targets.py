"""Targets that cannot be met together, or not at all, whoever is rated how."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from xingping.doctor.finding import Finding
from xingping.doctor.parts import clauses_in
from xingping.doctor.population.kinds import Kinds, TooManyPartsError, conditions_on_subjects
from xingping.doctor.population.seasons import campaign_years
from xingping.doctor.population.statements import Statement, clashes, said, statements
from xingping.doctor.visit import Visit
from xingping.policy.language.tree import Compare, Fold, Node, Number
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.figures import percent
from xingping.policy.words import Text

KIND, KIND_ALONE = "targets-contradict", "target-impossible"


def ask_targets(visit: Visit) -> Iterator[Finding]:
    """Every one, two or three targets of a year, as read and as printed, set against each other."""
    seen: set[tuple[str, ...]] = set()
    for year in campaign_years(visit.scheme):
        together = statements(visit.scheme, year)
        try:
            for some, settled in clashes(visit.scheme, together, visit.units):
                about = tuple(one.id for one in some)
                if about not in seen:
                    seen.add(about)
                    yield _finding(visit, some, year, settled=settled)
        except TooManyPartsError:
            yield _too_many(together, year)


def _finding(visit: Visit, some: tuple[Statement, ...], year: int, *, settled: bool) -> Finding:
    scheme = visit.scheme
    names = [said(one, scheme) for one in some]
    zh, en = "与 ".join(n.zh for n in names), " and ".join(n.en for n in names)
    when = f"第{year}年，" if scheme.campaign else ""
    when_en = f"in year {year} " if scheme.campaign else ""
    count = "" if visit.units is None else f"（共{visit.units}个）"
    count_en = "" if visit.units is None else f" (with {visit.units})"
    total = _disjoint_total(scheme, some)
    why = why_en = ""
    if total is not None:
        why = f"：两类对象没有交集，比例之和却要达到{percent(total, 'zh')}"
        why_en = f": nobody is in both groups, yet the shares add up to {percent(total, 'en')}"
    literal = any(one.literal for one in some)
    readings = [name for one in some if one.literal for name in one.target.assumes]
    adopted = f"。采用的读法（{' '.join(readings)}）不在此列" if readings else ""
    adopted_en = f". The adopted reading ({' '.join(readings)}) is another" if readings else ""
    cannot = "不能同时做到" if len(some) > 1 else "无法做到"
    cannot_en = "cannot both be met" if len(some) > 1 else "cannot be met"
    return Finding(
        kind=KIND if len(some) > 1 else KIND_ALONE,
        about=tuple(one.id for one in some),
        clauses=clauses_in(*(one.target.clause for one in some)),
        said=Text(
            f"{when}{zh}{cannot}{count}{why}{adopted}。",
            f"{when_en}{en} {cannot_en}{count_en}{why_en}{adopted_en}.",
        )
        if settled
        else Text(
            f"{when}{zh}能否同时做到，未能在时限内判定。",
            f"whether {when_en}{en} can be met together could not be settled in time.",
        ),
        ways=_ways(literal=literal, alone=len(some) == 1),
        weight="contradiction",
        proof=_why(visit.units) if settled else None,
        settled=settled,
        at=next((one.target.literal.at for one in some if one.literal and one.target.literal), None)
        or some[0].target.rule.at,
        facts=() if total is None else (("sum", str(total)),),
    )


def _why(units: int | None) -> Text:
    if units is not None:
        return Text(
            f"不论各等级各有几个，总数为{units}时，没有任何情形做到",
            f"whatever the numbers at each level, with {units} in all no outcome does it",
        )
    return Text(
        "不论总数多少、各等级各有几个，没有任何情形做到",
        "whatever the numbers at each level, and however many there are, no outcome does it",
    )


def _ways(*, literal: bool, alone: bool) -> tuple[Text, ...]:
    lower = Text("降低其中一个比例", "lower one of the shares")
    if alone:
        return (
            Text("把比例改到可能的范围内", "set the share within what is possible"),
            Text("核对等级是否写错", "see whether the level is the one meant"),
        )
    if literal:
        return (
            Text(
                "在文件中写明采用的读法，如“及以上”",
                "write the adopted reading into the policy, such as 'or more'",
            ),
            Text("写明该条只管哪一年", "say which year the clause is for"),
            lower,
        )
    return (lower, Text("写明各条只管哪一年", "say which year each is for"))


def _disjoint_total(scheme: Scheme, some: tuple[Statement, ...]) -> Fraction | None:
    """The sum of two least shares of groups without a common member; None where it is not so."""
    if len(some) != 2:  # noqa: PLR2004 -- a pair
        return None
    kinds = Kinds(scheme, conditions_on_subjects([one.tree for one in some]))
    least = [_least_share(one.tree) for one in some]
    (one, a), (other, b) = ((pair or (None, Fraction(0))) for pair in least)
    if one is None or other is None or set(kinds.of(one)) & set(kinds.of(other)):
        return None
    return a + b if a + b > 1 else None


def _least_share(tree: Node) -> tuple[Node, Fraction] | None:
    """The condition and the share of ``share(subjects, condition) >= share``."""
    match tree:
        case Compare(
            first=Fold(fold="share", rows=rows, of=of), rest=(((">=" | ">" | "="), Number() as p),)
        ) if rows.source == "subjects" and rows.where is None and of is not None:
            return of, p.value
        case _:
            return None


def _too_many(together: list[Statement], year: int) -> Finding:
    return Finding(
        kind=KIND,
        about=(*(one.id for one in together), str(year)),
        clauses=clauses_in(*(one.target.clause for one in together)),
        said=Text(
            f"第{year}年的目标分得太细，能否同时做到，未能判定。",
            f"the targets of year {year} tell too many kinds apart to be set against each other.",
        ),
        ways=(Text("把条件写得简单些", "write the conditions more simply"),),
        settled=False,
    )
