"""Alternatives in English: 2 points if …, otherwise …; what a reviewer decides."""

from __future__ import annotations

from xingping.policy.language.tree import Arm, Asked, By, If, Kind, Node, Number, Otherwise, Ref
from xingping.policy.sentences.english.values import awarded
from xingping.policy.sentences.figures import figure, listed
from xingping.policy.sentences.here import Here
from xingping.policy.sentences.titles import judged_text, level_title, option_title
from xingping.policy.sentences.walk import kind_of

_OPS = {
    None: "", "=": "", ">=": "at least ", ">": "above ", "<=": "at most ", "<": "below ", "!=": "other than ",
}  # fmt: skip


def worth(node: Node, here: Here, kind: Kind) -> str:
    """What an arm gives: 2 points, a level, or its value."""
    if isinstance(node, Number) and (kind is Kind.LEVEL or here.levels):
        return level_title(here, node.value)
    if isinstance(node, Number) and not node.percent and here.points:
        return awarded(node.value)
    return here.nested().noun(node)


def either(node: If, here: Here) -> str:
    """Then, if …; else."""
    kind = kind_of(node)
    then = worth(node.then, here, kind)
    other = (
        either(node.other, here.plain())
        if isinstance(node.other, If)
        else worth(node.other, here, kind)
    )
    said = f"{then} if {here.plain().clause(node.when)}, otherwise {other}"
    return f"({said})" if here.inner else said


def by(node: By, here: Here) -> str:
    """The first arm that fits."""
    arms = [_arm(arm, node, here) for arm in node.arms]
    if node.rest is not None:
        arms.append(f"{worth(node.rest, here, kind_of(node))} otherwise")
    said = f"by {here.plain().nested().noun(node.of)}: {', '.join(arms)}"
    return f"({said})" if here.inner else said


def _arm(arm: Arm, node: By, here: Here) -> str:
    bound = here.noun(arm.bound)
    if isinstance(arm.bound, Number) and kind_of(node.of) is Kind.LEVEL:
        bound = level_title(here, arm.bound.value)
    if isinstance(node.of, Ref) and (node.of.what, node.of.name) == ("system", "campaign_year"):
        bound = f"year {bound}"
    return f"{worth(arm.value, here, kind_of(node))} for {_OPS[arm.op]}{bound}"


def otherwise(node: Otherwise, here: Here) -> str:
    """The value where there is a record, else the default."""
    default = (
        figure(node.default.value) if isinstance(node.default, Number) else here.noun(node.default)
    )
    return f"{here.noun(node.of)} ({default} without a record)"


def asked(node: Asked, here: Here) -> str:
    """What a reviewer decides."""
    if node.what == "judged":
        text = judged_text(here, node.item, node.level)
        return f"the reviewer's finding: {text or _level(node, here)}"
    if node.what == "assessed":
        return f"points given by a reviewer, from {figure(node.low)} to {figure(node.high)}"
    told = [
        f"{option_title(here, node.item, name)}: {'does not apply, left out' if points is None else awarded(points)}"
        for name, points in node.options
    ]
    return f"chosen by a reviewer: {listed(told, 'en', 'or')}"


def _level(node: Asked, here: Here) -> str:
    return next(
        (level.title.en for level in here.scheme.levels if level.id == node.level), node.level
    )
