"""Terms of the solver: constants, shares, comparisons."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import z3

Expr = Any  # an expression of the solver, which has no types of its own
EFFORT = 3_000_000  # what one question may cost the solver, the same on every machine


class UnsettledError(Exception):
    """The solver gave up on a question, or it could not be put: nothing may be concluded."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole; without a whole (0) it is not known, and no comparison holds."""

    part: Expr
    whole: Expr


def rational(value: Fraction | int) -> Expr:
    """A constant of the solver."""
    exact = Fraction(value)
    return z3.Q(exact.numerator, exact.denominator)


def order(op: str, a: Expr, b: Expr) -> Expr:
    """The comparison ``a op b``."""
    match op:
        case "<":
            return a < b
        case "<=":
            return a <= b
        case ">":
            return a > b
        case ">=":
            return a >= b
        case "=":
            return a == b
        case _:
            return a != b


def possible(*rules: Expr) -> bool | None:
    """Whether all rules can hold together; None where the solver gives up."""
    solver = z3.Solver()
    solver.set("rlimit", EFFORT)
    solver.add(*rules)
    found = solver.check()
    return None if found == z3.unknown else bool(found == z3.sat)


def can_be(*rules: Expr) -> bool:
    """Whether all rules can hold together. Raises UnsettledError where the solver gives up."""
    found = possible(*rules)
    if found is None:
        raise UnsettledError
    return found


def largest(value: Expr, *rules: Expr) -> int | None:
    """The largest whole ``value`` under the rules; None where there is none.

    Raises UnsettledError where the solver gives up.
    """
    return _best(value, rules, most=True)


def smallest(value: Expr, *rules: Expr) -> int | None:
    """The smallest whole ``value`` under the rules; None where there is none.

    Raises UnsettledError where the solver gives up.
    """
    return _best(value, rules, most=False)


def _best(value: Expr, rules: tuple[Expr, ...], *, most: bool) -> int | None:
    solver = z3.Optimize()
    solver.set("rlimit", EFFORT)
    solver.add(*rules)
    solver.maximize(value) if most else solver.minimize(value)
    answer = solver.check()
    if answer == z3.unsat:
        return None
    if answer == z3.unknown:
        raise UnsettledError
    return int(solver.model().eval(value, model_completion=True).as_long())
