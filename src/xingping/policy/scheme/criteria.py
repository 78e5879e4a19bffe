"""The criteria files: what each asks of each level, or how it earns points."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeGuard

from xingping.policy.language import tree
from xingping.policy.scheme.criterion import Criterion, EveryCriterion, Helper, Standard
from xingping.policy.scheme.entry import Entry
from xingping.policy.scheme.lines import read_line
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.work import Work
from xingping.policy.words import Text
from xingping.policy.written import Said, Written

CRITERION_KEYS = (
    "criterion",
    "title",
    "note",
    "clause",
    "assumes",
    "section",
    "worth",
    "standards",
    "lines",
    "points",
    "base",
    "min",
    "max",
    "pass",
    "rescale",
    "item",
    "by_line",
    "bonus",
    "examples",
)
_POINTS = "points"
_SHARED = ("assumes", "clause", _POINTS)
_HELPER = ("title", "rule", "max", "reason")


def read_criterion(work: Work, name: str, entry: Entry) -> Criterion:
    """One criterion; ``name`` is its id."""
    clause, assumes = work.cite(entry)
    rules = work.rules.within()
    points, passed = entry.said(_POINTS), entry.said("pass")
    base, low, high = entry.number("base"), entry.number("min"), entry.number("max")
    if low is not None and high is not None and low > high:
        work.desk.tell(entry.place("min"), "下限高于上限", "the minimum is above the maximum")
    return Criterion(
        id=name,
        title=entry.title(),
        clause=clause,
        note=entry.text("note"),
        section=entry.plain("section"),
        worth=entry.number("worth"),
        standards=_standards(work, name, entry, assumes),
        lines={
            line: read_line(work, line, value, (tuple(clause.split()), assumes))
            for line, value, _ in entry.members("lines")
        },
        points=rules.read(points, tree.NUMBER) if points else None,
        base=base or Fraction(0),
        low=low,
        high=high,
        passed=rules.condition(passed) if passed else None,
        rescale=entry.number("rescale"),
        item=entry.plain("item", name),
        by_line=entry.yes("by_line"),
        bonus=entry.yes("bonus"),
        assumes=assumes,
        at=entry.at,
    )


def _standards(
    work: Work, name: str, entry: Entry, assumes: tuple[str, ...]
) -> Mapping[str, Standard]:
    standards: dict[str, Standard] = {}
    for level, value, at in entry.members("standards"):
        if work.is_level(level, at) and level == work.levels[0].id:
            work.desk.tell(
                at,
                f"“{level}”是最低的等级，达不到别的就是它，不用写要求",
                f"'{level}' is the lowest level, which takes no standard: who meets no other has it",
                Text(
                    "在 levels 最前面加一个更低的等级，如 0",
                    "put a lower one, such as 0, first in levels",
                ),
            )
        inner = work.entry(value, ("clause", "require", "judged", "assumes"))
        own, read = work.cite(inner, assumes, entry.ids("clause"))
        clause = own or entry.plain("clause")
        require = tuple(
            work.rules.within().condition(said)
            for said in inner.rows("require")
            if _text(said, work)
        )
        judged = inner.said("judged")
        asked = _judged(name, level, judged) if judged else None
        if not require and asked is None:
            work.desk.tell(
                at,
                f"“{level}”档既无要求也无审核内容",
                f"the standard for '{level}' asks for nothing",
                Text("写上 require 或 judged", "write require or judged"),
            )
        standards[level] = Standard(level, clause, require, inner.text("judged"), asked, at, read)
    return standards


def _judged(name: str, level: str, said: Said) -> Rule:
    return Rule(said.text, tree.Asked("judged", name, tree.YES, level=level), said.at)


def _text(written: Written, work: Work) -> TypeGuard[Said]:
    """Whether one of several rules is a text; told if not."""
    if isinstance(written, Said):
        return True
    work.desk.tell(written.at, "此处应为一条规则", "a rule is due here")
    return False


def every_entry(work: Work, scheme: Entry) -> Entry | None:
    """What all criteria share, as a map: any name beside the known ones is a helper."""
    written = scheme.get("every_criterion")
    if written is None:
        return None
    names = [] if isinstance(written, Said) else list(getattr(written, "entries", ()))
    helpers = [name for name in names if work.words.english(name) not in _SHARED]
    entry = work.entry(written, (*_SHARED, *helpers))
    for name in helpers:  # an id, even where it looks like a key
        work.desk.spelled.keys.pop(entry.key_place(name), None)
    return entry


def helper_entries(work: Work, every: Entry | None) -> dict[str, Entry | Said]:
    """The helpers of every criterion: a rule, or a map with the rule and its limits."""
    helpers: dict[str, Entry | Said] = {}
    for name in every.names() if every else ():
        value = every.get(name) if every else None
        if name in _SHARED or value is None:
            continue
        helpers[name] = value if isinstance(value, Said) else work.entry(value, _HELPER, ("rule",))
    return helpers


def read_every(
    work: Work, every: Entry | None, helpers: Mapping[str, Entry | Said]
) -> EveryCriterion:
    """The points and helpers that all criteria share."""
    if every is None:
        return EveryCriterion(None)
    _, assumes = work.cite(every)
    rules = work.rules.within()
    said = every.said(_POINTS)
    points = rules.read(said, tree.NUMBER) if said else None
    read = {name: _helper(work, name, helper) for name, helper in helpers.items()}
    return EveryCriterion(points, read, assumes)


def _helper(work: Work, name: str, helper: Entry | Said) -> Helper:
    rules = work.rules.within()
    if isinstance(helper, Said):
        return Helper(name, Text(name, name), rules.read(helper))
    said, most = helper.said("rule"), helper.said("max")
    return Helper(
        name,
        helper.text("title") or Text(name, name),
        rules.read(said) if said else Rule("", tree.Word("unknown", tree.ANY), helper.at),
        rules.read(most, tree.NUMBER) if most else None,
        helper.among("reason", ("needed", "not needed")) == "needed",
    )
