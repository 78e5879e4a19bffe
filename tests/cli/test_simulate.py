import csv
import io
import json
import shutil

import pytest

from xingping.policy.scheme.load import find_scheme

BASE = ("--year", "2026", "--base", "target_score=85")


def test_a_changed_parameter_says_who_falls_and_why(call, office):
    result = call("simulate", "office-branches", office, *BASE, "--set", "target_score=88")

    assert result.exit_code == 0, result.stderr
    assert "现行 → 改后（目标考核分=88）" in result.stdout
    assert "上升0个，下降1个，不变13个。" in result.stdout
    assert "A-S3.13" in result.stdout


def test_the_years_ahead_are_spreads_with_what_they_come_from(call, office):
    result = call(
        "simulate",
        "office-branches",
        office,
        *BASE,
        "--years",
        "3",
        "--draws",
        "100",
        "--lang",
        "en",
    )

    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("Drawn from the records of 2024, 2025, 2026")
    assert [line for line in result.stdout.splitlines() if line in {"2027", "2028", "2029"}]


def test_the_object_of_json_has_both_parts(call, office):
    words = ("--set", "target_score=88", "--years", "1", "--draws", "100", "--format", "json")
    told = json.loads(call("simulate", "office-branches", office, *BASE, *words).stdout)

    assert len(told["changes"]) == 14
    assert {change["move"] for change in told["changes"]} == {"falls", "same"}
    assert told["projection"]["from"]["years"] == [2024, 2025, 2026]


def test_the_table_opens_in_a_spreadsheet_and_the_picture_is_written(call, office, tmp_path):
    table, drawing = tmp_path / "moves.csv", tmp_path / "levels.svg"
    words = ("--set", "target_score=88", "--format", "csv", "-o", table, "--picture", drawing)

    assert call("simulate", "office-branches", office, *BASE, *words).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"))))
    assert len(rows) == 14
    assert rows[0]["变化"] == "下降"
    assert drawing.read_text("utf-8").startswith("<svg ")


def test_another_scheme_over_the_same_records(call, office):
    result = call("simulate", "office-branches", office, *BASE, "--against", "office-branches")

    assert "上升0个，下降0个，不变14个。" in result.stdout


def test_a_scheme_that_rates_others_is_refused(call, office):
    result = call("simulate", "office-branches", office, *BASE, "--against", "county-members")

    assert result.exit_code == 2
    assert "评定的对象" in result.stderr


def test_nothing_to_change_is_a_usage_error_that_says_what_to_add(call, office):
    result = call("simulate", "office-branches", office, *BASE)

    assert result.exit_code == 2
    assert "--set" in result.stderr


def test_a_base_that_is_missing_is_named(call, office):
    result = call(
        "simulate", "office-branches", office, "--year", "2026", "--set", "target_score=88"
    )

    assert result.exit_code == 2
    assert "目标考核分" in result.stderr


def test_a_value_of_the_scheme_is_changed_by_its_path(call, office):
    words = ("--set", "criteria.13.standards.3.require=rank <= 1")
    result = call("simulate", "office-branches", office, *BASE, *words)

    assert result.exit_code == 0, result.stderr
    assert "A-S3.13" in result.stdout
    assert "下降0个" not in result.stdout


def test_a_path_that_leads_nowhere_is_told_with_what_is_near(call, office):
    result = call("simulate", "office-branches", office, *BASE, "--set", "bandz.3=score < 60")

    assert result.exit_code == 1
    assert "bands" in result.stderr + result.stdout


def test_the_picture_and_the_output_are_two_files(call, office, tmp_path):
    place = tmp_path / "both"
    changed = (*BASE, "--set", "target_score=88")

    result = call("simulate", "office-branches", office, *changed, "-o", place, "--picture", place)

    assert result.exit_code == 2
    assert "是同一个文件" in result.stderr
    assert not place.exists()


@pytest.mark.parametrize("option", ["-o", "--picture"])
@pytest.mark.parametrize("role", ["scheme", "against"])
def test_no_file_of_a_scheme_is_written_over(call, office, tmp_path, option, role):
    mine = shutil.copytree(find_scheme("office-branches"), tmp_path / "office-branches")
    before = (mine / "scheme.nt").read_bytes()
    words = (mine, office, *BASE, "--set", "target_score=88")
    if role == "against":
        words = ("office-branches", office, *BASE, "--against", mine)

    result = call("simulate", *words, option, mine / "scheme.nt")

    assert result.exit_code == 2, result.stderr
    assert "覆盖" in result.stderr
    assert (mine / "scheme.nt").read_bytes() == before
