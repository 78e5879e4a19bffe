"""The questions about all subjects together, and what their kinds of finding are called."""

from __future__ import annotations

from collections.abc import Mapping

from xingping.doctor.answering import Asked
from xingping.doctor.questions.campaigns import ask_campaigns
from xingping.doctor.questions.groups import ask_groups
from xingping.doctor.questions.made_scores import ask_made_scores
from xingping.doctor.questions.never_places import ask_never_places
from xingping.doctor.questions.quotas import ask_quotas
from xingping.doctor.questions.rank_quotas import ask_rank_quotas
from xingping.doctor.questions.ranks import ask_ranks
from xingping.doctor.questions.targets import ask_targets
from xingping.policy.words import Text

_PLACES = Text("名额能否分得下去", "whether places can be given out")

TOGETHER: tuple[Asked, ...] = (
    Asked(ask_targets, Text("各项目标能否同时达到", "whether targets can be met together")),
    Asked(ask_campaigns, Text("各年名额能否达到目标", "whether the places of all years do")),
    Asked(ask_quotas, _PLACES),
    Asked(ask_never_places, _PLACES),
    Asked(ask_groups, Text("各组名额合起来", "the places of groups together")),
    Asked(ask_rank_quotas, Text("名次条件与名额", "ranks against quotas")),
    Asked(ask_ranks, Text("名次条件与目标", "ranks against targets")),
    Asked(ask_made_scores, Text("得分由各条构成时", "scores made of the criteria")),
)

TOGETHER_KINDS: Mapping[str, Text] = {
    "targets-contradict": Text("目标互相抵触", "targets that contradict each other"),
    "target-impossible": Text("目标无法做到", "a target that nobody can meet"),
    "campaign-short": Text("名额不足以达到目标", "too few places for the target"),
    "campaign-chosen-again": Text("已评上的再占名额", "holders chosen again"),
    "campaign-no-slack": Text("名额恰够目标，少一个就达不到", "places that just meet the target"),
    "campaign-rounding": Text("能否达到目标取决于取整", "a target met by rounding up only"),
    "quota-sum": Text("名额之和与总数不符", "places that do not add up"),
    "quota-level-empty": Text("有等级没有名额", "a level left without places"),
    "quota-no-place": Text("人少时没有名额", "no place for few"),
    "quota-groups-exceed": Text("各组进一后超过全体比例", "groups that exceed the share of all"),
    "quota-rank": Text("名次条件使名额用不足", "places that ranks keep from being filled"),
    "target-rank": Text("名次条件使目标达不到", "a target that ranks rule out"),
    "target-ties": Text("目标只能靠同分达到", "a target met by equal scores only"),
    "made-rank-moot": Text("名次条件不起作用", "a rank that decides nothing"),
    "made-bands-moot": Text("分数段不起作用", "bands that decide nothing"),
    "made-line-shuts-out": Text(
        "分数线定高了，达标的评不上", "a line that shuts out who meets all else"
    ),
}
