"""The shared catalogue with what a scheme adds to it: choice lists, registers and their fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from xingping.policy.catalogue import Catalogue, FieldSpec, Register
from xingping.policy.faults import Place
from xingping.policy.language import tree
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.entry import Entry, keyed_members, misshapen
from xingping.policy.scheme.fields import FieldReader
from xingping.policy.scheme.plain import KeyWords
from xingping.policy.source import Keyed, Said, Written
from xingping.policy.words import Text

_ID = re.compile(r"[A-Za-z_][A-Za-z_0-9]*", re.ASCII)
_MAKERS = ("branch", "reviewer", "superior", "department", "committee", "member")
_KEYS = (
    "title",
    "counted",
    "subject",
    "date",
    "placed by",
    "kept",
    "planned",
    "private",
    "made by",
    "due",
    "comes",
    "unique",
    "agree",
    "once",
    "phrases",
    "fields",
)
_COUNTED = ("one", "many")  # phrases of a register
_UNITS, _UNIT = "units", "unit"  # the register and the id that every scheme has


@dataclass(slots=True)
class _Draft:
    """A register while its lines are gathered from one or two files."""

    id: str
    at: Place
    entry: Entry
    fields: dict[str, Said] = field(default_factory=dict)
    phrases: dict[str, Said] = field(default_factory=dict)


@dataclass(slots=True)
class CatalogueReader:
    """Reads one or more register files into a `Catalogue` for a scheme that rates ``subject``."""

    desk: Desk
    words: KeyWords
    choices: dict[str, dict[str, Text]] = field(default_factory=dict)
    drafts: dict[str, _Draft] = field(default_factory=dict)

    def read(self, written: Written) -> None:
        """Take the choice lists and registers of one file."""
        page = Entry(self.desk, self.words, written, ("choices", "registers"))
        for name, value, at in page.members("choices"):
            if name in self.choices:
                self.desk.tell(
                    at,
                    f"选项“{name}”已在共享目录中",
                    f"the list '{name}' is in the shared catalogue already",
                )
            self._check_id(name, at)
            self.choices[name] = dict(self._choice_lines(value))
        for name, value, at in page.members("registers"):
            self._check_id(name, at)
            self._take_register(name, value, at)

    def _choice_lines(self, value: Written) -> list[tuple[str, Text]]:
        lines = []
        for name, said, at in keyed_members(self.desk, value):
            self._check_id(name, at)
            if isinstance(said, Said):
                lines.append((name, Text.read(said.text)))
            else:
                misshapen(self.desk, said, Said)
        return lines

    def _check_id(self, name: str, at: Place) -> None:
        if not _ID.fullmatch(name):
            self.desk.tell(
                at,
                f"编号“{name}”只能用英文字母、数字和下划线",
                f"the id '{name}' may hold letters, digits and underscores only",
            )

    def _take_register(self, name: str, value: Written, at: Place) -> None:
        known = self.drafts.get(name)
        if known is None:
            entry = Entry(self.desk, self.words, value, _KEYS, ("title", "counted", "fields"))
            known = self.drafts[name] = _Draft(name, at, entry)
        else:  # a register of the shared catalogue may get more fields, or other limits
            entry = Entry(self.desk, self.words, value, ("fields", "phrases"), ("fields",))
        for inner, target in (("fields", known.fields), ("phrases", known.phrases)):
            for key, said, key_at in entry.members(inner):
                if inner == "fields":
                    self._check_id(key, key_at)
                if isinstance(said, Said):
                    target[key] = said
                else:
                    misshapen(self.desk, said, Said)

    def catalogue(self, subject: str) -> Catalogue:
        """All that was read, typed; ids of subjects stand among the fields."""
        reader = FieldReader(self.desk, frozenset(self.choices), frozenset(self.drafts))
        registers = {name: self._register(draft, reader) for name, draft in self.drafts.items()}
        owners = {
            spec.id: register.id
            for register in registers.values()
            for spec in register.fields.values()
            if spec.is_id
        }
        registers = {
            name: self._with_ids(register, registers, owners, subject)
            for name, register in registers.items()
        }
        self._titles_differ(registers)
        return Catalogue(self.choices, registers)

    def _register(self, draft: _Draft, reader: FieldReader) -> Register:
        entry, desk = draft.entry, self.desk
        fields = {name: reader.read(name, said) for name, said in draft.fields.items()}
        phrases = self._phrases(draft, fields)
        date = entry.plain("date")
        if date and (date not in fields or fields[date].type != tree.DAY):
            desk.unknown(
                entry.place("date"),
                Text("日期栏", "day field"),
                date,
                [name for name, spec in fields.items() if spec.type == tree.DAY],
            )
        for name, said in draft.fields.items():
            self._bound_field(name, said, fields)
        return Register(
            id=draft.id,
            title=entry.title(),
            counted=entry.title("counted"),
            fields={
                name: replace(spec, phrases=phrases.get(name, {})) for name, spec in fields.items()
            },
            subject=entry.plain("subject", _UNIT),
            date=date,
            placed_by_year=entry.among("placed by", ("year", "date"), "date") == "year",
            kept_yearly=entry.among("kept", ("yearly", "always"), "yearly") == "yearly",
            planned=entry.yes("planned"),
            private=entry.yes("private"),
            made_by=entry.among("made by", _MAKERS, "branch"),
            due=self._due(entry, fields),
            comes=entry.plain("comes"),
            unique=tuple(entry.plain("unique").split()),
            agree=entry.plain("agree"),
            once=tuple(entry.plain("once").replace(" = ", " ").replace(" in ", " ", 1).split()),
            phrases=phrases.get("", {}),
        )

    def _bound_field(self, name: str, said: Said, fields: Mapping[str, FieldSpec]) -> None:
        other = fields[name].to
        if other and (other not in fields or fields[other].type.kind is not tree.Kind.NUMBER):
            numbers = [key for key, spec in fields.items() if spec.type.kind is tree.Kind.NUMBER]
            self.desk.unknown(said.at, Text("数字栏", "number field"), other, numbers)

    def _due(self, entry: Entry, fields: Mapping[str, FieldSpec]) -> str:
        written = entry.plain("due")
        quarter, by, name = written.partition(" by ")
        if by and quarter == "quarter end" and name in fields:
            return f"quarter:{name}"
        if written and written != "year end":
            known = ["year end", *(f"quarter end by {name}" for name in fields)]
            self.desk.unknown(entry.place("due"), Text("期限", "due day"), written, known)
        return "year" if written else ""

    def _phrases(
        self, draft: _Draft, fields: Mapping[str, FieldSpec]
    ) -> dict[str, dict[str, Text]]:
        """Phrases by field, those of the register under ""."""
        phrases: dict[str, dict[str, Text]] = {}
        for key, said in draft.phrases.items():
            name, _, kind = key.rpartition(" ")
            fits = key in _COUNTED if not name else name in fields and kind in _kinds(fields[name])
            if fits:
                phrases.setdefault(name, {})[kind] = Text.read(said.text)
                continue
            known = [
                *_COUNTED,
                *(f"{spec.id} {k}" for spec in fields.values() for k in _kinds(spec)),
            ]
            self.desk.unknown(said.at, Text("短语", "phrase"), key, known)
        return phrases

    def _with_ids(
        self,
        register: Register,
        all_of: Mapping[str, Register],
        owners: Mapping[str, str],
        subject: str,
    ) -> Register:
        """The register with the id columns of its subject, and ids that name who is rated."""
        own = [spec.id for spec in register.fields.values() if spec.is_id]
        rated = next((name for name, owner in owners.items() if owner == subject), _UNIT)
        columns = {
            "rated": [rated] if rated == _UNIT else [_UNIT, rated],
            "subject": [rated],
        }.get(register.subject, [register.subject])
        added = {
            name: self._id_column(name, register, all_of, owners)
            for name in ([] if own else columns)
            if name not in register.fields
        }
        fields = {
            name: replace(spec, refers=subject)
            if name == rated and not spec.is_id and spec.type == tree.TEXT
            else spec
            for name, spec in {**added, **register.fields}.items()
        }
        return replace(register, fields=fields)

    def _id_column(
        self,
        name: str,
        register: Register,
        all_of: Mapping[str, Register],
        owners: Mapping[str, str],
    ) -> FieldSpec:
        owner = owners.get(name, "")
        spec = all_of[owner].fields[name] if owner else all_of[_UNITS].fields.get(name)
        if spec is None:
            draft = self.drafts[register.id]
            known = [*owners, *all_of[_UNITS].fields, "rated", "subject"]
            self.desk.unknown(
                draft.entry.place("subject"), Text("评定对象栏", "subject"), name, known
            )
            return FieldSpec(name, Text(name, name), tree.TEXT)
        return replace(spec, is_id=False, refers=owner)

    def _titles_differ(self, registers: Mapping[str, Register]) -> None:
        """Names in rules go by Chinese title too, so no two may share one."""
        self._differ([(r.title.zh, self.drafts[r.id].at) for r in registers.values()])
        for register in registers.values():
            lines = self.drafts[register.id].fields
            self._differ(
                [
                    (spec.title.zh, lines[spec.id].at)
                    for spec in register.fields.values()
                    if spec.id in lines
                ]
            )

    def _differ(self, titles: list[tuple[str, Place]]) -> None:
        seen: set[str] = set()
        for title, at in titles:
            if title and title in seen:
                self.desk.tell(at, f"名称“{title}”已被占用", f"the title '{title}' is taken")
            seen.add(title)


def _kinds(spec: FieldSpec) -> tuple[str, ...]:
    """The phrases a field may have."""
    words: tuple[str, ...] = ("noun", "is")
    if spec.type == tree.YES:
        words = (*words, "yes", "no")
    if spec.type == tree.DAY:
        words = (*words, "by")
    return (*words, "none", "given") if spec.none else words


def read_catalogue(
    desk: Desk, words: KeyWords, shared: Keyed, own: Written | None, subject: str
) -> Catalogue:
    """The catalogue of a scheme that rates the rows of ``subject``."""
    reader = CatalogueReader(desk, words)
    reader.read(shared)
    if own is not None:
        reader.read(own)
    return reader.catalogue(subject)
