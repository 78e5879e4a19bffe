"""One line of a register: 中文 | English | type, limits, what an empty cell says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction

from xingping.policy.catalogue import NUMBER_LIMIT, WHOLE_LIMIT, YARDSTICKS, FieldSpec
from xingping.policy.language import tree
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.field_words import in_english, spelled_field
from xingping.policy.scheme.plain import KeyWords, as_number
from xingping.policy.words import Text
from xingping.policy.written import Said

_CENT = Fraction(1, 100)
_KINDS: dict[str, Callable[[FieldSpec], FieldSpec]] = {
    "id": lambda spec: replace(spec, is_id=True),
    "text": lambda spec: spec,
    "day": lambda spec: replace(spec, type=tree.DAY),
    "yes": lambda spec: replace(spec, type=tree.YES),
    "year": lambda spec: replace(
        spec, type=tree.NUMBER, year=True, low=Fraction(1900), high=Fraction(2200)
    ),
    "whole": lambda spec: _numeric(spec, Fraction(1), WHOLE_LIMIT),
    "number": lambda spec: _numeric(spec, _CENT, NUMBER_LIMIT),
    "points": lambda spec: _numeric(spec, _CENT, NUMBER_LIMIT),
    "money": lambda spec: _numeric(spec, _CENT, NUMBER_LIMIT),
}


def _numeric(spec: FieldSpec, step: Fraction, most: int) -> FieldSpec:
    return replace(spec, type=tree.NUMBER, step=step, low=Fraction(0), high=Fraction(most))


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
        spec = self._typed(FieldSpec(name, Text(parts[0], parts[1]), tree.TEXT), kind, said)
        for option in options:
            spec = self._option(spec, option, said)
        return spec

    def _typed(self, spec: FieldSpec, kind: str, said: Said) -> FieldSpec:
        if kind in _KINDS:
            return _KINDS[kind](spec)
        if kind in self.choices:
            return replace(spec, type=tree.Type(tree.Kind.CHOICE, kind))
        if kind in self.registers:
            return replace(spec, refers=kind)
        known = [*_KINDS, *self.choices, *self.registers]
        self.desk.unknown(said.place(said.text.rfind(kind)), Text("类型", "type"), kind, known)
        return spec

    def _option(self, spec: FieldSpec, option: str, said: Said) -> FieldSpec:
        word, _, value = option.partition(" ")
        if option == "empty means none":
            return replace(spec, none=True)
        if option == "later" or option.startswith("later by "):
            return replace(spec, later=True, later_by=option[len("later by ") :])
        if word == "yardstick" and value in YARDSTICKS:
            return replace(spec, yardstick=value)
        if spec.type.kind is tree.Kind.NUMBER and value:
            limited = _limited(spec, word, value)
            if limited is not None:
                return limited
        known = ["empty means none", "later", "later by superior", "step 0.01", "from 0", "to 100"]
        known.append("yardstick likes")
        at = said.place(said.text.rfind(option)) if option else said.at
        self.desk.unknown(at, Text("栏目选项", "option of a field"), option, known)
        return spec


def _limited(spec: FieldSpec, word: str, value: str) -> FieldSpec | None:
    """``spec`` with a step or a limit; None where the words say neither."""
    number = as_number(value)
    if word == "to" and number is None:
        return replace(spec, to=value)
    if number is None:
        return None
    if word == "step" and number > 0:
        return replace(spec, step=number)
    if word == "from":
        return replace(spec, low=number)
    return replace(spec, high=number) if word == "to" else None
