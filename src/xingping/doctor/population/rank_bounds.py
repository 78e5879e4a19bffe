"""How good a rank a level needs, proven for one subject; with different scores few can have it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

import z3

from xingping.doctor.parts import Part, parts_of
from xingping.doctor.population.terms import Expr
from xingping.doctor.visit import Visit
from xingping.doctor.world.proving import Answer, Case, Impossible, Open, prove
from xingping.doctor.world.world import World
from xingping.policy.language.tree import By, Compare, Node, Number, Ref
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.outcome import Level, Rank
from xingping.policy.scheme.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Bound:
    """Who has this level (or a better one) has at most this rank.

    ``most``: the rank itself, or (``of_ranked``) its share of those ranked. ``parts``: what asks
    for it. ``settled``: whether it is proven; if not, ``most`` is what could not be decided.
    """

    rank: Rank
    level: Level
    most: Fraction
    of_ranked: bool
    parts: tuple[Part, ...]
    settled: bool = True


def rank_bounds(visit: Visit, world: World) -> Iterator[Bound]:
    """The best such bound for each rank and each level above the lowest."""
    scheme = visit.scheme
    for rank in scheme.ranks.values():
        naming = [part for part in parts_of(scheme) if _names(part, rank)]
        if not naming:
            continue
        figures = sorted({f for part in naming for f in _figures(scheme, part, rank) if f > 0})
        for level in scheme.levels[1:]:
            asking = tuple(part for part in naming if part.level in {"", level.id})
            found = _bound(visit, world, rank, level, figures)
            if found is not None:
                most, of_ranked, settled = found
                yield Bound(rank, level, most, of_ranked, asking or tuple(naming), settled)


def _bound(
    visit: Visit, world: World, rank: Rank, level: Level, figures: list[Fraction]
) -> tuple[Fraction, bool, bool] | None:
    stars, place, ranked = world.stars(), world.rank(rank.id), world.ranked(rank.id)
    has = stars.low >= level.value * _den(stars.den)

    def answer(most: Fraction, *, of_ranked: bool) -> Answer:
        beyond = place > int(most)
        if of_ranked:
            beyond = place * most.denominator > ranked * most.numerator
        return prove(world, [has, beyond], visit)

    for of_ranked in (False, True):
        among = [f for f in figures if (f < 1) == of_ranked]
        best, settled = _least(among, partial(answer, of_ranked=of_ranked))
        if best is not None:
            return best, of_ranked, settled
    # Where the last of very many may have the level, nothing binds it; else what does is not known.
    free = prove(world, [has, place == ranked, ranked >= _MANY], visit)
    return None if isinstance(free, Case) else (Fraction(0), False, False)


def _least(
    figures: list[Fraction], answer: Callable[[Fraction], Answer]
) -> tuple[Fraction | None, bool]:
    """The least figure beyond which nobody can be, and whether that is proven."""
    best: Fraction | None = None
    while figures:
        # Who may be beyond a figure may be beyond every smaller one: the largest decides.
        most = figures[-1] if best is None else figures[len(figures) // 2]
        found = answer(most)
        if isinstance(found, Open):
            return best or most, best is not None
        if isinstance(found, Impossible):
            best, figures = most, [f for f in figures if f < most]
        elif best is None:
            return None, True
        else:
            figures = [f for f in figures if f > most]
    return best, True


def _den(den: Expr) -> Expr:
    return den if isinstance(den, z3.ExprRef) else z3.IntVal(den)


def _names(part: Part, rank: Rank) -> bool:
    return any(_is(node, rank) for node in part.nodes())


def _is(node: Node, rank: Rank) -> bool:
    return isinstance(node, Ref) and node.what == "rank" and node.name == rank.id


def _figures(scheme: Scheme, part: Part, rank: Rank) -> Iterator[Fraction]:
    """What a rank may be set against: constants, those one less, the most a parameter may be.

    Shares may be written as a product on each side: the quotients of what stands in one rule.
    """
    for node in part.nodes():
        if isinstance(node, Compare | By) and any(_is(inner, rank) for inner in walk(node)):
            found = sorted({f for inner in walk(node) for f in _constants(scheme, inner) if f > 0})
            yield from found
            yield from (figure - 1 for figure in found)
            yield from (one / other for one in found[:_FEW] for other in found[:_FEW])


def _constants(scheme: Scheme, node: Node) -> Iterator[Fraction]:
    if isinstance(node, Number):
        yield node.value
    elif isinstance(node, Ref) and node.what == "parameter":
        high = scheme.parameters[node.name].high
        if high is not None:
            yield high


_MANY = 1000  # a rank that is no bound to any level
_FEW = 4  # constants of one rule that are divided by each other
