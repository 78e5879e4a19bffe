"""What follows beside the stars: targets, reports, acts, pays."""

from __future__ import annotations

from xingping.policy.language import tree
from xingping.policy.scheme.entry import Entry
from xingping.policy.scheme.outcome import Act, Pay, Report, Target
from xingping.policy.scheme.work import Work

_UNITS = ("", "month", "quarter", "half", "year")


def read_targets(work: Work, scheme: Entry) -> dict[str, Target]:
    """The targets by id."""
    keys = ("clause", "rule", "literal", "year", "assumes", "title")
    targets = {}
    for name, value, _ in scheme.members("targets"):
        entry = work.entry(value, keys, ("rule",))
        clause, assumes = work.cite(entry)
        rule = work.rule(entry, "rule", tree.YES)
        literal = work.maybe(entry, "literal", tree.YES)
        year, title = entry.whole("year"), entry.text("title")
        targets[name] = Target(name, clause, rule, literal, year, assumes, title)
    return targets


def read_reports(work: Work, scheme: Entry) -> dict[str, Report]:
    """The reports by id."""
    reports = {}
    for name, value, _ in scheme.members("reports"):
        keys = ("clause", "text", "within", "when", "assumes")
        entry = work.entry(value, keys, ("text", "when"))
        _, assumes = work.cite(entry)
        when, text = work.condition(entry), entry.title("text")
        reports[name] = Report(name, text, when, work.within(entry), assumes)
    return reports


def read_acts(work: Work, scheme: Entry) -> dict[str, Act]:
    """The acts by id."""
    acts = {}
    for name, value, _ in scheme.members("acts"):
        entry = work.entry(value, ("clause", "when", "then", "assumes"), ("when", "then"))
        clause, assumes = work.cite(entry)
        acts[name] = Act(name, clause, work.condition(entry), entry.title("then"), assumes)
    return acts


def read_pays(work: Work, scheme: Entry) -> dict[str, Pay]:
    """The pays by id."""
    keys = ("title", "clause", "rule", "unit", "each", "from", "for", "assumes")
    pays = {}
    for name, value, _ in scheme.members("pays"):
        entry = work.entry(value, keys, ("title", "rule", "unit"))
        clause, assumes = work.cite(entry)
        pays[name] = Pay(
            id=name,
            title=entry.title(),
            clause=clause,
            rule=work.rule(entry, "rule", tree.NUMBER),
            unit=entry.title("unit"),
            each=entry.among("each", _UNITS),
            start=entry.plain("from"),
            times=entry.whole("for"),
            assumes=assumes,
        )
    return pays
