"""Why a subject comes out otherwise under other rules: the steps of the rating that differ."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.missing import VERDICTS
from xingping.policy.words import Lang, Text
from xingping.rating.outcome import Level, Range, Rating, points
from xingping.rating.told import STATES

_MOST = 4


def causes(first: Scheme, second: Scheme, one: Rating, other: Rating) -> tuple[Text, ...]:
    """The differences that stand behind a changed level, from the result back to the facts.

    Vetoes and states first, then places, declared level, band, standards with the criteria that
    differ, rank and score. At most four criteria are named, and how many more there are.
    """
    return (
        *_vetoes(first, second, one, other),
        *_state(one, other),
        *_levels(first, second, one, other),
        *_criteria(first, second, one, other),
        *_numbers(one, other),
    )


def _vetoes(first: Scheme, second: Scheme, one: Rating, other: Rating) -> Iterator[Text]:
    for clause in other.veto:
        if clause not in one.veto:
            title = _veto(second, clause)
            yield Text(f"新受否决：{title.zh}", f"vetoed now: {title.en}")
    for clause in one.veto:
        if clause not in other.veto:
            title = _veto(first, clause)
            yield Text(f"不再受否决：{title.zh}", f"no longer vetoed: {title.en}")


def _veto(scheme: Scheme, clause: str) -> Text:
    """The title of the veto with this clause, with the clause where there is one."""
    title = next((v.title for v in scheme.vetoes.values() if v.clause == clause), Text("", ""))
    cited = Text(f"（{clause}）", f" ({clause})") if clause else Text("", "")
    return Text(f"{title.zh}{cited.zh}", f"{title.en}{cited.en}")


def _state(one: Rating, other: Rating) -> Iterator[Text]:
    if one.state != other.state:
        before, after = STATES[one.state], STATES[other.state]
        yield Text(f"状态由{before.zh}变为{after.zh}", f"state: {before.en}, then {after.en}")


def _levels(first: Scheme, second: Scheme, one: Rating, other: Rating) -> Iterator[Text]:
    named = one.band != other.band or one.standards != other.standards
    for name, before, after in (
        (Text("分数段", "band"), one.band, other.band),
        (Text("达标星级", "standards met"), one.standards, other.standards),
    ):
        if before != after and before is not None and after is not None:
            yield _from_to(name, _level(first, before), _level(second, after))
    before, after = one.before_places[1], other.before_places[1]
    if not named and before != after:  # neither band nor standards say why
        name = Text("名额分配前", "before places are shared out")
        yield _from_to(name, _level(first, before), _level(second, after))
    same = one.before_places == other.before_places
    moved = (one.stars, one.stars_possible) != (other.stars, other.stars_possible)
    if same and moved and (first.quotas or second.quotas):
        yield Text("名额或入选线不同", "the places, or the cut line, differ")


def _criteria(first: Scheme, second: Scheme, one: Rating, other: Rating) -> Iterator[Text]:
    found = [
        (name, level, verdict)
        for name, by_level in other.criteria.items()
        for level, verdict in by_level.items()
        if one.criteria.get(name, {}).get(level, verdict) != verdict
    ]
    for name, level, verdict in found[:_MOST]:
        before = VERDICTS[one.criteria[name][level]]
        after = VERDICTS[verdict]
        criterion = second.criteria[name]
        clause = criterion.standards[level].clause
        title = _level(second, level)
        yield Text(
            f"第{name}项“{criterion.title.zh}”{title.zh}标准由{before.zh}变为{after.zh}（{clause}）",
            f"criterion {name} '{criterion.title.en}' at {title.en}: {before.en}, then {after.en} ({clause})",
        )
    if len(found) > _MOST:
        more = len(found) - _MOST
        yield Text(f"另有{more}处标准变化", f"and {more} more standards")
    yield from _items(first, second, one, other)


def _items(first: Scheme, second: Scheme, one: Rating, other: Rating) -> Iterator[Text]:
    """Items whose points differ; not where standards decide, whose points follow from them."""
    if first.has_standards and second.has_standards:
        return
    found = [
        (name, value)
        for name, value in other.items.items()
        if name in one.items and one.items[name] != value
    ]
    for name, value in found[:_MOST]:
        title = Text(name, name)
        if name in second.criteria:
            title = second.criteria[name].title
        yield _from_to(title, _range(one.items[name]), _range(value))
    if len(found) > _MOST:
        more = len(found) - _MOST
        yield Text(f"另有{more}项得分变化", f"and the points of {more} more items")


def _numbers(one: Rating, other: Rating) -> Iterator[Text]:
    if one.score != other.score:
        yield _from_to(Text("考核分", "score"), _range(one.score), _range(other.score))
    before, after = _rank(one), _rank(other)
    if before != after:
        yield _from_to(Text("名次", "rank"), before, after)


def _from_to(name: Text, before: Text, after: Text) -> Text:
    return Text(f"{name.zh}由{before.zh}变为{after.zh}", f"{name.en}: {before.en}, then {after.en}")


def _level(scheme: Scheme, level: Level) -> Text:
    return scheme.level_titles.get(str(level), Text(str(level), str(level)))


def _range(value: Range) -> Text:
    low, high = points(value.low), points(value.high)
    if low == high and low is not None:
        return Text(low, low)
    return Text(*(_bounds(low, high, lang) for lang in ("zh", "en")))


def _bounds(low: str | None, high: str | None, lang: Lang) -> str:
    zh = lang == "zh"
    if low is None and high is None:
        return "待定" if zh else "not yet known"
    if low is None:
        return f"至多{high}" if zh else f"at most {high}"
    if high is None:
        return f"至少{low}" if zh else f"at least {low}"
    return f"{low}至{high}" if zh else f"{low} to {high}"


def _rank(rating: Rating) -> Text:
    best, worst = rating.rank_best, rating.rank_worst
    if best is None or worst is None:
        return Text("无名次", "none")
    if best == worst:
        return Text(f"第{best}", str(best))
    return Text(f"第{best}至{worst}", f"{best} to {worst}")
