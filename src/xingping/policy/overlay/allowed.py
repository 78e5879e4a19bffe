"""Whether a base scheme allows what an overlay wants, and within its bounds."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from xingping.policy.faults import did_you_mean
from xingping.policy.overlay.page import Wish
from xingping.policy.scheme.allowance import Allowance
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.entry import not_a_number
from xingping.policy.scheme.plain import as_number
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text
from xingping.policy.written import Said

Granted = tuple[Wish, Allowance]
Bounds = tuple[Fraction | None, Fraction | None]


def check_allowed(desk: Desk, base: Scheme, wishes: tuple[Wish, ...]) -> list[Granted]:
    """The allowance that each wish rests on; what none allows, or not so, is told."""
    granted: list[Granted] = []
    added: Counter[str] = Counter()
    for wish in wishes:
        allowed = _allowance(base, wish)
        if allowed is None:
            _refuse(desk, base, wish)
            continue
        granted.append((wish, allowed))
        if wish.kind == "set":
            _check_value(desk, base, wish, allowed)
            continue
        added[allowed.id] += 1
        if allowed.at_most is not None and added[allowed.id] == allowed.at_most + 1:
            desk.tell(
                wish.at,
                f"“{wish.target}”至多可加 {allowed.at_most} 项",
                f"at most {allowed.at_most} may be added to '{wish.target}'",
                Text("删去多出的项", "take away those beyond"),
            )
    return granted


def _allowance(base: Scheme, wish: Wish) -> Allowance | None:
    for allowed in base.local.values():
        if (allowed.kind, allowed.target) == (wish.kind, wish.target):
            return allowed
    return None


def _refuse(desk: Desk, base: Scheme, wish: Wish) -> None:
    known = [str(one.target) for one in base.local.values() if one.kind == wish.kind]
    hint = did_you_mean(str(wish.target), known) or Text(
        "方案没有给地方留这样的权限（见其 local）",
        "the scheme allows nothing of the kind (its 'local')",
    )
    what = "改" if wish.kind == "set" else "增加"
    desk.tell(
        wish.at,
        f"方案“{base.id}”不允许地方{what}“{wish.target}”",
        f"the scheme '{base.id}' does not allow an overlay to {wish.kind} '{wish.target}'",
        hint,
    )


def _check_value(desk: Desk, base: Scheme, wish: Wish, allowed: Allowance) -> None:
    said = wish.value
    if not isinstance(said, Said):
        return
    low, high = _bounds(base, allowed)
    if wish.target.key == "between":
        first, to, last = said.text.replace(" 至 ", " to ").partition(" to ")
        values = [as_number(first), as_number(last)] if to else []
    else:
        values = [as_number(said.text)]
        if values == [None] and (low is not None or high is not None):
            not_a_number(desk, said)
    for value in values:
        outside = value is not None and (
            (low is not None and value < low) or (high is not None and value > high)
        )
        if outside:
            told = _range(low, high)
            desk.tell(
                said.at,
                f"“{wish.target}”可改的范围是 {told.zh}，写的是 {said.text.strip()}",
                f"'{wish.target}' may be {told.en}, not {said.text.strip()}",
                Text(
                    "改到范围之内，或请制定方案的机关放宽",
                    "stay within, or ask its makers for more",
                ),
            )
            return


def _bounds(base: Scheme, allowed: Allowance) -> Bounds:
    """Those of the allowance; where it has none, those of the parameter itself."""
    if allowed.low is not None or allowed.high is not None:
        return allowed.low, allowed.high
    target = allowed.target
    if len(target.path) == 2 and target.path[0] == "parameters":  # noqa: PLR2004 -- parameters.NAME
        parameter = base.parameters.get(target.path[1])
        if parameter is not None:
            return parameter.low, parameter.high
    return None, None


def _range(low: Fraction | None, high: Fraction | None) -> Text:
    if low is None or high is None:
        least, most = figure(low or 0), figure(high or 0)
        if high is None:
            return Text(f"不低于 {least}", f"{least} or more")
        return Text(f"不高于 {most}", f"at most {most}")
    return Text(f"{figure(low)} 至 {figure(high)}", f"{figure(low)} to {figure(high)}")
