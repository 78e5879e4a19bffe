"""A folder of CSV and Parquet files, one a register: which file is which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from xingping.policy.catalogue import Catalogue
from xingping.policy.words import Text
from xingping.records.cells import name_key
from xingping.records.comma import open_csv
from xingping.records.headers import nearest
from xingping.records.layout import register_names
from xingping.records.sheet import Findings, Sheet, UnreadableError, unreadable
from xingping.records.table import RecordFault

Named = tuple[str, str]
"""A file or sheet: how it is shown in messages, and its name."""

_BOOKS = {".xlsx", ".xlsm", ".xls", ".et", ".ods"}


def open_folder(
    folder: Path, catalogue: Catalogue, found: Findings
) -> tuple[dict[str, Sheet], set[str]]:
    """The files of a folder by register, and the registers whose file cannot be read."""
    files: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")):
            continue
        if path.suffix.lower() in {".csv", ".parquet"} and not path.is_dir():
            files[path.name] = path
        else:
            _note_other(path, found)
    chosen = choose([(name, path.stem) for name, path in files.items()], catalogue, found, sheets=False)
    if not chosen and not found.faults:
        found.fault(_nothing(folder))
    sheets: dict[str, Sheet] = {}
    broken: set[str] = set()
    for register, name in chosen.items():
        try:
            sheets[register] = _open(files[name])
        except (UnreadableError, OSError) as error:
            found.fault(_told(error, name))
            broken.add(register)
    return sheets, broken


def _told(error: UnreadableError | OSError, name: str) -> RecordFault:
    if isinstance(error, UnreadableError):
        return error.fault
    reason = error.strerror or "?"
    return unreadable(
        name,
        f"文件打不开（{reason}）",
        f"the file cannot be opened ({reason})",
        "请检查文件是否存在、是否有权读取",
        "check that it is there and may be read",
    ).fault


def _open(path: Path) -> Sheet:
    if path.suffix.lower() == ".csv":
        return open_csv(path)
    from xingping.records.parquet import open_parquet

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
        todo = Text(f"要读工作簿请给出它的路径：{books[0]}", f"to read the workbook give its path: {books[0]}")
    return RecordFault(
        folder.name,
        "",
        "",
        "",
        Text("文件夹中没有台账（CSV 或 Parquet）", "no register (CSV or Parquet) is in this folder"),
        todo,
    )


def choose(
    named: Sequence[Named], catalogue: Catalogue, found: Findings, *, sheets: bool
) -> dict[str, str]:
    """Register id to the file or sheet that holds it; what nearly matches, or comes twice, is told.

    ``sheets``: the first of each pair is *file:sheet* of a workbook, else a file name.
    """
    names = register_names(catalogue)
    chosen: dict[str, str] = {}
    strange: list[Named] = []
    for shown, name in named:
        register = names.get(name_key(name))
        if register is None:
            strange.append((shown, name))
        elif register in chosen:
            found.fault(_twice(shown, chosen[register], catalogue, register))
        else:
            chosen[register] = shown
    for shown, name in strange:
        near = nearest(name_key(name), names)
        if near is None:
            found.note(
                shown,
                "不是台账，未读取",
                "this is no register and is not read",
            )
        else:
            found.fault(_near(shown, catalogue, names[near], names))
    return chosen


def _split(shown: str) -> tuple[str, str]:
    file, _, sheet = shown.partition(":")
    return file, sheet


def _twice(shown: str, first: str, catalogue: Catalogue, register: str) -> RecordFault:
    title = catalogue.registers[register].title
    file, sheet = _split(shown)
    return RecordFault(
        file,
        sheet,
        "",
        "",
        Text(f"“{title.zh}”已有一份（{first}）", f"there is a '{register}' already ({first})"),
        Text("请合并成一份", "merge them into one"),
    )


def _near(
    shown: str, catalogue: Catalogue, register: str, names: Mapping[str, str]
) -> RecordFault:
    del names
    title = catalogue.registers[register].title
    file, sheet = _split(shown)
    return RecordFault(
        file,
        sheet,
        "",
        "",
        Text("没有这个名称的台账", "no register has this name"),
        Text(f"是不是“{title.zh}”？请改名", f"did you mean '{register}'? rename it"),
    )
