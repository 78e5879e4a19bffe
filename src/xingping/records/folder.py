"""A folder of CSV and Parquet files, one a register: which file is which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from xingping.policy.catalogue import Catalogue
from xingping.policy.words import Text
from xingping.records.comma import open_csv
from xingping.records.guidance import is_guide
from xingping.records.headers import nearest
from xingping.records.layout import register_names
from xingping.records.sheet import Findings, Open, Sheet, unreadable
from xingping.records.table import RecordFault
from xingping.records.written import name_key


@dataclass(frozen=True, slots=True)
class Named:
    """A file or a sheet, and the name that may be a register's."""

    file: str
    sheet: str
    name: str

    @property
    def place(self) -> str:
        """How messages call it."""
        return f"{self.file}:{self.sheet}" if self.sheet else self.file

    def fault(self, expected: Text, todo: Text) -> RecordFault:
        """A fault of the whole file or sheet."""
        return RecordFault(self.file, self.sheet, "", "", expected, todo)


_BOOKS = {".xlsx", ".xlsm", ".xls", ".et", ".ods"}


def open_folder(folder: Path, catalogue: Catalogue, found: Findings) -> dict[str, Open]:
    """The files of a folder by register, each opened when its turn has come."""
    files: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")):
            continue
        if path.suffix.lower() in {".csv", ".parquet"}:
            files[path.name] = path
        else:
            _note_other(path, found)
    named = [Named(name, "", path.stem) for name, path in files.items()]
    chosen = choose(named, catalogue, found)
    if not chosen and not found.faults:
        found.fault(_nothing(folder))
    return {register: partial(_open, files[name.file]) for register, name in chosen.items()}


def _open(path: Path) -> Sheet:
    if path.exists() and not path.is_file():
        raise unreadable(
            path.name,
            "这不是文件",
            "this is no file",
            "请换成文件，或改名、移走",
            "put a file in its place, rename it or take it away",
        )
    if path.suffix.lower() == ".csv":
        return open_csv(path)
    from xingping.records.parquet import open_parquet  # noqa: PLC0415 -- polars takes long to load

    return open_parquet(path)


def _note_other(path: Path, found: Findings) -> None:
    if path.suffix.lower() in _BOOKS:
        found.note(
            path.name,
            "文件夹中只读 CSV 和 Parquet，未读取工作簿；要读它请直接给出它的路径",
            "only CSV and Parquet are read in a folder; to read this workbook, give its own path",
        )
    else:
        found.note(path.name, "不是台账，未读取", "this is no register and is not read")


def _nothing(folder: Path) -> RecordFault:
    books = sorted(path.name for path in folder.iterdir() if path.suffix.lower() in _BOOKS)
    todo = Text("请放入 units.csv 等文件", "put units.csv and the like in it")
    if books:
        todo = Text(
            f"要读工作簿请给出它的路径：{books[0]}",
            f"to read the workbook give its path: {books[0]}",
        )
    return RecordFault(
        folder.name,
        "",
        "",
        "",
        Text(
            "文件夹中没有台账（CSV 或 Parquet）", "no register (CSV or Parquet) is in this folder"
        ),
        todo,
    )


def choose(named: Sequence[Named], catalogue: Catalogue, found: Findings) -> dict[str, Named]:
    """Register id to the file or sheet that holds it; what nearly matches, or comes twice, is told."""
    names = register_names(catalogue)
    chosen: dict[str, Named] = {}
    strange: list[Named] = []
    for one in named:
        register = names.get(name_key(one.name))
        if register is None:
            strange.append(one)
        elif register in chosen:
            found.fault(_twice(one, chosen[register], catalogue.registers[register].title))
        else:
            chosen[register] = one
    for one in strange:
        near = nearest(name_key(one.name), names)
        if near is None and one.sheet and is_guide(one.sheet):
            continue
        if near is None:
            found.note(one.place, "不是台账，未读取", "this is no register and is not read")
        else:
            found.fault(_near(one, names[near], catalogue))
    return chosen


def _twice(one: Named, first: Named, title: Text) -> RecordFault:
    return one.fault(
        Text(
            f"“{title.zh}”已有一份（{first.place}）",
            f"there is a '{title.en}' already ({first.place})",
        ),
        Text("请合并成一份", "merge them into one"),
    )


def _near(one: Named, register: str, catalogue: Catalogue) -> RecordFault:
    title = catalogue.registers[register].title
    return one.fault(
        Text("没有这个名称的台账", "no register has this name"),
        Text(f"是不是“{title.zh}”？请改名", f"did you mean '{register}'? rename it"),
    )
