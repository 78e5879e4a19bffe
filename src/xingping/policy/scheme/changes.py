"""What becomes of a title held when something happens."""

from __future__ import annotations

from xingping.policy.language import tree
from xingping.policy.scheme.effects import moment, title_effect
from xingping.policy.scheme.entry import Entry
from xingping.policy.scheme.procedure import condition
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.steps import Change, TitleEffect
from xingping.policy.scheme.work import Work
from xingping.policy.words import Text

CHANGE_KEYS = ("title", "clause", "assumes", "when", "then", "from", "restored", "also")


def read_changes(work: Work, scheme: Entry) -> dict[str, Change]:
    """The changes by id."""
    changes = {}
    for name, value, _ in scheme.members("changes"):
        entry = work.entry(value, CHANGE_KEYS, ("when", "then"))
        clause, assumes = work.cite(entry)
        nothing = Rule("", tree.Word("unknown", tree.ANY), entry.at)
        when = condition(work, entry, "when") or nothing
        changes[name] = Change(
            id=name,
            title=entry.text("title") or Text(name, name),
            clause=clause,
            when=when,
            then=title_effect(work, entry, "then") or TitleEffect("="),
            counts_from=moment(work, entry.said("from"), when),
            restored=moment(work, entry.said("restored"), when),
            also=entry.text("also"),
            assumes=assumes,
            at=entry.at,
        )
    return changes
