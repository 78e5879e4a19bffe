"""Whether the points an overlay adds stay within what the base allows, one by one and together."""

from __future__ import annotations

from fractions import Fraction

from xingping.policy.overlay.allowed import Granted
from xingping.policy.overlay.bounds import Bounds, criterion_bounds, line_bounds
from xingping.policy.overlay.page import Wish
from xingping.policy.scheme.allowance import CRITERIA, Allowance
from xingping.policy.scheme.criterion import Criterion
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text


def check_points(desk: Desk, base: Scheme, scheme: Scheme, granted: list[Granted]) -> None:
    """Tell additions out of bounds, and criteria whose lines now come to more than they may."""
    touched: dict[str, Wish] = {}
    for wish, allowed in granted:
        home = _home(scheme, wish)
        if home is not None and wish.target.of:
            touched.setdefault(home.id, wish)
        if wish.kind == "add":
            _check_one(desk, scheme, wish, allowed)
    for name, wish in touched.items():
        _check_together(desk, base, scheme, name, wish)


def _home(scheme: Scheme, wish: Wish) -> Criterion | None:
    """The criterion that a wish changes."""
    of = wish.name if wish.target.key == CRITERIA else wish.target.of
    for criterion in scheme.criteria.values():
        if of in criterion.lines and wish.kind == "set":
            return criterion
    return scheme.criteria.get(of)


def _check_one(desk: Desk, scheme: Scheme, wish: Wish, allowed: Allowance) -> None:
    criterion = _home(scheme, wish)
    if criterion is None or (allowed.low is None and allowed.high is None):
        return
    if wish.target.key == CRITERIA:
        low, high = criterion_bounds(criterion, scheme)
    elif wish.name in criterion.lines:
        low, high = line_bounds(criterion.lines[wish.name], scheme.catalogue)
    else:
        return
    if low is None or high is None:
        key = "min" if low is None else "max"
        what = Text("至少" if low is None else "至多", "least" if low is None else "most")
        desk.tell(
            wish.at,
            f"从“{wish.name}”的计分看不出{what.zh}几分",
            f"the points of '{wish.name}' do not show the {what.en} it can give",
            Text(f"写上 {key}", f"write a {key}"),
        )
    elif (allowed.low is not None and low < allowed.low) or (
        allowed.high is not None and high > allowed.high
    ):
        desk.tell(
            wish.at,
            f"“{wish.name}”可得 {_said((low, high), 'zh')} 分，"
            f"方案只允许 {_said((allowed.low, allowed.high), 'zh')} 分",
            f"'{wish.name}' gives {_said((low, high), 'en')} points, "
            f"the scheme allows {_said((allowed.low, allowed.high), 'en')}",
            Text("调低分值，或写上 min、max", "give fewer points, or write a min and a max"),
        )


def _said(one: Bounds, lang: str) -> str:
    ends = [figure(end) if end is not None else "…" for end in one]
    return f"{ends[0]} {'至' if lang == 'zh' else 'to'} {ends[1]}"


def _check_together(desk: Desk, base: Scheme, scheme: Scheme, name: str, wish: Wish) -> None:
    """Where the base lets a line's max be lowered to make room, the lines stay within the room."""
    criterion, before = scheme.criteria[name], base.criteria.get(name)
    shared = [
        one.target.of
        for one in base.local.values()
        if one.kind == "set" and one.target.key == "max" and one.target.of in criterion.lines
    ]
    if before is None or not shared or before.high is None:
        return
    total = _most(criterion, scheme)
    if total <= max(before.high, _most(before, base)):
        return
    told = figure(total)
    desk.tell(
        wish.at,
        f"“{before.title.zh}”各项上限共 {told} 分，超过它的 {figure(before.high)} 分",
        f"the lines of '{before.title.en}' come to {told} points, more than its {figure(before.high)}",
        Text(
            f"在 set 中调低 max of {shared[0]}，使各项合计不超过 {figure(before.high)} 分",
            f"set max of {shared[0]} lower, so that they come to {figure(before.high)} at most",
        ),
    )


def _most(criterion: Criterion, scheme: Scheme) -> Fraction:
    """What the lines come to at most, those without a bound left out."""
    ends = (line_bounds(line, scheme.catalogue)[1] for line in criterion.lines.values())
    return sum((end for end in ends if end is not None), Fraction(0))
