import pytest

from tests.records.given import ACTIVITIES, UNITS, folder, read
from xingping.records.draft import Origins, said


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
