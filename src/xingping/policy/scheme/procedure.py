"""The steps of the year: who does what, for whom, by when, and what follows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from xingping.policy.scheme.bodies import BODIES, body, called
from xingping.policy.scheme.desk import shortened
from xingping.policy.scheme.effects import deadline, drawn, moment, month_day, title_effect
from xingping.policy.scheme.entry import Entry, misshapen
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.steps import EVERY_LEVEL, Deadline, Step, TieDecision
from xingping.policy.scheme.work import REGISTER, Work
from xingping.policy.words import Text
from xingping.policy.written import Keyed, Said

STEP_KEYS = (
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
UNITS = ("", "month", "quarter", "half", "year")
SAYS: Mapping[str, Text] = {
    "what": Text("问题", "what"),
    "who": Text("责任人", "who"),
    "by_when": Text("时限", "by when"),
    "evidence": Text("佐证", "evidence"),
    "why": Text("理由", "why"),
}
MAY = ("object", "return")
RESTART = ("content changes",)
_TIES = re.compile(r"decided by ([\w-]+)(, on record)?|由(.+?)决定([，,] *记录在案)?")
_STEP, _SAID = Text("步骤", "step"), Text("记录要素", "part of a record")


def read_procedure(work: Work, scheme: Entry, bodies: Mapping[str, Text]) -> dict[str, Step]:
    """The steps by id, in the order they are taken; ``bodies``: those that the scheme names."""
    steps = {}
    names = scheme.ids_of("procedure")
    for name, value, _ in scheme.members("procedure"):
        entry = work.entry(value, STEP_KEYS, ("who",))
        steps[name] = _step(work, name, entry, bodies)
        then = steps[name].then
        if then and then not in names:
            work.desk.unknown(entry.place("then"), _STEP, then, names)
    return steps


def _step(work: Work, name: str, entry: Entry, bodies: Mapping[str, Text]) -> Step:
    clause, assumes = work.cite(entry)
    begins = entry.said("from")
    first_day = month_day(begins.text) if begins is not None else None
    return Step(
        id=name,
        title=entry.text("title") or Text(name, name),
        who=body(work, entry, "who", bodies, another=False),
        clause=clause,
        levels=work.level_list(entry, "for"),
        when=condition(work, entry, "if"),
        begins=first_day,
        by=_deadlines(work, entry, bodies),
        each=entry.yes("each"),
        every=entry.among("every", UNITS),
        working_days=_working_days(work, entry),
        enters=_register(work, entry),
        at_most=_level(work, entry, "at most"),
        may=entry.among("may", MAY),
        then=entry.plain("then"),
        says=_says(work, entry),
        closed_by=body(work, entry, "closed_by", bodies, another=True),
        answered_by=body(work, entry, "answered_by", bodies, another=True),
        on_site=drawn(work, entry, "on_site"),
        on_paper=drawn(work, entry, "on_paper"),
        sample=drawn(work, entry, "sample"),
        beside=condition(work, entry, "beside"),
        restart=entry.among("restart", RESTART),
        gives=entry.text("gives"),
        ties=_ties(work, entry, bodies),
        failed=title_effect(work, entry, "failed"),
        disqualified=title_effect(work, entry, "disqualified"),
        counts_from=None if first_day else moment(work, begins),
        assumes=assumes,
        at=entry.at,
    )


def condition(work: Work, entry: Entry, key: str) -> Rule | None:
    """The condition under ``key`` if there is one; it may name what only the office knows."""
    said = entry.said(key)
    return None if said is None else work.office_rules.condition(said)


def _deadlines(work: Work, entry: Entry, own: Mapping[str, Text]) -> dict[str, Deadline]:
    """Until when, by level; a single day stands under EVERY_LEVEL."""
    known = {**BODIES, **own}
    days = entry.get("by")
    if days is None:
        return {}
    if isinstance(days, Said):
        found = deadline(work, days, known)
        return {} if found is None else {EVERY_LEVEL: found}
    if not isinstance(days, Keyed):
        misshapen(work.desk, days, Said)
        return {}
    by = {}
    for level, value, at in entry.members("by"):
        work.is_level(level, at)
        if not isinstance(value, Said):
            misshapen(work.desk, value, Said)
        elif (found := deadline(work, value, known)) is not None:
            by[level] = found
    return by


def _working_days(work: Work, entry: Entry) -> int | None:
    days = entry.whole("working_days")
    if days is not None and not 1 <= days <= 366:  # noqa: PLR2004 -- a year
        work.desk.tell(
            entry.place("working_days"),
            "工作日应在 1 至 366 之间",
            "working days are between 1 and 366",
        )
    return days


def _register(work: Work, entry: Entry) -> str:
    register = entry.plain("enters")
    if register and register not in work.catalogue.registers:
        work.desk.unknown(entry.place("enters"), REGISTER, register, work.catalogue.registers)
    return register


def _level(work: Work, entry: Entry, key: str) -> str:
    said = entry.said(key)
    return "" if said is None else work.said_level(said)


def _says(work: Work, entry: Entry) -> tuple[str, ...]:
    words = entry.ids("says")
    for word in words:
        if word not in SAYS:
            work.desk.unknown(entry.place("says"), _SAID, word, SAYS)
    return words


def _ties(work: Work, entry: Entry, own: Mapping[str, Text]) -> TieDecision | None:
    said = entry.said("ties")
    if said is None:
        return None
    known = {**BODIES, **own}
    found = _TIES.fullmatch(said.text.strip())
    named = (found[1] or found[3]) if found else ""
    who = named if named in known else called(named, known)
    if found is None or not who:
        work.desk.tell(
            said.at,
            f"读不懂并列的处理“{shortened(said.text)}”",
            f"no way to settle a tie is written '{shortened(said.text)}'",
            Text(
                "写成 由党委决定，记录在案（党委可换成别的机构）",
                "write decided by committee, on record (or another body for committee)",
            ),
        )
        return None
    on_record, title = bool(found[2] or found[4]), known[who].zh
    if called(title, known) == who:  # or its title would name another
        kept = Text("，记录在案", ", on record") if on_record else Text("", "")
        work.desk.spelled.option(
            said, Text(f"由{title}决定{kept.zh}", f"decided by {who}{kept.en}")
        )
    return TieDecision(who, on_record)
