"""The gap to each level above, as text: what can be done, by whom, and what has to wait."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from xingping.policy.language import tree
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences import ask
from xingping.policy.sentences.cycles import again_words, this_period
from xingping.policy.sentences.measured import Bounds
from xingping.policy.sentences.missing import item_title
from xingping.policy.sentences.needs import closed_by
from xingping.policy.sentences.results import level_words, points_words
from xingping.policy.words import Lang, Text
from xingping.rating.explaining import Reason
from xingping.rating.gaps import level_value
from xingping.rating.outcome import Level

if TYPE_CHECKING:
    from xingping.rating.explain import Explanation

_HEADS: Mapping[str, Text] = {
    "still_possible": Text("还可以做到", "still possible"),
    "not_ours": Text("不由自己决定", "in others' hands"),
    "settled": Text("{}已无法改变", "no longer possible {}"),
}
_SAME = Text("同上", "as above")
Said = dict[str, str]
"""What was last said of each criterion, so that a higher level need not repeat it."""


def gap_lines(why: Explanation, lang: Lang) -> list[str]:
    """A paragraph, with a blank line behind it, for each level that lacks something.

    Who is exempt is not asked for anything.
    """
    if why.rating.state == "exempt":
        return []
    said: Said = {}
    lines: list[str] = []
    for level, gap in why.gap.items():
        below = [*_result(why, level, lang)]
        if gap.still_possible or gap.not_ours or gap.settled or below:
            lines += [_lead(why, level, lang), *_lists(why, level, said, lang), *below, ""]
    return lines


def _lead(why: Explanation, level: str, lang: Lang) -> str:
    title = level_words(level, why.scheme, lang)
    now = this_period(why.scheme.cycle, lang)
    far = level_value(why.scheme, why.stars_reachable) < level_value(why.scheme, level)
    if lang == "zh":
        return f"距{title}还差{f'（{now}已达不到）' if far else ''}："
    return f"What {title} still takes{f' (out of reach {now})' if far else ''}:"


def _lists(why: Explanation, level: str, said: Said, lang: Lang) -> Iterator[str]:
    colon = "：" if lang == "zh" else ": "
    for key, head in _HEADS.items():
        names: list[str] = list(getattr(why.gap[level], key))
        if not names:
            continue
        yield f"  {head(lang).format(this_period(why.scheme.cycle, lang))}"
        told: dict[str, list[str]] = {}
        for name in names:
            text = _still(why.reasons[name][level], why, lang)
            again = said.get(name) == text and key != "settled"
            told.setdefault(_SAME(lang) if again else text, []).append(name)
            said[name] = text
        for text, those in told.items():
            yield f"    {_titles(those, why.scheme, lang)}{colon if text else ''}{text}"


def _titles(names: list[str], scheme: Scheme, lang: Lang) -> str:
    """Several by their numbers, one with its title too."""
    numbers = [item_title(name, scheme)(lang) for name in names]
    one = scheme.criteria.get(names[0])
    if len(names) > 1 or one is None or not names[0].isdecimal():
        return ("、" if lang == "zh" else ", ").join(numbers)
    return f"{numbers[0]}“{one.title.zh}”" if lang == "zh" else f"{numbers[0]}, {one.title.en}"


def _still(one: Reason, why: Explanation, lang: Lang) -> str:
    if one.reach == "settled":
        if one.again is None:
            return ""
        return again_words(why.scheme.cycle, why.until, one.again, lang)
    needs = one.needs(lang) if one.needs else ""
    by = closed_by(one.by, lang, why.scheme.bodies)
    return f"{needs}（{by}）" if lang == "zh" else f"{needs} ({by})"


def _result(why: Explanation, level: str, lang: Lang) -> Iterator[str]:
    """The other two that the stars may be the lowest of: the declaration, the band of the score."""
    rating, scheme = why.rating, why.scheme
    named = _named(scheme)
    if "declared" in named and _below(scheme, rating.declared, level):
        declared = level_words(str(rating.declared), scheme, lang)
        now = this_period(scheme.cycle, lang).replace("今", "本")
        yield f"  {now}申报的是{declared}" if lang == "zh" else f"  declared {now}: {declared}"
    if "band" in named and _below(scheme, rating.band, level):
        score = points_words(Bounds(rating.score.low, rating.score.high), lang)
        band = level_words(str(rating.band), scheme, lang)
        low = rating.score.known is None
        if lang == "zh":
            yield f"  考核分{score}，{'按下限' if low else ''}属{band}分数段"
        else:
            yield f"  score {score}: {'at its lowest ' if low else ''}in the band of {band}"
        yield from _beside(why, level, lang)


def _beside(why: Explanation, level: str, lang: Lang) -> Iterator[str]:
    """The whole condition of a band that asks more than a score."""
    scheme = why.scheme
    rule = scheme.bands.rules.get(level) if scheme.bands else None
    if rule is None:
        return
    refs = [node for node in walk(rule.tree) if isinstance(node, tree.Ref)]
    if all(node.what == "parameter" or node.name == "score" for node in refs):
        return
    said = ask(rule.tree, scheme, lang, year=why.rating.year)
    title = level_words(level, scheme, lang)
    yield f"  {title}的条件：{said}" if lang == "zh" else f"  {title} asks that {said}"


def _named(scheme: Scheme) -> set[str]:
    """What the rule of the stars names."""
    rule = scheme.stars.rule
    if rule is None:
        return set()
    return {node.name for node in walk(rule.tree) if isinstance(node, tree.Ref)}


def _below(scheme: Scheme, own: Level | None, level: str) -> bool:
    return own is not None and 0 < level_value(scheme, own) < level_value(scheme, level)
