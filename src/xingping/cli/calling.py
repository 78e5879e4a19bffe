"""How this program is called here, so that the commands it shows can be copied."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import which

from xingping.cli.saying import LANG, spoken

NAME = "xingping"


def typed(words: str) -> str:
    """A command line of this program that works where it is shown, in the language spoken."""
    lang = "" if spoken() == "zh" else f" {LANG} {spoken()}"
    return f"{_program()} {words}{lang}"


def _program() -> str:
    if which(NAME):
        return NAME
    started = Path(sys.argv[0])
    if started.name == NAME:
        here = Path.cwd()
        return str(started.relative_to(here) if started.is_relative_to(here) else started)
    return f"python -m {NAME}"
