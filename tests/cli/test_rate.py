import csv
import io
import json

import openpyxl
import pytest

from xingping.cli.width import width
from xingping.policy.scheme.load import load_scheme
from xingping.rating.rate import rate
from xingping.records.reading import read_records


def test_json_is_one_array_on_stdout_and_nothing_else(rate_office, office):
    result = rate_office("--format", "json")
    scheme = load_scheme("office-branches")
    rated = rate(
        scheme,
        read_records(office, scheme, year=2026),
        year=2026,
        parameters={"target_score": "85"},
    )

    assert result.exit_code == 0
    assert json.loads(result.stdout) == rated.to_json()
    assert result.stdout.endswith("}\n]\n")
    assert len(result.stdout.splitlines()) == len(rated.ratings) + 2
    assert "\\u" not in result.stdout


def test_notes_go_to_stderr_in_the_language_asked_for(rate_office):
    assert rate_office("--format", "json").stderr.startswith("提示：")
    assert rate_office("--format", "json", "--lang", "en").stderr.startswith("note: ")


def test_csv_has_a_row_a_subject_and_a_column_a_value(rate_office, ratings):
    result = rate_office("--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))

    assert [row["subject"] for row in rows] == [one["subject"] for one in ratings]
    assert [row["score"] for row in rows] == [one["score"] for one in ratings]
    assert rows[0]["criteria.8.5"] == ratings[0]["criteria"]["8"]["5"]
    assert rows[0]["items.1"] == ratings[0]["items"]["1"]
    assert not result.stdout.startswith("\ufeff")


def test_a_csv_file_is_for_excel_a_stream_for_programs(rate_office, here):
    result = rate_office("-o", "result.csv")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith("已写出 result.csv\n")
    assert (here / "result.csv").read_bytes().startswith(b"\xef\xbb\xbfrank,subject,name")


def test_a_workbook_has_numbers_as_numbers_and_chinese_heads(rate_office, ratings, here):
    rate_office("-o", "result.xlsx")
    book = openpyxl.load_workbook(here / "result.xlsx")
    sheet = book["评定结果"]
    heads = [cell.value for cell in sheet[1]]
    first = dict(zip(heads, sheet[2], strict=True))

    assert sheet.max_row == len(ratings) + 1
    assert sheet.freeze_panes == "D2"
    assert (first["考核分"].value, first["考核分"].number_format) == (
        float(ratings[0]["score"]),
        "0.00",
    )
    assert first["8 无因工作失误被通报批评或责任追究·五星级"].value == "待定"
    assert first["状态"].value == "待定"
    assert book["说明"]["A1"].value.startswith("机关星级党支部创建，2026 年，评定日 2026-12-31")


def test_the_same_workbook_comes_out_every_time(rate_office, here):
    for name in ("one.xlsx", "two.xlsx"):
        rate_office("-o", name)

    assert (here / "one.xlsx").read_bytes() == (here / "two.xlsx").read_bytes()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_table_fits_a_page_and_says_states_in_words(rate_office, lang):
    lines = rate_office("--lang", lang).stdout.splitlines()

    assert max(map(width, lines)) <= 100
    states = {line.split()[-1] for line in lines[5:19]}
    assert ("一票否决" if lang == "zh" else "vetoed") in states
    assert lines[-1].startswith("参数：" if lang == "zh" else "Parameters: ")


def test_the_table_of_a_county_is_in_the_order_of_rank_and_fits(call, county):
    result = call("rate", "county-branches", county, "--year", 2026, "--set", "first_year=2024")
    lines = result.stdout.splitlines()
    ranks = [line.split()[0] for line in lines[4 : 4 + 109]]

    assert result.exit_code == 0
    assert max(map(width, lines)) <= 100
    assert ranks[:3] == ["1", "2", "3"]
    assert ranks[-1] == "-"
    assert any(line.startswith("入选线上并列 3 个，须按程序决定：v083 ") for line in lines)


def test_the_format_follows_the_name_of_the_file_unless_it_is_given(rate_office, ratings, here):
    rate_office("-o", "a.json")
    rate_office("-o", "b.txt", "--format", "json")
    rate_office("-o", "c.txt")

    assert json.loads((here / "a.json").read_text("utf-8")) == ratings
    assert (here / "a.json").read_bytes() == (here / "b.txt").read_bytes()
    assert (here / "c.txt").read_text("utf-8") == rate_office().stdout


def test_a_report_is_written_only_where_there_is_something_to_report(rate_office, mine, here):
    sound = rate_office("--report", "errors.xlsx")
    spoilt = mine / "units.csv"
    spoilt.write_text(spoilt.read_text("utf-8").replace("u02,", "u01,", 1), "utf-8")

    assert not (here / "errors.xlsx").exists()
    assert "台账没有差错，未写 errors.xlsx" in sound.stderr

    faulty = rate_office("--report", "errors.xlsx", "-o", "result.xlsx", records=mine)

    assert (faulty.exit_code, faulty.stdout) == (1, "")
    assert faulty.stderr.endswith("已写出 errors.xlsx：差错处已标出，改正后重新评定\n")
    assert sorted(path.name for path in here.iterdir()) == ["errors.xlsx"]
    assert "问题清单" in openpyxl.load_workbook(here / "errors.xlsx").sheetnames


def test_a_day_and_a_season_that_do_not_fit_are_usage_errors(call, office, rate_office):
    early = rate_office("--on", "2025-12-31")
    missing = call("rate", "office-branches", office, "--year", 2026)
    unknown = rate_office("--set", "target_scores=85")
    twice = rate_office("--set", "target_score=86")

    assert [one.exit_code for one in (early, missing, unknown, twice)] == [2, 2, 2, 2]
    assert early.stderr.startswith("评定日 2025-12-31 早于年度第一天 2026-01-01")
    assert missing.stderr == (
        "尚未设定参数“目标考核分”（A-S3.13），本年度无法评定；请加 --set target_score=数值\n"
    )
    assert unknown.stderr == "方案没有参数“target_scores”，是不是“target_score”？\n"
    assert twice.stderr.startswith("--set target_score 写了两次，数值不同，请只留一个\n")


@pytest.mark.parametrize("option", ["-o", "--report"])
def test_an_empty_name_is_no_file(rate_office, option):
    result = rate_office(option, "")

    assert result.exit_code == 2
    assert result.stdout == ""


def test_an_empty_path_is_not_the_folder_one_stands_in(rate_office):
    result = rate_office(records="")

    assert result.exit_code == 2
    assert result.stderr.startswith("没有写明台账的路径")


def test_a_report_of_faults_is_a_workbook(rate_office, here):
    result = rate_office("--report", "errors.txt")

    assert result.exit_code == 2
    assert ".xlsx" in result.stderr
