"""What a local overlay may set or add, and within which bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from xingping.policy.faults import Place

CRITERIA = "criteria"
_OF = re.compile(r"([a-z_]+) of (\S+)", re.ASCII)
_PATH = re.compile(r"[^\s.]+(\.[^\s.]+)+")


@dataclass(frozen=True, slots=True)
class Target:
    """What is set or added to: a key ``of`` a line or criterion, or the end of a path of keys.

    ``max of B-2.1``: key *max*, of *B-2.1*. ``parameters.line.default``: key *default*, path
    ("parameters", "line"). ``lines of plus``: key *lines*, of *plus*. ``criteria``: key *criteria*.
    """

    key: str
    of: str = ""
    path: tuple[str, ...] = ()

    def __str__(self) -> str:
        """As it is written."""
        if self.of:
            return f"{self.key} of {self.of}"
        return ".".join((*self.path, self.key))


def read_target(text: str) -> Target | None:
    """The target written, or None if it is written in no such way."""
    bare = " ".join(text.split())
    found = _OF.fullmatch(bare)
    if found is not None:
        return Target(found[1], of=found[2])
    if bare == CRITERIA:
        return Target(CRITERIA)
    if _PATH.fullmatch(bare):
        *path, key = bare.split(".")
        return Target(key, path=tuple(path))
    return None


@dataclass(frozen=True, slots=True)
class Allowance:
    """One thing an overlay may do.

    ``kind`` set: give ``target`` another value, between ``low`` and ``high`` where they are there.
    ``kind`` add: add to ``target`` at most ``at_most`` things, each worth ``low`` to ``high`` points.
    """

    id: str
    kind: Literal["set", "add"]
    target: Target
    low: Fraction | None
    high: Fraction | None
    at_most: int | None
    clause: str
    assumes: tuple[str, ...]
    at: Place
