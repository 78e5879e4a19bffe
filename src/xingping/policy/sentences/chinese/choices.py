"""Alternatives in Chinese: 如…的计2分, 否则…; what a reviewer decides."""

from __future__ import annotations

from dataclasses import replace

from xingping.policy.language.tree import (
    Arm,
    Asked,
    By,
    If,
    Kind,
    Node,
    Number,
    Otherwise,
    Ref,
)
from xingping.policy.sentences.chinese.conditions import sentence
from xingping.policy.sentences.chinese.values import awarded
from xingping.policy.sentences.figures import figure
from xingping.policy.sentences.here import Here
from xingping.policy.sentences.titles import judged_text, level_title, option_title
from xingping.policy.sentences.walk import kind_of

_OPS = {
    None: "", "=": "", ">=": "不低于", ">": "高于", "<=": "不超过", "<": "低于", "!=": "不为",
}  # fmt: skip


def worth(node: Node, here: Here, kind: Kind) -> str:
    """What an arm gives: 计2分 where the whole is points, 为三星级 for a level, else 为 its value."""
    if kind is Kind.LEVEL or (here.levels and isinstance(node, Number)):
        return f"为{level_title(here, node.value) if isinstance(node, Number) else here.noun(node)}"
    if isinstance(node, Number) and not node.percent:
        return awarded(node.value) if here.points else f"取{figure(node.value)}"
    if isinstance(node, If | By | Asked):
        return here.nested().noun(node)
    return f"按{here.nested().noun(node)}{'计分' if here.points else '计'}"


def either(node: If, here: Here) -> str:
    """If … then … else."""
    kind = kind_of(node)
    said = f"{sentence(node.when, here.plain())}的，{worth(node.then, here, kind)}；"
    if isinstance(node.other, If):
        said += either(node.other, replace(here, inner=False))
    else:
        said += f"否则{worth(node.other, here, kind)}"
    return f"（{said}）" if here.inner else said


def by(node: By, here: Here) -> str:
    """The first arm that fits."""
    arms = [_arm(arm, node, here) for arm in node.arms]
    if node.rest is not None:
        arms.append(f"其他的{worth(node.rest, here, kind_of(node))}")
    said = f"按{here.plain().nested().noun(node.of)}：{'，'.join(arms)}"
    return f"（{said}）" if here.inner else said


def _arm(arm: Arm, node: By, here: Here) -> str:
    bound = here.noun(arm.bound)
    if isinstance(arm.bound, Number) and kind_of(node.of) is Kind.LEVEL:
        bound = level_title(here, arm.bound.value)
    if isinstance(node.of, Ref) and (node.of.what, node.of.name) == ("system", "campaign_year"):
        bound = f"第{bound}年"
    return f"{_OPS[arm.op]}{bound}的{worth(arm.value, here, kind_of(node))}"


def otherwise(node: Otherwise, here: Here) -> str:
    """The value where there is a record, else the default."""
    if isinstance(node.default, Number):
        default = figure(node.default.value)
        said = here.noun(node.of)
        if said.endswith("）"):
            return f"{said[:-1]}；没有记录的按{default}计）"
        return f"{said}（没有记录的按{default}计）"
    return f"{here.noun(node.of)}（没有记录的，取{here.noun(node.default)}）"


def asked(node: Asked, here: Here) -> str:
    """What a reviewer decides."""
    if node.what == "judged":
        text = judged_text(here, node.item, node.level)
        return f"审核认定：{text}" if text else f"审核认定达到{level_title_of(node, here)}"
    if node.what == "assessed":
        return f"由审核人在{figure(node.low)}至{figure(node.high)}分之间评分"
    told = [
        f"{option_title(here, node.item, name)}{'不适用，不计入' if points is None else awarded(points)}"
        for name, points in node.options
    ]
    return f"由审核人选定等次：{'，'.join(told)}"


def level_title_of(node: Asked, here: Here) -> str:
    """The title of the level asked for."""
    return next(
        (level.title.zh for level in here.scheme.levels if level.id == node.level), node.level
    )
