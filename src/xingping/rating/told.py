"""An explanation as text, for the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.measured import Bounds
from xingping.policy.sentences.missing import item_title
from xingping.policy.sentences.needs import closed_by
from xingping.policy.sentences.results import (
    assumptions_words,
    points_words,
    rank_words,
)
from xingping.policy.words import Lang, Text
from xingping.rating.explaining import Reason
from xingping.rating.outcome import Rating

if TYPE_CHECKING:
    from xingping.rating.explain import Explanation

MARKS = {"met": "●", "not_met": "○", "not_yet_known": "◇"}
STATES = {
    "vetoed": Text("一票否决", "vetoed"),
    "disqualified": Text("取消评选资格", "disqualified"),
    "exempt": Text("免评", "exempt"),
    "not_rated": Text("未参评", "not rated"),
    "undecided": Text("并列待定", "tied, to be decided"),
    "provisional": Text("待定", "provisional"),
    "rated": Text("已评定", "rated"),
}


def told_lines(why: Explanation, lang: Lang) -> list[str]:
    """Heading, result, the gap to the next level, then each criterion by level."""
    lines = [*_heading(why, lang), ""]
    for level, gap in why.gap.items():
        if gap.still_possible or gap.not_ours or gap.settled:
            lines += [*_gap(why, level, lang), ""]
    for name, by_level in why.reasons.items():
        lines.append(_title(why.scheme, name, lang))
        lines += [_reason(why.scheme, level, one, lang) for level, one in by_level.items()]
    return lines


def level_title(scheme: Scheme, level: object, lang: Lang) -> str:
    """The level's title."""
    found = next((one.title for one in scheme.levels if one.id == str(level)), None)
    return found(lang) if found else str(level)


def _heading(why: Explanation, lang: Lang) -> list[str]:
    rating, scheme, zh = why.rating, why.scheme, lang == "zh"
    stars = level_title(scheme, rating.stars, lang)
    reach = level_title(scheme, why.stars_reachable, lang)
    state = STATES[rating.state](lang)
    score = points_words(Bounds(rating.score.low, rating.score.high), lang)
    rank = rank_words(_rank(rating), why.among, scheme, lang)
    lead = f"{rating.name}（{rating.subject}）" if zh else f"{rating.name} ({rating.subject})"
    year = f"{rating.year}年度" if zh else f"{rating.year}"
    colon, comma = ("：", "，") if zh else (": ", ", ")
    result = f"{lead}{year if zh else ' ' + year}{colon}{stars}{comma}{state}"
    facts = (
        f"考核分{score}，{rank}，今年最高还可达到{reach}"
        if zh
        else (f"score {score}, {rank}, highest still in reach this year: {reach}")
    )
    return [result, facts]


def _rank(rating: Rating) -> Bounds | None:
    if rating.rank_best is None or rating.rank_worst is None:
        return None
    return Bounds(Fraction(rating.rank_best), Fraction(rating.rank_worst))


def _gap(why: Explanation, level: str, lang: Lang) -> list[str]:
    zh, gap, scheme = lang == "zh", why.gap[level], why.scheme
    title = level_title(scheme, level, lang)
    lines = [f"距{title}还差：" if zh else f"What {title} still takes:"]
    heads: Mapping[str, Text] = {
        "still_possible": Text("还可以做到", "still possible"),
        "not_ours": Text("不由自己决定", "in others' hands"),
        "settled": Text("今年已无法改变", "no longer possible this year"),
    }
    for key, head in heads.items():
        for name in getattr(gap, key):
            one = why.reasons[name][level]
            said = f"  {head(lang)}{'：' if zh else ': '}{item_title(name, scheme)(lang)} "
            lines.append(said + _still(one, lang))
    return lines


def _still(one: Reason, lang: Lang) -> str:
    if one.reach == "settled":
        if one.again is None:
            return ""
        return f"{one.again}年起可再达标" if lang == "zh" else f"can be met again from {one.again}"
    needs = one.needs(lang) if one.needs else ""
    by = closed_by(one.by, lang)
    return f"{needs}（{by}）" if lang == "zh" else f"{needs} ({by})"


def _title(scheme: Scheme, name: str, lang: Lang) -> str:
    criterion = scheme.criteria.get(name)
    if criterion is None:
        return name
    return f"{name} {criterion.title(lang)}"


def _reason(scheme: Scheme, level: str, one: Reason, lang: Lang) -> str:
    said = one.sentence(lang)
    assumed = assumptions_words(one.assumptions, scheme, lang) if one.assumptions else ""
    tail = f" {assumed}" if assumed else ""
    return f"  {MARKS[one.verdict]} {level_title(scheme, level, lang)}  {said}{tail}"
