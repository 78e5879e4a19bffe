"""What may stand behind an option: a year, a day, one of a few words, a setting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from typing import NoReturn

import click

from xingping.cli.usage import UsageFaultError
from xingping.policy.words import Text

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def _refuse(param: click.Parameter | None, ctx: click.Context | None, zh: str, en: str) -> NoReturn:
    name = max(param.opts, key=len) if param else ""
    if isinstance(param, click.Argument):
        called: Text = getattr(param, "called", Text(name, name))
        raise UsageFaultError(f"{called.zh}{zh}", f"{called.en} {en}", ctx)
    raise UsageFaultError(f"{name} {zh}".strip(), f"{name} {en}".strip(), ctx)


class Whole(click.ParamType[int]):
    """A whole number between two bounds, both included."""

    name = "whole"

    def __init__(self, low: int, high: int, zh: str, en: str) -> None:
        self.low, self.high, self.zh, self.en = low, high, zh, en

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number written."""
        written = str(value).strip()
        if re.fullmatch(r"[+-]?\d{1,15}", written) and self.low <= int(written) <= self.high:
            return int(written)
        _refuse(param, ctx, f"应为{self.zh}，写的是“{written}”", f"is {self.en}, not '{written}'")


class Day(click.ParamType[date]):
    """A day of the calendar."""

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day written."""
        if isinstance(value, date):
            return value
        written = str(value).strip()
        parts = _DAY.fullmatch(written)
        if parts:
            try:
                return date(int(parts[1]), int(parts[2]), int(parts[3]))
            except ValueError:
                _refuse(
                    param,
                    ctx,
                    f"：日历上没有“{written}”这一天，请核对",
                    f"names a day that does not exist, '{written}'; check it",
                )
        _refuse(
            param,
            ctx,
            f"应为日期，如 2026-10-31，写的是“{written}”",
            f"is a day such as 2026-10-31, not '{written}'",
        )


class OneOf(click.ParamType[str]):
    """One of a few words."""

    name = "word"

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The word meant."""
        written = str(value).strip().lower()
        if written in self.words:
            return written
        near = get_close_matches(written, self.words, n=1)
        zh = f"，是不是“{near[0]}”？" if near else ""
        en = f"; did you mean '{near[0]}'?" if near else ""
        _refuse(
            param,
            ctx,
            f"可以是 {'、'.join(self.words)}，写的是“{value}”{zh}",
            f"is one of {', '.join(self.words)}, not '{value}'{en}",
        )


class Given(click.ParamType[tuple[str, str]]):
    """A parameter and its value, as ``name=value``."""

    name = "setting"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Name and value."""
        if isinstance(value, tuple):
            return (str(value[0]), str(value[1]))
        name, equals, given = str(value).replace("＝", "=", 1).partition("=")
        if not equals or not name.strip() or not given.strip():
            _refuse(
                param,
                ctx,
                f"应写成“名称=数值”，写的是“{value}”",
                f"is written NAME=VALUE, not '{value}'",
            )
        return name.strip(), given.strip()
