"""What is said about a cell that cannot be read: what was expected, and what to do."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction

from xingping.policy.words import Text


@dataclass(frozen=True, slots=True)
class Problem:
    """What was expected in a cell, and what to do."""

    expected: Text
    todo: Text


def _say(zh: str, en: str, todo_zh: str, todo_en: str) -> Problem:
    return Problem(Text(zh, en), Text(todo_zh, todo_en))


CHECK = Text("请核对后改正", "check and correct it")
CHOOSE = Text("请改填其中一项", "write one of them")
_TOTALS = {"合计", "总计", "小计", "共计", "累计", "平均", "total", "totals", "sum", "average"}
NO_NUMBER = _say("应为数字", "a number is expected", "请只填数字", "write digits only")
PERCENT = _say(
    "应为数字，不是百分数",
    "a number is expected, not a percentage",
    "请填不带 % 的数，并把单元格格式改为“常规”",
    "write the number without %, in a cell of general format",
)
THOUSANDS = _say(
    "数字不能带千位分隔符",
    "a number has no thousands separators",
    "请去掉分隔符，如 1000",
    "leave the separators out: 1000",
)
POWER = _say(
    "数字不能写成科学记数法",
    "a number is not written as a power of ten",
    "请写出全部数字，如 100000",
    "write all digits: 100000",
)
NO_YES = _say(
    "应为“是”或“否”",
    "yes or no is expected",
    "请改填其中一个",
    "write one of the two",
)
NO_DAY = _say(
    "应为日期",
    "a date is expected",
    "请填成 2026-03-01 或 2026年3月1日",
    "write it as 2026-03-01",
)
NUMBER_FOR_DAY = _say(
    "应为日期，不是数字",
    "a date is expected, not a number",
    "请把单元格格式改为“日期”，或填成 2026-03-01",
    "give the cell a date format, or write 2026-03-01",
)
NO_SUCH_DAY = _say(
    "没有这一天", "there is no such day", "请核对年月日", "check year, month and day"
)
NO_ID = _say("编号应为文本", "an id is text", "请把单元格格式改为“文本”后重填", "write it as text")
LONG_ID = _say(
    "编号是超过 15 位的数字，末尾几位可能已丢失",
    "this id is a number of more than 15 digits; the last ones may be lost",
    "请把单元格格式改为“文本”后重新填写编号",
    "give the cell the text format and write the id again",
)
EMPTY = _say("不能空着", "this cell has to be filled in", "请补填", "fill it in")
_ODD = {
    "error": _say(
        "单元格是公式错误值",
        "the cell holds an Excel error value",
        "请修正公式，或直接填写数值",
        "mend the formula, or write the value",
    ),
    "formula": _say(
        "公式没有保存的计算结果",
        "the formula has no stored result",
        "请用 Excel 或 WPS 打开并保存一次，或直接填写数值",
        "open and save the file in Excel or WPS once, or write the value",
    ),
    "percent": PERCENT,
    "time": _say(
        "日期不能带时间",
        "a date has no time of day",
        "请去掉时间，只留年月日",
        "leave the time out",
    ),
    "serial": NO_SUCH_DAY,
    "kind": _say(
        "应为单个的文字、数字或日期",
        "one text, number or day is expected",
        "请换成文本、数字或日期类型的列",
        "make it a column of text, numbers or dates",
    ),
}


def odd(kind: str) -> Problem:
    """What to do about a cell without a value to read."""
    return _ODD[kind]


def plain(value: Fraction) -> str:
    """A limit as people write it: 100, 0.5."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return format(exact.normalize(), "f")


def out_of_limits(low: Fraction, high: Fraction, *, negative: bool = False) -> Problem:
    """A number below ``low`` or above ``high``."""
    if negative and low == 0:
        return _say(
            "不能是负数", "a number is not negative", "请核对后改正", "check and correct it"
        )
    zh, en = (
        f"应在 {plain(low)} 至 {plain(high)} 之间",
        f"from {plain(low)} to {plain(high)} is expected",
    )
    return _say(zh, en, "请核对后改正", "check and correct it")


