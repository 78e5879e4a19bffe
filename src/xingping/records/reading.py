"""Records in: a workbook, or a folder of CSV or Parquet files, read whole or not at all."""

from __future__ import annotations

from pathlib import Path

from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.records import checks
from xingping.records.draft import Draft
from xingping.records.fit import fits
from xingping.records.folder import open_folder
from xingping.records.layout import Layout, layouts
from xingping.records.sheet import Findings, Sheet, UnreadableError, unreadable
from xingping.records.table import RecordFault, Records, RecordsFaultyError
from xingping.records.tables import read_sheet

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"


def read_records(path: Path, scheme: Scheme, *, year: int, on: int | None = None) -> Records:
    """The facts of ``path`` for rating ``year`` by ``scheme``.

    ``path``: an .xlsx workbook (a sheet a register), or a folder of ``<register>.csv`` or
    ``<register>.parquet`` files. ``on``: the day of the rating as an ordinal; rows dated after it
    are noted. Raises `RecordsFaultyError` with every fault at once; nothing is guessed.
    """
    found = Findings()
    sheets: dict[str, Sheet] = {}
    broken: set[str] = set()
    try:
        sheets, broken = _open(path, scheme, found)
    except UnreadableError as error:
        found.fault(error.fault)
    except OSError as error:
        found.fault(_not_opened(path, error))
    drafts = _drafts(sheets, broken, scheme, year, found)
    if sheets:
        _check(drafts, broken, scheme, on, found, path)
    if found.faults:
        raise RecordsFaultyError(found.all_faults(), found.notes)
    tables = {name: draft.table() for name, draft in drafts.items()}
    return Records(tables, tuple(found.notes))


def _open(path: Path, scheme: Scheme, found: Findings) -> tuple[dict[str, Sheet], set[str]]:
    if path.is_dir():
        return open_folder(path, scheme.catalogue, found)
    with path.open("rb") as stream:
        start = stream.read(4)
    if start.startswith((_ZIP, _OLE)) or path.suffix.lower() in {".xlsx", ".xlsm", ".xls"}:
        from xingping.records.workbook.book import open_workbook

        return open_workbook(path, scheme.catalogue, found), set()
    raise unreadable(
        path.name,
        "应为 .xlsx 工作簿，或装有 CSV、Parquet 文件的文件夹",
        "an .xlsx workbook is expected, or a folder of CSV or Parquet files",
        "CSV 和 Parquet 请给出所在文件夹；其他格式请另存为 .xlsx",
        "give the folder of CSV or Parquet files; save other formats as .xlsx",
    )


def _not_opened(path: Path, error: OSError) -> RecordFault:
    if isinstance(error, FileNotFoundError):
        return unreadable(
            str(path), "没有这个文件或文件夹", "there is no such file or folder", "请核对路径", "check the path"
        ).fault
    reason = error.strerror or type(error).__name__
    return unreadable(
        str(path),
        f"打不开（{reason}）",
        f"it cannot be opened ({reason})",
        "请核对路径和读取权限",
        "check the path and whether it may be read",
    ).fault


def _drafts(
    sheets: dict[str, Sheet], broken: set[str], scheme: Scheme, year: int, found: Findings
) -> dict[str, Draft]:
    plans = layouts(scheme)
    drafts = {}
    for name, layout in plans.items():  # the catalogue's order, whatever that of the files
        if name in sheets:
            drafts[name] = read_sheet(sheets[name], layout, scheme.catalogue, year, found)
        elif name in broken:
            drafts[name] = _broken_draft(layout)
    return drafts


def _broken_draft(layout: Layout) -> Draft:
    nowhere = Sheet("", "", (), lambda _start, _width: iter(()), letters=False)
    return Draft(layout, nowhere, broken=True)


def _check(
    drafts: dict[str, Draft],
    broken: set[str],
    scheme: Scheme,
    on: int | None,
    found: Findings,
    path: Path,
) -> None:
    if scheme.subject not in drafts:
        found.fault(_no_subjects(path, scheme))
    elif not len(drafts[scheme.subject]) and not drafts[scheme.subject].broken:
        place = drafts[scheme.subject].sheet.place
        found.note(place, "没有评定对象，评定结果为空", "there is no one to rate: the result is empty")
    for draft in drafts.values():
        if draft.broken or draft.layout.register.id in broken:
            continue
        checks.drop_other_subjects(draft, scheme, found)
        checks.ids_differ(draft, found)
        fits(draft, scheme, found)
        checks.ids_known(draft, drafts, scheme, found)
        checks.within_other(draft, found)
        checks.rows_differ(draft, found)
        checks.not_too_many(draft, found)
        checks.groups_filled(draft, scheme, found)
        checks.note_later(draft, on, found)


def _no_subjects(path: Path, scheme: Scheme) -> RecordFault:
    title = scheme.catalogue.registers[scheme.subject].title
    return RecordFault(
        path.name,
        "",
        "",
        "",
        Text(f"缺少“{title.zh}”，不知道评定谁", f"'{scheme.subject}' is missing: whom to rate is not known"),
        Text(f"请补上“{title.zh}”", f"add '{scheme.subject}'"),
    )
