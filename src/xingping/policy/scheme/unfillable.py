"""Quotas that no order of filling could make sense of: told when the scheme is read."""

from __future__ import annotations

from xingping.policy.scheme.entry import Entry
from xingping.policy.scheme.filling import blocks, limits
from xingping.policy.scheme.outcome import Quota
from xingping.policy.scheme.work import Work
from xingping.policy.words import Text

_NEXT = "next"


def tell_unfillable(work: Work, entry: Entry, quota: Quota) -> None:
    """Tell where those without a place would have nowhere to go, or places no beginning."""
    known = {level.id for level in work.levels}
    if not limits(quota):
        return
    if quota.each:
        work.desk.tell(
            entry.place("each"),
            "等级每个周期只定一次，不能按月分配名额；按月的只能是 kind: reward（奖励）",
            "a level is given once a period, so its places are not shared out in parts of it; only "
            "'kind: reward' goes by month",
        )
    if quota.places and set(quota.places) <= known:
        _beyond(work, entry, quota)
        _blocks(work, entry, quota)


def _beyond(work: Work, entry: Entry, quota: Quota) -> None:
    """Those without a place go to a level outside the quota, all of them the same way."""
    order = [level.id for level in work.levels]
    listed = sorted(map(order.index, quota.places))
    if quota.beyond == _NEXT:
        if listed[0] == 0 and quota.kind == "at most":
            work.desk.tell(
                entry.place("beyond"),
                f"“{order[0]}”已是最低一档，未得名额者没有下一档可去",
                f"'{order[0]}' is the lowest level, so those without a place have no next one",
                Text("写明归入哪一档", "name the level they go to"),
            )
    elif quota.beyond in order:
        if quota.beyond in quota.places:
            work.desk.tell(
                entry.place("beyond"),
                f"“{quota.beyond}”本身有名额限制，未得名额者不能归入它",
                f"'{quota.beyond}' has places of its own, so the surplus cannot go there",
                Text("要逐档递补请写 next", "write next for the surplus to go level by level"),
            )
        elif quota.kind == "at most" and listed[0] < order.index(quota.beyond) < listed[-1]:
            work.desk.tell(
                entry.place("beyond"),
                "上面各档的超额应往下归，下面各档的超额应往上归，请分成两项名额",
                "the surplus of the levels above falls and that of those below rises: "
                "make it two quotas",
            )


def _blocks(work: Work, entry: Entry, quota: Quota) -> None:
    """A forced distribution is filled from the ends."""
    if quota.kind == "exactly" and blocks(work.levels, tuple(quota.places)) is None:
        work.desk.tell(
            entry.place("places"),
            "强制分布须从最高或最低一档起连续列出，中间单独一档无从排起",
            "a forced distribution lists levels without a gap from the highest or the lowest; "
            "one in the middle alone has no beginning",
        )
