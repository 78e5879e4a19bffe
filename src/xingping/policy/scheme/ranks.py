"""Ranks of the subjects, by score and tie-breakers."""

from __future__ import annotations

from typing import Literal, cast

from xingping.policy.scheme.entry import Entry
from xingping.policy.scheme.outcome import Rank
from xingping.policy.scheme.work import Work

_KEYS = ("title", "clause", "by", "within", "ties", "assumes")
_TIES = ("share", "dense", "worse", "undecided")


def rank_entries(work: Work, scheme: Entry) -> dict[str, Entry]:
    """The ranks as maps."""
    return {
        name: work.entry(value, _KEYS, ("title", "by", "ties"))
        for name, value, _ in scheme.members("ranks")
    }


def read_ranks(work: Work, entries: dict[str, Entry]) -> dict[str, Rank]:
    """The ranks by id."""
    ranks = {}
    for name, entry in entries.items():
        clause, assumes = work.cite(entry)
        said = entry.said("by")
        ties = cast(
            Literal["share", "dense", "worse", "undecided"], entry.among("ties", _TIES, "share")
        )
        ranks[name] = Rank(
            id=name,
            title=entry.title(),
            clause=clause,
            by=work.rules.each(said) if said else (),
            within=work.within(entry),
            ties=ties,
            assumes=assumes,
        )
    return ranks
