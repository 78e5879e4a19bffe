"""How large each value of a program can become, so that columns of int64 are proven to hold it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.operators import BIG, TRUTHS, E, walk
from xingping.rating.compile.setting import Pieces

Span = tuple[int, int]
Space = RowSet | Pieces | None
"""Where an expression is worked out: at a record, at a piece of time, or (None) at a subject."""

INT64 = (1 << 63) - 1
LEAST_SENTINEL = 1 << 20


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before anything is worked out.

    ``cells``: the least and the most of a field of a space, 0 for an empty cell included;
    ``rows``: how many records (or pieces) a subject or piece has at most; ``columns``: of the
    subject's columns, the least and the most; ``measured``: the same of aggregates that have been
    worked out, BIG left out.
    """

    cells: Mapping[tuple[Space, str], Span]
    rows: Mapping[Space, int]
    columns: Mapping[str, Span]
    measured: Mapping[E, Span] = field(default_factory=dict)


def parent(space: Space) -> Space:
    """The space that records or pieces of ``space`` belong to."""
    return space.pieces if isinstance(space, RowSet) else None


@dataclass(slots=True)
class Limits:
    """The least and the most of expressions. ``big``: what stands for BIG (None: left out).

    None means that a value is never anything but BIG, which is then not looked at.
    """

    known: Known
    big: int | None = BIG
    found: dict[Space, dict[E, Span | None]] = field(default_factory=dict)

    def of(self, e: E, space: Space = None) -> Span | None:
        """The limits of one expression."""
        here = self.found.setdefault(space, {})
        if e not in here:
            self.over([e], space)
        return here[e]

    def over(self, roots: Iterable[E], space: Space = None) -> None:
        """Work out the limits of these and of all that they rest on."""
        here = self.found.setdefault(space, {})
        for e in walk(roots, here):
            if e not in here:
                here[e] = self._work(e, space, here)

    def _work(self, e: E, space: Space, here: Mapping[E, Span | None]) -> Span | None:
        if e.op in TRUTHS:
            return (0, 1)
        match e.op:
            case "int":
                return self._constant(e.args[0])
            case "col":
                return self.known.columns[e.args[0]]
            case "filled":
                return self.known.cells[space, e.args[0]]
            case "up":
                return self.of(e.args[0], parent(space))
            case "agg":
                return self._gathered(e)
            case "if":
                return _union(here[e.args[1]], here[e.args[2]])
            case _:
                return self._computed(e.op, *(here[side] for side in e.args))

    def _constant(self, value: int) -> Span | None:
        if abs(value) != BIG:
            return (value, value)
        return None if self.big is None else _point(self.big if value > 0 else -self.big)

    def _computed(self, op: str, a: Span | None, b: Span | None) -> Span | None:
        if op in {"min", "max"}:
            return self._ordered(op, a, b)
        if a is None or b is None:
            return None
        match op:
            case "add":
                return a[0] + b[0], a[1] + b[1]
            case "mul":
                ends = [p * q for p in a for q in b]
                return min(ends), max(ends)
            case "div":
                ends = [p // max(q, 1) for p in a for q in b]
                return min(ends), max(ends)
            case _:
                msg = f"no limits: {op}"
                raise TypeError(msg)

    def _ordered(self, op: str, a: Span | None, b: Span | None) -> Span | None:
        if a is None or b is None:
            return b if a is None else a
        if self.big is None:  # either side may be BIG besides, and then the other side is taken
            return _union(a, b)
        pick = min if op == "min" else max
        return pick(a[0], b[0]), pick(a[1], b[1])

    def _gathered(self, e: E) -> Span | None:
        kind, rows, where, value = e.args
        if not isinstance(rows, RowSet | Pieces):  # all subjects: worked out in plain Python
            return (0, 0)
        self.over([where, value], rows)
        count, one = self.known.rows[rows], self.found[rows][value]
        if kind == "run":
            return (0, count)
        if one is None:
            return None
        if kind == "sum":
            total = min(one[0], 0) * count, max(one[1], 0) * count
            return self.known.measured.get(e, total)
        one = self.known.measured.get(e, one)
        if self.big is None:
            return one
        return _union(one, _point(-self.big if kind == "max" else self.big))


def _point(value: int) -> Span:
    return value, value


def _union(a: Span | None, b: Span | None) -> Span | None:
    if a is None or b is None:
        return b if a is None else a
    return min(a[0], b[0]), max(a[1], b[1])


def sentinel(roots: Mapping[str, Iterable[E]], known: Known) -> tuple[int, str]:
    """What may stand for BIG in int64 columns, and "", or 0 and the root that is too large.

    The stand-in lies far above every other value, and nothing worked out with it leaves int64.
    ``roots``: expressions of a subject, by the name they are told by.
    """
    usual = Limits(known, None)
    for name, several in roots.items():
        usual.over(several)
        if _most(usual) > INT64 // 4:
            return 0, name
    least = max(LEAST_SENTINEL, 2 * _most(usual))
    everything = [e for several in roots.values() for e in several]
    for bits in range(62, least.bit_length() - 1, -3):
        bounded = Limits(known, 1 << bits)
        bounded.over(everything)
        if _most(bounded) <= INT64:
            return 1 << bits, ""
    return 0, _first_too_large(roots, known, least)


def _first_too_large(roots: Mapping[str, Iterable[E]], known: Known, big: int) -> str:
    bounded = Limits(known, big)
    for name, several in roots.items():
        bounded.over(several)
        if _most(bounded) > INT64:
            return name
    return next(iter(roots), "")


def _most(limits: Limits) -> int:
    spans = (span for here in limits.found.values() for span in here.values() if span is not None)
    return max((max(abs(low), abs(high)) for low, high in spans), default=0)
