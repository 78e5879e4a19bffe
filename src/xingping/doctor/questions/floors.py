"""Deductions that take more than a block holds: cut off at its floor, or carried below nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from xingping.doctor.finding import Finding, Witness
from xingping.doctor.parts import clauses_in
from xingping.doctor.scores.about import About
from xingping.doctor.scores.lines import line_ends, sum_of
from xingping.doctor.scores.showing import NotShownError, shown
from xingping.doctor.visit import Visit
from xingping.doctor.wording import STATE_READING, cited, listed
from xingping.doctor.world.world import World
from xingping.policy.language import tree
from xingping.policy.scheme.criterion import Criterion
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text

FLOORED, BELOW, UNSTATED = "floor-above-offer", "points-below-nothing", "unstated-floor"


@dataclass(frozen=True, slots=True)
class _Block:
    """A criterion, what is there to lose (None where it may go below nothing) and what can be lost."""

    criterion: Criterion
    holds: Fraction
    lost: Fraction
    witness: Witness | None


def ask_floors(visit: Visit) -> Iterator[Finding]:
    """Blocks whose deductions, each with an end of its own, come to more than the block holds."""
    found, unsettled = _looked(visit, FLOORED, _floored)
    yield from unsettled
    if not found:
        return
    items = listed(
        Text(
            f"“{b.criterion.title.zh}”（{figure(b.holds)}分，可扣{figure(b.lost)}分）",
            f"'{b.criterion.title.en}' ({figure(b.holds)} to lose, {figure(b.lost)} can be taken)",
        )
        for b in found
    )
    about = _about(FLOORED, found)
    yield about.made(
        Text(
            f"{items.zh}各项扣分加起来超过本项的分值，扣到底以后再有问题也不扣分。",
            f"The deductions of {items.en} come to more than the block holds; past its floor, further "
            "faults cost nothing.",
        ),
        (
            Text(
                "确认扣完为止是本意，并接受本项", "confirm that the floor is meant, and accept this"
            ),
            Text(
                "按本项分值重新分配各项扣分",
                "share the points of the block out among the deductions",
            ),
            Text("为各项扣分分别写明限额", "give each deduction a limit of its own"),
        ),
        next((b.witness for b in found if b.witness), None),
        facts=tuple((b.criterion.id, f"{figure(b.holds)} {figure(b.lost)}") for b in found),
    )


def ask_below_nothing(visit: Visit) -> Iterator[Finding]:
    """Blocks that earn points and can yet come to less than nothing, with no floor written."""
    found, unsettled = _looked(visit, BELOW, _below)
    yield from unsettled
    if not found:
        return
    items = listed(Text(f"“{b.criterion.title.zh}”", f"'{b.criterion.title.en}'") for b in found)
    about = _about(BELOW, found)
    where = cited(about.clauses)
    yield about.made(
        Text(
            f"{items.zh}{where.zh}扣分可以多于得分，合计成负分；扣到零为止还是倒扣其他得分，没有写明。",
            f"{items.en}{where.en} can lose more than they earn and come to less than nothing; whether "
            "they stop at 0 or take from other points is not written.",
        ),
        (
            Text("写明最低零分：min: 0", "state the floor: min: 0"),
            Text(
                "写明可以倒扣（执行口径），并接受本项",
                "state that points go below 0, and accept this",
            ),
        ),
        next((b.witness for b in found if b.witness), None),
    )


def ask_unstated_floors(visit: Visit) -> Iterator[Finding]:
    """Blocks whose floor cuts deductions off, where no reading says that there is a floor."""
    world = World(visit.scheme)
    found = [
        _Block(criterion, Fraction(0), Fraction(0), None)
        for criterion in visit.scheme.criteria.values()
        if criterion.low is not None and not criterion.assumes and _cuts(world, criterion)
    ]
    if not found:
        return
    items = listed(Text(f"“{b.criterion.title.zh}”", f"'{b.criterion.title.en}'") for b in found)
    about = _about(UNSTATED, found)
    where = cited(about.clauses)
    yield about.made(
        Text(
            f"{items.zh}{where.zh}扣到底为止，规则写了下限而没有写明依据：原文若未写“扣完为止”，多扣的是否倒扣其他得分？",
            f"{items.en}{where.en} stop at a floor that the rule sets and no reading states: unless the text "
            "says so, do further deductions take from other points?",
        ),
        (
            STATE_READING,
            Text("原文写有“扣完为止”的，接受本项", "where the text has the floor, accept this"),
        ),
        proof=Text(
            "各分项最多可扣的超过下限所容，而该项没有引用执行口径。",
            "the lines can take more than the floor lets them, and the criterion cites no assumption.",
        ),
    )


def _cuts(world: World, criterion: Criterion) -> bool:
    """Whether the lines, by their ends, come below the floor."""
    lows = [line_ends(world, criterion, line).low for line in criterion.lines.values()]
    least = sum((low for low in lows if low is not None), criterion.base)
    return criterion.low is not None and (None in lows or least < criterion.low)


def _about(kind: str, found: Sequence[_Block]) -> About:
    criteria = [block.criterion for block in found]
    clauses = clauses_in(*(one.clause for one in criteria))
    return About(kind, tuple(c.id for c in criteria), clauses, criteria[0].at, "note")


def _looked(
    visit: Visit, kind: str, look: Callable[[Visit, World, Criterion], _Block | None]
) -> tuple[list[_Block], list[Finding]]:
    """The blocks of this kind, each with its case, and those of which it was not settled."""
    world = World(visit.scheme)
    found: list[_Block] = []
    unsettled: list[Finding] = []
    for criterion in visit.scheme.criteria.values():
        try:
            block = look(visit, world, criterion)
        except NotShownError:
            title = criterion.title
            asked = Text(
                f"“{title.zh}”的扣分是否超过本项分值",
                f"whether the deductions of '{title.en}' come to more than the block holds",
            )
            unsettled.append(
                _about(kind, [_Block(criterion, Fraction(0), Fraction(0), None)]).open(asked)
            )
            continue
        if block is not None:
            found.append(block)
    return found, unsettled


def _floored(visit: Visit, world: World, criterion: Criterion) -> _Block | None:
    floor = criterion.low
    if floor is None or not criterion.lines or visit.left <= 0:
        return None
    ends = [line_ends(world, criterion, line) for line in criterion.lines.values()]
    lost = -sum((min(e.low, Fraction(0)) for e in ends if e.low is not None), Fraction(0))
    gains = [e.high for e in ends]
    earned = sum((max(g, Fraction(0)) for g in gains if g is not None), criterion.base)
    holds = min(earned, criterion.high) if criterion.high is not None else earned
    if lost == 0 or holds - lost >= floor or (None in gains and criterion.high is None):
        return None
    total, den = sum_of(world, criterion)
    under = total * floor.denominator < floor.numerator * den
    case, got = shown(
        world,
        world.points(criterion.id),
        [under],
        (
            "points",
            criterion.id,
            lambda got: Text(
                f"扣分超过本项分值，仍得{got}分",
                f"more is taken than the block holds; the points stay at {got}",
            ),
        ),
        visit,
    )
    return _Block(criterion, holds - floor, lost, case) if got else None


def _below(visit: Visit, world: World, criterion: Criterion) -> _Block | None:
    if criterion.low is not None or len(criterion.lines) < 2 or visit.left <= 0:  # noqa: PLR2004 -- a single line states its own range
        return None
    ends = {line.id: line_ends(world, criterion, line) for line in criterion.lines.values()}
    earns = criterion.base > 0 or any(e.high is None or e.high > 0 for e in ends.values())
    taking = [
        line
        for line in criterion.lines.values()
        if ((low := ends[line.id].low) is None or low < 0)
        and line.low is None
        and not isinstance(line.rule.tree, tree.Asked)
    ]
    if not earns or not taking:
        return None
    total, _ = sum_of(world, criterion)
    case, got = shown(
        world,
        world.points(criterion.id),
        [total < 0],
        ("points", criterion.id, lambda got: Text(f"得{got}分", f"{got} points")),
        visit,
    )
    return _Block(criterion, Fraction(0), Fraction(0), case) if got else None
