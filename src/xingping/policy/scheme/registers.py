"""The shared catalogue with what a scheme adds to it: choice lists, registers and their fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from xingping.policy.catalogue import Catalogue
from xingping.policy.faults import Place
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.entry import Entry, keyed_members, misshapen
from xingping.policy.scheme.fields import FieldReader
from xingping.policy.scheme.plain import KeyWords
from xingping.policy.scheme.register import REGISTER_KEYS, Draft, RegisterReader
from xingping.policy.scheme.subjects import IdColumns
from xingping.policy.scheme.titles import titles_differ
from xingping.policy.words import Text
from xingping.policy.written import Keyed, Said, Written

_ID = re.compile(r"[A-Za-z_][A-Za-z_0-9]*", re.ASCII)


@dataclass(slots=True)
class CatalogueReader:
    """Reads one or more register files into a `Catalogue`."""

    desk: Desk
    words: KeyWords
    choices: dict[str, dict[str, Text]] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)

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
        lines: list[tuple[str, Text]] = []
        places: list[Place] = []
        for name, said, at in keyed_members(self.desk, value):
            self._check_id(name, at)
            if isinstance(said, Said):
                lines.append((name, Text.read(said.text)))
                places.append(said.at)
            else:
                misshapen(self.desk, said, Said)
        words = (title.zh for _, title in lines)
        titles_differ(self.desk, zip(words, places, strict=True))
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
            needed = ("title", "counted", "fields")
            entry = Entry(self.desk, self.words, value, REGISTER_KEYS, needed)
            known = self.drafts[name] = Draft(name, at, entry)
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
        """All that was read, for a scheme that rates the rows of ``subject``."""
        fields = FieldReader(self.desk, self.words, frozenset(self.choices), frozenset(self.drafts))
        reader = RegisterReader(self.desk, fields)
        registers = {name: reader.register(draft) for name, draft in self.drafts.items()}
        places = {name: draft.entry.place("subject") for name, draft in self.drafts.items()}
        titles_differ(self.desk, ((registers[d.id].title.zh, d.at) for d in self.drafts.values()))
        for draft in self.drafts.values():
            specs = registers[draft.id].fields
            titles_differ(
                self.desk, ((specs[n].title.zh, said.at) for n, said in draft.fields.items())
            )
        return Catalogue(self.choices, IdColumns(self.desk, registers, subject).complete(places))


def read_catalogue(
    desk: Desk, words: KeyWords, shared: Keyed, own: Written | None, subject: str
) -> Catalogue:
    """The catalogue of a scheme that rates the rows of ``subject``."""
    reader = CatalogueReader(desk, words)
    reader.read(shared)
    if own is not None:
        reader.read(own)
    return reader.catalogue(subject)
