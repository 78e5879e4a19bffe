"""Ratings as a workbook: numbers as numbers, titles as headers, nothing that becomes a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # -- it has no stubs

from xingping.cli.formats.flat import WORDS, Column, Shown, columns, in_words
from xingping.cli.width import width
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Lang

_MADE_ON = datetime(2026, 1, 1)  # noqa: DTZ001 -- the same bytes every time
_SHEET = {"zh": "评定结果", "en": "ratings"}
_BASIS = {"zh": "说明", "en": "basis"}
_MOST, _LEAST, _VERDICT, _CELL = 40, 8, 14, 32_000
_COLOURS = {"not_met": "#FFD9D6", "not_yet_known": "#FFF2CC"}
_PRINTED = {"subject", "stars_possible", "state"}
_Sheet = Any  # xlsxwriter has no types


def as_workbook(scheme: Scheme, shown: Sequence[Shown], basis: Sequence[str], lang: Lang) -> bytes:
    """A sheet of results with a frozen header and a filter, and a sheet of what they rest on."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": scheme.title(lang), "created": _MADE_ON})
        head = book.add_format(
            {
                "bold": True,
                "bg_color": "#F3E9D8",
                "text_wrap": True,
                "valign": "vcenter",
                "border": 1,
            }
        )
        points = book.add_format({"num_format": "0.00"})
        long = book.add_format({"text_wrap": True})
        sheet = book.add_worksheet(_SHEET[lang])
        cells = columns(scheme, shown)
        sheet.freeze_panes(1, 3)
        sheet.set_row(0, 48)
        for at, column in enumerate(cells):
            title = column.title(lang)
            sheet.write_string(0, at, title, head)
            sheet.set_column(at, at, _width(column, shown, lang))
        for row, one in enumerate(shown, 1):
            for at, column in enumerate(cells):
                _write(sheet, row, at, column, column.of(one), points, lang)
        sheet.autofilter(0, 0, len(shown), len(cells) - 1)
        _colour(book, sheet, len(shown), cells, lang)
        _print(sheet, len(shown), cells)
        notes = book.add_worksheet(_BASIS[lang])
        notes.set_column(0, 0, 100)
        for row, line in enumerate(basis):
            notes.write_string(row, 0, line, long)
    return out.getvalue()


def _width(column: Column, shown: Sequence[Shown], lang: Lang) -> int:
    """Room for the texts of a plain column; verdicts and points break their long titles."""
    title = width(column.title(lang)) + 3  # the arrow of the filter
    if len(column.path) > 1:
        return _VERDICT
    if column.form == "list":
        return _MOST
    texts = (width(in_words(column, column.of(one), lang)) + 2 for one in shown)
    return max(_LEAST, min(_MOST, max((title, *texts))))


def _colour(
    book: Any,  # noqa: ANN401 -- xlsxwriter has no types
    sheet: _Sheet,
    rows: int,
    cells: Sequence[Column],
    lang: Lang,
) -> None:
    """What is not met, and what is not yet known, is seen at a glance."""
    verdicts = [at for at, column in enumerate(cells) if column.path[0] == "criteria"]
    if not verdicts or not rows:
        return
    for word, colour in _COLOURS.items():
        sheet.conditional_format(
            1,
            verdicts[0],
            rows,
            verdicts[-1],
            {
                "type": "cell",
                "criteria": "==",
                "value": f'"{WORDS[word](lang)}"',
                "format": book.add_format({"bg_color": colour}),
            },
        )


def _print(sheet: _Sheet, rows: int, cells: Sequence[Column]) -> None:
    """On paper the result of each subject, on A4 laid wide; what it is made of stays in the file."""
    last = max(at for at, column in enumerate(cells) if column.id in _PRINTED)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.print_area(0, 0, rows, last)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(  # noqa: PLR0917 -- a cell: where, what, how
    sheet: _Sheet, row: int, at: int, column: Column, value: object, points: object, lang: Lang
) -> None:
    """Two decimals are written from the exact text; Excel keeps numbers in binary."""
    if value is None or value == []:
        return
    if column.form == "points":
        sheet.write_number(row, at, Decimal(str(value)), points)
    elif column.form == "whole" and isinstance(value, int):
        sheet.write_number(row, at, value)
    else:
        sheet.write_string(row, at, in_words(column, value, lang)[:_CELL])
