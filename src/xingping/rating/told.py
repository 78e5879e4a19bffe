"""An explanation as text, for the terminal."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.cycles import this_period
from xingping.policy.sentences.measured import Bounds
from xingping.policy.sentences.results import (
    assumptions_words,
    level_words,
    points_words,
    rank_words,
)
from xingping.policy.words import Lang, Text
from xingping.rating.explaining import Reason
from xingping.rating.following import following_lines
from xingping.rating.outcome import Level, Rating
from xingping.rating.told_gap import gap_lines

if TYPE_CHECKING:
    from xingping.rating.explain import Explanation

MARKS = {"met": "●", "not_met": "○", "not_yet_known": "◇"}
POINTS = "·"
_KEY = {
    True: Text(
        "逐条说明（● 达标，○ 未达标，◇ 待定）：",
        "Each criterion (● met, ○ not met, ◇ not yet known):",
    ),
    False: Text(
        "逐项说明（◇ 待定，● 达标，○ 未达标，· 计分项）：",
        "Each item (◇ not yet known, ● met, ○ not met, · gives points):",
    ),
}
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
    """Heading, result, the gap to the next level, what follows, then each criterion by level."""
    lines = [*_heading(why, lang), "", *gap_lines(why, lang)]
    lines += following_lines(why.scheme, why.rating, lang)
    lines += [_KEY[why.scheme.has_standards](lang), ""]
    for name, by_level in why.reasons.items():
        single = len(by_level) == 1 and not why.scheme.has_standards
        if not single:
            lines.append(_title(why.scheme, name, lang))
        for level, one in by_level.items():
            given = name in why.rating.items and not why.scheme.has_standards
            mark = POINTS if given and one.verdict == "not_met" else MARKS[one.verdict]
            at = "" if single else f"{level_words(level, why.scheme, lang)}  "
            lines.append(f"  {mark} {at}{_reason(why.scheme, one, lang)}")
    return lines


def _heading(why: Explanation, lang: Lang) -> list[str]:
    rating, scheme, zh = why.rating, why.scheme, lang == "zh"
    score = points_words(Bounds(rating.score.low, rating.score.high), lang)
    facts = [f"考核分{score}" if zh else f"score {score}"] if "score" in scheme.results else []
    facts += [
        rank_words(_rank(rating), why.among, scheme, lang),
    ]
    if rating.state != "exempt":
        facts.append(_reachable(why, lang))
    lead = f"{rating.name}（{rating.subject}）" if zh else f"{rating.name} ({rating.subject}) "
    year, colon, comma = (
        (f"{rating.year}年度", "：", "，") if zh else (f"{rating.year}", ": ", ", ")
    )
    state = STATES[rating.state](lang)
    stars = _levels((rating.stars, rating.stars_possible), scheme, lang)
    return [
        f"{lead}{year}{colon}{stars}{comma}{state}",
        comma.join(facts),
        *_places(rating, scheme, lang),
    ]


def _places(rating: Rating, scheme: Scheme, lang: Lang) -> list[str]:
    """What the sharing out of places made of the level, where it made anything of it."""
    after = rating.stars, rating.stars_possible
    if rating.before_places == after or rating.state == "exempt":
        return []
    had, has = (_levels(one, scheme, lang) for one in (rating.before_places, after))
    if lang == "zh":
        return [f"分配名额前为{had}，分配后为{has}；名额与入选线见 cutline"]
    return [f"before places were shared out: {had}, after: {has}; the places are told by cutline"]


def _levels(ends: tuple[Level, Level], scheme: Scheme, lang: Lang) -> str:
    """The level, or the lowest and the highest that it may be."""
    least, most = (level_words(str(one), scheme, lang) for one in ends)
    if least == most:
        return least
    return f"{least}至{most}" if lang == "zh" else f"{least} to {most}"


def _reachable(why: Explanation, lang: Lang) -> str:
    """The best still in reach, or the first level that no longer is."""
    scheme = why.scheme
    now = this_period(scheme.cycle, lang)
    reach = level_words(str(why.stars_reachable), scheme, lang)
    if len(scheme.levels) > 1 and str(why.stars_reachable) == scheme.levels[0].id:
        first = scheme.levels[1].title(lang)
        return f"{now}已达不到{first}" if lang == "zh" else f"{first}: out of reach {now}"
    if lang == "zh":
        return f"{now}最高还可达到{reach}"
    return f"highest still in reach {now}: {reach}"


def _rank(rating: Rating) -> Bounds | None:
    if rating.rank_best is None or rating.rank_worst is None:
        return None
    return Bounds(Fraction(rating.rank_best), Fraction(rating.rank_worst))


def _title(scheme: Scheme, name: str, lang: Lang) -> str:
    criterion = scheme.criteria.get(name)
    if criterion is None:
        return name
    return f"{name} {criterion.title(lang)}"


def _reason(scheme: Scheme, one: Reason, lang: Lang) -> str:
    assumed = assumptions_words(one.assumptions, scheme, lang) if one.assumptions else ""
    return f"{one.sentence(lang)} {assumed}".rstrip()
