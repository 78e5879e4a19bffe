"""One visit of the doctor: the scheme, what was asked about it, and how long there is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from xingping.doctor.finding import Finding
from xingping.policy.scheme.scheme import Scheme


@dataclass(slots=True)
class Visit:
    """What a question is put to.

    ``units``: how many subjects there are, None for every number · ``until``: the moment of
    ``clock`` at which questions stop and are reported as open · ``peers``: the other schemes of
    the same office, the built-in ones unless given.
    """

    scheme: Scheme
    units: int | None = None
    until: float = float("inf")
    peers: tuple[Scheme, ...] = ()
    clock: Callable[[], float] = time.monotonic

    @property
    def left(self) -> float:
        """Seconds that are left, never under 0."""
        return max(0.0, self.until - self.clock())


class Question(Protocol):
    """What is asked of a scheme: a module-level function in `xingping.doctor.questions`."""

    def __call__(self, visit: Visit) -> Iterator[Finding]:
        """Yield the findings as they are made; one that could not be settled has ``settled`` False."""
        ...
