"""Subjects and their records from Parquet files, numbered so that each group stands together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import polars as pl
from numpy.typing import NDArray

from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.program import late
from xingping.rating.compiled import Compiled
from xingping.rating.facts import ALL, names_keeper, owner_column
from xingping.rating.given import Given
from xingping.rating.owners import PLACE, Owners
from xingping.rating.register_files import RegisterFiles, faulty
from xingping.rating.run import committee_field
from xingping.rating.spaces import Column, Rows
from xingping.rating.tables import piece_of

DAY = "day of the record"


@dataclass(slots=True)
class Population:
    """``subjects``: ids with the fields that groups go by, and own cells, in the order of groups.

    ``starts``: where ranges begin; ``begins``: of record sets in the order of ranges, where that of
    each record begins.
    """

    compiled: Compiled
    files: RegisterFiles
    subjects: pl.DataFrame
    own: pl.DataFrame
    group: NDArray[np.int64]
    rows: dict[RowSet, Rows]
    columns: dict[str, Column]
    starts: NDArray[np.int64] = field(default_factory=lambda: np.zeros(1, np.int64))
    begins: dict[RowSet, NDArray[np.int64]] = field(default_factory=dict)

    def given(self, first: int, last: int) -> Given:
        """The subjects from ``first`` up to ``last``, which are whole groups."""
        words = self.files.words
        if (first, last) == (0, self.subjects.height):
            return Given(last, self.own, self.rows, self.columns, words)
        rows = {}
        for row_set in self.rows:
            size = 1 if row_set.pieces is None else len(row_set.pieces.spans)
            a, b = np.searchsorted(self._order(row_set, size), (first, first + 1)).tolist()
            have = self.rows[row_set]
            rows[row_set] = Rows(have.frame[a:b], have.at[a:b] - first * size)
        columns = {
            name: column[first:last] if isinstance(column, pl.Series) else column
            for name, column in self.columns.items()
        }
        return Given(last - first, self.own[first:last], rows, columns, words)

    def _order(self, row_set: RowSet, size: int) -> NDArray[np.int64]:
        """Where the range of each record begins; the records stand in that order afterwards."""
        if row_set not in self.begins:
            have = self.rows[row_set]
            number = np.searchsorted(self.starts, have.at // size, side="right") - 1
            order = np.argsort(number.astype(np.uint16), kind="stable")  # few numbers sort fast
            self.rows[row_set] = Rows(have.frame[order], have.at[order])
            self.begins[row_set] = self.starts[number[order]]
        return self.begins[row_set]

    def groups(self, within: str) -> NDArray[np.int64]:
        """The number of each subject's group."""
        if within == committee(self.compiled):
            return self.group
        if within == "all" or within not in self.subjects.columns:
            return np.zeros(self.subjects.height, np.int64)
        numbers = self.subjects[within].fill_null("").rank("dense")
        return numbers.cast(pl.Int64).to_numpy() - 1

    def ranges(self, most: int) -> list[tuple[int, int]]:
        """Parts of whole groups, of about ``most`` subjects."""
        count = self.subjects.height
        firsts = [0]
        if count > most and len(_withins(self.compiled)) <= 1 and committee(self.compiled):
            edges = np.append(np.flatnonzero(np.diff(self.group)) + 1, count)
            while firsts[-1] + most < count:
                within = np.searchsorted(edges, firsts[-1] + most, side="right") - 1
                after = np.searchsorted(edges, firsts[-1], side="right")
                firsts.append(int(edges[max(within, after)]))
        firsts = [first for first in firsts if first < count] or [0]
        self.starts = np.array(firsts, np.int64)
        return list(zip(firsts, [*firsts[1:], count], strict=True))


def committee(compiled: Compiled) -> str:
    """The field that parts the subjects into groups; none where all are one."""
    within = next(iter(_withins(compiled)), committee_field(compiled.setting.scheme))
    return "" if within == "all" else within


def _withins(compiled: Compiled) -> list[str]:
    scheme = compiled.setting.scheme
    ranks = [rank.within for rank in scheme.ranks.values()]
    return list(dict.fromkeys([*ranks, *(quota.within for quota in scheme.quotas.values())]))


def read_population(compiled: Compiled, files: RegisterFiles) -> Population:
    """Read what the program asks for. Raises RecordsFaultyError for files it cannot take."""
    subjects, own, group = _subjects(compiled, files)
    rows = _rows(compiled, files, Owners(files, subjects, pl.Enum(subjects[:, 0])))
    columns = _columns(compiled, files, subjects, group)
    return Population(compiled, files, subjects, own, group, rows, columns)


