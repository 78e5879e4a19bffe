"""Whose records a register's rows are: the place of the subject, by its id or by a link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from xingping.rating.compile.cells import RowSet
from xingping.rating.facts import owner_column
from xingping.rating.register_files import RegisterFiles

PLACE = "place of the subject"
KEY = "what is linked"


@dataclass(frozen=True, slots=True)
class Owners:
    """``subjects``: their ids first, then the fields that links go by; ``places``: the ids' order."""

    files: RegisterFiles
    subjects: pl.DataFrame
    places: pl.Enum
    made: dict[str, pl.Expr] = field(default_factory=dict)

    def placed(
        self, row_set: RowSet, lazy: pl.LazyFrame, wanted: Sequence[pl.Expr]
    ) -> pl.LazyFrame:
        """The cells of records, each with the place of every subject it counts for."""
        column = self.column(row_set)
        if column not in lazy.collect_schema():
            lazy = lazy.with_columns(pl.lit(None, pl.String).alias(column))
        if not row_set.link:
            return lazy.select(self._place(column), *wanted).drop_nulls(PLACE)
        keyed = lazy.select(pl.col(column).cast(pl.String).alias(KEY), *wanted)
        linked = self._linked(row_set.link).drop_nulls()
        return keyed.join(linked, on=KEY, maintain_order="left_right").drop(KEY)

    def column(self, row_set: RowSet) -> str:
        """The column of the register that says whose row it is."""
        scheme = self.files.scheme
        register = scheme.catalogue.registers[row_set.register]
        if not row_set.link:
            return owner_column(register, scheme)
        pairs = scheme.catalogue.registers.get(row_set.link)
        if pairs is None:
            of_any = register.subject == "subject"  # results of units and of members alike
            return row_set.link if of_any or row_set.link in register.fields else register.subject
        own = owner_column(pairs, scheme)
        other = next(name for name in pairs.fields if name != own)
        return other if other in register.fields else register.subject

    def _linked(self, link: str) -> pl.LazyFrame:
        """What each subject is linked with, and its place."""
        scheme = self.files.scheme
        pairs = scheme.catalogue.registers.get(link)
        if pairs is None:
            ids = self._place(self.subjects.columns[0])
            return self.subjects.lazy().select(pl.col(link).alias(KEY), ids)
        own = owner_column(pairs, scheme)
        other = next(name for name in pairs.fields if name != own)
        lazy = self.files.scan(link)
        if lazy is None:
            lazy = pl.LazyFrame(schema={own: pl.String, other: pl.String})
        return lazy.select(pl.col(other).cast(pl.String).alias(KEY), self._place(own))

    def _place(self, column: str) -> pl.Expr:
        """The place of the id in a column; made once a name, for Polars copies every id each time."""
        if column not in self.made:
            owner = pl.col(column).cast(pl.String)
            self.made[column] = owner.cast(self.places, strict=False).to_physical().alias(PLACE)
        return self.made[column]
