"""The command ``xingping``: its commands by name, each loaded when it is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from functools import partial
from importlib import import_module
from typing import NoReturn

import click

from xingping import __version__
from xingping.cli.asking import HELP, LANGUAGE, Option
from xingping.cli.calling import NAME
from xingping.cli.helping import help_page, usage_line
from xingping.cli.refusing import run
from xingping.cli.saying import language_of, show, speak
from xingping.cli.streams import speak_utf8
from xingping.cli.usage import no_command
from xingping.policy.words import Text

TITLES = {
    "demo": Text(
        "造一年的样例并评定，附带说明：先看这个",
        "make a sample year and rate it, with reasons: start here",
    ),
    "new": Text("新建一个方案文件夹", "start a scheme folder"),
    "check": Text("检查方案，列出全部差错", "check a scheme and list every fault"),
    "fmt": Text("把方案改写成统一的格式", "rewrite a scheme in one style"),
    "show": Text("把方案写成人读的样子（网页、文档）", "show a scheme as its readers want it"),
    "template": Text("生成要填写的台账工作簿", "make the workbook to fill in"),
    "rate": Text("按方案评定一个年度", "rate a year by a scheme"),
    "explain": Text(
        "逐条说明一个对象的结果，和离上一级的差距",
        "explain one result, and the gap to the next level",
    ),
    "cutline": Text("名额与入选线", "the places, and the cut line"),
    "diff": Text("两个方案有何不同", "what differs between two schemes"),
    "digest": Text("方案的摘要，供地方调整核对", "the digest of a scheme, for overlays"),
    "sample": Text("造一套样例台账", "make sample records"),
    "simulate": Text(
        "试算：改了规则谁升谁降，目标能否实现", "try changed rules; look ahead to the targets"
    ),
    "doctor": Text(
        "检验方案：矛盾、缺口、不起作用之处", "examine a scheme: contradictions, gaps, dead parts"
    ),
}


class Program(click.Group):
    """The group of commands; ``titles`` says what each is for without loading it."""

    titles = TITLES

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """The commands, in the order in which a newcomer needs them."""
        return list(self.titles)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- click's signature
        """Load one command."""
        if cmd_name not in self.titles:
            return None
        command: click.Command = import_module(f"xingping.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command meant; say which are near if there is none."""
        name, *rest = args
        command = self.get_command(ctx, name)
        if command is None:
            near = get_close_matches(name, self.titles, n=1)
            error = no_command(name, near, list(self.titles))
            error.ctx = ctx
            raise error
        return name, command, rest

    def get_help(self, ctx: click.Context) -> str:
        """The page that ``--help`` prints."""
        told = Text(
            "星评：把评定办法写成数据，按它评定星级，每一颗星都有依据。",
            "Xingping: star ratings from written rules; the policy is data, and every star has its reason.",
        )
        return help_page(ctx, told)

    def get_usage(self, ctx: click.Context) -> str:
        """The line that says how to call it."""
        return usage_line(ctx)

    def main(  # type: ignore[override]  # -- always ends the process, as a command does
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **_: object
    ) -> NoReturn:
        """Carry out a command line and exit with what became of it."""
        del prog_name  # however it was started, it has one name
        words = list(sys.argv[1:] if args is None else args)
        speak(language_of(words))
        sys.exit(run(partial(self._carry_out, words)))

    def _carry_out(self, words: list[str]) -> None:
        with self.make_context(NAME, words) as ctx:
            self.invoke(ctx)


def _show_version(ctx: click.Context) -> None:
    show(f"{NAME} {__version__}")
    ctx.exit()


def _start(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        show(ctx.get_help())


cli = Program(
    NAME,
    callback=click.pass_context(_start),
    params=[
        Option("--version", Text("显示版本", "show the version"), act=_show_version),
        LANGUAGE,
        HELP,
    ],
    invoke_without_command=True,
    add_help_option=False,
)


def main() -> NoReturn:
    """Run the command line of this process."""
    speak_utf8()
    cli.main()