def _subjects(
    compiled: Compiled, files: RegisterFiles
) -> tuple[pl.DataFrame, pl.DataFrame, NDArray[np.int64]]:
    """The subjects in the order of group and id, their own cells, the number of each one's group."""
    scheme, name = compiled.setting.scheme, compiled.setting.scheme.subject
    lazy = files.scan(name)
    if lazy is None:
        raise faulty(name, "", "没有这个文件", "there is no such file")
    specs = scheme.catalogue.registers[name].fields
    own_id = next(spec.id for spec in specs.values() if spec.is_id)
    schema = lazy.collect_schema()
    if own_id not in schema:
        raise faulty(name, own_id, "没有这一列", "there is no such column")
    within, links = _withins(compiled), [r.link for r in compiled.program.fields if r.link in specs]
    texts = [n for n in dict.fromkeys((own_id, *within, "unit", *links)) if n in schema]
    cells = files.columns(name, compiled.program.own, lazy)
    frame = lazy.select(
        *(pl.col(n).cast(pl.String) for n in texts), *(c.name.prefix("own ") for c in cells)
    ).collect()
    field = committee(compiled)
    frame = frame.sort([pl.col(field), pl.col(own_id)] if field in texts else own_id)
    if frame[own_id].null_count() or frame[own_id].n_unique() < frame.height:
        raise faulty(name, own_id, "有空的或重复的编号", "an id is empty or there twice")
    group = numbered(frame[field]) if field in texts else np.zeros(frame.height, np.int64)
    own = frame.select(pl.col("^own .*$").name.map(lambda n: n.removeprefix("own ")))
    return frame.select(texts), own, group


def numbered(values: pl.Series) -> NDArray[np.int64]:
    """A small number for each different value, in the order in which they come."""
    return (
        values.fill_null("").rle_id().cast(pl.Int64).to_numpy()
        if len(values)
        else np.zeros(0, np.int64)
    )


def _rows(compiled: Compiled, files: RegisterFiles, owners: Owners) -> dict[RowSet, Rows]:
    catalogue = compiled.setting.scheme.catalogue
    plans: dict[RowSet, pl.LazyFrame] = {}
    for row_set, fields in compiled.program.fields.items():
        register = catalogue.registers[row_set.register]
        lazy = files.scan(row_set.register)
        if lazy is None:
            lazy = pl.LazyFrame(schema={owners.column(row_set): pl.String})
        wanted = files.columns(row_set.register, fields, lazy)
        if row_set.pieces is not None:
            wanted += [c.alias(DAY) for c in files.columns(row_set.register, [register.date], lazy)]
        plans[row_set] = owners.placed(row_set, lazy, wanted)
    found = {}
    for row_set, frame in zip(plans, pl.collect_all(plans.values()), strict=True):
        files.check(row_set.register, frame)
        found[row_set] = _by_place(row_set, frame)
    return found


def _by_place(row_set: RowSet, frame: pl.DataFrame) -> Rows:
    at = frame[PLACE].to_numpy().astype(np.intp)
    frame = frame.drop(PLACE)
    if row_set.pieces is None:
        return Rows(frame, at)
    piece = piece_of(frame[DAY], row_set.pieces)
    within = np.flatnonzero(piece >= 0)
    size = len(row_set.pieces.spans)
    return Rows(frame.drop(DAY)[within], at[within] * size + piece[within])


def _columns(
    compiled: Compiled, files: RegisterFiles, subjects: pl.DataFrame, group: NDArray[np.int64]
) -> dict[str, Column]:
    """What was kept, what others have, how many there are."""
    kept = _kept(files)
    of_unit = subjects["unit"] if "unit" in subjects.columns else subjects[:, 0]
    found: dict[str, Column] = {}
    for name in compiled.program.columns:
        what, _, rest = name.partition(" ")
        if name in late(compiled.program):
            continue
        if what == "kept":
            register, year, *link = rest.split(" ")
            named = (
                bool(link) and link[0] in subjects.columns and names_keeper(files.scheme, link[0])
            )
            asked = subjects[link[0]] if named else of_unit
            found[name] = _among(asked, kept.get((register, int(year))))
        elif what == "shared":
            found[name] = _shared(files, rest, compiled.setting.year, (subjects[:, 0], group))
        else:
            found[name] = compiled.setting.on if what == "today" else subjects.height
    return found


def _kept(files: RegisterFiles) -> Mapping[tuple[str, int], pl.Series]:
    lazy = files.scan("kept")
    if lazy is None:
        return {}
    frame = lazy.select("register", "year", "unit").collect()
    parts = frame.partition_by("register", "year", as_dict=True, maintain_order=False)
    return {(str(register), int(year)): part["unit"] for (register, year), part in parts.items()}


def _among(units: pl.Series, kept: pl.Series | None) -> Column:
    if kept is None:
        return False
    return True if (kept == ALL).any() else units.is_in(kept.implode())


def _shared(
    files: RegisterFiles, register: str, year: int, subjects: tuple[pl.Series, NDArray[np.int64]]
) -> Column:
    """For each subject, whether anyone of its group has a row of the year."""
    lazy = files.scan(register)
    if lazy is None:
        return False
    owner = owner_column(files.scheme.catalogue.registers[register], files.scheme)
    having = (
        lazy.filter(pl.col("year") == year).select(pl.col(owner).cast(pl.String)).collect()[owner]
    )
    ids, group = subjects
    groups = np.unique(group[ids.is_in(having.implode()).to_numpy()])
    return pl.Series(np.isin(group, groups))
