"""The pages of ``--help``, laid out for Chinese and for English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from xingping.cli.saying import say, spoken
from xingping.cli.width import pad, width, wrap
from xingping.policy.words import Text

_ROOM, _LEFT = 96, 30
_SCHEMES = Path(__file__).parent.parent / "schemes"
Pair = tuple[str, str]


def help_page(
    ctx: click.Context, told: Text, more: Sequence[Text] = (), examples: Sequence[str] = ()
) -> str:
    """Usage, what the command is for, its arguments and options, examples."""
    lang, command = spoken(), ctx.command
    lines = [usage_line(ctx), ""]
    for text in (told, *more):
        lines += [*(f"  {line}" for line in wrap(text(lang), _ROOM - 2)), ""]
    lines += _section(say("参数", "Arguments"), map(_argument, _arguments(command)))
    if isinstance(command, click.Group):
        lines += _section(say("命令", "Commands"), _commands(ctx, command))
    options = [one for one in command.params if isinstance(one, click.Option)]
    lines += _section(say("选项", "Options"), map(_option, options))
    names = built_in()
    shown = [one.replace("{scheme}", names[-1] if names else "") for one in examples]
    if shown:
        lines += [say("例", "Examples"), *(f"  {one}" for one in shown)]
    return "\n".join(lines).rstrip()


def usage_line(ctx: click.Context) -> str:
    """How the command is called."""
    words = [ctx.command_path, say("[选项]", "[OPTIONS]")]
    words += [_called(one) for one in _arguments(ctx.command)]
    if isinstance(ctx.command, click.Group):
        words.append(say("命令 …", "COMMAND ..."))
    return say("用法：", "Usage: ") + " ".join(words)


def built_in() -> list[str]:
    """The names of the built-in schemes, without loading anything."""
    return sorted(page.parent.name for page in _SCHEMES.glob("*/scheme.nt"))


def _section(title: str, pairs: Iterable[Pair]) -> list[str]:
    rows = list(pairs)
    if not rows:
        return []
    left = min(_LEFT, max(width(name) for name, _ in rows) + 2)
    lines = [title]
    for name, told in rows:
        first, *rest = wrap(told, _ROOM - left - 2) or [""]
        if width(name) > left - 2:
            lines.append(f"  {name}")
            name = ""  # noqa: PLW2901 -- it stands on a line of its own
        lines.append(f"  {pad(name, left)}{first}")
        lines += [" " * (left + 2) + line for line in rest]
    return [*lines, ""]


def _arguments(command: click.Command) -> list[click.Argument]:
    return [one for one in command.params if isinstance(one, click.Argument)]


def _called(param: click.Argument) -> str:
    called: Text = getattr(param, "called", Text(param.name or "", param.name or ""))
    return called(spoken()) if param.required else f"[{called(spoken())}]"


def _argument(param: click.Argument) -> Pair:
    told: Text = getattr(param, "told", Text("", ""))
    return _called(param), told(spoken())


def _option(option: click.Option) -> Pair:
    told: Text = getattr(option, "told", Text("", ""))
    takes: Text | None = getattr(option, "takes", None)
    name = ", ".join(sorted(option.opts, key=len))
    if takes is not None:
        name += f" {takes(spoken())}"
    more = []
    if option.required:
        more.append(say("必填", "required"))
    if option.multiple:
        more.append(say("可多次", "may be repeated"))
    said = told(spoken())
    return name, said + (say("（", " (") + say("、", ", ").join(more) + say("）", ")")) * bool(more)


def _commands(ctx: click.Context, group: click.Group) -> Iterable[Pair]:
    titles: dict[str, Text] = getattr(group, "titles", {})
    for name in group.list_commands(ctx):
        yield name, titles[name](spoken()) if name in titles else ""
