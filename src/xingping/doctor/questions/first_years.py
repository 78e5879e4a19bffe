"""Levels that nobody can surely have while the registers are younger than a look-back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from xingping.doctor.finding import Finding, Witness
from xingping.doctor.parts import Part, clauses_of, nodes_behind, parts_of
from xingping.doctor.questions.certainty import years_for
from xingping.doctor.visit import Visit
from xingping.doctor.wording import cited, listed
from xingping.policy.faults import Place
from xingping.policy.language import tree
from xingping.policy.scheme.example import Example
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.outcome import Effect, Target
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.examples.check import compare
from xingping.rating.examples.rows import ExampleFaultyError


@dataclass(frozen=True, slots=True)
class LookBack:
    """A part that needs registers of ``years`` years before ``levels`` are certain."""

    part: Part
    levels: tuple[str, ...]
    years: int
    registers: tuple[str, ...]


def ask_first_years(visit: Visit) -> Iterator[Finding]:
    """One finding: per level, in how many first years nobody surely has it."""
    scheme = visit.scheme
    found = [one for part in parts_of(scheme) for one in _look_backs(scheme, part)]
    barred = _barred_levels(scheme, found)
    if not barred:
        return
    unmet = [target for target in scheme.targets.values() if _too_soon(scheme, target, barred)]
    yield _told_years(scheme, found, barred, unmet)


def _look_backs(scheme: Scheme, part: Part) -> Iterator[LookBack]:
    """What has to hold (a standard) or must not hold (a veto) for certain."""
    levels = _standing_on(scheme, part)
    if not levels:
        return
    years = max(
        (years_for(scheme, rule.tree, yes=part.kind == "standard") for rule in part.rules),
        default=1,
    )
    if years > 1:
        registers = scheme.catalogue.registers
        names = dict.fromkeys(
            node.name
            for node in nodes_behind(scheme, part.rules)
            if isinstance(node, tree.Rows) and node.source == "register" and node.window
        )
        kept = tuple(name for name in names if registers[name].kept_yearly)
        yield LookBack(part, levels, years, kept)


def _standing_on(scheme: Scheme, part: Part) -> tuple[str, ...]:
    """The levels that are not certain while the part is open."""
    if part.kind == "standard" and _by_standards(scheme):
        return tuple(
            level.id
            for level in scheme.levels
            if level.id == part.level or (scheme.nested and _above(scheme, level.id, part.level))
        )
    if part.kind == "veto" and scheme.vetoes[part.id].then.target == "stars":
        effect = scheme.vetoes[part.id].then
        return tuple(level.id for level in scheme.levels if _lowers(scheme, effect, level.id))
    return ()


def _by_standards(scheme: Scheme) -> bool:
    """Whether stars are never above the highest level whose standards all hold."""
    rule = scheme.stars.rule
    if rule is None:
        return False
    heads = rule.tree.args if isinstance(rule.tree, tree.Call) else (rule.tree,)
    lower = not isinstance(rule.tree, tree.Call) or rule.tree.function == "lower"
    named = any(isinstance(one, tree.Ref) and one.name == "standards" for one in heads)
    return lower and named


def _above(scheme: Scheme, level: str, other: str) -> bool:
    order = [one.id for one in scheme.levels]
    return order.index(level) > order.index(other)


def _lowers(scheme: Scheme, effect: Effect, level: str) -> bool:
    """Whether the effect takes the level away from who would have it."""
    return _above(scheme, level, effect.value)


def _barred_levels(scheme: Scheme, found: list[LookBack]) -> dict[str, int]:
    """Level -> how many years of registers it takes, where that is more than one."""
    return {
        level.id: max(one.years for one in found if level.id in one.levels)
        for level in scheme.levels
        if any(level.id in one.levels for one in found)
    }


def _too_soon(scheme: Scheme, target: Target, barred: Mapping[str, int]) -> bool:
    """Whether a target of year n asks for a level that needs registers of more than n years."""
    year = target.year
    if year is None or scheme.campaign is None:
        return False
    return any(
        barred.get(level.id, 1) > year and _asks(target, level.value) for level in scheme.levels
    )


def _asks(target: Target, value: int) -> bool:
    """Whether the target is a share of those at this level, or at least at it."""
    return any(
        op in {">=", "="} and isinstance(bound, tree.Number) and bound.value == value
        for node in walk(target.rule.tree)
        if isinstance(node, tree.Compare)
        and isinstance(node.first, tree.Ref)
        and node.first.name == "stars"
        for op, bound in node.rest
    )


def _told_years(
    scheme: Scheme, found: list[LookBack], barred: dict[str, int], unmet: list[Target]
) -> Finding:
    titles = scheme.level_titles
    registers = scheme.catalogue.registers
    names = listed(registers[name].title for one in found for name in one.registers)
    each = listed(
        Text(
            f"第{_first(years)}年无人能确定为{titles[level].zh}",
            f"in year {_first(years)} nobody is surely '{titles[level].en}'",
        )
        for level, years in barred.items()
    )
    clauses = clauses_of(one.part for one in found)
    where = cited(clauses)
    zh = f"若台账从第1年才建：{each.zh}，因为要看前几年的{names.zh}{where.zh}。"
    en = (
        f"If registers are kept only from year 1: {each.en}, since rules look back at earlier years "
        f"({names.en}){where.en}."
    )
    if unmet:
        what = listed(target.clause or target.id for target in unmet)
        zh += f"目标 {what.zh} 因此落空。"
        en += f" The targets {what.en} fail for that alone."
    return Finding(
        kind="first-years",
        about=tuple(barred),
        clauses=(*clauses, *(c for target in unmet for c in target.clause.split())),
        said=Text(zh, en),
        proof=Text(
            "未建台账的年份为待定，不算没有；回看期覆盖这些年份的条件，当年只能是待定。",
            "a year for which a register was not kept is not yet known, never clean; a condition "
            "whose window covers it is open that year.",
        ),
        ways=(
            Text(
                "补登此前年份的台账并写入建账情况", "enter the earlier years and declare them kept"
            ),
            Text(
                "前几年改用较短的回看期（按创建年次）",
                "look back less far in the first years (by the year of the campaign)",
            ),
            Text("在年度安排中说明前几年不评这些等级", "say that these levels wait for that long"),
        ),
        weight="contradiction" if unmet else "gap",
        witness=_witness(scheme, found),
        facts=tuple((level, str(years)) for level, years in barred.items()),
    )


def _first(years: int) -> str:
    """The years before enough are kept: `1`, or `1-2`."""
    return "1" if years == 2 else f"1-{years - 1}"  # noqa: PLR2004 -- two years: only the first lacks one


def _witness(scheme: Scheme, found: list[LookBack]) -> Witness | None:
    """A spotless subject whose registers are a year too young, where no reviewer has a say."""
    for one in sorted(found, key=lambda one: -one.years):
        if one.part.kind != "standard":
            continue
        example = Example(
            title=Text("台账建得太晚", "registers kept for too short a time"),
            criterion=one.part.criterion,
            given={},
            kept=dict.fromkeys(one.registers, str(one.years - 1)),
            expect={one.part.level: "unknown"},
            at=one.part.at or Place("scheme.nt"),
        )
        whole = replace(example, kept={}, expect={one.part.level: "met"})
        if _holds(scheme, example) and _holds(scheme, whole):
            return Witness(_case(scheme, one), example)
    return None


def _case(scheme: Scheme, one: LookBack) -> Text:
    names = listed(scheme.catalogue.registers[name].title for name in one.registers)
    return Text(
        f"没有任何{names.zh}记录，台账只建了{one.years - 1}年，“{one.part.title.zh}”这一档待定；"
        f"建满{one.years}年即达标。",
        f"without any {names.en}, but with registers of {one.years - 1} years only, "
        f"'{one.part.title.en}' is not yet known at that level; with {one.years} it is met.",
    )


def _holds(scheme: Scheme, example: Example) -> bool:
    """Whether the engine rates the example as it says."""
    try:
        return all(compared.holds for compared in compare(scheme, example))
    except ExampleFaultyError:
        return False
