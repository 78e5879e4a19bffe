"""The workbook to fill in: a sheet a register, with what each column is for, and what may stand in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil, floor
from pathlib import Path
from typing import Any

from xingping.policy.catalogue import Register
from xingping.policy.forms import linked
from xingping.policy.language.tree import Kind
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Lang
from xingping.records import guidance
from xingping.records.clauses import clauses_by_column
from xingping.records.headers import nearest
from xingping.records.layout import (
    KEPT,
    LEVELS,
    Column,
    Layout,
    allowed_levels,
    layouts,
    register_names,
)
from xingping.records.saved_book import saved_book
from xingping.records.sheet import letters
from xingping.records.written import name_key

CHECKED_ROWS = 5_000
_GUIDE_WIDTH, _NOTE_WIDTH, _A4 = 100, 44, 9
_MESSAGE_ROOM = 255  # characters of a message that Excel takes
_ODD = {"zh": "请按要求填写", "en": "Not as asked"}
_LIST_ROOM = 255  # characters of a drop-down list that Excel takes
_NAME_ROOM = 31  # characters of a sheet name
_FIRST_DAY, _LAST_DAY = date(1921, 7, 1), date(2199, 12, 31)
MADE_ON = datetime(2026, 1, 1)  # noqa: DTZ001 -- the same file every time
_Sheet = Any  # xlsxwriter has no types
_Formats = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Page:
    """What a sheet of the template is made from."""

    scheme: Scheme
    layout: Layout
    lang: Lang
    formats: _Formats
    clauses: Mapping[tuple[str, str], Sequence[str]]
    names: Mapping[str, str]


def write_template(scheme: Scheme, path: Path, lang: Lang = "zh") -> None:
    """Write an empty workbook for ``scheme`` to ``path``, whole or not at all.

    It holds one sheet for each register that the scheme reads, and for each whose ids these name
    (households of members). Read back as it is, it has no
    fault: without a row in the register of its subjects there is no one to rate, which is noted.
    Raises OSError.
    """
    lists = linked(scheme)
    plans = {name: one for name, one in layouts(scheme).items() if one.read or name in lists}
    names = {name: sheet_name(layout.register, lang) for name, layout in plans.items()}
    clauses = clauses_by_column(scheme)
    with saved_book(path) as book:
        book.set_properties({"title": scheme.title(lang), "created": MADE_ON})
        formats = _formats(book)
        _explain(
            book.add_worksheet(
                free_name(guidance.title(lang), set(register_names(scheme.catalogue)))
            ),
            scheme,
            lang,
            formats,
        )
        for name, layout in plans.items():
            page = _Page(scheme, layout, lang, formats, clauses, names)
            _write_page(book.add_worksheet(names[name]), page)


def sheet_name(register: Register, lang: Lang) -> str:
    """The name of a register's sheet: its title, or its id where a sheet cannot bear the title."""
    title = register.title(lang)
    fits = len(title) <= _NAME_ROOM and not set(title) & set("[]:*?/\\'")
    return title if fits else register.id


def _formats(book: Any) -> _Formats:  # noqa: ANN401 -- xlsxwriter has no types
    head = {
        "bold": True,
        "bg_color": "#F3E9D8",
        "border": 1,
        "text_wrap": True,
        "valign": "vcenter",
    }
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "line": book.add_format({"text_wrap": True, "valign": "top"}),
        "head": book.add_format(head),
        "must": book.add_format(head | {"font_color": "#B5121B"}),
        "text": book.add_format({"num_format": "@"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
    }


def _explain(sheet: _Sheet, scheme: Scheme, lang: Lang, formats: _Formats) -> None:
    sheet.set_column(0, 0, _GUIDE_WIDTH)
    printed_wide(sheet)
    sheet.write_string(0, 0, scheme.title(lang), formats["title"])
    for row, line in enumerate(guidance.lines(lang), 1):
        sheet.write_string(row, 0, line, formats["line"])
        sheet.set_row(row, 36 if _columns(line) > _GUIDE_WIDTH else 20)


def _write_page(sheet: _Sheet, page: _Page) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 32)
    printed_wide(sheet)
    sheet.repeat_rows(0)
    for at, (name, column) in enumerate(page.layout.columns.items()):
        title = column.spec.title(page.lang)
        shown = f"{title}*" if column.required else title
        sheet.write_string(0, at, shown, page.formats["must" if column.required else "head"])
        told = guidance.column(page.layout, name, page.scheme, page.lang)
        clauses = page.clauses.get((page.layout.register.id, name), ())
        note = guidance.with_clauses(told, clauses, page.lang)
        sheet.write_comment(0, at, note, {"x_scale": 2.6, "y_scale": _note_height(note)})
        width = max(12, min(34, _columns(shown) + 3))
        sheet.set_column(at, at, width, _cell_format(column, page))
        rule = _rule(name, column, page)
        if rule:
            shared = {"ignore_blank": True, "error_title": _ODD[page.lang]}
            shared["error_message"] = told.partition("\n")[0][:_MESSAGE_ROOM]
            sheet.data_validation(1, at, CHECKED_ROWS, at, rule | shared)


