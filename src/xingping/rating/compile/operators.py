"""The small set of operators a rule compiles to; each has a Python and a Polars meaning.

An expression is exact: whole numbers and truths only. Leaves are columns of a space (a subject, or
a subject and a piece of time) or cells of a record; ``agg`` carries records to their subject,
``each`` carries pieces of time to theirs.  Equal expressions are one object.
"""

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
        return f"{self.op}({', '.join(map(repr, self.args))})"

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


def add(a: E, b: E) -> E:
    """a + b."""
    if is_num(a) and is_num(b):
        return num(a.args[0] + b.args[0])
    if is_num(a) and a.args[0] == 0:
        return b
    if is_num(b) and b.args[0] == 0:
        return a
    return make("add", a, b)


def mul(a: E, b: E) -> E:
    """a * b."""
    if is_num(b):
        a, b = b, a
    if is_num(a):
        if is_num(b):
            return num(a.args[0] * b.args[0])
        if a.args[0] == 0:
            return ZERO
        if a.args[0] == 1:
            return b
        if b.op == "mul" and is_num(b.args[0]):
            return mul(num(a.args[0] * b.args[0].args[0]), b.args[1])
    return make("mul", a, b)


def neg(a: E) -> E:
    """-a."""
    return mul(num(-1), a)


def sub(a: E, b: E) -> E:
    """a - b."""
    return ZERO if a is b else add(a, neg(b))


def div(a: E, b: E) -> E:
    """Floor of a / b; b is over 0 wherever the result is used."""
    if is_num(b) and b.args[0] == 1:
        return a
    if is_num(a) and is_num(b) and b.args[0]:
        return num(a.args[0] // b.args[0])
    return make("div", a, b)


def _order(op: str, a: E, b: E) -> E:
    if a is b:
        return a
    if is_num(a) and is_num(b):
        pick = min if op == "min" else max
        return num(pick(a.args[0], b.args[0]))
    return make(op, a, b)


def least(a: E, b: E) -> E:
    """The smaller of two numbers."""
    return _order("min", a, b)


def most(a: E, b: E) -> E:
    """The larger of two numbers."""
    return _order("max", a, b)


def ge(a: E, b: E) -> E:
    """a >= b."""
    if a is b:
        return TRUE
    if is_num(a) and is_num(b):
        return truth(a.args[0] >= b.args[0])
    return make("ge", a, b)


def gt(a: E, b: E) -> E:
    """a > b."""
    if a is b:
        return FALSE
    if is_num(a) and is_num(b):
        return truth(a.args[0] > b.args[0])
    return make("gt", a, b)


def eq(a: E, b: E) -> E:
    """a = b."""
    if a is b:
        return TRUE
    if is_num(a) and is_num(b):
        return truth(a.args[0] == b.args[0])
    return make("eq", a, b)


def both(*parts: E) -> E:
    """All of these hold."""
    return _join("and", parts, FALSE, TRUE)


def either(*parts: E) -> E:
    """At least one of these holds."""
    return _join("or", parts, TRUE, FALSE)


def _join(op: str, parts: Iterable[E], decides: E, idle: E) -> E:
    kept: dict[E, None] = {}
    for part in parts:
        ones: tuple[E, ...] = part.args if part.op == op else (part,)
        for one in ones:
            if one is decides:
                return decides
            if one is not idle:
                kept[one] = None
    if not kept:
        return idle
    if len(kept) == 1:
        return next(iter(kept))
    return make(op, *kept)


def no(a: E) -> E:
    """a does not hold."""
    if a is TRUE:
        return FALSE
    if a is FALSE:
        return TRUE
    if a.op == "not":
        return _first(a)
    return make("not", a)


def _first(e: E) -> E:
    inner: E = e.args[0]
    return inner


def when(condition: E, then: E, other: E) -> E:
    """``then`` where the condition holds, else ``other``."""
    if condition is TRUE or then is other:
        return then
    if condition is FALSE:
        return other
    if then.truth:
        return _when_truth(condition, then, other)
    if condition.op == "not":
        return make("if", condition.args[0], other, then)
    return make("if", condition, then, other)


def _when_truth(condition: E, then: E, other: E) -> E:
    if then is TRUE:
        return either(condition, other)
    if then is FALSE:
        return both(no(condition), other)
    if other is TRUE:
        return either(no(condition), then)
    if other is FALSE:
        return both(condition, then)
    return make("if", condition, then, other)


def as_num(a: E) -> E:
    """1 where ``a`` holds, else 0."""
    return when(a, ONE, ZERO)


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


def up(e: E) -> E:
    """A value of the record's (or piece's) subject, read at the record (or piece)."""
    return e if e.op in {"int", "bool"} else make("up", e)


def agg(kind: str, rows: Any, where: E, value: E) -> E:  # noqa: ANN401 -- rows: compile.rows.RowSet
    """``sum``, ``max`` or ``min`` of ``value`` over the records where ``where`` holds.

    The sum of nothing is 0, the max of nothing is -BIG, the min of nothing is BIG.
    """
    empty = {"sum": 0, "run": 0, "max": -BIG, "min": BIG}[kind]
    if where is FALSE or (kind == "sum" and value is ZERO):
        return num(empty)
    return make("agg", kind, rows, where, value)


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
