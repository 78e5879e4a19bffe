"""What a record of a register can be: its fields within their limits, as variables of a solver."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import z3

from xingping.doctor.world.free import ON, YEAR
from xingping.policy.catalogue import FieldSpec, Register
from xingping.policy.language.tree import Kind
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.compile.cells import limits, year_field

BACK = 20  # years that a record may lie before the rated one
FIRST_DAY = date(YEAR - BACK, 1, 1).toordinal()
Ends = tuple[int, int]


@dataclass(slots=True)
class Prototype:
    """A register as a record of it may be. All facts are known and nothing lies ahead.

    ``ends``: lowest and highest value of each number or day, in steps of the field.
    """

    scheme: Scheme
    register: Register
    ends: dict[str, Ends] = field(default_factory=dict)

    def __post_init__(self) -> None:
        year = year_field(self.register)
        for spec in self.register.fields.values():
            if spec.type.kind is Kind.DAY:
                self.ends[spec.id] = (FIRST_DAY, ON)
            elif spec.id == year or spec.year:
                self.ends[spec.id] = (YEAR - BACK, YEAR)
            elif spec.type.kind is Kind.NUMBER:
                self.ends[spec.id] = self._number(spec)

    def _number(self, spec: FieldSpec) -> Ends:
        low, high = limits(spec, spec.step)
        if self.register.id == "points":  # a line may take points off
            low = -high
        return low, high

    def may_be_empty(self, name: str) -> bool:
        """Whether an empty cell says *none*; others are taken as filled in."""
        return self.register.fields[name].none

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a choice; none for a text, which may be any."""
        kind = self.register.fields[name].type
        return tuple(self.scheme.catalogue.choices.get(kind.choices, ()))

    def pairs(self) -> list[tuple[str, int, str, int]]:
        """(field, its size in common steps, the field it goes up to, that one's size)."""
        found = []
        for spec in self.register.fields.values():
            if spec.to:
                top = self.register.fields[spec.to]
                k = spec.step.denominator * top.step.denominator
                found.append((spec.id, int(spec.step * k), spec.to, int(top.step * k)))
        return found

    @property
    def related(self) -> set[str]:
        """Fields that another field bounds."""
        return {name for low, _, high, _ in self.pairs() for name in (low, high)}


@dataclass(slots=True)
class Row:
    """One record as variables: ``name`` tells it from others; choices and texts are numbered.

    ``used``: the fields that expressions have read of it; ``made``: terms about it that were built.
    """

    prototype: Prototype
    name: str
    codes: dict[tuple[str, str], int] = field(default_factory=dict)
    used: dict[str, None] = field(default_factory=dict)
    made: dict[object, z3.BoolRef] = field(default_factory=dict)

    def number(self, spec: str) -> z3.ArithRef:
        """The field's number or day."""
        return z3.Int(f"{self.name}.{spec}")

    def empty(self, spec: str) -> z3.BoolRef:
        """Whether the cell is empty."""
        if not self.prototype.may_be_empty(spec):
            return z3.BoolVal(False)  # noqa: FBT003 -- the constant itself
        return z3.Bool(f"{self.name}.{spec}?")

    def yes(self, spec: str) -> z3.BoolRef:
        """Whether the cell says yes."""
        return z3.And(z3.Not(self.empty(spec)), z3.Bool(f"{self.name}.{spec}!"))

    def says(self, spec: str, word: str) -> z3.BoolRef:
        """Whether the cell holds the word."""
        said = z3.Int(f"{self.name}.{spec}") == self.code(spec, word)
        return z3.And(z3.Not(self.empty(spec)), said)

    def code(self, spec: str, word: str) -> int:
        """The number of a word: its place among the choices; texts as they come."""
        words = self.prototype.words(spec)
        if words:
            return words.index(word) if word in words else -1
        known = [key for key in self.codes if key[0] == spec]
        return self.codes.setdefault((spec, word), len(known))

    def limits(self) -> list[z3.BoolRef]:
        """What holds of every record."""
        found: list[z3.BoolRef] = []
        for name, (low, high) in self.prototype.ends.items():
            found += [self.number(name) >= low, self.number(name) <= high]
        for name, k, top, m in self.prototype.pairs():
            found.append(k * self.number(name) <= m * self.number(top))
        for name in self.prototype.register.fields:
            if name in self.prototype.ends:
                continue
            words, code = self.prototype.words(name), z3.Int(f"{self.name}.{name}")
            found.append(code >= 0)  # the number of a word, or of a text
            if words:
                found.append(code < len(words))
        return found
