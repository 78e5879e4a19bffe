"""Ratings as a workbook: numbers as numbers, titles as headers, nothing that becomes a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # -- it has no stubs

from xingping.cli.formats.flat import Column, Shown, columns, in_words
from xingping.cli.width import width
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Lang

_MADE_ON = datetime(2026, 1, 1)  # noqa: DTZ001 -- the same bytes every time
_SHEET = {"zh": "评定结果", "en": "ratings"}
_BASIS = {"zh": "说明", "en": "basis"}
_MOST, _LEAST, _CELL = 40, 8, 32_000
_Sheet = Any  # xlsxwriter has no types


def as_workbook(scheme: Scheme, shown: Sequence[Shown], basis: Sequence[str], lang: Lang) -> bytes:
    """A sheet of results with a frozen header and a filter, and a sheet of what they rest on."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": scheme.title(lang), "created": _MADE_ON})
        head = book.add_format(
            {"bold": True, "bg_color": "#F3E9D8", "text_wrap": True, "border": 1}
        )
        points = book.add_format({"num_format": "0.00"})
        sheet = book.add_worksheet(_SHEET[lang])
        cells = columns(scheme, shown)
        sheet.freeze_panes(1, 3)
        for at, column in enumerate(cells):
            title = column.title(lang)
            sheet.write_string(0, at, title, head)
            sheet.set_column(at, at, max(_LEAST, min(_MOST // 2, width(title) + 2)))
        for row, one in enumerate(shown, 1):
            for at, column in enumerate(cells):
                _write(sheet, row, at, column, column.of(one), points, lang)
        sheet.autofilter(0, 0, len(shown), len(cells) - 1)
        notes = book.add_worksheet(_BASIS[lang])
        notes.set_column(0, 0, 100)
        for row, line in enumerate(basis):
            notes.write_string(row, 0, line)
    return out.getvalue()


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