def printed_wide(sheet: _Sheet) -> None:
    """Print all columns on one page of A4 laid wide."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _columns(text: str) -> int:
    """How many columns of a cell a text takes: wide letters two."""
    return sum(2 if ord(letter) > 255 else 1 for letter in text)  # noqa: PLR2004 -- wide letters


def _note_height(note: str) -> float:
    """How much higher than usual a note has to be to show all its lines."""
    lines = sum(1 + _columns(line) // _NOTE_WIDTH for line in note.split("\n"))
    return max(1.2, 0.24 * (lines + 1))


def _cell_format(column: Column, page: _Page) -> object:
    kind = column.spec.type.kind
    if kind is Kind.DAY:
        return page.formats["day"]
    return page.formats["text"] if kind is Kind.TEXT else None


def _rule(name: str, column: Column, page: _Page) -> dict[str, object]:
    """What Excel checks in a column; a list leaves room for other accepted spellings."""
    spec, kind = column.spec, column.spec.type.kind
    if kind is Kind.YES:
        return _list(["是", "否"] if page.lang == "zh" else ["yes", "no"])
    if kind is Kind.CHOICE:
        titles = page.scheme.catalogue.choices[spec.type.choices].values()
        return _list([title(page.lang) for title in titles])
    if kind is Kind.DAY:
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": _FIRST_DAY,
            "maximum": _LAST_DAY,
        }
    if LEVELS.get(page.layout.register.id) == name:
        return _list(allowed_levels(page.layout.register.id, page.scheme))
    if kind is Kind.NUMBER:
        return _number_rule(name, page)
    texts = guidance.texts(page.layout.register.id, name, page.scheme, page.lang)
    return _list(texts) if texts else _ids_rule(column, page)


def _list(titles: Sequence[str]) -> dict[str, object]:
    if len(",".join(titles)) > _LIST_ROOM:
        return {}
    return {"validate": "list", "source": list(titles), "error_type": "warning"}


def _number_rule(name: str, page: _Page) -> dict[str, object]:
    low, high = guidance.limits(page.layout, name, page.scheme)
    whole = page.layout.columns[name].spec.step == 1
    return {
        "validate": "integer" if whole else "decimal",
        "criteria": "between",
        "minimum": floor(low),
        "maximum": ceil(high),
    }


def _ids_rule(column: Column, page: _Page) -> dict[str, object]:
    """Ids are chosen from the sheet that lists them."""
    home = page.names.get(column.spec.refers)
    if page.layout.register.id == KEPT or not home:
        return {}
    fields = page.scheme.catalogue.registers[column.spec.refers].fields.values()
    at = letters(next(at for at, spec in enumerate(fields) if spec.is_id))
    return {
        "validate": "list",
        "source": f"='{home}'!${at}$2:${at}${CHECKED_ROWS + 1}",
        "error_type": "warning",
    }


def free_name(wanted: str, taken: set[str]) -> str:
    """A sheet name that no register has, nor nearly has."""
    name, number = wanted, 1
    while name_key(name) in taken or nearest(name_key(name), taken):
        number += 1
        name = f"{wanted}-{number:02d}"
    return name
