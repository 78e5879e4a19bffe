"""An expression: one operator and its arguments; equal ones are one object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import Container, Iterable


TRUTHS = frozenset({"bool", "and", "or", "not", "ge", "gt", "eq", "null", "is", "truth", "flag"})


class E:
    """One operator and its arguments; made by the functions below, never directly."""

    __slots__ = ("__weakref__", "args", "op")

    def __init__(self, op: str, args: tuple[Any, ...]) -> None:
        self.op = op
        self.args = args

    def __repr__(self) -> str:
        # its arguments by their operators only: shared parts would be written out without end
        shown = (f"{a.op}(…)" if isinstance(a, E) and a.args else repr(a) for a in self.args)
        return f"{self.op}({', '.join(shown)})"

    @property
    def truth(self) -> bool:
        """Whether this is a truth rather than a number."""
        if self.op == "if":
            return bool(self.args[1].truth)
        if self.op == "up":
            return bool(self.args[0].truth)
        return self.op in TRUTHS


_POOL: WeakValueDictionary[tuple[str, tuple[Any, ...]], E] = WeakValueDictionary()


def make(op: str, *args: Any) -> E:  # noqa: ANN401 -- arguments are expressions or constants
    """The one object for this operator and these arguments, without folding."""
    key = (op, args)
    found = _POOL.get(key)
    if found is None:
        found = E(op, args)
        _POOL[key] = found
    return found


def num(value: int) -> E:
    """A whole number."""
    return make("int", value)


TRUE, FALSE = make("bool", True), make("bool", False)  # noqa: FBT003 -- the constants themselves


ZERO = num(0)


ONE = num(1)


def truth(value: bool) -> E:  # noqa: FBT001 -- the constant itself
    """A constant truth."""
    return TRUE if value else FALSE


def is_num(e: E) -> bool:
    """Whether ``e`` is a constant number."""
    return e.op == "int"


def col(name: str) -> E:
    """A whole-number column of the subject."""
    return make("col", name)


def flag(name: str) -> E:
    """A truth column of the subject."""
    return make("flag", name)


def null(field: str) -> E:
    """The cell is empty."""
    return make("null", field)


def filled(field: str) -> E:
    """The cell's number, 0 where it is empty."""
    return make("filled", field)


def said_yes(field: str) -> E:
    """The cell says yes (no where it is empty)."""
    return make("truth", field)


def says(field: str, word: str) -> E:
    """The cell holds exactly this word (no where it is empty)."""
    return make("is", field, word)


BIG = 1 << 62


def walk(roots: Iterable[E], stop: Container[E] = ()) -> list[E]:
    """Every expression below ``roots``, arguments first, within the same space.

    Enters neither the records' side of an ``agg`` nor what is in ``stop``.
    """
    seen: dict[E, None] = {}
    stack: list[tuple[E, bool]] = [(root, False) for root in roots]
    while stack:
        e, done = stack.pop()
        if done:
            seen[e] = None
        elif e not in seen and e not in stop:
            stack.append((e, True))
            if e.op not in {"agg", "up"}:
                stack.extend((a, False) for a in e.args if isinstance(a, E) and a not in seen)
    return list(seen)


def carried_by(agg: E) -> list[E]:
    """What an aggregate's inside reads of the space that the aggregate belongs to."""
    found: dict[E, None] = {}
    stack = list(agg.args[2:])
    seen: set[E] = set()
    while stack:
        e = stack.pop()
        if e in seen:
            continue
        seen.add(e)
        if e.op == "up":
            found[e.args[0]] = None
        elif e.op == "agg":
            stack.extend(carried_by(e))
        else:
            stack.extend(a for a in e.args if isinstance(a, E))
    return list(found)
