"""Records as people hand them in, for the tests of this room."""

from functools import cache
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

from xingping.policy.scheme.load import load_scheme
from xingping.records.reading import read_records
from xingping.records.table import RecordsFaultyError

A, B, BM = "office-branches", "county-branches", "county-members"
UNITS = "unit,group\nu1,g\nu2,g\n"
ACTIVITIES = "unit,held_on,kind,group,recorded\n"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


@cache
def scheme(name=A):
    return load_scheme(name)


def folder(tmp_path, **files):
    """A folder of CSV files: text in UTF-8, or bytes as they are."""
    for name, content in files.items():
        raw = content if isinstance(content, bytes) else content.encode()
        (tmp_path / f"{name}.csv").write_bytes(raw)
    return tmp_path


def read(path, name=A, year=2026, on=None):
    return read_records(path, scheme(name), year=year, on=on)


def columns(path, register, name=A):
    """The values of a register, by field."""
    table = read(path, name).tables[register]
    return {field: list(values) for field, values in table.columns.items()}


def faults(path, name=A, year=2026):
    """Place, value and what was expected, of each fault."""
    try:
        read(path, name, year)
    except RecordsFaultyError as error:
        return [
            (":".join(p for p in (f.file, f.sheet, f.cell) if p), f.value, f.expected.en)
            for f in error.faults
        ]
    return []


def notes(path, name=A, on=None):
    """Place and text of each note."""
    return [(note.at, note.what.en) for note in read(path, name, on=on).notes]


def book(path, **sheets):
    """A workbook by openpyxl: rows by sheet."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


def raw_book(path, cells, *, name="units", space=MAIN, extra=None, **parts):
    """A workbook made by hand: the XML inside ``sheetData``, and other parts by name."""
    files = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" '
        f'Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{LINKS}"><sheets>'
        f'<sheet name="{name}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" '
        f'Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData>'
        f"{extra or ''}</worksheet>",
    }
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for part, content in (files | parts).items():
            if content is not None:
                package.writestr(part, content)
    return path


def text_row(line, *texts):
    """A row of inline texts."""
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{line}">{cells}</row>'
