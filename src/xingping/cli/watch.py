"""Look again whenever a file of a folder changes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click

from xingping.cli.refusing import INTERRUPTED, NO_READER, run
from xingping.cli.saying import say, tell

PAUSE = 0.3  # seconds between two looks at the files
_CLEAR = "\x1b[2J\x1b[H"
_UNSETTLED = 10  # looks at files that keep changing, before they are read all the same
Stamps = Mapping[str, tuple[int, int, int]]


def watch(folder: Path, look: Callable[[], object], pause: float = PAUSE) -> NoReturn:
    """Call ``look`` now and after every change in ``folder``, until it is interrupted.

    What stops ``look`` is told, and the watching goes on, even while the folder is away. Ends with
    ``click.exceptions.Exit``.
    """
    seen: Stamps | None = None
    while True:
        now = stamps(folder)
        if now != seen:
            seen = now if seen is None else _settled(folder, now, pause)
            _head()
            code = run(look)
            if code in {INTERRUPTED, NO_READER}:
                raise click.exceptions.Exit(code)
        time.sleep(pause)


def stamps(folder: Path) -> Stamps:
    """Name -> time of change, size and identity of each scheme file; what is away is left out."""
    found: dict[str, tuple[int, int, int]] = {}
    for room in ("*.nt", "*/*.nt"):
        try:
            for path in folder.glob(room):
                told = path.stat()
                found[str(path)] = told.st_mtime_ns, told.st_size, told.st_ino
        except OSError:
            continue  # going away while it is read: the next look will see
    return found


def _settled(folder: Path, now: Stamps, pause: float) -> Stamps:
    """Wait until an editor that writes in several steps has finished."""
    for _ in range(_UNSETTLED):
        time.sleep(pause)
        again = stamps(folder)
        if again == now:
            break
        now = again
    return now


def _head() -> None:
    at = f"{datetime.now():%H:%M:%S}"  # noqa: DTZ005 -- the clock on the wall, read by a person
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo(_CLEAR, err=True, nl=False)
    tell(
        say(
            f"── {at} 检查，改动后自动重查，Ctrl-C 结束",
            f"── {at} checked; watching for changes, Ctrl-C ends",
        )
    )
