"""The smallest case: of all models the one that a fixed order of its numbers puts first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import z3

CHECKS = 400  # questions to the solver on one case


@dataclass(slots=True)
class Smallest:
    """Fixes one number after another at the least it can be; ``left``: questions still allowed.

    Without questions left, numbers stay as the last model has them (the same on every machine).
    """

    solver: z3.Solver
    model: z3.ModelRef
    left: int = CHECKS
    go_on: Callable[[], bool] = lambda: True

    def value(self, term: z3.ExprRef) -> z3.ExprRef:
        """The value of a term in the model at hand."""
        return self.model.eval(term, model_completion=True)

    def number(self, term: z3.ExprRef) -> int:
        """The value of a whole number."""
        return int(self.value(term).as_long())

    def may(self, condition: z3.BoolRef) -> bool:
        """Take a condition if it can hold beside all that is fixed."""
        if self.left <= 0 or not self.go_on():
            return False
        self.left -= 1
        if self.solver.check(condition) != z3.sat:
            return False
        self.model = self.solver.model()
        self.solver.add(condition)
        return True

    def least(self, term: z3.ArithRef, floor: int) -> int:
        """Fix a number at the least it can be, not under ``floor``; small numbers go quickly."""
        low, high, step = floor, self.number(term), 1
        while low < high and self.left > 0:
            middle = min(low + step - 1, (low + high) // 2)
            if self._at_most(term, middle):
                high, step = self.number(term), 1
            else:
                low, step = middle + 1, step * 2
        self.solver.add(term == high)
        return high

    def _at_most(self, term: z3.ArithRef, bound: int) -> bool:
        self.left -= 1
        if self.left <= 0 or not self.go_on() or self.solver.check(term <= bound) != z3.sat:
            return False
        self.model = self.solver.model()
        return True

    def all_least(self, terms: Iterable[tuple[z3.ArithRef, int]]) -> None:
        """Fix numbers (each with its floor) in their order; those that can be at it go quickly."""
        for term, floor in terms:
            if self.number(term) == floor:
                self.solver.add(term == floor)
            else:
                self.least(term, floor)
