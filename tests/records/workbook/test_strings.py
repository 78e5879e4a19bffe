from tests.records.given import LINKS, MAIN, PACKAGE, columns, raw_book
from xingping.records.workbook.strings import unescaped

SHARED = f"""<sst xmlns="{MAIN}"><si><t>unit</t></si><si><t>group</t></si>
<si><r><t>第一</t></r><r><rPr/><t>支部</t></r><rPh><t>ダイイチ</t></rPh></si>
<si><t xml:space="preserve"> g_x000A_ </t></si></sst>"""
RELS = f"""<Relationships xmlns="{PACKAGE}">
<Relationship Id="r1" Type="{LINKS}/worksheet" Target="/xl/worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""


def test_shared_texts_are_read_run_by_run_without_their_readings(tmp_path):
    cells = "".join(
        f'<row r="{n + 1}"><c t="s"><v>{2 * n}</v></c><c t="s"><v>{2 * n + 1}</v></c></row>'
        for n in range(2)
    )
    parts = {"xl/_rels/workbook.xml.rels": RELS, "xl/sharedStrings.xml": SHARED}

    path = raw_book(tmp_path / "r.xlsx", cells, **parts)

    assert columns(path, "units") == {"unit": ["第一支部"], "group": ["g"]}


def test_escaped_characters_are_themselves():
    assert unescaped("a_x000D_b_x4E00_") == "a\rb一"
    assert unescaped("held_on_xyz") == "held_on_xyz"
