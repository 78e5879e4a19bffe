"""One register: what its keys say, with the fields and phrases that two files may add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from xingping.policy.catalogue import YARDSTICKS, FieldSpec, Register
from xingping.policy.faults import Place
from xingping.policy.language import tree
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.entry import Entry
from xingping.policy.scheme.fields import FieldReader
from xingping.policy.words import Text
from xingping.policy.written import Said

REGISTER_KEYS = (
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
    "yardstick",
    "phrases",
    "fields",
)
UNIT = "unit"  # whose id a row carries unless its register says otherwise
_MAKERS = ("branch", "reviewer", "superior", "department", "committee", "member")
_COMES = ("missing", "shared", "declared", "never")
_COUNTED = ("one", "many")  # phrases of a register
_FIELD = Text("栏目", "field")
Fields = Mapping[str, FieldSpec]


@dataclass(slots=True)
class Draft:
    """A register while its lines are gathered from one or two files."""

    id: str
    at: Place
    entry: Entry
    fields: dict[str, Said] = field(default_factory=dict)
    phrases: dict[str, Said] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RegisterReader:
    """Makes registers of drafts."""

    desk: Desk
    reader: FieldReader

    def register(self, draft: Draft) -> Register:
        """The register, still without the id columns of its subject."""
        entry = draft.entry
        fields = {name: self.reader.read(name, said) for name, said in draft.fields.items()}
        phrases = self._phrases(draft, fields)
        self._check_bounds(draft, fields)
        return Register(
            id=draft.id,
            title=entry.title(),
            counted=entry.title("counted"),
            fields={
                name: replace(spec, phrases=phrases[name]) if name in phrases else spec
                for name, spec in fields.items()
            },
            subject=entry.plain("subject", UNIT),
            date=self._date(entry, fields),
            placed_by_year=entry.among("placed by", ("year", "date"), "date") == "year",
            kept_yearly=entry.among("kept", ("yearly", "always"), "yearly") == "yearly",
            planned=entry.yes("planned"),
            private=entry.yes("private"),
            made_by=entry.among("made by", _MAKERS, "branch"),
            due=self._due(entry, fields),
            comes=entry.among("comes", _COMES),
            unique=self._fields(entry, "unique", entry.plain("unique").split(), fields),
            agree=next(
                iter(self._fields(entry, "agree", entry.plain("agree").split(), fields)), ""
            ),
            once=self._once(entry, fields),
            yardstick=entry.among("yardstick", tuple(YARDSTICKS)),
            phrases=phrases.get("", {}),
        )

    def _fields(
        self, entry: Entry, key: str, names: Iterable[str], fields: Fields
    ) -> tuple[str, ...]:
        """``names``, those that are no fields told."""
        listed = tuple(names)
        for name in listed:
            if name not in fields:
                self.desk.unknown(entry.place(key), _FIELD, name, fields)
        return listed

    def _date(self, entry: Entry, fields: Fields) -> str:
        date = entry.plain("date")
        days = [name for name, spec in fields.items() if spec.type == tree.DAY]
        if date and date not in days:
            self.desk.unknown(entry.place("date"), Text("日期栏", "day field"), date, days)
        return date

    def _check_bounds(self, draft: Draft, fields: Fields) -> None:
        """A field may go up to another number of its row."""
        numbers = [name for name, spec in fields.items() if spec.type.kind is tree.Kind.NUMBER]
        for name, said in draft.fields.items():
            other = fields[name].to
            if other and other not in numbers:
                self.desk.unknown(said.at, Text("数字栏", "number field"), other, numbers)

    def _due(self, entry: Entry, fields: Fields) -> str:
        written = entry.plain("due")
        quarter, by, name = written.partition(" by ")
        if by and quarter == "quarter end" and name in fields:
            return f"quarter:{name}"
        if written and written != "year end":
            known = ["year end", *(f"quarter end by {name}" for name in fields)]
            self.desk.unknown(entry.place("due"), Text("期限", "due day"), written, known)
        return "year" if written else ""

    def _once(self, entry: Entry, fields: Fields) -> tuple[str, ...]:
        """``FIELD = VALUE in FIELDS``: the field, the value, the fields."""
        written = entry.plain("once")
        if not written:
            return ()
        name, equals, rest = written.partition(" = ")
        value, within, names = rest.partition(" in ")
        if not equals or not within:
            self.desk.tell(
                entry.place("once"),
                "应写成“栏目 = 值 in 栏目”",
                "'FIELD = VALUE in FIELDS' is due here",
            )
        self._fields(entry, "once", [name.strip(), *names.split()], fields)
        return (name.strip(), value.strip(), *names.split())

    def _phrases(self, draft: Draft, fields: Fields) -> dict[str, dict[str, Text]]:
        """Phrases by field, those of the register under ""."""
        phrases: dict[str, dict[str, Text]] = {}
        known = [
            *_COUNTED,
            *(f"{spec.id} {kind}" for spec in fields.values() for kind in _kinds(spec)),
        ]
        for key, said in draft.phrases.items():
            name, _, kind = key.rpartition(" ")
            if key in known:
                phrases.setdefault(name, {})[kind] = Text.read(said.text)
            else:
                self.desk.unknown(said.at, Text("短语", "phrase"), key, known)
        return phrases


def _kinds(spec: FieldSpec) -> tuple[str, ...]:
    """The phrases a field may have."""
    words: tuple[str, ...] = ("noun", "is")
    if spec.type == tree.YES:
        words = (*words, "yes", "no")
    if spec.type == tree.DAY:
        words = (*words, "by")
    return (*words, "none", "given") if spec.none else words
