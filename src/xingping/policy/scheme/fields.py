"""One line of a register: 中文 | English | type, limits, what an empty cell says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from xingping.policy.catalogue import NUMBER_LIMIT, WHOLE_LIMIT, YARDSTICKS, FieldSpec
from xingping.policy.language import tree
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.field_words import in_english, spelled_field
from xingping.policy.scheme.plain import KeyWords, as_number
from xingping.policy.words import Text
from xingping.policy.written import Said

_CENT = Fraction(1, 100)
More = dict[str, object]
"""What a word of the line makes of the field: attributes of its spec."""


def _numeric(step: Fraction, most: int) -> More:
    return {"type": tree.NUMBER, "step": step, "low": Fraction(0), "high": Fraction(most)}


_KINDS: Mapping[str, More] = {
    "id": {"is_id": True},
    "text": {},
    "day": {"type": tree.DAY},
    "yes": {"type": tree.YES},
    "year": {"type": tree.NUMBER, "year": True, "low": Fraction(1900), "high": Fraction(2200)},
    "whole": _numeric(Fraction(1), WHOLE_LIMIT),
    "number": _numeric(_CENT, NUMBER_LIMIT),
    "points": _numeric(_CENT, NUMBER_LIMIT),
    "money": _numeric(_CENT, NUMBER_LIMIT),
}


@dataclass(frozen=True, slots=True)
class FieldReader:
    """Reads the lines of fields; ``choices`` and ``registers`` are the types a catalogue adds."""

    desk: Desk
    words: KeyWords
    choices: frozenset[str]
    registers: frozenset[str]
    shape: Text = field(
        default=Text("栏目写成“中文 | English | 类型”", "a field is '中文 | English | type'")
    )

    def read(self, name: str, said: Said) -> FieldSpec:
        """The field ``name``; a line that cannot be read makes a text field and a fault."""
        parts = [part.strip() for part in said.text.split(" | ")]
        if len(parts) != 3:  # noqa: PLR2004 -- 中文, English, type
            self.desk.tell(said.at, "栏目应有三段", "a field has three parts", self.shape)
            return FieldSpec(name, Text.read(said.text), tree.TEXT)
        own = self.choices | self.registers
        pieces = [in_english(part.strip(), self.words, own) for part in parts[2].split(",")]
        if self.desk.spelled.noting:
            self.desk.spelled.option(said, spelled_field(parts[:2], pieces, self.words))
        kind, *options = pieces
        made: More = {"type": tree.TEXT, **self._typed(kind, said)}
        for option in options:
            made |= self._option(made["type"], option, said)
        return FieldSpec(name, Text(parts[0], parts[1]), **made)  # type: ignore[arg-type]  # -- by name

    def _typed(self, kind: str, said: Said) -> More:
        if kind in _KINDS:
            return _KINDS[kind]
        if kind in self.choices:
            return {"type": tree.Type(tree.Kind.CHOICE, kind)}
        if kind in self.registers:
            return {"refers": kind}
        known = [*_KINDS, *self.choices, *self.registers]
        self.desk.unknown(said.place(said.text.rfind(kind)), Text("类型", "type"), kind, known)
        return {}

    def _option(self, kind: object, option: str, said: Said) -> More:
        word, _, value = option.partition(" ")
        if option == "empty means none":
            return {"none": True}
        if option == "later" or option.startswith("later by "):
            return {"later": True, "later_by": option[len("later by ") :]}
        if word == "yardstick" and value in YARDSTICKS:
            return {"yardstick": value}
        if kind == tree.NUMBER and value:
            limited = _limited(word, value)
            if limited is not None:
                return limited
        known = ["empty means none", "later", "later by superior", "step 0.01", "from 0", "to 100"]
        known.append("yardstick likes")
        at = said.place(said.text.rfind(option)) if option else said.at
        self.desk.unknown(at, Text("栏目选项", "option of a field"), option, known)
        return {}


def _limited(word: str, value: str) -> More | None:
    """A step or a limit; None where the words say neither."""
    number = as_number(value)
    if word == "to" and number is None:
        return {"to": value}
    if number is None:
        return None
    if word == "step" and number > 0:
        return {"step": number}
    if word == "from":
        return {"low": number}
    return {"high": number} if word == "to" else None
