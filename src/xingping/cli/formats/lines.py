"""Ratings as JSON, exactly as the interchange format says, and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from xingping.cli.formats.flat import Shown, columns
from xingping.policy.scheme.scheme import Scheme

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def as_json(shown: Sequence[Shown]) -> str:
    """One array, one object a line: whole for a parser, and line by line for diff and grep."""
    rows = [json.dumps(one, ensure_ascii=False) for one in shown]
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def as_csv(scheme: Scheme, shown: Sequence[Shown], *, for_excel: bool) -> str:
    """A header of ids and a row a subject; lists stand with a semicolon between.

    ``for_excel``: with a byte order mark, and texts that a spreadsheet would take for a formula
    behind an apostrophe.
    """
    cells = columns(scheme, shown)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.id for column in cells])
    for one in shown:
        row = []
        for column in cells:
            value = column.of(one)
            text = "; ".join(map(str, value)) if isinstance(value, list) else value
            risky = column.form in {"text", "list"} and str(text).startswith(_RISKY)
            row.append(f"'{text}" if for_excel and risky else text)
        writer.writerow(row)
    return ("\ufeff" if for_excel else "") + out.getvalue()
