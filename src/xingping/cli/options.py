"""The arguments and options that several commands share."""

from __future__ import annotations

from xingping.cli.answers import Day, Given, OneOf, Whole
from xingping.cli.asking import Argument, Option
from xingping.cli.helping import built_in
from xingping.policy.words import Text

_NAMES = built_in()

SCHEME = Argument(
    "scheme",
    Text(
        f"内置方案的名称（{'、'.join(_NAMES)}），或方案文件夹",
        f"a built-in scheme ({', '.join(_NAMES)}), or the folder of one",
    ),
    Text("方案", "SCHEME"),
)
RECORDS = Argument(
    "records",
    Text(
        ".xlsx 工作簿，或装有 CSV、Parquet 文件的文件夹",
        "an .xlsx workbook, or a folder of CSV or Parquet files",
    ),
    Text("台账", "RECORDS"),
)
YEAR = Option(
    "--year",
    Text("评定年度，如 2026", "the year to rate, such as 2026"),
    takes=Text("年度", "YEAR"),
    kind=Whole(1900, 2199, "年份，如 2026", "a year such as 2026"),
    required=True,
)
ON = Option(
    "--on",
    Text(
        "评定日，如 2026-10-31；不填为该年最后一天",
        "the day of the rating, such as 2026-10-31; the year's last day unless given",
    ),
    takes=Text("日期", "DAY"),
    kind=Day(),
)
GIVEN = Option(
    "--set given",
    Text("年度参数，如 target_score=85", "a parameter of the season, such as target_score=85"),
    takes=Text("名称=数值", "NAME=VALUE"),
    kind=Given(),
    multiple=True,
)
SEASON = (SCHEME, RECORDS, YEAR, ON, GIVEN)
FORCE = Option("--force", Text("允许覆盖已有的文件", "overwrite what is there"))


def form(*words: str) -> Option:
    """The option ``--format`` with the words it may have; the first is the default."""
    return Option(
        "--format form",
        Text(
            f"输出格式：{'、'.join(words)}；默认 {words[0]}",
            f"output format: {', '.join(words)}; {words[0]} by default",
        ),
        takes=Text("格式", "FORMAT"),
        kind=OneOf(words),
    )


def output(zh: str, en: str, *, required: bool = False) -> Option:
    """The option ``-o``, with what the file is for."""
    return Option("-o --output", Text(zh, en), takes=Text("文件", "FILE"), required=required)
