"""A workbook written whole or not at all, with one kind of error for what the machine refuses."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # -- it has no stubs
from xlsxwriter.exceptions import (  # type: ignore[import-untyped]  # -- it has no stubs
    FileCreateError,
)

from xingping.records.saving import saved


@contextmanager
def saved_book(path: Path, *, large: bool = False) -> Iterator[Any]:
    """Give a workbook to fill; it appears at ``path`` when all went well. Raises OSError.

    ``large``: rows go to the folder of temporary files one by one instead of into memory; then
    they have to be written in their order.
    """
    out = io.BytesIO()  # a zip file given up on a full disk would speak up once more at the end
    options = {"constant_memory": True} if large else {"in_memory": True}
    with saved(path) as draft:
        try:
            with xlsxwriter.Workbook(out, options) as book:
                yield book
        except FileCreateError as error:
            raise _cause(error) from error
        draft.write_bytes(out.getbuffer())


def _cause(error: FileCreateError) -> OSError:
    why = error.args[0] if error.args else None
    return why if isinstance(why, OSError) else OSError(None, str(error))
