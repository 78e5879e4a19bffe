"""Records for the plain peer: rows of a folder of CSV or Parquet as tuples, branch by branch."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

Row = tuple[object, ...]


def hundredths(text: str) -> int:
    """Points with at most two decimals as whole hundredths."""
    whole, _, cents = text.partition(".")
    return int(whole) * 100 + int((cents + "00")[:2])


def yes(text: str) -> bool:
    """A yes/no cell."""
    return text == "true"


# register -> field -> how a CSV cell is read; the order is the order of the tuple after the unit
FIELDS: dict[str, dict[str, Callable[[str], object]]] = {
    "meetings": {
        "held_on": date.fromisoformat,
        "expected": int,
        "present": int,
        "late": int,
        "left_early": int,
    },
    "tasks": {
        "due_on": date.fromisoformat,
        "key": yes,
        "done_on": date.fromisoformat,
        "grade": str,
    },
    "cases": {
        "filed_on": date.fromisoformat,
        "serious": yes,
        "party_member": yes,
        "withdrawn_on": date.fromisoformat,
    },
    "circulars": {"issued_on": date.fromisoformat, "about": str, "persons": int},
    "honours": {"awarded_on": date.fromisoformat, "about": str},
    "activities": {"held_on": date.fromisoformat, "kind": str, "group": yes, "recorded": yes},
    "plans": {"year": int, "quarter": int, "items": int, "items_done": int},
    "innovations": {"made_on": date.fromisoformat, "summed_up": yes, "recognised_by": str},
    "appraisals": {
        "year": int,
        "held_on": date.fromisoformat,
        "members": int,
        "took_part": int,
        "passed": int,
    },
    "findings": {"year": int, "criterion": int, "level": int},
    "points": {"year": int, "item": int, "points": hundredths},
    "assessments": {"year": int, "score": hundredths},
    "declarations": {"year": int, "stars": int},
}
UNITS: dict[str, Callable[[str], object]] = {"group": str}
KEPT: dict[str, Callable[[str], object]] = {"register": str, "year": int}


def csv_rows(file: Path, fields: dict[str, Callable[[str], object]]) -> Iterator[Row]:
    """Rows of a CSV file: the unit, then the fields; an empty cell is None."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        table = csv.reader(lines)
        header = next(table)
        unit = header.index("unit")
        places = [(header.index(name), read) for name, read in fields.items()]
        for cells in table:
            yield (cells[unit], *[read(cells[at]) if cells[at] else None for at, read in places])


def parquet_rows(file: Path, fields: dict[str, Callable[[str], object]]) -> Iterator[Row]:
    """Rows of a Parquet file: the unit, then the fields; points in hundredths."""
    import polars as pl  # noqa: PLC0415 -- a folder of CSV files is read without it

    rows = pl.read_parquet(file, columns=["unit", *fields])
    for name, read in fields.items():
        if read is hundredths:
            rows = rows.with_columns((pl.col(name) * 100).cast(pl.Int64))
        elif read is int:
            rows = rows.with_columns(pl.col(name).cast(pl.Int64))
    return rows.select("unit", *fields).iter_rows()


def table(folder: Path, register: str, fields: dict[str, Callable[[str], object]]) -> Iterator[Row]:
    """Rows of one register, from whichever file there is."""
    file = folder / f"{register}.parquet"
    if file.exists():
        return parquet_rows(file, fields)
    return csv_rows(folder / f"{register}.csv", fields)


class Facts:
    """The records of one branch: its committee, what was kept, and rows by register."""

    __slots__ = ("group", "kept", "rows")

    def __init__(self, group: str) -> None:
        """No records yet."""
        self.group = group
        self.kept: frozenset[tuple[str, int]] = frozenset()
        self.rows: dict[str, list[Row]] = {}


def read(folder: Path) -> dict[str, Facts]:
    """Every branch of a folder with its records."""
    found = {str(unit): Facts(str(group)) for unit, group in table(folder, "units", UNITS)}
    declared: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for unit, register, year in table(folder, "kept", KEPT):
        declared[unit].add((register, year))
    for_all = frozenset(declared.pop("*", ()))
    for unit, facts in found.items():
        facts.kept = for_all | declared[unit] if unit in declared else for_all
    for register, fields in FIELDS.items():
        for unit, *row in table(folder, register, fields):
            found[unit].rows.setdefault(register, []).append(tuple(row))
    return found
