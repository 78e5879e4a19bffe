"""The places of what stands in brackets on one line: {cases: [{times: 2}]}."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xingping.policy.faults import Place
from xingping.policy.written import Keyed, Listed, Said, Written

_END = re.compile(r"[,\]}]")


@dataclass(slots=True)
class InlineReader:
    """Walks the text of ``line`` beside the data that NestedText read from it.

    NestedText loses the places within a list within a map. ``at``: the next character, from 0.
    """

    file: str
    number: int
    line: str
    at: int

    def read(self, data: object) -> Written:
        """``data`` with its places."""
        place = self._place()
        if isinstance(data, dict):
            entries: dict[str, Written] = {}
            key_at: dict[str, Place] = {}
            for key, value in data.items():
                self._step()
                key_at[key] = self._place()
                self.at = self._after(":", self.at + len(key))
                entries[key] = self.read(value)
            self._close("}", empty=not data)
            return Keyed(entries, key_at, place)
        if isinstance(data, list):
            items = []
            for value in data:
                self._step()
                items.append(self.read(value))
            self._close("]", empty=not data)
            return Listed(tuple(items), place)
        text = str(data)
        found = _END.search(self.line, self.at)
        self.at = found.start() if found else len(self.line)
        return Said(text, self.file, ((place.line, place.column),))

    def _place(self) -> Place:
        return Place(self.file, self.number, self.at + 1)

    def _spaces(self) -> None:
        while self.line[self.at : self.at + 1].isspace():
            self.at += 1

    def _step(self) -> None:
        """Over the opening bracket or the comma before a value."""
        self._spaces()
        self.at += 1
        self._spaces()

    def _after(self, sign: str, start: int) -> int:
        """The first character after ``sign`` that is no space."""
        self.at = self.line.find(sign, start) + 1
        self._spaces()
        return self.at

    def _close(self, bracket: str, *, empty: bool) -> None:
        """Over the closing bracket, and the opening one where nothing stood between them."""
        if empty:
            self.at += 1
        self.at = self._after(bracket, self.at)
