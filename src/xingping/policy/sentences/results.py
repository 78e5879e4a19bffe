"""Scores, bands, ranks, places, stars and vetoes in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from xingping.policy.language.tree import Rows
from xingping.policy.scheme.outcome import Effect, Veto
from xingping.policy.scheme.scheme import Assumption, Scheme
from xingping.policy.sentences.figures import figure, listed, percent
from xingping.policy.sentences.here import Here
from xingping.policy.sentences.labels import rank_label
from xingping.policy.sentences.measured import Bounds
from xingping.policy.sentences.say import ask, place
from xingping.policy.sentences.titles import subjects_title
from xingping.policy.words import Lang

_ANY = Rows("subjects", "subjects")


def _here(scheme: Scheme, lang: Lang) -> Here:
    return place(_ANY, scheme, lang, None, {})


def level_words(level: str, scheme: Scheme, lang: Lang) -> str:
    """The title of a level by its id; the id where the scheme has no such level."""
    return next((one.title(lang) for one in scheme.levels if one.id == level), level)


def points_words(points: Bounds, lang: Lang) -> str:
    """10.8, or 10.8至12 / 10.8 to 12; 待定 / not yet known without bounds."""
    ends = [None if end is None else figure(end) for end in (points.low, points.high)]
    if None in ends:
        return "待定" if lang == "zh" else "not yet known"
    if ends[0] == ends[1]:
        return str(ends[0])
    return f"{ends[0]}至{ends[1]}" if lang == "zh" else f"{ends[0]} to {ends[1]}"


def item_words(
    points: Bounds,
    scheme: Scheme,
    lang: Lang,
    *,
    most: Fraction | None = None,
    level: str = "",
    share: Fraction | None = None,
) -> str:
    """Points of an item: 得分10.8，满分12：达到四星级标准，按90%计.

    ``most``: what it can earn; ``level``: the highest level met (an id) and ``share``: the part of
    ``most`` that it earns, where points follow from levels.
    """
    told = points_words(points, lang)
    said = f"得分{told}" if lang == "zh" else f"{told} points"
    if most is not None:
        said += f"，满分{figure(most)}" if lang == "zh" else f" of {figure(most)}"
    if not level:
        return said
    title = level_words(level, scheme, lang)
    reason = f"达到{title}标准" if lang == "zh" else f"the standard of {title} is met"
    if share is not None:
        reason += f"，按{percent(share, lang)}计" if lang == "zh" else f", {percent(share, lang)}"
    return f"{said}：{reason}" if lang == "zh" else f"{said}: {reason}"


def granted_words(points: Bounds, most: Fraction, cap: Fraction, lang: Lang) -> str:
    """Points granted where no level is met: 得分5，满分12：未达任何一档，由审核人给分（至多8.4）."""
    told = points_words(points, lang)
    if lang == "zh":
        return f"得分{told}，满分{figure(most)}：未达任何一档，由审核人给分（至多{figure(cap)}）"
    return f"{told} points of {figure(most)}: no level is met, granted by a reviewer (at most {figure(cap)})"


def band_words(score: Bounds, band: str, scheme: Scheme, lang: Lang) -> str:
    """The score and its band: 考核分92.6，在85分（含）至95分（不含）之间，四星级.

    ``band``: the level whose condition holds for ``score.low``.
    """
    rule = scheme.bands.rules[band].tree if scheme.bands is not None else None
    result = scheme.results.get("score")
    title = result.title(lang) if result is not None else ("得分" if lang == "zh" else "score")
    told = (
        f"{title}{points_words(score, lang)}"
        if lang == "zh"
        else f"{title} {points_words(score, lang)}"
    )
    level = level_words(band, scheme, lang)
    if rule is None:
        return told
    where = ask(rule, scheme, lang).removeprefix("the ").removeprefix(title).strip()
    return f"{told}，{where}，{level}" if lang == "zh" else f"{told}, which {where}: {level}"


def rank_words(
    rank: Bounds | None, among: int, scheme: Scheme, lang: Lang, *, kind: str = ""
) -> str:
    """第2名，共14个单位 / rank 2 of 14; 第2至4名 where it is open; 不排名 without one.

    ``kind``: the id of the rank, if its title is to be told.
    """
    if rank is None:
        return "不参加排名" if lang == "zh" else "not ranked"
    here = _here(scheme, lang)
    title = scheme.ranks[kind].title(lang) if kind else ""
    said = rank_label(rank, here)
    if lang == "zh":
        counted = scheme.catalogue.registers[scheme.subject].counted.zh
        return f"{title}{said}，共{among}{counted}{subjects_title(here)}"
    return f"{f'{title}: ' if title else ''}{said} of {among}"


def places_words(places: int, base: int, share: Fraction | None, before: int, lang: Lang) -> str:
    """The places of a year: 名额33个：109×30%=32.7，进一；已用名额33个 where years add up.

    ``base``: of how many; ``share``: up to and with this year; ``before``: places of earlier years.
    """
    if share is None:
        return f"名额{places}个" if lang == "zh" else f"{places} places"
    exact = base * share
    up = exact.denominator != 1
    told = f"{base}×{percent(share, lang)}={figure(exact)}"
    if lang == "zh":
        said = f"名额{places}个：{told}{'，进一' if up else ''}"
        return f"{said}，减去以前年度{before}个" if before else said
    said = f"{places} places: {told}{', rounded up' if up else ''}"
    return f"{said}, less the {before} of earlier years" if before else said


def cut_words(last_in: Fraction | None, first_out: Fraction | None, lang: Lang) -> str:
    """The cut line: 入选最低分92.6，未入选最高分92.2，相差0.4."""
    ends = ("入选最低分", "未入选最高分") if lang == "zh" else ("last in ", "first out ")
    said = [
        f"{name}{figure(score)}"
        for name, score in zip(ends, (last_in, first_out), strict=True)
        if score is not None
    ]
    if last_in is not None and first_out is not None:
        gap = figure(last_in - first_out)
        said.append(f"相差{gap}" if lang == "zh" else f"a gap of {gap}")
    return ("，" if lang == "zh" else ", ").join(said)


def declared_words(level: str | None, scheme: Scheme, lang: Lang) -> str:
    """申报四星级 / declared: four stars; 未申报 without a declaration."""
    if level is None:
        return "未申报" if lang == "zh" else "nothing declared"
    title = level_words(level, scheme, lang)
    return f"申报{title}" if lang == "zh" else f"declared: {title}"


def stars_words(of: Mapping[str, str], stars: str, scheme: Scheme, lang: Lang) -> str:
    """The lowest of several: 取分数段（四星级）、达标星级（三星级）、申报星级（五星级）中最低者：三星级.

    ``of``: title in ``lang`` -> level id, in the order of the rule; ``stars``: what comes out.
    """
    result = level_words(stars, scheme, lang)
    said = [
        f"{title}（{level_words(level, scheme, lang)}）"
        if lang == "zh"
        else f"{title} ({level_words(level, scheme, lang)})"
        for title, level in of.items()
    ]
    if lang == "zh":
        return f"取{'、'.join(said)}中最低者：{result}"
    return f"the lowest of {listed(said, 'en', 'and')}: {result}"


def veto_words(veto: Veto, scheme: Scheme, lang: Lang) -> str:
    """A veto that applies: 一票否决：党员严重违法违纪（A-4.3b），评为“未达星级”."""
    effect = effect_words(veto.then, scheme, lang)
    if lang == "zh":
        return f"一票否决：{veto.title.zh}（{veto.clause}），{effect}"
    return f"veto: {veto.title.en} ({veto.clause}); {effect}"


def effect_words(effect: Effect, scheme: Scheme, lang: Lang) -> str:
    """What a veto or a gate does: 最高评为“四星级” / the result is at most 'four stars'."""
    value = level_words(effect.value, scheme, lang)
    most = effect.op == "<="
    if effect.target == "stars":
        if lang == "zh":
            return f"{'最高评' if most else '评'}为“{value}”"
        return f"the result is {'at most ' if most else ''}'{value}'"
    if effect.target == "score":
        if lang == "zh":
            return f"得分{'不超过' if most else '为'}{effect.value}"
        return f"the score is {'at most ' if most else ''}{effect.value}"
    if effect.target == "state":
        exempt = effect.value == "exempt"
        if lang == "zh":
            return "免评" if exempt else "按未参评处理"
        return "exempt from the rating" if exempt else "not rated"
    return "取消评先评优资格" if lang == "zh" else "no honours"


def assumed_words(assumption: Assumption, lang: Lang) -> str:
    """The reading that decided: 按执行口径A-R6：…… / under assumption A-R6: ...."""
    if lang == "zh":
        return f"按执行口径{assumption.id}：{assumption.reading.zh}"
    return f"under assumption {assumption.id}: {assumption.reading.en}"


def assumptions_words(ids: Sequence[str], scheme: Scheme, lang: Lang) -> str:
    """The ids alone, for a line of a table: 执行口径A-R6、A-R8."""
    if not ids:
        return ""
    known = [one for one in ids if one in scheme.assumptions]
    return f"执行口径{'、'.join(known)}" if lang == "zh" else f"assumptions {', '.join(known)}"
