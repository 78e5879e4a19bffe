import pytest

from tests.records.given import columns, faults, raw_book, text_row

ROWS = text_row(1, "unit", "group") + text_row(2, "u1", "g")
TOLD = "a document type declaration (DTD) stands inside this workbook; it is not read"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


@pytest.mark.parametrize(
    "part", ["docProps/core.xml", "xl/theme/theme1.xml", "xl/styles.xml", "xl/extra.rels"]
)
@pytest.mark.parametrize(
    "declared",
    ["<!DOCTYPE x>", '<!DOCTYPE x SYSTEM "http://127.0.0.1/x">', '<!DOCTYPE x [<!ENTITY a "b">]>'],
)
def test_a_document_type_in_any_part_is_told(tmp_path, part, declared):
    path = raw_book(tmp_path / "r.xlsx", ROWS, **{part: f'<?xml version="1.0"?>{declared}<x/>'})

    assert [said for *_, said in faults(path)] == [TOLD]


def test_a_document_type_in_a_sheet_is_told_in_any_encoding(tmp_path):
    content = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    path = raw_book(
        tmp_path / "r.xlsx", ROWS, **{"xl/worksheets/sheet1.xml": content.encode("utf-16")}
    )

    assert [said for *_, said in faults(path)] == [TOLD]


def test_the_strict_edition_of_the_format_is_read(tmp_path):
    path = raw_book(tmp_path / "r.xlsx", ROWS, space=STRICT)

    assert columns(path, "units") == {"unit": ["u1"], "group": ["g"]}
