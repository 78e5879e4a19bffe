"""The texts that the cells of a workbook share."""

from __future__ import annotations

import re

from xingping.records.workbook.markup import plain_names

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """``_x000D_`` and the like are characters that XML cannot hold."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


class Strings:
    """Reads sharedStrings.xml: ``texts`` in their order; readings (phonetic runs) left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._reading = False
        self._open = False
        self._names = plain_names(("si", "t", "rPh"))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An item, a run or a reading begins."""
        del attributes
        plain = self._names.get(name)
        if plain == "si":
            self._parts = []
        elif plain == "rPh":
            self._reading = True
        elif plain == "t":
            self._open = not self._reading

    def end(self, name: str) -> None:
        """An item, a run or a reading ends."""
        plain = self._names.get(name)
        if plain == "si":
            self.texts.append(unescaped("".join(self._parts)))
        elif plain == "rPh":
            self._reading = False
        elif plain == "t":
            self._open = False

    def text(self, data: str) -> None:
        """Characters of a run."""
        if self._open:
            self._parts.append(data)
