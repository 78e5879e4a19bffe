"""What a season sets: the year, the day, the parameters; each checked against the scheme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction

from xingping.policy.language.tree import Kind
from xingping.policy.scheme.outcome import Parameter
from xingping.policy.scheme.plain import as_number
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Lang, Text
from xingping.rating.compile.setting import Setting
from xingping.rating.compiled import compile_setting
from xingping.records.written import clean, shown

Given = Mapping[str, object]
_PERCENT = Fraction(1, 100)  # points, money, years and counts are no parts of one


class SeasonError(Exception):
    """A season that cannot be rated: a usage error, in both languages."""

    def __init__(self, *what: Text) -> None:
        super().__init__("; ".join(text.en for text in what))
        self.what = what

    def say(self, lang: Lang = "zh") -> str:
        """What is wrong and what to do."""
        return "\n".join(text(lang) for text in self.what)


def season(
    scheme: Scheme, year: int, on: date | None, given: Given, *, reach: bool = False
) -> Setting:
    """The setting for a year and a day (the year's last unless given).

    Raises SeasonError for a parameter that is missing, unknown or out of its bounds, a year
    outside the campaign, or a day before the year's first.
    """
    wrong: list[Text] = []
    parameters = _parameters(scheme, given, wrong)
    if not 1900 <= year <= 2199:  # noqa: PLR2004 -- the years a record may have
        raise SeasonError(
            Text(
                f"年度 {year} 不在 1900 至 2199 之间",
                f"the year {year} is not between 1900 and 2199",
            )
        )
    first, last = date(year, 1, 1), date(year, 12, 31)
    day = last if on is None else on
    if day < first:
        wrong.append(
            Text(
                f"评定日 {day} 早于年度第一天 {first}，请改用该日或以后的日期",
                f"the day of the rating {day} is before the year's first day {first}; "
                "give that day or a later one",
            )
        )
    if wrong:
        raise SeasonError(*wrong)
    setting = Setting.of(scheme, year, day.toordinal(), parameters, reach=reach)
    _check_campaign(setting)
    _check_conditions(setting)
    return setting


def _parameters(scheme: Scheme, given: Given, wrong: list[Text]) -> dict[str, Fraction | str]:
    found: dict[str, Fraction | str] = {}
    titles = {p.title.zh: p.id for p in scheme.parameters.values()}
    for name, value in given.items():
        known = scheme.parameters.get(titles.get(name, name))
        if known is None:
            wrong.append(_unknown(name, scheme))
            continue
        taken = _value(known, value)
        if isinstance(taken, Text):
            wrong.append(taken)
        else:
            found[known.id] = taken
    for parameter in scheme.parameters.values():
        if parameter.id in found or any(parameter.id in {n, titles.get(n)} for n in given):
            continue
        if parameter.default is not None:
            found[parameter.id] = parameter.default
        elif parameter.needed:
            wrong.append(_missing(parameter))
    return found


def _unknown(name: str, scheme: Scheme) -> Text:
    near = get_close_matches(name, scheme.parameters, n=1)
    zh = (
        f"，是不是“{near[0]}”？"
        if near
        else f"，可用的参数：{'、'.join(scheme.parameters) or '无'}"
    )
    en = (
        f"; did you mean '{near[0]}'?"
        if near
        else f"; known: {', '.join(scheme.parameters) or 'none'}"
    )
    return Text(f"方案没有参数“{name}”{zh}", f"the scheme has no parameter '{name}'{en}")


def _missing(parameter: Parameter) -> Text:
    title, clause = parameter.title, parameter.clause
    zh = f"（{clause}）" if clause else ""
    en = f" ({clause})" if clause else ""
    return Text(
        f"尚未设定参数“{title.zh}”{zh}，本年度无法评定；请加 --set {parameter.id}=数值",
        f"the parameter '{title.en}'{en} is not set, so the season cannot be rated; "
        f"add --set {parameter.id}=VALUE",
    )


def _value(parameter: Parameter, value: object) -> Fraction | str | Text:
    kind = parameter.type.kind
    if kind in {Kind.TEXT, Kind.CHOICE, Kind.LEVEL}:
        return str(value)
    number, written = _number(value), shown(str(value))
    if number is None:
        return Text(
            f"参数“{parameter.title.zh}”应为数字，写的是“{written}”；请改为 --set {parameter.id}=数值",
            f"the parameter '{parameter.title.en}' is a number, not '{written}'; "
            f"write --set {parameter.id}=VALUE",
        )
    low, high, step = parameter.low, parameter.high, parameter.step
    if step >= _PERCENT and written.rstrip().endswith(("%", "％")):
        return Text(
            f"参数“{parameter.title.zh}”不是百分数，写的是 {written}，请去掉百分号",
            f"the parameter '{parameter.title.en}' is no percentage; leave the sign of {written} out",
        )
    if (low is not None and number < low) or (high is not None and number > high):
        return Text(
            f"参数“{parameter.title.zh}”应在 {_said(low)} 至 {_said(high)} 之间，写的是 {written}",
            f"the parameter '{parameter.title.en}' lies between {_said(low)} and {_said(high)}, "
            f"not {written}",
        )
    if step and (number / step).denominator != 1:
        return Text(
            f"参数“{parameter.title.zh}”应为 {_said(step)} 的整数倍，写的是 {written}",
            f"the parameter '{parameter.title.en}' is a multiple of {_said(step)}, not {written}",
        )
    return number


def _number(value: object) -> Fraction | None:
    if isinstance(value, Fraction | int | Decimal) and not isinstance(value, bool):
        return Fraction(value)
    return as_number(clean(str(value)))


def _said(value: Fraction | None) -> str:
    if value is None:
        return "—"
    return str(value.numerator) if value.denominator == 1 else str(float_free(value))


def float_free(value: Fraction) -> Decimal:
    """A fraction as a decimal, exactly where it is one."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def _check_campaign(setting: Setting) -> None:
    """Years outside the campaign are an error where its first year is known."""
    campaign, year = setting.scheme.campaign, setting.campaign_year
    if campaign and year is not None and not 1 <= year <= campaign:
        first = setting.year - year + 1
        last = first + campaign - 1
        raise SeasonError(
            Text(
                f"年度 {setting.year} 不在创建期 {first} 至 {last} 年之内，请核对创建首年（first_year）",
                f"the year {setting.year} is outside the campaign {first} to {last}; "
                "check first_year",
            )
        )


def _check_conditions(setting: Setting) -> None:
    if not setting.scheme.checks:
        return
    compiled = compile_setting(setting)
    for check in setting.scheme.checks.values():
        condition = compiled.whole.condition(check.rule)
        if not compiled.numbers((condition.lo,), {})[0]:
            raise SeasonError(
                Text(
                    f"参数不符合方案的条件“{check.rule.text}”，请核对后重设",
                    f"the parameters do not meet the scheme's condition '{check.rule.text}'; "
                    "check them and set them anew",
                )
            )
