"""What is said of all subjects at once: the year's targets, and reports beside a rating."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from xingping.policy.sentences import ask_both
from xingping.policy.sentences.missing import verdict_words
from xingping.policy.words import Text
from xingping.rating.guides import guides, won_words
from xingping.rating.outcome import Verdict
from xingping.rating.run import Run


def said_of_all(
    one: Run, won: Mapping[str, Mapping[str, Sequence[Verdict]]] | None = None
) -> tuple[Text, ...]:
    """A sentence for each target of the year, each guide share, each reward and each report.

    ``won``: reward -> part of the period -> whether each subject is among the first.
    """
    return (*_targets(one), *guides(one), *won_words(one, won or {}), *_reports(one))


def group_verdict(one: Run, name: str, members: Sequence[int]) -> Verdict:
    """Whether a condition over these subjects holds."""
    aggs, work = one.compiled.group_function(name)
    values = []
    for agg in aggs:
        kind, _, where, value = agg.args
        found = [one.get(i, value) for i in members if one.get(i, where)]
        match kind:
            case "sum":
                values.append(sum(found))
            case "max":
                values.append(max(found, default=-(1 << 62)))
            case _:
                values.append(min(found, default=1 << 62))
    low, high = work((), (), (), values)
    return "met" if low else "not_yet_known" if high else "not_met"


def _targets(one: Run) -> list[Text]:
    year = one.compiled.setting.campaign_year
    if not one.count or (year is None and one.scheme.campaign):
        return []
    found = []
    for target in one.scheme.targets.values():
        if target.year is not None and target.year != year:
            continue
        verdict = group_verdict(one, target.id, range(one.count))
        asked = ask_both(target.rule.tree, one.scheme)
        found.append(
            Text(
                f"目标（{target.clause}）：{asked.zh}，{verdict_words(verdict, 'zh')}",
                f"target ({target.clause}): {asked.en}: {verdict_words(verdict, 'en')}",
            )
        )
    return found


def _reports(one: Run) -> list[Text]:
    found = []
    for report in one.scheme.reports.values():
        groups: dict[Hashable, list[int]] = {}
        for i, group in enumerate(one.groups(report.within)):
            groups.setdefault(group, []).append(i)
        for group, members in groups.items():
            if group_verdict(one, report.id, members) == "met":
                where = f"{group}：" if group != "" else ""
                where_en = f"{group}: " if group != "" else ""
                found.append(
                    Text(f"提示：{where}{report.text.zh}", f"note: {where_en}{report.text.en}")
                )
    return found
