"""The time of the question that is being put, looked at wherever terms and cases are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_LEFT: ContextVar[Callable[[], float] | None] = ContextVar("left", default=None)


class OutOfTimeError(Exception):
    """The time of the visit is over; whoever puts the question reports it as open."""


@contextmanager
def timed(left: Callable[[], float]) -> Iterator[None]:
    """Have `keep_time` raise inside, once ``left`` (seconds) has come to 0."""
    before = _LEFT.set(left)
    try:
        yield
    finally:
        _LEFT.reset(before)


def keep_time() -> None:
    """Go on while there is time, or where nobody counts it. Raises OutOfTimeError."""
    left = _LEFT.get()
    if left is not None and left() <= 0:
        raise OutOfTimeError
