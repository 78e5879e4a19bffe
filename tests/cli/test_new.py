import json

import pytest

from xingping.policy.scheme.start import KINDS

KEPT = ("meetings", "cases", "circulars", "points")


@pytest.mark.parametrize("words", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_new_folder_passes_the_check_and_is_in_style(call, here, kind, words):
    made = call("new", "mine", "--kind", kind, "--words", words)

    assert made.exit_code == 0
    assert call("check", "mine").exit_code == 0
    assert call("fmt", "mine", "--check").exit_code == 0
    assert sorted(path.name for path in here.iterdir()) == ["mine"]


def test_a_new_scheme_makes_a_template_and_rates_records(call, here):
    call("new", "mine", "--kind", "points", "--title", "星级村 | Star villages")
    template = call("template", "mine", "-o", "records.xlsx")
    records = here / "records"
    records.mkdir()
    (records / "units.csv").write_text("unit,name\nu1,甲\nu2,乙\n", "utf-8")
    (records / "meetings.csv").write_text(
        "unit,held_on,expected,present\nu1,2026-03-01,10,7\nu2,2026-03-01,10,10\n", "utf-8"
    )
    (records / "cases.csv").write_text("unit,filed_on,serious,withdrawn_on\n", "utf-8")
    (records / "circulars.csv").write_text("unit,issued_on,form\nu1,2026-05-01,circular\n", "utf-8")
    (records / "points.csv").write_text(
        "unit,year,item,choice\nu1,2026,grade,优秀\nu2,2026,grade,优秀\n", "utf-8"
    )
    kept = [f"{unit},{one},2026\n" for unit in ("u1", "u2") for one in KEPT]
    (records / "kept.csv").write_text("unit,register,year\n" + "".join(kept), "utf-8")

    rated = call("rate", "mine", "records", "--year", 2026, "--format", "json")

    assert template.exit_code == 0
    assert rated.stderr == ""
    assert rated.exit_code == 0
    scores = {one["subject"]: one["score"] for one in json.loads(rated.stdout)}
    assert scores == {"u1": "89.00", "u2": "100.00"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("9", "以汉字或字母开头"),
        ("office-branches", "内置方案的名称"),
        ("nowhere/mine", "没有文件夹“nowhere”"),
        (".", "不能作方案的名称"),
    ],
)
def test_a_name_or_place_that_will_not_do_is_told_why(call, here, name, told):
    result = call("new", name)

    assert result.exit_code == 2
    assert told in result.stderr
    assert list(here.iterdir()) == []


def test_what_is_there_is_never_overwritten(call, here):
    (here / "mine").write_text("my notes", "utf-8")
    result = call("new", "mine", "--lang", "en")

    assert result.exit_code == 2
    assert "is there already and is not overwritten" in result.stderr
    assert (here / "mine").read_text("utf-8") == "my notes"


@pytest.mark.parametrize("title", ["| only English", "红\x1b[31m色", "反\u202e向"])
def test_a_title_that_would_not_pass_the_check_is_refused_and_nothing_is_made(call, here, title):
    result = call("new", "mine", "--title", title)

    assert result.exit_code == 2
    assert result.stderr.startswith("--title 不能这样写：")
    assert list(here.iterdir()) == []
