"""Guide shares and rewards in words: what a share would be, what came out; who is among the first."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from xingping.policy.scheme.outcome import Quota
from xingping.policy.words import Text
from xingping.rating.entrants import takes_part
from xingping.rating.outcome import Verdict
from xingping.rating.run import Run
from xingping.rating.seats import counts_of, seats
from xingping.rating.sharing import grouped

SHOWN = 12  # names in one sentence


def guides(one: Run) -> Iterator[Text]:
    """For each guide and group: its numbers beside those that the levels came to."""
    for quota in one.scheme.quotas.values():
        if quota.kind == "guide" and one.count:
            for group, members in grouped(one.groups(quota.within)).items():
                yield _guide(one, quota, group, members)


def _guide(one: Run, quota: Quota, group: Hashable, members: Sequence[int]) -> Text:
    places = seats(one.compiled, quota, counts_of(one, quota, members))
    lows, highs = one.columns["stars low"], one.columns["stars high"]
    zh, en = [], []
    for level in reversed(one.scheme.levels):
        if level.id not in places:
            continue
        rated = [i for i in members if takes_part(one, i)[1]]
        sure = sum(lows[i] == highs[i] == level.value for i in rated)
        most = sum(lows[i] <= level.value <= highs[i] for i in rated)
        guide, got = _span(*places[level.id]), _span(sure, most)
        zh.append(f"{level.title.zh}{guide}个（实有{got}）")
        en.append(f"{level.title.en} {guide} (there are {got})")
    where = f"{group}：" if group != "" else ""
    where_en = f"{group}: " if group != "" else ""
    return Text(
        f"{quota.title.zh}（{quota.clause}，仅供对照）：{where}{'、'.join(zh)}",
        f"{quota.title.en} ({quota.clause}, for comparison only): {where_en}{', '.join(en)}",
    )


def won_words(one: Run, won: Mapping[str, Mapping[str, Sequence[Verdict]]]) -> Iterator[Text]:
    """For each reward and part of the period: who has it, and for how many it is open."""
    for name, parts in won.items():
        title, clause = one.scheme.quotas[name].title, one.scheme.quotas[name].clause
        for part, verdicts in parts.items():
            ids = [one.facts.subjects[i] for i, v in enumerate(verdicts) if v == "met"]
            open_ = sum(v == "not_yet_known" for v in verdicts)
            more = "……" if len(ids) > SHOWN else ""
            zh = f"；待定{open_}个" if open_ else ""
            en = f"; {open_} not yet known" if open_ else ""
            yield Text(
                f"{title.zh}（{clause}）{part}：{len(ids)}个{zh}：{'、'.join(ids[:SHOWN])}{more}",
                f"{title.en} ({clause}) {part}: {len(ids)}{en}: {', '.join(ids[:SHOWN])}{more}",
            )


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}~{high}"
