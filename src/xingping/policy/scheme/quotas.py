"""How many may have a level."""

from __future__ import annotations

from typing import Literal, cast

from xingping.policy.language import tree
from xingping.policy.scheme.entry import Entry, misshapen
from xingping.policy.scheme.outcome import Quota
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.unfillable import tell_unfillable
from xingping.policy.scheme.work import LEVEL, Work
from xingping.policy.written import Said

_KEYS = (
    "title",
    "clause",
    "places",
    "share",
    "kind",
    "rounding",
    "of",
    "within",
    "by",
    "ties",
    "beyond",
    "each",
    "level",
    "assumes",
)
_KINDS = ("at most", "exactly", "guide", "reward")
_UNITS = ("", "month", "quarter", "half", "year")


def read_quotas(work: Work, scheme: Entry) -> dict[str, Quota]:
    """The quotas by id."""
    quotas = {}
    for name, value, _ in scheme.members("quotas"):
        entry = work.entry(value, _KEYS, ("title", "places", "by", "ties"))
        quotas[name] = _quota(work, name, entry)
        tell_unfillable(work, entry, quotas[name])
    return quotas


def _quota(work: Work, name: str, entry: Entry) -> Quota:
    clause, assumes = work.cite(entry)
    by = entry.said("by")
    return Quota(
        id=name,
        title=entry.title(),
        clause=clause,
        places=_places(work, entry),
        share=work.maybe(entry, "share", tree.RATIO),
        kind=cast(
            Literal["at most", "exactly", "guide", "reward"], entry.among("kind", _KINDS, "at most")
        ),
        rounding=entry.among("rounding", ("largest remainder",)),
        of=work.maybe(entry, "of", tree.YES),
        within=work.within(entry),
        by=work.rules.each(by) if by else (),
        ties=cast(
            Literal["undecided", "share", "none"],
            entry.among("ties", ("undecided", "share", "none"), "undecided"),
        ),
        beyond=_beyond(work, entry),
        each=entry.among("each", _UNITS),
        assumes=assumes,
    )


def _beyond(work: Work, entry: Entry) -> str:
    """Where those without a place go: a level or `next`; a reward takes nothing away."""
    said = entry.said("beyond")
    if said is None:
        if entry.among("kind", _KINDS) not in {"reward", "guide"} and "beyond" not in entry:
            work.desk.tell(
                entry.at,
                "缺少“beyond”：未得名额者归入哪一等级",
                "'beyond' is missing: the level of those without a place",
            )
        return ""
    known = [level.id for level in work.levels]
    chosen = entry.word("beyond", ("next",))
    if chosen not in {*known, "next"}:
        work.desk.unknown(said.at, LEVEL, said.text, [*known, "next"])
    return chosen


def _places(work: Work, entry: Entry) -> dict[str, Rule]:
    """Level -> rule; with one ``level`` the rule stands under ``places`` itself."""
    places: dict[str, Rule] = {}
    level, written = entry.said("level"), entry.get("places")
    if level is not None and isinstance(written, Said):
        return {work.said_level(level): work.rules.read(written, tree.NUMBER)}
    for name, value, at in entry.members("places"):
        work.is_level(name, at)
        if isinstance(value, Said):
            places[name] = work.rules.read(value, tree.NUMBER)
        else:
            misshapen(work.desk, value, Said)
    return places
