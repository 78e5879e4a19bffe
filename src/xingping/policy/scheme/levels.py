"""The levels of a scheme, from worst to best."""

from __future__ import annotations

import re

from xingping.policy.faults import Place
from xingping.policy.scheme.desk import Desk, EnoughFaultsError
from xingping.policy.scheme.entry import Entry, misshapen
from xingping.policy.scheme.meant import write
from xingping.policy.scheme.outcome import Level
from xingping.policy.scheme.scheme import Cycle
from xingping.policy.scheme.titles import titles_differ
from xingping.policy.words import Text
from xingping.policy.written import Keyed, Said, Written

_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
_WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*", re.ASCII)
_CYCLE = re.compile(r"(?:(\d{1,2}) )?(month|quarter|half|year)s?", re.ASCII)
_CYCLES = ("month", "quarter", "half", "year", "2 years", "3 years")


def read_levels(desk: Desk, scheme: Entry) -> tuple[Level, ...]:
    """The levels in the order written; numbers have to rise.

    Raises ``EnoughFaultsError`` after telling a fault: all else hangs on the levels.
    """
    before = len(desk.faults)
    members = list(scheme.members("levels"))
    numeric = all(_NUMBER.fullmatch(name) for name, _, _ in members)
    levels: list[Level] = []
    titles: list[tuple[str, Place]] = []
    for place, (name, value, at) in enumerate(members):
        if not numeric and not _WORD.fullmatch(name):
            desk.tell(
                at,
                f"等级“{name}”应为整数，或都用英文词",
                f"the level '{name}' should be a whole number, or all of them words",
                write(_turned(name, value)),
            )
        number = int(name) if numeric else place
        if levels and number <= levels[-1].value:
            desk.tell(at, "等级应由低到高排列", "levels stand from worst to best")
        if not isinstance(value, Said):
            misshapen(desk, value, Said)
        title = Text.read(value.text) if isinstance(value, Said) else Text(name, name)
        levels.append(Level(name, title, number))
        titles.append((title.zh, value.at if isinstance(value, Said) else at))
    titles_differ(desk, titles)
    if not levels and isinstance(scheme.get("levels"), Keyed):
        desk.tell(scheme.place("levels"), "没有等级", "there are no levels")
    if len(desk.faults) > before:
        raise EnoughFaultsError
    return tuple(levels)


def _turned(name: str, value: Written) -> str | None:
    """The line for a level whose title and number were written the other way round."""
    number = value.text.strip() if isinstance(value, Said) else ""
    return f"{number}: {name}" if _NUMBER.fullmatch(number) else None


def read_cycle(desk: Desk, scheme: Entry) -> Cycle:
    """How often the scheme rates: month, quarter, half, year, 2 years."""
    written = scheme.word("cycle", _CYCLES, "year")
    found = _CYCLE.fullmatch(written)
    if found is None or found[1] == "0":
        desk.unknown(
            scheme.place("cycle"),
            Text("周期", "cycle"),
            written,
            _CYCLES,
        )
        return Cycle(1, "year")
    return Cycle(int(found[1] or 1), found[2])
