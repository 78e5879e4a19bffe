"""One kind of record: what is settled of its fields, and how many there are of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Union

import z3

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xingping.rating.compile.expressions import E

Key = Union[str, "Part", "E"]
"""What a linear form adds up: the name of a field, a `Part` of a division, or an `E` read above."""


@dataclass(frozen=True, slots=True)
class Form:
    """A sum of whole multiples of keys, and a whole constant."""

    terms: tuple[tuple[Key, int], ...] = ()
    constant: int = 0

    @classmethod
    def of(cls, terms: Mapping[Key, int], constant: int = 0) -> Form:
        """The form, its keys in one order."""
        kept = [(k, v) for k, v in terms.items() if v]
        return cls(tuple(sorted(kept, key=lambda pair: _order(pair[0]))), constant)

    def plus(self, other: Form, times: int = 1) -> Form:
        """self + times * other."""
        terms = dict(self.terms)
        for key, value in other.terms:
            terms[key] = terms.get(key, 0) + times * value
        return Form.of(terms, self.constant + times * other.constant)

    def scaled(self, times: int) -> Form:
        """times * self."""
        return Form().plus(self, times)


def _order(key: Key) -> tuple[int, str]:
    if isinstance(key, str):
        return 0, key
    return (1, repr(key)) if isinstance(key, Part) else (2, str(id(key)))


@dataclass(frozen=True, slots=True)
class Part:
    """The whole part of a form divided by a number over 0: a field of its own."""

    form: Form
    by: int


@dataclass(frozen=True, slots=True)
class Atom:
    """What tells two kinds apart: ``at least`` 0 a form, ``empty``, ``yes``, ``says``, or ``above``.

    ``above``: a truth read in the space above (the same for all records).
    """

    what: str
    field: str = ""
    word: str = ""
    form: Form = Form()
    above: E | None = None


class Undecided(Exception):  # noqa: N818 -- no error: asks for the kind to be parted
    """The kind has to be parted by ``atom`` before its value can be told."""

    def __init__(self, atom: Atom) -> None:
        super().__init__(atom)
        self.atom = atom


class OpaqueError(Exception):
    """The value is no sum over the fields that the world can count."""


@dataclass(slots=True, eq=False)
class Cell:
    """``count`` records of one kind; ``sums``: of each of their numbers that was asked for.

    ``ends``: limits of numbers; ``empties``, ``truths``, ``words``, ``others``: what is settled of
    the other fields (``others``: words that it is not); ``forms``: what binds several numbers.
    """

    count: z3.ArithRef
    ends: dict[str, tuple[int, int]]
    empties: dict[str, bool] = field(default_factory=dict)
    truths: dict[str, bool] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    others: dict[str, frozenset[str]] = field(default_factory=dict)
    atoms: dict[Atom, bool] = field(default_factory=dict)
    forms: tuple[Form, ...] = ()
    sums: dict[Key, z3.ArithRef] = field(default_factory=dict)
    children: tuple[Cell, ...] = ()
    memo: dict[E, object] = field(default_factory=dict)

    def child(self, count: z3.ArithRef, atom: Atom, *, holds: bool) -> Cell:
        """The part of this kind in which an atom holds, or does not."""
        cell = Cell(
            count, dict(self.ends), dict(self.empties), dict(self.truths), dict(self.words),
            dict(self.others), {**self.atoms, atom: holds}, self.forms,
        )  # fmt: skip
        cell.take(atom, holds=holds)
        return cell

    def take(self, atom: Atom, *, holds: bool) -> None:
        """Settle what an atom says."""
        if atom.what == "empty":
            self.empties[atom.field] = holds
        elif atom.what == "yes":
            self.truths[atom.field] = holds
        elif atom.what == "says":
            if holds:
                self.words[atom.field] = atom.word
            else:
                self.others[atom.field] = self.others.get(atom.field, frozenset()) | {atom.word}
        elif atom.what == "at least":
            form = atom.form if holds else atom.form.scaled(-1).plus(Form(constant=-1))
            self._bind(form)

    def _bind(self, form: Form) -> None:
        """``form`` is at least 0."""
        name, times = form.terms[0] if len(form.terms) == 1 else (None, 0)
        if isinstance(name, str):
            low, high = self.ends[name]
            if times > 0:
                low = max(low, -(form.constant // times))
            else:
                high = min(high, form.constant // -times)
            self.ends[name] = (low, high)
        else:
            self.forms = (*self.forms, form)

    def span(self, form: Form) -> tuple[int | None, int | None]:
        """Limits of a form, each field taken alone; None where a key has none."""
        low = high = form.constant
        for key, times in form.terms:
            ends = self.of(key)
            if ends is None:
                return None, None
            one, other = times * ends[0], times * ends[1]
            low, high = low + min(one, other), high + max(one, other)
        return low, high

    def of(self, key: Key) -> tuple[int, int] | None:
        """Limits of a key, if known."""
        if isinstance(key, str):
            return self.ends[key]
        if isinstance(key, Part):
            low, high = self.span(key.form)
            return None if low is None or high is None else (low // key.by, high // key.by)
        return None
