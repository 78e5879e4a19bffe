"""What a scheme says of all its subjects in one year of the campaign: targets, as read and as printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from xingping.doctor.population.counting import Counting
from xingping.doctor.population.terms import possible
from xingping.policy.language.tree import Node
from xingping.policy.scheme.outcome import Target
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences import ask_both
from xingping.policy.words import Text

MOST_TOGETHER = 3  # statements looked at together


@dataclass(frozen=True, slots=True)
class Statement:
    """A target as the scheme reads it, or as printed (``literal``)."""

    target: Target
    tree: Node
    literal: bool

    @property
    def id(self) -> str:
        """The target's id, marked where its printed wording is meant."""
        return f"{self.target.id} literal" if self.literal else self.target.id


def statements(scheme: Scheme, year: int) -> list[Statement]:
    """The statements that hold in a year of the campaign."""
    found = []
    for target in scheme.targets.values():
        if target.year in {None, year}:
            found.append(Statement(target, target.rule.tree, literal=False))
            if target.literal is not None:
                found.append(Statement(target, target.literal.tree, literal=True))
    return found


def said(statement: Statement, scheme: Scheme) -> Text:
    """The clause and what it asks."""
    asked = ask_both(statement.tree, scheme)
    clause = statement.target.clause
    if statement.literal:
        return Text(f"{clause} 的原文字面（{asked.zh}）", f"{clause} as printed ({asked.en})")
    return Text(f"{clause}（{asked.zh}）", f"{clause} ({asked.en})")


def clashes(
    scheme: Scheme, together: Sequence[Statement], units: int | None
) -> Iterator[tuple[tuple[Statement, ...], bool]]:
    """The smallest sets of statements that cannot hold together, and whether that is settled.

    ``units``: for so many subjects; None: for every number of them. One and the same target as read
    and as printed are never set against each other. Raises TooManyPartsError.
    """
    counting = Counting(scheme, [one.tree for one in together])
    rules = {one.id: counting.condition(one.tree) for one in together}
    always = counting.rules_for(units)
    found: list[set[str]] = []
    for size in range(1, MOST_TOGETHER + 1):
        for some in combinations(together, size):
            ids = {one.id for one in some}
            one_each = len({one.target.id for one in some}) == size
            if not one_each or any(ids >= less for less in found):
                continue
            held = possible(*always, *(rules[i] for i in ids))
            if not held:
                found.append(ids)
                yield some, held is False
