"""What is told about a header row: none found, two columns of one field, near misses, what is missing."""

from __future__ import annotations

from xingping.policy.words import Text
from xingping.records.draft import Draft
from xingping.records.headers import HEADER_ROWS, Headers
from xingping.records.layout import Layout
from xingping.records.sheet import Findings, Sheet
from xingping.records.table import RecordFault
from xingping.records.written import shown


def sheet_line(sheet: Sheet, index: int) -> int:
    """The line of a row of the head."""
    return sheet.head[index][0]


def no_header(sheet: Sheet, layout: Layout) -> RecordFault:
    """The fault of a sheet without a header."""
    titles = [c.spec.title for c in layout.columns.values() if c.required]
    zh, en = "、".join(t.zh for t in titles), ", ".join(t.en for t in titles)
    return RecordFault(
        sheet.file,
        sheet.name,
        sheet.cell(sheet_line(sheet, 0), 0),
        "",
        Text(
            f"前 {HEADER_ROWS} 行中没有找到表头", f"no header within the first {HEADER_ROWS} rows"
        ),
        Text(f"请写一行列名，如：{zh}", f"write a row of column names: {en}"),
    )


def too_wide(sheet: Sheet, most: int) -> RecordFault:
    """The fault of a header with more columns than any register has."""
    return RecordFault(
        sheet.file,
        sheet.name,
        "",
        "",
        Text(f"超过 {most} 列", f"there are more than {most} columns"),
        Text("请删去多余的列", "delete those that are not needed"),
    )


def tell_headers(draft: Draft, headers: Headers, found: Findings) -> None:
    """Tell everything odd about a header row."""
    sheet, columns = draft.sheet, draft.layout.columns
    line = sheet_line(sheet, headers.row)
    cells = sheet.head[headers.row][1]

    def tell(at: int, expected: Text, todo: Text) -> None:
        cell = sheet.cell(line, at)
        found.fault(RecordFault(sheet.file, sheet.name, cell, shown(cells[at]), expected, todo))

    for at, name, first in headers.twice:
        title = columns[name].spec.title
        where = sheet.cell(line, first)
        tell(
            at,
            Text(
                f"“{title.zh}”有两列（另一列在 {where}）",
                f"'{title.en}' has two columns (see {where})",
            ),
            Text("请删去一列", "delete one of them"),
        )
    for at, near in headers.near:
        title = columns[draft.layout.names[near]].spec.title
        tell(
            at,
            Text("没有这个列名", "no column has this name"),
            Text(
                f"是不是“{title.zh}”？", f"did you mean '{title.en}' ({draft.layout.names[near]})?"
            ),
        )
    near_fields = {draft.layout.names[near] for _, near in headers.near}
    for name, column in columns.items():
        if column.required and name not in headers.columns and name not in near_fields:
            title = column.spec.title
            found.fault(
                RecordFault(
                    sheet.file,
                    sheet.name,
                    sheet.cell(line, 0),
                    "",
                    Text(f"缺少列“{title.zh}”", f"the column '{title.en}' ({name}) is missing"),
                    Text("请补上这一列", "add this column"),
                )
            )
    for at in headers.extra:
        place = f"{sheet.place}:{sheet.cell(line, at)}"
        found.note(
            place,
            f"“{shown(cells[at])}”不是所需的列，未读取",
            f"'{shown(cells[at])}' is no column of this register and is not read",
        )
