"""The steps of the year, what becomes of titles held, and what an overlay may set: kept as text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from xingping.policy.scheme.desk import shortened
from xingping.policy.scheme.entry import Entry
from xingping.policy.scheme.work import REGISTER, Work
from xingping.policy.words import Text
from xingping.policy.written import Keyed, Said, Written

Plain = Mapping[str, Mapping[str, object]]
_STEP = (
    "title",
    "who",
    "clause",
    "assumes",
    "for",
    "if",
    "from",
    "by",
    "each",
    "every",
    "working_days",
    "enters",
    "at most",
    "may",
    "then",
    "says",
    "closed_by",
    "answered_by",
    "on_site",
    "on_paper",
    "beside",
    "sample",
    "restart",
    "gives",
    "ties",
    "failed",
    "disqualified",
)
_CHANGE = ("title", "clause", "assumes", "when", "then", "from", "restored", "also")
_LOCAL = ("clause", "assumes", "set", "between", "add", "at most", "points")
_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])|set by committee", re.ASCII)
_BY, _ENTERS, _BETWEEN, _POINTS, _AT_MOST = "by", "enters", "between", "points", "at most"


def read_procedure(work: Work, scheme: Entry) -> Plain:
    """The steps by id, in the order they are taken; ``by`` is a day, or a day for each level."""
    steps = {}
    for name, value, _ in scheme.members("procedure"):
        entry = work.entry(value, _STEP, ("who",))
        work.cite(entry)
        work.level_list(entry, "for")
        entry.whole("working_days")
        _check_days(work, entry)
        register = entry.plain(_ENTERS)
        if register and register not in work.catalogue.registers:
            work.desk.unknown(entry.place(_ENTERS), REGISTER, register, work.catalogue.registers)
        steps[name] = _plain_map(entry)
    return steps


def _check_days(work: Work, entry: Entry) -> None:
    days = entry.get(_BY)
    if isinstance(days, Keyed):
        for level, _, at in entry.members(_BY):
            work.is_level(level, at)
    for day in days.entries.values() if isinstance(days, Keyed) else [days]:
        if day is None:
            continue
        if not isinstance(day, Said) or not _DAY.fullmatch(day.text.strip()):
            shown = shortened(day.text) if isinstance(day, Said) else ""
            work.desk.tell(
                day.at,
                f"此处应为日期，写的是“{shown}”",
                f"a day is due here, not '{shown}'",
                Text(
                    "写成月-日，如 10-31，或 set by committee",
                    "write month-day, as 10-31, or set by committee",
                ),
            )


def read_changes(work: Work, scheme: Entry) -> Plain:
    """What happens to a title held, by id."""
    changes = {}
    for name, value, _ in scheme.members("changes"):
        entry = work.entry(value, _CHANGE, ("when", "then"))
        work.cite(entry)
        changes[name] = _plain_map(entry)
    return changes


def read_local(work: Work, scheme: Entry) -> Plain:
    """What an overlay may set or add, by id."""
    local = {}
    for name, value, _ in scheme.members("local"):
        entry = work.entry(value, _LOCAL)
        work.cite(entry)
        entry.range(_BETWEEN)
        entry.range(_POINTS)
        entry.whole(_AT_MOST)
        if ("set" in entry) == ("add" in entry):
            work.desk.tell(
                entry.at, "此处应有“set”或“add”之一", "either 'set' or 'add' is due here"
            )
        local[name] = _plain_map(entry)
    return local


def _plain_map(entry: Entry) -> Mapping[str, object]:
    """The values by English key."""
    found = ((name, entry.get(name)) for name in entry.names())
    return {name: as_plain(value) for name, value in found if value is not None}


def as_plain(value: Written) -> object:
    """Texts, lists and maps without their places."""
    if isinstance(value, Said):
        return value.text.strip()
    if isinstance(value, Keyed):
        return {name.strip(): as_plain(inner) for name, inner in value.entries.items()}
    return [as_plain(item) for item in value.items]
