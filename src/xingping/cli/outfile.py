"""An output file appears whole or not at all, and never over what it was made from."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from xingping.cli.usage import UsageFaultError
from xingping.records.saving import naming, save_bytes


def may_write(path: Path, made_from: Sequence[Path]) -> None:
    """Refuse a place that cannot take a file, before any work is done."""
    if path.is_dir():
        raise UsageFaultError(
            f"“{path}”是文件夹，请写出文件名，如 {path / 'result.xlsx'}",
            f"'{path}' is a folder; give a file in it, such as {path / 'result.xlsx'}",
        )
    if not path.parent.is_dir():
        raise UsageFaultError(
            f"没有文件夹“{path.parent}”，请先建立，或换一个位置",
            f"there is no folder '{path.parent}'; make it first, or choose another place",
        )
    for source in made_from:
        if _real(path) in (_real(source), *_files(source)):
            raise UsageFaultError(
                f"“{path}”是台账或方案本身，写出会把它覆盖，请换一个文件名",
                f"'{path}' is a file of the records or the scheme and would be overwritten; "
                "choose another name",
            )


def apart(one: Path, other: Path) -> None:
    """Refuse two outputs that are one file, of which the first would be lost."""
    same = one.exists() and other.exists() and one.samefile(other)
    if same or _real(one) == _real(other):
        raise UsageFaultError(
            f"“{one}”和“{other}”是同一个文件，先写的会被覆盖，请换一个文件名",
            f"'{one}' and '{other}' are one file, and what is written first would be lost; "
            "choose another name",
        )


def write(path: Path, content: bytes) -> None:
    """Write the file; an existing one is replaced at once. Raises OSError."""
    if path.exists() and not path.is_file():  # a device or a pipe takes bytes as they come
        with naming(path):
            path.write_bytes(content)
    else:
        save_bytes(_real(path), content)


def _real(path: Path) -> Path:
    """Where links lead. Raises OSError for one that leads back to itself."""
    try:
        return path.resolve()
    except RuntimeError:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None


def _files(folder: Path) -> list[Path]:
    """Those of a folder of records or of a scheme, whose criteria lie in a room of their own."""
    rooms = (path for room in ("*", "*/*") for path in folder.glob(room))
    return [_real(path) for path in rooms] if folder.is_dir() else []
