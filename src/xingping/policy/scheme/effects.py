"""Written values of steps and changes: days, moments, what becomes of a title, how many are looked at."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date

from xingping.policy.language import tree
from xingping.policy.scheme.desk import shortened
from xingping.policy.scheme.entry import Entry
from xingping.policy.scheme.meant import day_meant, write
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.steps import Deadline, Drawn, Moment, MonthDay, TitleEffect
from xingping.policy.scheme.work import Work
from xingping.policy.words import Text
from xingping.policy.written import Said

MOMENTS: Mapping[str, Text] = {
    "decision": Text("作出决定之日", "the day of the decision"),
    "filing": Text("备案之日", "the day of filing"),
    "acceptance": Text("验收之日", "the day of acceptance"),
    "next_acceptance": Text("下次年度验收", "the next yearly acceptance"),
    "notice": Text("公示之日", "the day of the notice"),
    "naming": Text("命名之日", "the day of naming"),
    "period_end": Text("本期最后一天", "the last day of the period"),
    "next_period": Text("下一期开始", "the beginning of the next period"),
}
_DAY = re.compile(r"(\d{2})-(\d{2})", re.ASCII)
_SET_BY = "set by "
_EFFECT = re.compile(r"(?:title|称号)\s*=\s*(?:(?:title|称号)\s*[-−]\s*(\d+)|(\S+))")
_DOWN = re.compile(r"(?:title|称号)\s*[-−]\s*(\d+)")
_CANCELLED = frozenset({"title cancelled", "cancelled", "撤销称号", "撤销"})
_SHAPES = ("title = 0", "title - 1", "cancelled")
_MOMENT = Text("时点", "moment")


def month_day(text: str) -> MonthDay | None:
    """``10-31`` as a day of the year, or None."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    month, day = int(found[1]), int(found[2])
    try:
        date(2000, month, day)  # a leap year
    except ValueError:
        return None
    return MonthDay(month, day)


def deadline(work: Work, said: Said, bodies: Collection[str]) -> Deadline | None:
    """``10-31``, or ``set by committee``; anything else is told."""
    text = said.text.strip()
    day = month_day(text)
    if day is not None:
        return Deadline(day)
    if text.startswith(_SET_BY) and text.removeprefix(_SET_BY).strip() in bodies:
        return Deadline(None, text.removeprefix(_SET_BY).strip())
    work.desk.tell(
        said.at,
        f"此处应为日期，写的是“{shortened(text)}”",
        f"a day is due here, not '{shortened(text)}'",
        write(
            day_meant(text),
            Text(
                "写成月-日，如 10-31，或 set by committee",
                "write month-day, as 10-31, or set by committee",
            ),
        ),
    )
    return None


def title_effect(work: Work, entry: Entry, key: str) -> TitleEffect | None:
    """``title = 3``, ``title - 1`` (or ``title = title - 1``), ``cancelled`` (the lowest level)."""
    said = entry.said(key)
    if said is None:
        return None
    text = said.text.strip()
    if text in _CANCELLED:
        work.desk.spelled.option(said, Text("撤销", "cancelled"))
        return TitleEffect("=", work.levels[0].id if work.levels else "")
    found = _EFFECT.fullmatch(text)
    down = _DOWN.fullmatch(text) or (found if found and found[1] else None)
    if down is not None and int(down[1]) > 0:
        work.desk.spelled.option(said, Text(f"称号 - {down[1]}", f"title - {down[1]}"))
        return TitleEffect("-", down=int(down[1]))
    if found is not None and found[2]:
        if work.is_level(found[2], said.place(said.text.rfind(found[2]))):
            work.desk.spelled.option(said, Text(f"称号 = {found[2]}", f"title = {found[2]}"))
            return TitleEffect("=", found[2])
        return None
    work.desk.tell(
        said.at,
        f"读不懂对称号的处理“{shortened(text)}”",
        f"no effect on a title is written '{shortened(text)}'",
        Text(f"可写：{'、'.join(_SHAPES)}", f"known: {', '.join(_SHAPES)}"),
    )
    return None


def moment(work: Work, said: Said | None, when: Rule | None = None) -> Moment | None:
    """A word for a moment, or a day field of a register that ``when`` reads."""
    if said is None:
        return None
    name, fields = said.text.strip(), _day_fields(work, when)
    if name in fields:
        return Moment(name, fields[name])
    titled = {title.zh: id_ for id_, title in MOMENTS.items()}
    if name in MOMENTS or name in titled:
        name = titled.get(name, name)
        work.desk.spelled.option(said, Text(MOMENTS[name].zh, name))
        return Moment(name)
    day = write(day_meant(name)) if when is None else None
    if day is not None:
        zh, en = (
            f"此处应为日期或时点，写的是“{name}”",
            f"a day or a moment is due here, not '{name}'",
        )
        work.desk.tell(said.at, zh, en, day)
    else:
        work.desk.unknown(said.at, _MOMENT, name, [*fields, *MOMENTS])
    return None


def _day_fields(work: Work, when: Rule | None) -> dict[str, str]:
    """Day field -> the register it stands in, of those that a rule reads."""
    found: dict[str, str] = {}
    for node in walk(when.tree) if when is not None else ():
        if isinstance(node, tree.Rows) and node.source == "register":
            for spec in work.catalogue.registers[node.name].fields.values():
                if spec.type.kind is tree.Kind.DAY:
                    found.setdefault(spec.id, node.name)
    return found


def drawn(work: Work, entry: Entry, key: str) -> Drawn | None:
    """``all`` (or ``yes``): every one of them; ``no``: none; else a rule for how many."""
    said = entry.said(key)
    if said is None or said.text.strip() in {"no", "否"}:
        return None
    if said.text.strip() in {"all", "yes", "是", "全部"}:
        return Drawn(None)
    return Drawn(work.office_rules.read(said, tree.NUMBER))
