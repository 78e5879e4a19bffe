"""What a worked example gives: rows, parameters, years kept; every name and value checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from xingping.policy.catalogue import FieldSpec
from xingping.policy.language import tree
from xingping.policy.scheme.desk import shortened
from xingping.policy.scheme.entry import Entry, keyed_members, misshapen, not_a_number
from xingping.policy.scheme.meant import date_meant, number_meant, write, yes_meant
from xingping.policy.scheme.plain import as_number, as_plain
from xingping.policy.scheme.work import REGISTER, Work
from xingping.policy.words import Text
from xingping.policy.written import Listed, Said, Written

_JUDGED, _SUBJECT = "judged", "subject"
_POPULATION = ("all", "rated", "eligible")
_ROW = ("ago", "times", "every")  # a year earlier; so many times; every month
_COUNTS = {"ago": (0, 30), "times": (1, 1000)}
FIELD = Text("栏目", "field")
NAME = Text("名称", "name")
_DAY = re.compile(r"(?:(\d{4})-)?(\d{2})-(\d{2})", re.ASCII)
_LEAP = 2024  # a month and a day alone may be 29 February


@dataclass(slots=True)
class FactsReader:
    """Reads ``given`` and ``kept``; ``parameters``: the names of the scheme's."""

    work: Work
    parameters: Collection[str]

    def given(self, entry: Entry, criterion: str, *, several: bool = False) -> dict[str, object]:
        """What ``entry`` gives; with ``several`` subjects nobody says how many there are."""
        return dict(self._given(entry, self._known(criterion, several=several)))

    def own(self, entry: Entry, criterion: str) -> dict[str, object]:
        """What ``entry`` gives for one of several: rows, and no parameters."""
        registers = self.work.catalogue.registers
        judged = (_JUDGED,) if criterion else ()
        return dict(self._given(entry, (*registers, *judged, _SUBJECT)))

    def _known(self, criterion: str, *, several: bool) -> tuple[str, ...]:
        registers = self.work.catalogue.registers
        judged = (_JUDGED,) if criterion else ()
        counts = () if several else _POPULATION
        return (*registers, *self.parameters, *counts, *judged, _SUBJECT)

    def _given(self, entry: Entry, known: Collection[str]) -> Iterator[tuple[str, object]]:
        registers = self.work.catalogue.registers
        for name, value, at in entry.members("given"):
            if name not in known:
                self.work.desk.unknown(at, NAME, name, known)
            elif name in registers:
                self._check_rows(name, value)
            elif name == _SUBJECT:
                specs = registers[self.work.subject].fields  # its id is the subject's own
                self._check_row({k: v for k, v in specs.items() if not v.is_id}, value)
            elif not isinstance(value, Said):
                misshapen(self.work.desk, value, Said)
            elif name == _JUDGED:
                self.work.is_level(value.text.strip(), value.at)
            elif name in _POPULATION:
                self._check_count(value, 0, 10**6)
            yield name, as_plain(value)

    def _check_rows(self, register: str, value: Written) -> None:
        if not isinstance(value, Listed):
            misshapen(self.work.desk, value, Listed)
            return
        for row in value.items:
            self._check_row(self.work.catalogue.registers[register].fields, row, _ROW)

    def _check_row(
        self, fields: Mapping[str, FieldSpec], row: Written, more: tuple[str, ...] = ()
    ) -> None:
        for name, value, at in keyed_members(self.work.desk, row):
            spec = fields.get(name)
            if spec is None and name not in more:
                self.work.desk.unknown(at, FIELD, name, [*fields, *more])
            elif not isinstance(value, Said):
                misshapen(self.work.desk, value, Said)
            elif name in more and spec is None:
                self._check_way(name, value)
            elif spec is not None and value.text.strip():
                self._check_cell(spec, value)

    def _check_way(self, name: str, said: Said) -> None:
        """How often a row stands there, and when."""
        if name in _COUNTS:
            self._check_count(said, *_COUNTS[name])
        elif said.text.strip() != "month":
            self.work.desk.unknown(said.at, Text("间隔", "interval"), said.text, ("month",))

    def _check_count(self, said: Said, low: int, high: int) -> None:
        value = as_number(said.text)
        if value is None or value.denominator != 1 or not low <= value <= high:
            self.work.desk.tell(
                said.at,
                f"此处应为 {low} 至 {high} 的整数，写的是“{shortened(said.text)}”",
                f"a whole number from {low} to {high} is due here, not '{shortened(said.text)}'",
                write(number_meant(said.text)) if value is None else None,
            )

    def _check_cell(self, spec: FieldSpec, said: Said) -> None:
        match spec.type.kind:
            case tree.Kind.CHOICE:
                self._check_choice(spec, said)
            case tree.Kind.NUMBER:
                self._check_number(spec, said)
            case tree.Kind.YES:
                if said.text.strip() not in {"yes", "no", "是", "否"}:
                    shown = shortened(said.text)
                    self.work.desk.tell(
                        said.at,
                        f"此处应为 yes 或 no，写的是“{shown}”",
                        f"yes or no is due here, not '{shown}'",
                        write(yes_meant(said.text)),
                    )
            case tree.Kind.DAY:
                self.check_day(said)
            case _:  # any text is a text or an id
                pass

    def _check_choice(self, spec: FieldSpec, said: Said) -> None:
        choices = self.work.catalogue.choices.get(spec.type.choices, {})
        word = said.text.strip()
        titles = {half for title in choices.values() for half in (title.zh, title.en)}
        if word not in choices and word not in titles:
            self.work.desk.unknown(
                said.at, Text(f"“{spec.title.zh}”的选项", f"choice of {spec.id}"), word, choices
            )

    def _check_number(self, spec: FieldSpec, said: Said) -> None:
        value = None if said.text.strip().endswith("%") else as_number(said.text)
        if value is None:
            if spec.step != 1 or said.text.strip() not in self._levels():
                not_a_number(self.work.desk, said)
        elif (value / spec.step).denominator != 1:
            self.work.desk.tell(
                said.at,
                f"“{spec.title.zh}”没有这么细的数：{said.text.strip()}",
                f"'{spec.id}' takes no number as fine as {said.text.strip()}",
            )
        elif value < (spec.low or 0) or (spec.high is not None and value > spec.high):
            self.work.desk.tell(
                said.at,
                f"“{spec.title.zh}”的数超出范围：{said.text.strip()}",
                f"{said.text.strip()} is out of the limits of '{spec.id}'",
            )

    def _levels(self) -> set[str]:
        return {
            name
            for level in self.work.levels
            for name in (level.id, level.title.zh, level.title.en)
        }

    def check_day(self, said: Said) -> None:
        """Tell what is no day of the calendar, written 03-01 or 2025-03-01."""
        parts = _DAY.fullmatch(said.text.strip())
        if parts:
            try:
                date(int(parts[1] or _LEAP), int(parts[2]), int(parts[3]))
            except ValueError:
                parts = None
        if parts is None:
            shown = shortened(said.text)
            self.work.desk.tell(
                said.at,
                f"此处应为日期，写的是“{shown}”",
                f"a day is due here, not '{shown}'",
                write(
                    date_meant(said.text),
                    Text("写成 03-01 或 2025-03-01", "write 03-01 or 2025-03-01"),
                ),
            )

    def kept(self, entry: Entry) -> dict[str, str]:
        """Register -> how many years back it was kept."""
        registers = self.work.catalogue.registers
        found: dict[str, str] = {}
        for name, value, at in entry.members("kept"):
            if name not in registers:
                self.work.desk.unknown(at, REGISTER, name, registers)
            if isinstance(value, Said):
                self._check_count(value, 0, 30)
                found[name] = value.text.strip()
            else:
                misshapen(self.work.desk, value, Said)
        return found
