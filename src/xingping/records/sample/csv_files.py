"""Sample tables as a folder of CSV files, byte for byte the same for the same tables."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

from xingping.records.sample.draw import Tables

_YES, _NO = "是", "否"


def write_csv(tables: Tables, folder: Path) -> list[Path]:
    """Write `<register>.csv` for each register that has rows, and give the files' paths.

    UTF-8 without a mark, lines that end in a line feed, a header of field ids, ISO days, yes and no as 是 and 否.
    The folder is made if there is none; files of other names in it are left alone.
    Raises OSError where it cannot write.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for register, rows in tables.items():
        if not rows:
            continue
        path = folder / f"{register}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(rows[0])
            writer.writerows([_CELLS[type(value)](value) for value in row.values()] for row in rows)
        paths.append(path)
    return paths


def _yes(value: object) -> object:
    return _YES if value else _NO


def _plain(value: object) -> object:
    return value


def _empty(_: object) -> str:
    return ""


def _text(value: object) -> str:
    return str(value)


_CELLS = {bool: _yes, int: _plain, str: _plain, date: _text, Decimal: _text, type(None): _empty}
