"""A finding as plain data, for a page that does not know who found it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["accepted", "new", "note", "open"]


@dataclass(frozen=True, slots=True)
class Found:
    """One finding in the language of the page.

    ``shown``: the case or the proof, in sentences; ``ways``: ways out; ``why``: the reason of an
    acceptance ("" for the others).
    """

    clauses: tuple[str, ...]
    title: str
    said: str
    shown: tuple[str, ...]
    ways: tuple[str, ...]
    status: Status
    why: str = ""
