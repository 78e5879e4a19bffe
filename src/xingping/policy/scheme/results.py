"""Named values, the bands of the score, and the rule that gives the level."""

from __future__ import annotations

from xingping.policy.language import tree
from xingping.policy.scheme.entry import Entry, misshapen
from xingping.policy.scheme.outcome import Bands, Result, Stars
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.work import Work
from xingping.policy.words import Text
from xingping.policy.written import Said

_TYPES = {
    "number": tree.NUMBER,
    "points": tree.NUMBER,
    "ratio": tree.RATIO,
    "yes": tree.YES,
    "level": tree.LEVEL,
    "text": tree.TEXT,
    "day": tree.DAY,
}
_KEYS = ("title", "clause", "rule", "type", "total", "assumes")


def result_type(entry: Entry) -> tree.Type | None:
    """The type a result declares, or None: then it is that of its rule."""
    return _TYPES.get(entry.among("type", tuple(_TYPES)))


def result_entries(work: Work, scheme: Entry) -> dict[str, Entry]:
    """The results as maps."""
    return {
        name: work.entry(value, _KEYS, ("title", "rule"))
        for name, value, _ in scheme.members("results")
    }


def read_results(work: Work, entries: dict[str, Entry]) -> dict[str, Result]:
    """The results by id."""
    results = {}
    for name, entry in entries.items():
        clause, assumes = work.cite(entry)
        rule = work.rule(entry, "rule", result_type(entry))
        total = entry.number("total")
        results[name] = Result(name, entry.title(), rule, clause, total, assumes)
    return results


def read_bands(work: Work, scheme: Entry) -> Bands | None:
    """The bands: every level has one."""
    written = scheme.get("bands")
    if written is None:
        return None
    names = [level.id for level in work.levels]
    entry = work.entry(written, ("clause", "assumes", "printed", *names))
    clause, assumes = work.cite(entry)
    rules: dict[str, Rule] = {}
    for name in names:
        work.desk.spelled.keys.pop(entry.key_place(name), None)  # an id, whatever it looks like
        value = entry.get(name)
        if value is None:
            work.desk.tell(
                entry.at,
                f"等级“{name}”没有分数段",
                f"the level '{name}' has no band",
                Text(
                    f"各等级都要写；只由否决给出的，写一个谁也得不到的分数：{name}: score < 0",
                    f"each level has one; where only a veto gives it, a score that nobody has: {name}: score < 0",
                ),
            )
        elif isinstance(value, Said):
            rules[name] = work.rules.condition(value)
        else:
            misshapen(work.desk, value, Said)
    return Bands(clause, assumes, entry.plain("printed"), rules)


def read_stars(work: Work, scheme: Entry) -> Stars:
    """The rule of the level; a scheme may have none."""
    written = scheme.get("stars")
    if written is None:
        return Stars(None, "", ())
    entry = work.entry(written, ("clause", "assumes", "rule"), ("rule",))
    clause, assumes = work.cite(entry)
    return Stars(work.rule(entry, "rule", tree.LEVEL), clause, assumes)
