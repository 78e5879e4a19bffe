"""What comes out is UTF-8 with line feeds on every machine, and ends quietly when no one reads on."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress


def speak_utf8() -> None:
    """Write UTF-8 and line feeds to stdout and stderr, whatever the locale; never fail on a letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def hush() -> None:
    """Send what is still to come nowhere: the reader has closed the pipe."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # not a real stream: nothing to silence
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
