"""Worked examples: read, their names checked, the facts of a like example taken over."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from xingping.policy.catalogue import FieldSpec
from xingping.policy.faults import Place
from xingping.policy.language import tree
from xingping.policy.scheme.entry import Entry, keyed_members, misshapen
from xingping.policy.scheme.example import Example
from xingping.policy.scheme.procedure import as_plain
from xingping.policy.scheme.work import REGISTER, Work
from xingping.policy.words import Text
from xingping.policy.written import Listed, Said, Written

_KEYS = ("given", "kept", "expect", "like")
_JUDGED, _SUBJECT = "judged", "subject"
_POPULATION = ("all", "rated", "eligible")
_ROW = ("ago", "times", "every")  # a year earlier; so many times; every month
_EXPECTED = ("stars", "state", "band", "standards", "rank", "places")
FIELD = Text("栏目", "field")
NAME = Text("名称", "name")


@dataclass(slots=True)
class ExampleReader:
    """Reads the examples of criteria, and those of whole subjects."""

    work: Work
    parameters: Collection[str]
    named: Collection[str]  # what whole subjects may be expected to have: results, acts, pays ...
    found: list[Example] = field(default_factory=list)

    def read(self, written: Written | None, criterion: str = "") -> None:
        """Take the examples of ``criterion`` ("": of whole subjects)."""
        if written is None:
            return
        known: dict[str, Example] = {}
        for title, value, at in keyed_members(self.work.desk, written):
            example = self._example(title, value, at, criterion, known)
            known[title] = known[example.title.zh] = example
            self.found.append(example)

    def _example(
        self, title: str, value: Written, at: Place, criterion: str, known: Mapping[str, Example]
    ) -> Example:
        entry = self.work.entry(value, _KEYS, ("expect",))
        given, kept = dict(self._given(entry)), dict(self._kept(entry))
        like = entry.plain("like")
        if like and like not in known:
            self.work.desk.unknown(
                entry.place("like"), Text("前面的示例", "earlier example"), like, known
            )
        elif like:
            given = {**known[like].given, **given}
            kept = {**known[like].kept, **kept}
        expect = dict(self._expect(entry, criterion))
        return Example(Text.read(title), criterion, given, kept, expect, at)

    def _given(self, entry: Entry) -> Iterator[tuple[str, object]]:
        registers = self.work.catalogue.registers
        known = (*registers, *self.parameters, *_POPULATION, _JUDGED, _SUBJECT)
        for name, value, at in entry.members("given"):
            if name not in known:
                self.work.desk.unknown(at, NAME, name, known)
            elif name in registers:
                self._check_rows(name, value)
            elif name == _JUDGED and isinstance(value, Said):
                self.work.is_level(value.text.strip(), value.at)
            elif name == _SUBJECT:
                self._check_row(registers[self.work.subject].fields, value)
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
            elif spec is not None and spec.type.kind is tree.Kind.CHOICE:
                self._check_choice(spec, value)

    def _check_choice(self, spec: FieldSpec, said: Said) -> None:
        choices = self.work.catalogue.choices.get(spec.type.choices, {})
        word = said.text.strip()
        if word and word not in choices and word not in {title.zh for title in choices.values()}:
            self.work.desk.unknown(
                said.at, Text(f"“{spec.title.zh}”的选项", f"choice of {spec.id}"), word, choices
            )

    def _kept(self, entry: Entry) -> Iterator[tuple[str, str]]:
        registers = self.work.catalogue.registers
        for name, value, at in entry.members("kept"):
            if name not in registers:
                self.work.desk.unknown(at, REGISTER, name, registers)
            if isinstance(value, Said):
                yield name, value.text.strip()
            else:
                misshapen(self.work.desk, value, Said)

    def _expect(self, entry: Entry, criterion: str) -> Iterator[tuple[str, str]]:
        levels = [level.id for level in self.work.levels]
        known = ("points", "passed", *levels) if criterion else (*_EXPECTED, *self.named)
        for name, value, at in entry.members("expect"):
            if name not in known:
                self.work.desk.unknown(at, NAME, name, known)
            if isinstance(value, Said):
                yield name, value.text.strip()
            else:
                misshapen(self.work.desk, value, Said)
