"""What can still change ends with the period at hand, where that is shorter than a year."""

from datetime import date

import pytest

from xingping.policy.scheme.load import load_scheme
from xingping.rating.explain import explain
from xingping.records.reading import read_records

HALVES = """\
scheme: halves
title: 半年 | halves
subject: units
cycle: half
levels:
  0: 无 | none
  1: 有 | some
stars:
  rule: standards
"""
STUDY = """\
criterion: study
title: 学习 | study
standards:
  1:
    require: count(studies) >= 3
"""


@pytest.mark.parametrize(
    ("on", "until"),
    [("2026-06-20", date(2026, 6, 30)), ("2026-06-30", None), ("2026-07-01", date(2026, 12, 31))],
)
def test_a_half_year_is_open_until_its_own_last_day(tmp_path, on, until):
    (tmp_path / "criteria").mkdir()
    (tmp_path / "scheme.nt").write_text(HALVES, encoding="utf-8")
    (tmp_path / "criteria" / "1.nt").write_text(STUDY, encoding="utf-8")
    (tmp_path / "units.csv").write_text("unit,name\nu1,甲\n", encoding="utf-8")
    rows = "unit,held_on,title,present,recorded\nu1,2026-02-01,,3,yes\n"
    (tmp_path / "studies.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "kept.csv").write_text("unit,register,year\nu1,studies,2026\n", encoding="utf-8")
    scheme = load_scheme(tmp_path)
    records = read_records(tmp_path, scheme, year=2026)

    told = explain(scheme, records, year=2026, subject="u1", on=date.fromisoformat(on))

    days = {
        day
        for day in (date(2026, 6, 30), date(2026, 12, 31))
        if day.isoformat() in str(told.to_json())
    }
    assert days == ({until} if until else set())


@pytest.mark.parametrize(
    ("require", "again", "zh"),
    [
        ("count(studies) <= 0", "下个半年起可再达标", "距有还差（本半年已达不到）："),
        ("count(studies over 2 periods) <= 0", "2027年1月起可再达标", "  本半年已无法改变"),
    ],
)
def test_what_is_settled_is_told_of_the_half_year(tmp_path, require, again, zh):
    (tmp_path / "criteria").mkdir()
    (tmp_path / "scheme.nt").write_text(HALVES, encoding="utf-8")
    study = STUDY.replace("count(studies) >= 3", require)
    (tmp_path / "criteria" / "1.nt").write_text(study, encoding="utf-8")
    (tmp_path / "units.csv").write_text("unit,name\nu1,甲\n", encoding="utf-8")
    rows = "unit,held_on,title,present,recorded\nu1,2026-02-01,,3,yes\n"
    (tmp_path / "studies.csv").write_text(rows, encoding="utf-8")
    kept = "unit,register,year\nu1,studies,2025\nu1,studies,2026\n"
    (tmp_path / "kept.csv").write_text(kept, encoding="utf-8")
    scheme = load_scheme(tmp_path)
    records = read_records(tmp_path, scheme, year=2026)

    told = explain(scheme, records, year=2026, subject="u1", on=date(2026, 6, 1))
    lines = told.lines("zh")

    assert any(again in line for line in lines)
    assert zh in lines
    assert "本半年已达不到有" in lines[1]
    assert not any("今年" in line for line in lines)
