"""What a name means at one place of a scheme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from xingping.policy.language.names import SYSTEM, Named, Names
from xingping.policy.language.tree import (
    ANY,
    LEVEL,
    NOWHERE,
    NUMBER,
    YES,
    Asked,
    Field,
    Kind,
    Node,
    Number,
    Ref,
    Span,
    Type,
    Word,
)
from xingping.policy.language.words import word_table
from xingping.policy.words import Text

OWN = {"number": NUMBER, "worth": NUMBER, "met": LEVEL, "passed": YES, "points": NUMBER}
PARTS = {"points": NUMBER, "passed": YES, "met": LEVEL}
RANKED = "ranked"  # rank.ranked, or rank_ranked: how many are ranked


def _words(titles: Iterable[tuple[str, Text]]) -> set[str]:
    """The ids and titles that a rule can write."""
    words = {word for id_, title in titles for word in (id_, title.zh)}
    return {word for word in words if word.isidentifier()}


def _table_word(word: str) -> str:
    """The English of a system or own name."""
    return word_table().meaning("names", word) or word


@dataclass(frozen=True)
class Scope:
    """A place where a rule stands.

    How to build one::

        scope = Scope(Names(catalogue, "units", levels=..., parameters=..., results=...))
        scope                                   # results, bands, ranks, stars, vetoes, quotas ...
        scope.in_criterion()                    # a criterion's standards and points; helpers
        scope.in_criterion(Asked("assessed", "B-2.1", NUMBER, low=..., high=...))   # a line of it

    ``criterion``: the own names (number, worth, met, passed, points, helpers) are known.
    ``asked``: what the name `assessed` (its ``what``) means in this line. ``rows``: the registers
    (or "criteria", "subjects") whose rows are at hand, innermost first; the reader fills it.
    """

    names: Names
    criterion: bool = False
    asked: Asked | None = None
    rows: tuple[str, ...] = ()

    def in_criterion(self, asked: Asked | None = None) -> Scope:
        """The same names, seen from within a criterion, or from a line a reviewer gives."""
        return replace(self, criterion=True, asked=asked)

    def within(self, rows: str) -> Scope:
        """The same place, with a row of ``rows`` at hand."""
        if rows == "subjects":
            return Scope(self.names, rows=(rows, *self.rows))
        return replace(self, rows=(rows, *self.rows))

    def find(self, word: str, expect: Type = ANY, at: Span = NOWHERE) -> Node | None:
        """What ``word`` means here if a value of type ``expect`` may stand here, or None.

        In this order: a field of the record at hand, a value of the choice (or level, or yes/no)
        expected, none and unknown, the criterion's own names, the scheme's, the subject's fields.
        May raise ``CircleError``.
        """
        return (
            self._row_name(word, at)
            or self._value(word, expect, at)
            or self._constant(word, at)
            or self._own(word, at)
            or self._scheme_name(word, at)
            or self._field(self.names.subject, word, at)
        )

    def has_field(self, word: str) -> bool:
        """Whether ``word`` is a field of the record at hand."""
        return bool(self.rows) and self.names.field(self.rows[0], word) is not None

    def knows(self, word: str) -> bool:
        """Whether ``word`` has a meaning of its own, whatever is expected; infers no type."""
        own = self.criterion or "criteria" in self.rows
        helper = own and self.names.named(self.names.helpers, "helpers", word) is not None
        if helper or self._named(word) is not None:
            return True
        found = self.find(word)
        return found is not None and not (isinstance(found, Word) and found.type == ANY)

    def part(self, word: str, part: str, at: Span = NOWHERE) -> Node | None:
        """What ``word.part`` means: a criterion's points, passed, met or helper; rank.ranked."""
        names, english = self.names, _table_word(part)
        criterion = names.named(names.criteria, "criteria", word)
        if criterion is not None:
            helper = names.named(names.helpers, "helpers", part)
            if helper is not None:
                return Ref("criterion", criterion.id, helper.id, helper.known_type(), at)
            if english in PARTS:
                return Ref("criterion", criterion.id, english, PARTS[english], at)
        rank = names.named(names.ranks, "ranks", word)
        if rank is not None and english == RANKED:
            return Ref("rank", rank.id, RANKED, NUMBER, at)
        return None

    def visible(self, expect: Type = ANY) -> tuple[set[str], set[str]]:
        """For hints: every word that means something here, and the few most likely ones."""
        names = self.names
        if expect.kind is Kind.CHOICE:
            values = _words(names.catalogue.choices.get(expect.choices, {}).items())
            return values, values
        seen = set(names.system)
        if self.criterion or "criteria" in self.rows:
            seen |= set(OWN)
        for titles in self._visible_titles():
            seen |= _words(titles)
        register = names.catalogue.registers.get(self.rows[0]) if self.rows else None
        near = set() if register is None else set(register.fields)
        return seen, near or seen

    def _visible_titles(self) -> Iterator[Iterator[tuple[str, Text]]]:
        names = self.names
        groups = [names.parameters, names.results, names.ranks, names.criteria]
        if self.criterion or "criteria" in self.rows:
            groups.append(names.helpers)
        for group in groups:
            yield ((named.id, named.title) for named in group.values())
        for id_ in {*self.rows[:1], names.subject}:
            register = names.catalogue.registers.get(id_)
            if register is not None:
                yield ((spec.id, spec.title) for spec in register.fields.values())

    def _row_name(self, word: str, at: Span) -> Node | None:
        if not self.rows or self.rows[0] == "subjects":
            return None
        if self.rows[0] == "criteria":
            return self._own(word, at)
        if _table_word(word) == "evidence" and self.names.field(self.rows[0], word) is None:
            return Field(self.rows[0], "evidence", YES, at)
        return self._field(self.rows[0], word, at)

    def _field(self, register: str, word: str, at: Span) -> Node | None:
        spec = self.names.field(register, word)
        return None if spec is None else Field(register, spec.id, spec.type, at)

    def _value(self, word: str, expect: Type, at: Span) -> Node | None:
        if expect.kind is Kind.CHOICE:
            value = self.names.choice(expect.choices, word)
            return None if value is None else Word(value, expect, at)
        if expect.kind is Kind.LEVEL:
            level = self.names.level(word)
            if level is None:
                return None
            numeric = self.names.levels_numeric
            return Number(Fraction(level), at=at) if numeric else Word(level, LEVEL, at)
        return None

    def _constant(self, word: str, at: Span) -> Node | None:
        value = word_table().meaning("values", word)
        if value is None:
            return None
        return Word(value, YES if value in {"yes", "no"} else ANY, at)

    def _own(self, word: str, at: Span) -> Node | None:
        if not (self.criterion or "criteria" in self.rows):
            return None
        helper = self.names.named(self.names.helpers, "helpers", word)
        if helper is not None:
            return Ref("own", helper.id, "", helper.known_type(), at)
        english = _table_word(word)
        if english in OWN:
            return Ref("own", english, "", OWN[english], at)
        if self.asked is not None and english == self.asked.what and "criteria" not in self.rows:
            return replace(self.asked, at=at)
        return None

    def _scheme_name(self, word: str, at: Span) -> Node | None:
        named = self._named(word)
        if named is not None:
            part = "points" if named.what == "criterion" else ""
            return Ref(named.what, named.id, part, named.known_type(), at)
        rank, _, part = word.rpartition("_")
        names = self.names
        if part == RANKED and (found := names.named(names.ranks, "ranks", rank)) is not None:
            return Ref("rank", found.id, RANKED, NUMBER, at)
        english = _table_word(word)
        return Ref("system", english, "", SYSTEM[english], at) if english in names.system else None

    def _named(self, word: str) -> Named | None:
        names = self.names
        for key, among in (
            ("parameters", names.parameters),
            ("results", names.results),
            ("ranks", names.ranks),
            ("criteria", names.criteria),
        ):
            named = names.named(among, key, word)
            if named is not None:
                return named
        return None
