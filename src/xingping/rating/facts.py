"""Records sorted to their subjects: whose row it is, which years were kept, who links to whom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from xingping.policy.catalogue import Register
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.setting import Pieces
from xingping.records.table import Records, Table, Value

ALL = "*"
Row = tuple[Value, ...]
EMPTY = Table("", {}, ())


def names_keeper(scheme: Scheme, link: str) -> bool:
    """Whether the subjects' field ``link`` names units, who keep registers.

    A household keeps none: its records are kept as for the unit of whom it is read for.
    """
    spec = scheme.catalogue.registers[scheme.subject].fields.get(link)
    return spec is not None and spec.refers in {"", "units"}


def owner_column(register: Register, scheme: Scheme) -> str:
    """The column that holds the id of the subject a row belongs to."""
    own = scheme.catalogue.registers[scheme.subject]
    own_id = next(spec.id for spec in own.fields.values() if spec.is_id)
    if register.subject in {"rated", "subject"}:
        return own_id
    if own_id in register.fields:
        return own_id
    return register.subject if register.subject in register.fields else "unit"


@dataclass(slots=True)
class Facts:
    """All records of a scheme's subjects. ``subjects``: ids in the order of the file."""

    scheme: Scheme
    records: Records
    subjects: list[str] = field(default_factory=list)
    place: dict[str, int] = field(default_factory=dict)
    kept: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    index: dict[tuple[str, str], list[list[int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        own = self.scheme.catalogue.registers[self.scheme.subject]
        own_id = next(spec.id for spec in own.fields.values() if spec.is_id)
        table = self.table(self.scheme.subject)
        self.subjects = [str(value) for value in table.columns.get(own_id, ())]
        self.place = {subject: i for i, subject in enumerate(self.subjects)}
        kept = self.table("kept")
        for register, year, unit in zip(
            self.column(kept, "register"),
            self.column(kept, "year"),
            self.column(kept, "unit"),
            strict=True,
        ):
            if isinstance(year, int) and register is not None:
                self.kept.setdefault((str(register), year), set()).add(str(unit))

    def table(self, register: str) -> Table:
        """The rows of a register; none if the files hold none."""
        return self.records.tables.get(register, EMPTY)

    def column(self, table: Table, name: str) -> Sequence[Value]:
        """A column; empty cells if the files do not have it."""
        return table.columns.get(name) or [None] * len(table)

    def own(self, name: str) -> Sequence[Value]:
        """A field of the subjects themselves."""
        return self.column(self.table(self.scheme.subject), name)

    def units(self) -> Sequence[str]:
        """The unit each subject belongs to: itself, or its member's."""
        if self.scheme.subject == "units":
            return self.subjects
        return [str(unit) for unit in self.own("unit")]

    def kept_by(self, register: str, year: int, link: str = "") -> list[bool]:
        """For each subject, whether the register was kept in the year.

        A member's is kept as for its unit; with ``link``, as for the unit that this field names.
        """
        units = self.kept.get((register, year), set())
        if ALL in units:
            return [True] * len(self.subjects)
        if not units:
            return [False] * len(self.subjects)
        named = names_keeper(self.scheme, link)
        return [unit in units for unit in (self.own(link) if named else self.units())]

    def shared(self, register: str, year: int, groups: Sequence[Any]) -> list[bool]:
        """For each subject, whether anyone of its group has a row of the year."""
        table = self.table(register)
        owner = owner_column(self.scheme.catalogue.registers[register], self.scheme)
        years = self.column(table, "year")
        having = {
            groups[self.place[str(subject)]]
            for subject, its_year in zip(self.column(table, owner), years, strict=True)
            if its_year == year and str(subject) in self.place
        }
        return [group in having for group in groups]

    def rows(self, rows: RowSet, fields: Sequence[str]) -> list[Any]:
        """For each subject its records, as tuples of ``fields``; by piece, if the set has pieces."""
        cells = self._cells(rows, fields)
        places = self.places(rows)
        if rows.pieces is None:
            return [[cells[i] for i in mine] for mine in places]
        days = self._days(rows)
        return [self._by_piece(rows.pieces, mine, cells, days) for mine in places]

    def rows_of(self, rows: RowSet, fields: Sequence[str], subject: int) -> Any:  # noqa: ANN401 -- rows, or rows by piece
        """The same for one subject."""
        table = self.table(rows.register)
        mine = self.places(rows)[subject]
        columns = [self.column(table, name) for name in fields]
        cells = {i: tuple(column[i] for column in columns) for i in mine}
        if rows.pieces is None:
            return [cells[i] for i in mine]
        return self._by_piece(rows.pieces, mine, cells, self._days(rows))

    def _cells(self, rows: RowSet, fields: Sequence[str]) -> list[Row]:
        table = self.table(rows.register)
        columns = [self.column(table, name) for name in fields]
        return list(zip(*columns, strict=True)) if columns else [()] * len(table)

    def _days(self, rows: RowSet) -> Sequence[Value]:
        register = self.scheme.catalogue.registers[rows.register]
        return self.column(self.table(rows.register), register.date)

    def places(self, rows: RowSet) -> list[list[int]]:
        """For each subject, which rows of the table are its own (worked out once)."""
        key = (rows.register, rows.link)
        if key not in self.index:
            table = self.table(rows.register)
            register = self.scheme.catalogue.registers[rows.register]
            found: list[list[int]] = [[] for _ in self.subjects]
            for place, subjects in enumerate(self._owners(rows, register, table)):
                for subject in subjects:
                    found[subject].append(place)
            self.index[key] = found
        return self.index[key]

    def _by_piece(
        self,
        pieces: Pieces,
        mine: list[int],
        cells: Sequence[Row] | Mapping[int, Row],
        days: Sequence[Value],
    ) -> list[list[Row]]:
        starts = [span.start for span in pieces.spans]
        sorted_rows: list[list[Row]] = [[] for _ in pieces.spans]
        for i in mine:
            day = days[i]
            if not isinstance(day, int):
                continue
            at = bisect_right(starts, day) - 1
            if at >= 0 and day <= pieces.spans[at].end:
                sorted_rows[at].append(cells[i])
        return sorted_rows

    def _owners(self, rows: RowSet, register: Register, table: Table) -> list[Sequence[int]]:
        """For each row, the subjects it counts for."""
        if not rows.link:
            column = self.column(table, owner_column(register, self.scheme))
            return [
                (self.place[str(owner)],) if str(owner) in self.place else () for owner in column
            ]
        keys = self._linked(rows.link)
        column = self.column(table, self._link_column(rows.link, register))
        return [keys.get(str(value), ()) for value in column]

    def _link_column(self, link: str, register: Register) -> str:
        """The column of the linked register that holds what the link names."""
        pairs = self.scheme.catalogue.registers.get(link)
        if pairs is None:
            any_subject = register.subject == "subject"  # results of units and of members alike
            return link if any_subject or link in register.fields else register.subject
        own = owner_column(pairs, self.scheme)
        other = next(name for name in pairs.fields if name != own)
        return other if other in register.fields else register.subject

    def _linked(self, link: str) -> Mapping[str, Sequence[int]]:
        """By the id a link names, the subjects that name it."""
        found: dict[str, list[int]] = {}
        pairs = self.scheme.catalogue.registers.get(link)
        if pairs is None:
            for index, value in enumerate(self.own(link)):
                if value is not None:
                    found.setdefault(str(value), []).append(index)
            return found
        table = self.table(link)
        own = owner_column(pairs, self.scheme)
        other = next(name for name in pairs.fields if name != own)
        for mine, value in zip(self.column(table, own), self.column(table, other), strict=True):
            if str(mine) in self.place and value is not None:
                found.setdefault(str(value), []).append(self.place[str(mine)])
        return found
