"""Records in: a workbook, or a folder of CSV or Parquet files, read whole or not at all."""

from __future__ import annotations

import os
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from xingping.policy.refusals import why
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.records import checks
from xingping.records.draft import Draft
from xingping.records.fit import fits
from xingping.records.folder import Named, choose, open_folder
from xingping.records.layout import layouts
from xingping.records.others import note_other_texts
from xingping.records.sheet import Findings, Open, Sheet, UnreadableError, unreadable
from xingping.records.table import RecordFault, Records, RecordsFaultyError
from xingping.records.tables import read_sheet

_NOWHERE = Sheet("", "", (), lambda _start, _width: iter(()), letters=False)
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"


def read_records(path: Path, scheme: Scheme, *, year: int, on: int | None = None) -> Records:
    """The facts of ``path`` for rating ``year`` by ``scheme``.

    ``path``: an .xlsx workbook (a sheet a register), or a folder of ``<register>.csv`` or
    ``<register>.parquet`` files. ``on``: the day of the rating as an ordinal; rows dated after it
    are noted. Raises `RecordsFaultyError` with every fault at once; nothing is guessed.
    """
    found = Findings()
    with ExitStack() as opened:
        sheets: dict[str, Open] = {}
        try:
            sheets = _open(path, scheme, found, opened)
        except (UnreadableError, OSError) as error:
            found.fault(_told(error, str(path)))
        drafts = _drafts(sheets, scheme, year, found)
    if sheets:
        _check(drafts, scheme, on, found, path)
    if found.faults:
        raise RecordsFaultyError(found.all_faults(), found.notes)
    tables = {name: draft.table() for name, draft in drafts.items()}
    return Records(tables, tuple(found.notes))


def _open(path: Path, scheme: Scheme, found: Findings, opened: ExitStack) -> dict[str, Open]:
    if path.is_dir():
        return open_folder(path, scheme.catalogue, found)
    if path.exists() and not path.is_file():
        raise _no_records(path)
    with path.open("rb") as stream:
        start = stream.read(4)
    if start.startswith((_ZIP, _OLE)) or path.suffix.lower() in {".xlsx", ".xlsm", ".xls"}:
        return _open_book(path, scheme, found, opened)
    raise _no_records(path)


def _no_records(path: Path) -> UnreadableError:
    return unreadable(
        path.name,
        "应为 .xlsx 工作簿，或装有 CSV、Parquet 文件的文件夹",
        "an .xlsx workbook is expected, or a folder of CSV or Parquet files",
        "CSV 和 Parquet 请给出所在文件夹；其他格式请另存为 .xlsx",
        "give the folder of CSV or Parquet files; save other formats as .xlsx",
    )


def _open_book(path: Path, scheme: Scheme, found: Findings, opened: ExitStack) -> dict[str, Open]:
    from xingping.records.workbook.book import open_book  # noqa: PLC0415 -- only a workbook needs it

    book = open_book(path)
    opened.callback(book.package.close)
    for sheet in book.others:
        found.note(
            f"{path.name}:{sheet}", "不是工作表，未读取", "this is no worksheet and is not read"
        )
    named = [Named(path.name, sheet, sheet) for sheet in book.sheets]
    chosen = choose(named, scheme.catalogue, found)
    if not chosen and not found.faults:
        raise unreadable(
            path.name,
            "工作簿中没有台账",
            "no sheet of this workbook is a register",
            "工作表请用台账的名称，如“单位”“活动”",
            "name its sheets like registers: units, activities, ...",
        )
    return {register: partial(book.open, one.sheet) for register, one in chosen.items()}


def _told(error: UnreadableError | OSError, place: str) -> RecordFault:
    if isinstance(error, UnreadableError):
        return error.fault
    reason = why(error)
    return unreadable(
        Path(os.fsdecode(error.filename)).name if error.filename else place,
        f"打不开（{reason.zh}）",
        f"it cannot be opened ({reason.en})",
        "请核对路径和读取权限",
        "check the path and whether it may be read",
    ).fault


def _drafts(
    sheets: dict[str, Open], scheme: Scheme, year: int, found: Findings
) -> dict[str, Draft]:
    drafts = {}
    for name, layout in layouts(scheme).items():  # the catalogue's order, whatever the files'
        if name not in sheets:
            continue
        try:
            drafts[name] = read_sheet(sheets[name](), layout, scheme, year, found)
        except (UnreadableError, OSError) as error:
            found.fault(_told(error, name))
            drafts[name] = Draft(layout, _NOWHERE, broken=True)
    return drafts


def _check(
    drafts: dict[str, Draft],
    scheme: Scheme,
    on: int | None,
    found: Findings,
    path: Path,
) -> None:
    if scheme.subject not in drafts:
        found.fault(_no_subjects(path, scheme))
    elif not len(drafts[scheme.subject]) and not drafts[scheme.subject].broken:
        place = drafts[scheme.subject].sheet.place
        found.note(
            place, "没有评定对象，评定结果为空", "there is no one to rate: the result is empty"
        )
    for draft in drafts.values():
        if draft.broken:
            continue
        checks.drop_other_subjects(draft, scheme, found)
        checks.ids_differ(draft, found)
        fits(draft, scheme, found)
        note_other_texts(draft, scheme, found)
        checks.ids_known(draft, drafts, scheme, found)
        checks.within_other(draft, found)
        checks.rows_differ(draft, found)
        checks.not_too_many(draft, found)
        checks.note_later(draft, on, found)


def _no_subjects(path: Path, scheme: Scheme) -> RecordFault:
    title = scheme.catalogue.registers[scheme.subject].title
    return RecordFault(
        path.name,
        "",
        "",
        "",
        Text(
            f"缺少“{title.zh}”，不知道评定谁",
            f"'{scheme.subject}' is missing: whom to rate is not known",
        ),
        Text(f"请补上“{title.zh}”", f"add '{scheme.subject}'"),
    )
