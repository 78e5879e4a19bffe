"""The questions about levels and criteria one by one, and what their kinds are called."""

from __future__ import annotations

from collections.abc import Mapping

from xingping.doctor.answering import Asked
from xingping.doctor.questions.deciding import ask_idle_criteria
from xingping.doctor.questions.nesting import ask_alike, ask_not_nested
from xingping.doctor.questions.settled import ask_idle_arms, ask_settled_conditions
from xingping.policy.words import Text

_LEVELS = Text("各档标准", "the standards of each level")
_RULES = Text("每条规则", "each rule")

LEVELS: tuple[Asked, ...] = (
    Asked(ask_not_nested, _LEVELS),
    Asked(ask_alike, _LEVELS),
    Asked(ask_idle_criteria, _LEVELS),
    Asked(ask_settled_conditions, _RULES),
    Asked(ask_idle_arms, _RULES),
)

LEVELS_KINDS: Mapping[str, Text] = {
    "levels-not-nested": Text("上一档成立而下一档不成立", "levels that do not nest"),
    "levels-alike": Text("两档无从区分", "two levels nobody can tell apart"),
    "criterion-idle": Text("不起作用的标准", "a criterion that decides nothing"),
    "never-holds": Text("永远不成立的条件", "a condition that never holds"),
    "always-holds": Text("永远成立的条件", "a condition that always holds"),
    "idle-arm": Text("永远轮不到的情形", "a case that is never the one"),
}
