"""A ranked score apart by where it comes from: recorded for the subject, or made of the criteria."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import z3

from xingping.doctor.population.terms import Expr
from xingping.doctor.visit import Visit
from xingping.doctor.world.proving import Answer, Case, Impossible, Open, solver
from xingping.doctor.world.world import Value, World
from xingping.policy.language.tree import (
    NUMBER,
    Compare,
    Fold,
    Node,
    Number,
    Otherwise,
    Ref,
)
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.outcome import Parameter, Rank
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.scheme import Scheme

_LONG = 3600  # seconds: no limit worth setting


def resolved(scheme: Scheme, node: Node) -> Node:
    """What a name of a result stands for, as far as it is but a name."""
    while isinstance(node, Ref) and node.what == "result":
        node = scheme.results[node.name].rule.tree
    return node


def mentions(scheme: Scheme, node: Node, name: str) -> bool:
    """Whether a rule names a rank, a parameter or a result, itself or through results."""
    for inner in walk(node):
        if isinstance(inner, Ref):
            if inner.name == name and inner.what in {"rank", "parameter", "result"}:
                return True
            if inner.what == "result" and mentions(
                scheme, scheme.results[inner.name].rule.tree, name
            ):
                return True
    return False


def records_of(scheme: Scheme, node: Node) -> Iterator[Fold]:
    """The folds over records that a score takes where there is a record, and else something made."""
    for inner in walk(resolved(scheme, node)):
        if isinstance(inner, Otherwise):
            of = resolved(scheme, inner.of)
            if isinstance(of, Fold) and of.rows.source == "register":
                yield of


def none_of(fold: Fold) -> Node:
    """The condition that there is no such record."""
    count = Fold("count", fold.rows, None, NUMBER)
    return Compare(count, (("=", Number(Fraction(0))),))


@dataclass
class Made:
    """The score that a rank is by, for one subject; ``made``: that it is not recorded.

    ``registers``: those that may hold it (none: it is always made of the criteria). ``gave_up``:
    whether a question stayed open, so that what was not found may be there.
    """

    visit: Visit
    world: World
    rank: Rank

    def __post_init__(self) -> None:
        """Read the score."""
        scheme = self.visit.scheme
        folds = list(records_of(scheme, self.rank.by[0].tree))
        self.registers = tuple(dict.fromkeys(fold.rows.name for fold in folds))
        self.made = z3.And(*(self.world.holds(none_of(fold)) for fold in folds))
        self.recorded = z3.Not(self.made)
        self.score: Value = self.world.rank_keys(self.rank.id)[0]
        self.gave_up = False

    @cached_property
    def lemmas(self) -> list[Expr]:
        """What each criterion earns at most, proven one by one."""
        return list(self._worths())

    def anew(self) -> Made:
        """The same in a world of its own, in which little has been asked: cases come quicker."""
        return Made(self.visit, World(self.visit.scheme, shared=self.world), self.rank)

    def line_above(self, parameter: Parameter, score: Fraction) -> Expr:
        """A parameter is above this score."""
        line, step = self.world.parameter(parameter.id), parameter.step.denominator
        return line * score.denominator > score.numerator * step

    def _worths(self) -> Iterator[Expr]:
        for criterion in self.visit.scheme.criteria.values():
            if criterion.worth is not None:
                points = self.world.points(criterion.id)
                within = points.at_most(criterion.worth)
                if isinstance(self._put(z3.Not(within)), Impossible):
                    yield within

    @cached_property
    def _solver(self) -> Expr:
        """One solver for all questions, once all that they ask about was read.

        What is asked about later lacks its facts: impossible stays impossible.
        """
        for level in self.visit.scheme.levels[1:]:
            self.others(level.id, exactly=True)
        self.world.standards()
        self.world.stars()
        if self.visit.scheme.bands is not None:
            self.world.band()
        return solver([self.world])

    def ask(self, *conditions: Expr) -> Answer:
        """Whether conditions can hold together, for a score that is known."""
        answer = self._put(self.score.there, *self.lemmas, *conditions)
        self.gave_up = self.gave_up or isinstance(answer, Open)
        return answer

    def _put(self, *conditions: Expr) -> Answer:
        if self.visit.left <= 0:
            return Open()
        if self.visit.left < _LONG:
            self._solver.set("timeout", max(1, int(self.visit.left * 1000)))
        found = self._solver.check(*conditions)
        if found == z3.unsat:
            return Impossible()
        return Case(self._solver.model()) if found == z3.sat else Open()

    def never(self, *conditions: Expr) -> bool:
        """Whether conditions certainly cannot hold together."""
        return isinstance(self.ask(*conditions), Impossible)

    def above(self, score: Fraction) -> Expr:
        """The score is above this."""
        return z3.Not(self.score.at_most(score))

    def below(self, score: Fraction) -> Expr:
        """The score is below this."""
        return z3.Not(self.score.at_least(score))

    def settled_score(self, *conditions: Expr) -> Fraction | None:
        """The only score that the conditions allow; None where there are several, or none."""
        answer = self.ask(*conditions)
        if not isinstance(answer, Case):
            return None
        low = answer.model.eval(self.score.low, model_completion=True).as_long()
        den = self.score.den
        over = den if isinstance(den, int) else answer.model.eval(den).as_long()
        score = Fraction(low, over)
        if not self.never(*conditions, z3.Or(self.above(score), self.below(score))):
            return None
        return score

    def others(self, level: str, *, exactly: bool = False) -> list[Expr]:
        """Every criterion without a rank in it holds at a level (and, ``exactly``, at no better)."""
        scheme, found = self.visit.scheme, []
        order = [one.id for one in scheme.levels]
        better = order[order.index(level) + 1 :]
        for criterion in scheme.criteria.values():
            if level not in criterion.standards:
                continue
            if any(self.ranked_rules(criterion.id, one) for one in criterion.standards):
                continue
            found.append(self.world.standard(criterion.id, level).certain)
            if exactly and better and better[0] in criterion.standards:
                found.append(z3.Not(self.world.standard(criterion.id, better[0]).possible))
        return found

    def ranked_rules(self, criterion: str, level: str) -> Sequence[Rule]:
        """Those rules of a standard that name the rank."""
        standard = self.visit.scheme.criteria[criterion].standards[level]
        return [r for r in standard.require if mentions(self.visit.scheme, r.tree, self.rank.id)]

    def rest_of(self, criterion: str, level: str) -> list[Expr]:
        """What a standard asks at this level and the lower ones beside the rank."""
        scheme, found = self.visit.scheme, []
        values = scheme.level_values
        for standard in scheme.criteria[criterion].standards.values():
            if values[standard.level] <= values[level]:
                ranked = self.ranked_rules(criterion, standard.level)
                rules = [rule for rule in standard.require if rule not in ranked]
                rules += [standard.asked] if standard.asked else []
                found += [self.world.holds(rule.tree, criterion) for rule in rules]
        return found
