import pytest

from tests.records.given import ACTIVITIES, UNITS, folder, read
from xingping.policy.scheme.load import load_scheme
from xingping.records.draft import Origins, said
from xingping.records.reading import read_records
from xingping.records.table import RecordsFaultyError


def test_origins_are_made_when_asked_for(tmp_path):
    rows = "u1,2026-03-01,study,是,是\n"
    origin = (
        read(folder(tmp_path, units=UNITS, activities=ACTIVITIES + rows * 3))
        .tables["activities"]
        .origin
    )

    assert len(origin) == 3
    assert list(origin) == ["activities.csv:2", "activities.csv:3", "activities.csv:4"]
    assert list(origin[1:]) == ["activities.csv:3", "activities.csv:4"]
    assert origin[-1] == "activities.csv:4"
    with pytest.raises(IndexError):
        Origins("x", [1])[1]


def test_a_stored_value_is_said_as_people_write_it():
    assert said(1850, 100) == "18.5"
    assert said(-5, 100) == "-0.05"
    assert said(1800, 100) == "18"
    assert said(12, 1) == "12"
    assert said(True, 1) == "是"
    assert said(False, 1) == "否"
    assert said("文\n体", 1) == "文 体"


REPORTS = """\
registers:
  reports:
    title: 月报 | report
    counted: 份 | report
    date: sent_on
    unique: sent_on
    fields:
      sent_on: 日期 | sent on | day
"""


def test_a_day_that_stands_twice_is_said_as_a_day(tmp_path):
    (tmp_path / "registers.nt").write_text(REPORTS, encoding="utf-8")
    (tmp_path / "scheme.nt").write_text(
        "scheme: s\ntitle: s\nsubject: units\ncycle: year\nlevels:\n  0: 无\n"
        "results:\n  score:\n    title: 分\n    rule: count(reports)\n",
        encoding="utf-8",
    )
    scheme = load_scheme(tmp_path)
    (tmp_path / "units.csv").write_text("unit,name\nu1,甲\n", encoding="utf-8")
    rows = "u1,2026-03-28\n" * 2
    (tmp_path / "reports.csv").write_text("unit,sent_on\n" + rows, encoding="utf-8")

    with pytest.raises(RecordsFaultyError) as raised:
        read_records(tmp_path, scheme, year=2026)

    (fault,) = raised.value.faults
    assert fault.value == "2026-03-28"
