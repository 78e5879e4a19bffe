import pytest


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (
            ("rate", "office-branches"),
            "缺少“台账”：.xlsx 工作簿，或装有 CSV、Parquet 文件的文件夹",
            "RECORDS is missing: an .xlsx workbook, or a folder of CSV or Parquet files",
        ),
        (
            ("rate", "office-branches", "x"),
            "缺少选项 --year：评定年度，如 2026",
            "the option --year is missing: the year to rate, such as 2026",
        ),
        (
            ("rate", "a", "b", "--yaer", "2026"),
            "没有选项“--yaer”，是不是“--year”？",
            "there is no option '--yaer'; did you mean '--year'?",
        ),
        (("rate", "--zzz"), "没有选项“--zzz”", "there is no option '--zzz'"),
        (
            ("rate", "a", "b", "--year"),
            "选项 --year 后面缺少内容：评定年度，如 2026",
            "the option --year needs a value: the year to rate, such as 2026",
        ),
        (
            ("sample", "office", "-o", "x", "--force=1"),
            "选项 --force 后面不带内容",
            "the option --force takes no value",
        ),
        (
            ("check", "a", "b c"),
            "多出了“b c”；名称或路径中有空格的，请加引号",
            "'b c' is too much; put names and paths with spaces in quotes",
        ),
        (
            ("--lang", "fr"),
            "--lang 可以是 zh、en，写的是“fr”",
            "--lang is one of zh, en, not 'fr'",
        ),
    ],
)
def test_a_command_line_that_cannot_be_carried_out_is_told_in_both_languages(call, words, zh, en):
    chinese, english = call(*words), call("--lang", "en", *words)

    assert (chinese.exit_code, chinese.stdout) == (2, "")
    assert chinese.stderr.splitlines()[0] == zh
    if "fr" not in words:
        assert english.exit_code == 2
        assert english.stderr.splitlines()[0] == en


def test_a_usage_error_shows_how_the_command_is_called(call):
    assert call("rate").stderr.splitlines()[2:] == [
        "用法：xingping rate [选项] 方案 台账",
        "说明：xingping rate --help",
    ]
