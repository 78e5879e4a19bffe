"""The workbook that gives records back with every fault marked where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from xingping.policy.words import Lang
from xingping.records.comma import open_csv
from xingping.records.marked import COLUMNS, ROWS, TEXT, Marker, Marks
from xingping.records.saved_book import saved_book
from xingping.records.sheet import Sheet, UnreadableError, letters, position
from xingping.records.table import RecordFault
from xingping.records.template import MADE_ON, free_name, printed_wide
from xingping.records.workbook.book import open_book
from xingping.records.written import name_key

_NAME = 31
_HEADS = {
    "zh": ("序号", "文件", "工作表", "单元格", "内容", "问题", "怎么办"),
    "en": ("no.", "file", "sheet", "cell", "value", "what is expected", "what to do"),
}
_LIST = {"zh": "问题清单", "en": "List of faults"}
_WIDTHS = (6, 16, 18, 9, 20, 46, 46)
_Place = tuple[str, str]


def write_report(
    records: Path, faults: Sequence[RecordFault], path: Path, lang: Lang = "zh"
) -> None:
    """Write the sheets of ``records`` to ``path`` with the cells of ``faults`` marked.

    The first sheet lists all faults with links. Of CSV and Parquet each file becomes a sheet; the
    lines of a CSV file are the rows of its sheet. Values are text where they were text: nothing
    becomes a formula. What cannot be read stands in the list only. Raises OSError.
    """
    with (
        ExitStack() as opened,
        saved_book(path, large=True) as book,
    ):
        book.set_properties({"created": MADE_ON})
        pages = dict(_pages(records, opened))
        names = _sheet_names(pages, lang)
        _write_list(book, faults, names, pages, lang)
        marks: dict[_Place, Marks] = {}
        for fault in faults:
            at = _where(fault)
            if at is not None:
                marks.setdefault((fault.file, fault.sheet), {}).setdefault(at, []).append(fault)
        writer = Marker(book, lang)
        for place, sheet in pages.items():
            with suppress(UnreadableError):  # the list says what could not be read
                writer.write(names[place], sheet, marks.get(place, {}))


def _pages(records: Path, opened: ExitStack) -> Iterator[tuple[_Place, Sheet]]:
    if records.is_dir():
        for path in sorted(records.iterdir()):
            with suppress(UnreadableError, OSError):
                if path.suffix.lower() == ".csv":
                    yield (path.name, ""), open_csv(path)
                elif path.suffix.lower() == ".parquet":
                    yield (path.name, ""), _parquet(path)
        return
    with suppress(UnreadableError, OSError):
        book = open_book(records)
        opened.callback(book.package.close)
        for name in book.sheets:
            with suppress(UnreadableError):
                yield (records.name, name), book.open(name)


def _parquet(path: Path) -> Sheet:
    from xingping.records.parquet import open_parquet  # noqa: PLC0415 -- polars takes long to load

    return open_parquet(path)


def _sheet_names(pages: Mapping[_Place, Sheet], lang: Lang) -> dict[_Place, str]:
    """A sheet name for each page; the list of faults has the key ("", "")."""
    names: dict[_Place, str] = {}
    used: set[str] = set()
    for place in pages:
        wanted = place[1] or Path(place[0]).stem
        plain = "".join("_" if letter in "[]:*?/\\" else letter for letter in wanted)[:_NAME].strip(
            "'"
        )
        name, number = plain or "_", 1
        while name.casefold() in used:
            number += 1
            name = f"{plain[: _NAME - 5]} ({number})"
        used.add(name.casefold())
        names[place] = name
    names["", ""] = free_name(_LIST[lang], {name_key(name) for name in used})
    return names


def _where(fault: RecordFault) -> tuple[int, int] | None:
    """Row and column of a fault's cell in its sheet, from 0; None if it has none there."""
    line, column = position(fault.cell)
    if fault.file.lower().endswith(".parquet") and fault.cell:
        line += 1  # the column names are the first row of the sheet
    if not fault.cell or not 1 <= line <= ROWS or column >= COLUMNS:
        return None
    return line - 1, column


def _write_list(
    book: Any,  # noqa: ANN401 -- xlsxwriter has no types
    faults: Sequence[RecordFault],
    names: Mapping[_Place, str],
    pages: Mapping[_Place, Sheet],
    lang: Lang,
) -> None:
    sheet = book.add_worksheet(names["", ""])
    bold = book.add_format({"bold": True, "bg_color": "#F3E9D8"})
    long = book.add_format({"text_wrap": True})
    sheet.freeze_panes(1, 0)
    printed_wide(sheet)
    sheet.repeat_rows(0)
    for column, (head, width) in enumerate(zip(_HEADS[lang], _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, bold)
    link = book.get_default_url_format()
    for row, fault in enumerate(faults, 1):
        sheet.write_number(row, 0, row)
        texts = (
            fault.file,
            fault.sheet,
            fault.cell,
            fault.value,
            fault.expected(lang),
            fault.todo(lang),
        )
        at = _where(fault) if (fault.file, fault.sheet) in pages else None
        for column, text in enumerate(texts, 1):
            if column == 3 and at is not None:  # noqa: PLR2004 -- the cell's own column
                target = names[fault.file, fault.sheet].replace("'", "''")
                cell = f"{letters(at[1])}{at[0] + 1}"
                sheet.write_url(row, column, f"internal:'{target}'!{cell}", link, text)
            elif text:
                sheet.write_string(row, column, text[:TEXT], long)
