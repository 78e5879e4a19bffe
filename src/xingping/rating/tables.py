"""Records read into memory, as the columns that many subjects are rated by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from xingping.policy.catalogue import FieldSpec
from xingping.policy.language.tree import Kind
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.polars import CODE, OTHER
from xingping.rating.compile.program import Program, everything_below
from xingping.rating.compile.setting import Pieces
from xingping.rating.facts import Facts
from xingping.rating.spaces import Rows
from xingping.records.table import Value


def word_codes(program: Program) -> dict[str, int]:
    """A small number for every word that the program asks for."""
    roots = (e for stage in program.stages for e in stage)
    words = {e.args[1] for e in everything_below(roots) if e.op == "is"}
    return {word: code for code, word in enumerate(sorted(words))}


def own_frame(facts: Facts, fields: Sequence[str], words: Mapping[str, int]) -> pl.DataFrame:
    """The subjects' own cells."""
    specs = facts.scheme.catalogue.registers[facts.scheme.subject].fields
    return pl.DataFrame([_column(specs[name], facts.own(name), words) for name in fields])


def rows_frame(facts: Facts, rows: RowSet, fields: Sequence[str], words: Mapping[str, int]) -> Rows:
    """The records of a set, each as often as there are subjects it counts for."""
    register = facts.scheme.catalogue.registers[rows.register]
    table = facts.table(rows.register)
    places = facts.places(rows)
    lengths = [len(mine) for mine in places]
    at = np.repeat(np.arange(len(places), dtype=np.intp), lengths)
    index = np.fromiter((i for mine in places for i in mine), np.intp, sum(lengths))
    if rows.pieces is not None:
        days = _column(register.fields[register.date], facts.column(table, register.date), words)
        piece = piece_of(days.gather(index), rows.pieces)
        within = np.flatnonzero(piece >= 0)
        at = at[within] * len(rows.pieces.spans) + piece[within]
        index = index[within]
    specs = register.fields
    columns = [_column(specs[name], facts.column(table, name), words) for name in fields]
    return Rows(pl.DataFrame([column.gather(index) for column in columns]), at)


def piece_of(days: pl.Series, pieces: Pieces) -> NDArray[np.intp]:
    """Which piece of time each day lies in, -1 for none."""
    if not pieces.spans:
        return np.full(len(days), -1, np.intp)
    numbers = days.fill_null(0).to_numpy()
    found = np.searchsorted([span.start for span in pieces.spans], numbers, side="right") - 1
    ends = np.array([span.end for span in pieces.spans])[np.maximum(found, 0)]
    return np.where((found >= 0) & (numbers <= ends), found, -1)


def _column(spec: FieldSpec, values: Sequence[Value], words: Mapping[str, int]) -> pl.Series:
    match spec.type.kind:
        case Kind.YES:
            return pl.Series(spec.id, values, pl.Boolean)
        case Kind.NUMBER | Kind.DAY:
            return pl.Series(spec.id, values, pl.Int64)
        case _:
            codes = [None if v is None else words.get(str(v), OTHER) for v in values]
            return pl.Series(spec.id, codes, CODE)
