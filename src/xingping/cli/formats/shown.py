"""Ratings as a table to read at a terminal, and what stands below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from itertools import chain

from xingping.cli.formats.flat import WORDS
from xingping.cli.saying import say, spoken
from xingping.cli.tables import Column, lay
from xingping.cli.width import hang
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.following import counted_lines
from xingping.rating.outcome import Level, Rating, points
from xingping.rating.rate import Rated
from xingping.rating.season import float_free

_NONE = "-"
_OPEN_SHOWN = 5


def as_table(scheme: Scheme, rated: Rated, most: int | None = None) -> list[str]:
    """Heading, table, and below it the counts, what is open, what follows, the parameters.

    ``most``: how many rows are shown; all unless given.
    """
    ratings = sorted(rated.ratings, key=_order)
    few = ratings[:most]
    lines = [*heading(scheme, rated), ""]
    if few:
        lines += lay(_columns(scheme, few))
    if len(few) < len(ratings):
        lines.append(say(f"……共 {len(ratings)} 行", f"... {len(ratings)} rows in all"))
    lines.append("")
    below = chain(
        _counts(scheme, ratings),
        counted_lines(scheme, ratings, spoken()),
        _open(ratings),
        _tied(ratings),
        _said(rated),
        _parameters(rated),
    )
    lines += chain.from_iterable(map(hang, below))
    return lines


def heading(scheme: Scheme, rated: Rated) -> list[str]:
    """What was rated: scheme, year, day; the group where all have the same."""
    setting = rated.run.compiled.setting
    day = _day(setting.on)
    line = say(
        f"{scheme.title.zh}，{setting.year} 年，评定日 {day}，{len(rated.ratings)} 个对象",
        f"{scheme.title.en}, {setting.year}, rated as of {day}, {len(rated.ratings)} subjects",
    )
    group = _one_group(rated.ratings)
    return [line, say(f"所属：{group}", f"group: {group}")] if group else [line]


def basis(scheme: Scheme, rated: Rated) -> list[str]:
    """What a file of results rests on, line by line."""
    return [
        *heading(scheme, rated),
        *_counts(scheme, rated.ratings),
        *counted_lines(scheme, rated.ratings, spoken()),
        *_said(rated),
        *_parameters(rated),
    ]


def state(scheme: Scheme, rating: Rating) -> str:
    """The state in a word; who is rated without a star bears the name of that level."""
    lowest = scheme.levels[0]
    if rating.state == "rated" and str(rating.stars) == lowest.id:
        return lowest.title(spoken())
    return WORDS[rating.state](spoken())


def between(low: str | None, high: str | None) -> str:
    """One value where both agree, else from the one to the other."""
    if low is None and high is None:
        return _NONE
    if low == high:
        return str(low)
    return f"{low or ''}~{high or ''}"


def _columns(scheme: Scheme, ratings: Sequence[Rating]) -> list[Column]:
    rank = [between(_whole(one.rank_best), _whole(one.rank_worst)) for one in ratings]
    score = [between(points(one.score.low), points(one.score.high)) for one in ratings]
    level = partial(_level, scheme)
    stars = [between(level(one.stars), level(one.stars_possible)) for one in ratings]
    columns = [
        Column(say("名次", "rank"), rank, right=True),
        Column(say("编号", "id"), [one.subject for one in ratings], least=6),
        Column(say("名称", "name"), [one.name for one in ratings], least=12),
        Column(say("考核分", "score"), score, right=True),
        Column(say("分数段", "band"), [level(one.band) for one in ratings], right=True),
        Column(say("达标", "standards"), [level(one.standards) for one in ratings], right=True),
        Column(say("申报", "declared"), [level(one.declared) for one in ratings], right=True),
        Column(say("星级", "stars"), stars, right=True),
        Column(say("状态", "state"), [state(scheme, one) for one in ratings]),
    ]
    if not _one_group(ratings):
        columns.insert(3, Column(say("所属", "group"), [one.group for one in ratings], least=8))
    return [one for one in columns if any(cell not in {_NONE, ""} for cell in one.cells)]


def _order(rating: Rating) -> tuple[bool, int, int, str]:
    """Best possible rank first, those without a rank last."""
    best, worst = rating.rank_best, rating.rank_worst
    return best is None, best or 0, worst or 0, rating.subject


def _one_group(ratings: Sequence[Rating]) -> str:
    groups = {one.group for one in ratings}
    return groups.pop() if len(groups) == 1 else ""


def _counts(scheme: Scheme, ratings: Sequence[Rating]) -> list[str]:
    """How many have each level for certain, and how many results are still open."""
    titles = {level.id: level.title(spoken()) for level in scheme.levels}
    kept = scheme.exempt.stars if scheme.exempt else ""
    uncounted = {"provisional", "undecided"} if kept else {"provisional", "undecided", "exempt"}
    counted = Counter(str(one.stars) for one in ratings if one.state not in uncounted)
    exempt = sum(one.state == "exempt" for one in ratings)
    told = []
    for level in reversed(scheme.levels):
        count = counted[level.id]
        said = say(f"{titles[level.id]} {count} 个", f"{titles[level.id]}: {count}")
        if exempt and level.id == kept:
            said += say(f"（其中此前已获 {exempt} 个）", f" ({exempt} held it before)")
        told.append(said)
    if exempt and not kept:
        told.append(say(f"免评 {exempt} 个", f"exempt: {exempt}"))
    unsettled = sum(one.state in {"provisional", "undecided"} for one in ratings)
    if unsettled:
        told.append(say(f"待定 {unsettled} 个", f"not yet known: {unsettled}"))
    return [say("结果：", "Result: ") + say("，", ", ").join(told)]


def _open(ratings: Sequence[Rating]) -> list[str]:
    """Whose result depends on something not yet known, and on what."""
    waiting = [one for one in ratings if one.state == "provisional" and one.open]
    if not waiting:
        return []
    lines = [say("待定的原因：", "What is not yet known:")]
    for one in waiting[:_OPEN_SHOWN]:
        first = one.open[0](spoken()).removesuffix(say("：待定", ": not yet known"))
        more = len(one.open) - 1
        rest = say(f"，另有 {more} 项", f", and {more} more") if more else ""
        lines.append(f"  {one.subject} {one.name}{say('：', ': ')}{first}{rest}")
    if len(waiting) > _OPEN_SHOWN:
        more = len(waiting) - _OPEN_SHOWN
        lines.append(say(f"  另有 {more} 个对象", f"  and {more} more subjects"))
    lines.append(
        say(
            "  逐个查看还差什么、由谁办：同样的参数，把命令 rate 换成 explain，再加 --subject 编号",
            "  To see what is lacking and whose task it is: the same words with explain for rate, and --subject ID",
        )
    )
    return lines


def _tied(ratings: Sequence[Rating]) -> list[str]:
    """Who is tied on a cut line."""
    tied = [f"{one.subject} {one.name}" for one in ratings if one.state == "undecided"]
    if not tied:
        return []
    names = say("、", ", ").join(tied[:_OPEN_SHOWN])
    return [
        say(
            f"入选线上并列 {len(tied)} 个，须按程序决定：{names}（详见命令 cutline）",
            f"{len(tied)} are tied on the cut line and have to be decided on: {names} (see the command cutline)",
        )
    ]


def _said(rated: Rated) -> list[str]:
    said: Sequence[Text] = getattr(rated, "said", ())
    return [text(spoken()) for text in said]


def _parameters(rated: Rated) -> list[str]:
    setting = rated.run.compiled.setting
    told = []
    for name, value in setting.parameters.items():
        known = setting.scheme.parameters.get(name)
        title = known.title(spoken()) if known else name
        shown = float_free(value) if isinstance(value, Fraction) else value
        told.append(say(f"{title}（{name}）= {shown}", f"{title} ({name}) = {shown}"))
    return [say("参数：", "Parameters: ") + say("，", ", ").join(told)] if told else []


def _level(scheme: Scheme, level: Level | None) -> str:
    """A number as it is; a level whose id is a word, by its name."""
    if isinstance(level, str):
        return next(one.title(spoken()) for one in scheme.levels if one.id == level)
    return _NONE if level is None else str(level)


def _whole(number: int | None) -> str | None:
    return None if number is None else str(number)


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
