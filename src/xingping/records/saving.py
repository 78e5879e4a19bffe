"""Output files appear whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def saved(path: Path) -> Iterator[Path]:
    """Give a file beside ``path`` to write to; it takes the place of ``path`` when all went well.

    Raises OSError where the folder is missing or may not be written to, before anything is done.
    """
    if path.is_dir():
        raise IsADirectoryError(21, os.strerror(21), str(path))
    draft = path.with_name(f".{path.name[:80]}.{os.getpid()}.part")
    with naming(path):
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        try:
            yield draft
            if path.exists():
                shutil.copymode(path, draft)  # who may read it is not ours to change
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let an OSError name the file that was asked for: not a draft, and never nothing."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def save_bytes(path: Path, content: bytes) -> None:
    """Write a small file whole or not at all."""
    with saved(path) as draft:
        draft.write_bytes(content)
