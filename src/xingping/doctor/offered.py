"""The questions about scores, bands and points on offer, and what their kinds are called."""

from __future__ import annotations

from collections.abc import Mapping

from xingping.doctor.answering import Asked
from xingping.doctor.questions.bands import GAP, OVERLAP, ask_bands
from xingping.doctor.questions.caps import CAPPED, ask_caps
from xingping.doctor.questions.levels_reached import NO_LEVEL, ask_levels
from xingping.doctor.questions.offer import EXCEEDED, UNREACHED, ask_totals, ask_worth
from xingping.policy.words import Text

_POINTS = Text("分值和满分", "points and totals")

OFFERED: tuple[Asked, ...] = (
    Asked(ask_bands, Text("分数段", "the bands")),
    Asked(ask_totals, _POINTS),
    Asked(ask_worth, _POINTS),
    Asked(ask_caps, _POINTS),
    Asked(ask_levels, Text("各级能否评上", "whether each level is in reach")),
)

OFFERED_KINDS: Mapping[str, Text] = {
    OVERLAP: Text("分数段重叠", "bands overlap"),
    GAP: Text("分数段有空档", "the bands leave a gap"),
    UNREACHED: Text("满分得不到", "a stated total is out of reach"),
    EXCEEDED: Text("可以超过满分", "a stated total can be exceeded"),
    CAPPED: Text("上限低于可得分", "a cap below what is on offer"),
    NO_LEVEL: Text("有一级评不上", "a level nobody can have"),
}
