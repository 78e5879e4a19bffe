"""What is wrong with a command line, told in both languages; click's own findings among it."""

from __future__ import annotations

from collections.abc import Sequence

import click

from xingping.policy.words import Text


class UsageFaultError(click.UsageError):
    """A command line that cannot be carried out (exit code 2)."""

    def __init__(self, zh: str, en: str, ctx: click.Context | None = None) -> None:
        super().__init__(en, ctx)
        self.text = Text(zh, en)


def what_is_wrong(error: click.UsageError) -> Text:
    """The finding in both languages."""
    match error:
        case UsageFaultError():
            return error.text
        case click.NoSuchOption():
            return _no_option(error.option_name, error.possibilities or ())
        case click.MissingParameter() if error.param is not None:
            return _missing(error.param)
        case click.BadOptionUsage():
            return _misused(error)
        case _:
            said = error.format_message()
            return Text(f"命令写得不对：{said}", said)


def no_command(name: str, near: Sequence[str], known: Sequence[str]) -> UsageFaultError:
    """The error for a command that there is not."""
    if near:
        zh, en = f"是不是“{near[0]}”？", f"did you mean '{near[0]}'?"
    else:
        zh, en = f"可用的有：{'、'.join(known)}", f"known: {', '.join(known)}"
    return UsageFaultError(f"没有命令“{name}”，{zh}", f"there is no command '{name}'; {en}")


def _no_option(name: str, near: Sequence[str]) -> Text:
    if not near:
        return Text(f"没有选项“{name}”", f"there is no option '{name}'")
    zh = "、".join(f"“{one}”" for one in near)
    en = ", ".join(f"'{one}'" for one in near)
    return Text(
        f"没有选项“{name}”，是不是{zh}？", f"there is no option '{name}'; did you mean {en}?"
    )


def _missing(param: click.Parameter) -> Text:
    told: Text = getattr(param, "told", Text("", ""))
    if isinstance(param, click.Argument):
        called: Text = getattr(param, "called", Text(param.name or "", param.name or ""))
        return Text(f"缺少“{called.zh}”：{told.zh}", f"{called.en} is missing: {told.en}")
    name = max(param.opts, key=len)
    return Text(f"缺少选项 {name}：{told.zh}", f"the option {name} is missing: {told.en}")


def _misused(error: click.BadOptionUsage) -> Text:
    """An option without its value, or a switch with one."""
    name = error.option_name
    params = error.ctx.command.params if error.ctx else []
    option = next((one for one in params if name in one.opts), None)
    if getattr(option, "is_flag", False):
        return Text(f"选项 {name} 后面不带内容", f"the option {name} takes no value")
    told: Text = getattr(option, "told", Text("", ""))
    return Text(
        f"选项 {name} 后面缺少内容：{told.zh}", f"the option {name} needs a value: {told.en}"
    )
