"""The language that the command line speaks: Chinese, or English where asked for; never the locale's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from typing import Final

import click

from xingping.cli.width import hang, plain
from xingping.policy.words import Lang, Text

LANG: Final = "--lang"
LANGS: Final[tuple[Lang, ...]] = ("zh", "en")
_spoken: ContextVar[Lang] = ContextVar("spoken", default="zh")


def language_of(words: Sequence[str]) -> Lang:
    """The language that the words of a command line ask for, wherever ``--lang`` stands.

    It is needed before the words are parsed: what is wrong with them has to be told in it.
    """
    asked: Lang = "zh"
    for at, word in enumerate(words):
        if word == "--":
            break
        name, equals, value = word.partition("=")
        if name != LANG:
            continue
        said = value if equals else "".join(words[at + 1 : at + 2])
        asked = next((known for known in LANGS if known == said.strip().lower()), asked)
    return asked


def speak(lang: Lang) -> None:
    """Speak this language from now on."""
    _spoken.set(lang)


def spoken() -> Lang:
    """The language spoken now."""
    return _spoken.get()


def say(zh: str, en: str) -> str:
    """One of the two, in the language spoken."""
    return zh if spoken() == "zh" else en


def tell(what: Text | str) -> None:
    """Talk to the person at the terminal (stderr); stdout is for data."""
    click.echo(what if isinstance(what, str) else what(spoken()), err=True)


def show(line: str = "") -> None:
    """Give out a line of what was asked for (stdout)."""
    click.echo(line)


def in_json(told: object) -> str:
    """One object as people and programs read it: indented, Chinese as it is."""
    return json.dumps(told, ensure_ascii=False, indent=2)


def show_text(lines: Iterable[str]) -> None:
    """Give out sentences, broken to the width of a page."""
    for line in lines:
        for part in hang(plain(line)):
            click.echo(part)
