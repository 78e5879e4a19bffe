"""Commands, options and arguments that explain themselves in two languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from xingping.cli.answers import OneOf
from xingping.cli.helping import help_page, usage_line
from xingping.cli.saying import LANG, LANGS, show
from xingping.cli.usage import UsageFaultError
from xingping.policy.words import Text

Act = Callable[[click.Context], None]


class Option(click.Option):
    """An option; ``told``: what it is for; ``takes``: what its value is called, None for a switch.

    ``names``: its spellings, and perhaps the name of the parameter it becomes. ``act``: what to
    do at once when it is given, instead of passing it on.
    """

    def __init__(
        self,
        names: str,
        told: Text,
        *,
        takes: Text | None = None,
        kind: click.ParamType[Any] | None = None,
        required: bool = False,
        multiple: bool = False,
        act: Act | None = None,
    ) -> None:
        super().__init__(
            names.split(),
            type=None if takes is None else kind or click.STRING,
            required=required,
            multiple=multiple,
            is_flag=True if takes is None else None,  # False would let a value be left out
            is_eager=act is not None,
            expose_value=act is None,
            callback=_acting(act) if act else None,
        )
        self.told, self.takes = told, takes


def _acting(act: Act) -> Callable[[click.Context, click.Parameter, object], None]:
    def callback(ctx: click.Context, _: click.Parameter, value: object) -> None:
        if value and not ctx.resilient_parsing:
            act(ctx)

    return callback


class Argument(click.Argument):
    """An argument; ``told``: what it is; ``called``: its name in usage lines."""

    def __init__(
        self,
        name: str,
        told: Text,
        called: Text,
        kind: click.ParamType[Any] | None = None,
        *,
        required: bool = True,
    ) -> None:
        super().__init__([name], type=kind or click.STRING, required=required)
        self.told, self.called = told, called


class Command(click.Command):
    """A command; ``examples`` are lines to copy, {scheme} standing for a built-in one."""

    def __init__(
        self,
        name: str,
        callback: Callable[..., object],
        params: Sequence[click.Parameter],
        *,
        told: Text,
        more: Sequence[Text] = (),
        examples: Sequence[str] = (),
    ) -> None:
        super().__init__(
            name, callback=callback, params=[*params, LANGUAGE, HELP], add_help_option=False
        )
        self.told, self.more, self.examples = told, more, examples

    def get_help(self, ctx: click.Context) -> str:
        """The page that ``--help`` prints."""
        return help_page(ctx, self.told, self.more, self.examples)

    def get_usage(self, ctx: click.Context) -> str:
        """The line that says how to call it."""
        return usage_line(ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words, and refuse those that no argument takes."""
        ctx.allow_extra_args = True
        try:
            super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # some of click's findings do not say where they arose
            raise
        if ctx.args and not ctx.resilient_parsing:
            words = " ".join(ctx.args)
            raise UsageFaultError(
                f"多出了“{words}”；名称或路径中有空格的，请加引号",
                f"'{words}' is too much; put names and paths with spaces in quotes",
                ctx,
            )
        return ctx.args


def _show_help(ctx: click.Context) -> None:
    show(ctx.get_help())
    ctx.exit()


def _heard(_: click.Context) -> None:
    """The language was settled before the words were read; here it is only checked."""


HELP = Option("--help", Text("显示本说明", "show this page"), act=_show_help)
LANGUAGE = Option(
    LANG,
    Text(
        "输出语言：zh 中文（默认），en 英文",
        "language: zh for Chinese (the default), en for English",
    ),
    takes=Text("zh|en", "zh|en"),
    kind=OneOf(LANGS),
    act=_heard,
)
