"""The questions about scores, bands and points on offer, and what their kinds are called."""

from __future__ import annotations

from collections.abc import Mapping

from xingping.doctor.answering import Asked
from xingping.doctor.questions.bands import GAP, OVERLAP, ask_bands
from xingping.doctor.questions.bonus import NEEDED, ask_bonus_needed
from xingping.doctor.questions.caps import CAPPED, ask_caps
from xingping.doctor.questions.floors import (
    BELOW,
    FLOORED,
    UNSTATED,
    ask_below_nothing,
    ask_floors,
    ask_unstated_floors,
)
from xingping.doctor.questions.levels_reached import NO_LEVEL, ask_levels
from xingping.doctor.questions.line_caps import ask_line_caps
from xingping.doctor.questions.offer import EXCEEDED, UNREACHED, ask_totals, ask_worth
from xingping.doctor.questions.same_facts import TWICE, ask_same_facts
from xingping.policy.words import Text

_POINTS = Text("分值和满分", "points and totals")
_FLOORS = Text("扣分和下限", "deductions and floors")
_REACHED = Text("各级能否评上", "whether each level is in reach")

OFFERED: tuple[Asked, ...] = (
    Asked(ask_bands, Text("分数段", "the bands")),
    Asked(ask_totals, _POINTS),
    Asked(ask_worth, _POINTS),
    Asked(ask_caps, _POINTS),
    Asked(ask_line_caps, _POINTS),
    Asked(ask_unstated_floors, _FLOORS),
    Asked(ask_floors, _FLOORS),
    Asked(ask_below_nothing, _FLOORS),
    Asked(ask_same_facts, Text("一事是否两算", "whether one fact counts twice")),
    Asked(ask_bonus_needed, _REACHED),
    Asked(ask_levels, _REACHED),
)

OFFERED_KINDS: Mapping[str, Text] = {
    OVERLAP: Text("分数段重叠", "bands overlap"),
    GAP: Text("分数段有空档", "the bands leave a gap"),
    UNREACHED: Text("满分得不到", "a stated total is out of reach"),
    EXCEEDED: Text("可以超过满分", "a stated total can be exceeded"),
    CAPPED: Text("上限低于可得分", "a cap below what is on offer"),
    FLOORED: Text("扣分超过本项分值", "deductions beyond what a block holds"),
    BELOW: Text("合计可以成负分", "points that come to less than nothing"),
    UNSTATED: Text("下限没有依据", "a floor without a reading"),
    TWICE: Text("一事两算", "one fact that counts twice"),
    NEEDED: Text("只有靠加分才能评上", "a level that takes bonus points"),
    NO_LEVEL: Text("有一级评不上", "a level nobody can have"),
}