def too_fine(step: Fraction) -> Problem:
    """A number that is no multiple of ``step``."""
    if step == 1:
        return _say("应为整数", "a whole number is expected", "请填整数", "write a whole number")
    if step == Fraction(1, 100):
        return _say(
            "最多两位小数",
            "at most two decimals are expected",
            "请四舍五入到 0.01",
            "round it to 0.01",
        )
    zh, en = f"应为 {plain(step)} 的倍数", f"a multiple of {plain(step)} is expected"
    return _say(zh, en, "请核对后改正", "check and correct it")


def far_away(year: int, reach: int) -> Problem:
    """A day or year too far from the rated year to be meant."""
    return _say(
        f"与评定年度 {year} 相差超过 {reach} 年",
        f"this is more than {reach} years from the rated year {year}",
        "请核对年份",
        "check the year",
    )


def not_listed(written: str, allowed: Text, names: Iterable[str]) -> Problem:
    """A word that is not on the list; without ``names`` none like it is looked for."""
    expected = Text(f"应为其中之一：{allowed.zh}", f"one of these is expected: {allowed.en}")
    near = _near(written, names)
    return Problem(expected, CHOOSE if near == CHECK else near)


def _near(written: str, names: Iterable[str]) -> Text:
    """The nearest name, or plain advice."""
    near = get_close_matches(written, dict.fromkeys(names), n=1)
    if near:
        return Text(f"是不是“{near[0]}”？", f"did you mean '{near[0]}'?")
    return CHECK


STAR_ID = _say(
    "编号不能是 *",
    "an id cannot be *",
    "* 在台账建立情况中代表所有单位",
    "* stands for all units in `kept`",
)


def twice(first: str) -> Problem:
    """An id that another row has too."""
    return _say(
        f"编号重复，已见于 {first}",
        f"this id stands at {first} too",
        "请删去重复行或改正编号",
        "delete the row or correct the id",
    )


def unknown_id(
    written: str, title: Text, known: Collection[object], *, near: bool = True
) -> Problem:
    """An id that its register does not have; ``near``: whether to look for one like it."""
    names = [name for name in known if isinstance(name, str) and name != "*"] if near else []
    expected = Text(f"“{title.zh}”中没有这个编号", f"no {title.en} has this id")
    if written.replace(" ", "").casefold() in _TOTALS:
        return Problem(
            expected,
            Text("像是合计行，请删去整行", "this looks like a row of totals; delete the row"),
        )
    todo = _near(written, names) if len(names) <= _COMPARED else CHECK
    if todo == CHECK:
        return Problem(expected, Text(f"请核对，或补进“{title.zh}”", "check it, or add it there"))
    return Problem(expected, todo)


_COMPARED = 5_000  # comparing with more names would take longer than reading the file


def above_other(bound: Text, most: str) -> Problem:
    """A number above the field that bounds it."""
    return _say(
        f"不能大于“{bound.zh}”（{most}）",
        f"this is above '{bound.en}' ({most})",
        "请核对两个数",
        "check both numbers",
    )


def said_twice(first: str, *, agree: bool) -> Problem:
    """A second row where there may be one."""
    if agree:
        return _say(
            f"与 {first} 不一致",
            f"this differs from {first}",
            "请只保留一行",
            "keep one of the rows",
        )
    return _say(
        f"已有一行，见 {first}",
        f"there is one at {first} already",
        "请只保留一行",
        "keep one of the rows",
    )


def too_many(count: int, limit: int) -> Problem:
    """More rows of one subject than sums are proven for."""
    return _say(
        f"共 {count} 行，超过每个对象 {limit} 行的上限",
        f"{count} rows: more than the limit of {limit} for one subject",
        "请核对编号，或合并记录",
        "check the id, or merge the records",
    )
