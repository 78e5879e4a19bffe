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
