"""A comparison and a projection as sentences, as rows, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from xingping.doctor.trial.comparing import MOVES, Change, Comparison, Count
from xingping.doctor.trial.picture import number
from xingping.doctor.trial.projecting import Ahead, Aim, Projection, Spread
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Lang, Text
from xingping.rating.outcome import Rating, points
from xingping.rating.told import STATES

COLUMNS: Mapping[str, Text] = {
    "move": Text("变化", "move"),
    "subject": Text("编号", "id"),
    "name": Text("名称", "name"),
    "stars_before": Text("改前", "before"),
    "stars_after": Text("改后", "after"),
    "score_before": Text("改前考核分", "score before"),
    "score_after": Text("改后考核分", "score after"),
    "rank_before": Text("改前名次", "rank before"),
    "rank_after": Text("改后名次", "rank after"),
    "state_after": Text("改后状态", "state after"),
    "why": Text("原因", "why"),
}


def row(found: Comparison, change: Change, lang: Lang) -> dict[str, str]:
    """One change as words, by column."""
    before, after = change.before, change.after
    return {
        "move": MOVES[change.move](lang),
        "subject": change.subject,
        "name": change.name,
        "stars_before": stars(found.before, before, lang),
        "stars_after": stars(found.after, after, lang),
        "score_before": _score(before, lang),
        "score_after": _score(after, lang),
        "rank_before": _rank(before, lang),
        "rank_after": _rank(after, lang),
        "state_after": STATES[after.state](lang) if after else "",
        "why": ("；" if lang == "zh" else "; ").join(why(lang) for why in change.why),
    }


def stars(scheme: Scheme, rating: Rating | None, lang: Lang) -> str:
    """三星级, 未达星级至四星级 / three stars, no star to four stars."""
    if rating is None:
        return ""
    titles = {level.id: level.title(lang) for level in scheme.levels}
    low, high = (str(one) for one in (rating.stars, rating.stars_possible))
    said = titles.get(low, low), titles.get(high, high)
    return said[0] if low == high else ("至" if lang == "zh" else " to ").join(said)


def _score(rating: Rating | None, lang: Lang) -> str:
    if rating is None:
        return ""
    low, high = points(rating.score.low), points(rating.score.high)
    if low == high:
        return low or ""
    return ("至" if lang == "zh" else " to ").join(one or "?" for one in (low, high))


def _rank(rating: Rating | None, lang: Lang) -> str:
    if rating is None or rating.rank_best is None:
        return ""
    best, worst = rating.rank_best, rating.rank_worst
    return str(best) if best == worst else f"{best}{'至' if lang == 'zh' else ' to '}{worst}"


def lines(found: Comparison, names: tuple[Text, Text], lang: Lang = "zh") -> Iterator[str]:
    """How many move, who and why, the distribution, the targets on both sides."""
    zh = lang == "zh"
    yield (
        f"{found.after.title(lang)}：{names[0](lang)} → {names[1](lang)}"
        if zh
        else (f"{found.after.title(lang)}: {names[0](lang)} → {names[1](lang)}")
    )
    tally = [
        f"{MOVES[move](lang)}{len(some)}个" if zh else f"{len(some)} {MOVES[move](lang)}"
        for move in MOVES
        if (some := found.moved(move)) or move in {"rises", "falls", "same"}
    ]
    yield ("，".join(tally) + "。") if zh else (", ".join(tally) + ".")
    for change in found.changes:
        if change.move != "same":
            yield _line(found, change, lang)
    yield ""
    yield "星级分布（改前 → 改后）：" if zh else "Levels (before, then after):"
    titles = {level.id: level.title(lang) for level in (*found.before.levels, *found.after.levels)}
    before = {one.level: one for one in found.counts_before}
    for count in reversed(found.counts_after):
        was = number(before.get(count.level, Count(count.level, 0, 0)), lang)
        yield f"  {titles[count.level]}  {was} → {number(count, lang)}"
    yield from _said(found, lang)


def _line(found: Comparison, change: Change, lang: Lang) -> str:
    told = row(found, change, lang)
    arrow = f"{told['stars_before']} → {told['stars_after']}"
    if lang == "zh":
        return f"  {told['move']}  {change.name}（{change.subject}）：{arrow}。{told['why']}"
    return f"  {told['move']}: {change.name} ({change.subject}): {arrow}. {told['why']}"


def _said(found: Comparison, lang: Lang) -> Iterator[str]:
    if not (found.said_before or found.said_after):
        return
    yield ""
    for lead, said in (
        (Text("改前", "before"), found.said_before),
        (Text("改后", "after"), found.said_after),
    ):
        for text in said:
            yield f"  {lead(lang)}{'：' if lang == 'zh' else ': '}{text(lang)}"


def projection_lines(found: Projection, lang: Lang = "zh") -> Iterator[str]:
    """What it was drawn from, then for each year the levels and the targets."""
    seen, zh = found.seen, lang == "zh"
    years = "、".join(map(str, seen.years)) if zh else ", ".join(map(str, seen.years))
    if zh:
        yield (
            f"推算依据：{years}年度的台账，升档{seen.up}次、降档{seen.down}次、共{seen.total}次评定；"
            f"否决{seen.vetoed}次（共{seen.judged}次）；{seen.left_out}次结果待定，未计入。"
        )
        yield (
            f"随机推算{found.draws}次（种子{found.seed}）；“甲至乙”为九成的推算所在范围，括号内为中间值。"
            "各对象分别推算，名次的竞争只体现在已见的比例里。"
        )
    else:
        yield (
            f"Drawn from the records of {years}: {seen.up} moves up, {seen.down} down, of {seen.total}; "
            f"{seen.vetoed} vetoes in {seen.judged} ratings; {seen.left_out} results not yet known, left out."
        )
        yield (
            f"{found.draws} draws (seed {found.seed}); 'a to b' holds nine draws of ten, "
            "the middle one in brackets. Each subject is drawn by itself; that ranks compete shows only in "
            "the rates seen."
        )
    for year in found.years:
        yield from _year(found, year, lang)


def _year(found: Projection, year: Ahead, lang: Lang) -> Iterator[str]:
    zh = lang == "zh"
    yield ""
    yield f"{year.year}年度" if zh else f"{year.year}"
    for level in reversed(found.scheme.levels[1:]):
        spread = year.at_least[level.id]
        top = level is found.scheme.levels[-1]
        title = level.title(lang) + ("" if top else "以上" if zh else " or more")
        yield f"  {title}  {_spread(spread, found.subjects, lang)}"
    for aim in year.aims:
        yield f"  {_aim(aim, lang)}"


def _spread(spread: Spread, of: int, lang: Lang) -> str:
    if lang == "zh":
        return f"{spread.low}至{spread.high}个（{spread.middle}），共{of}个"
    return f"{spread.low} to {spread.high} ({spread.middle}) of {of}"


def _aim(aim: Aim, lang: Lang) -> str:
    zh = lang == "zh"
    lead = f"目标（{aim.clause}）：" if zh else f"target ({aim.clause}): "
    if aim.met is None:
        return lead + (
            "不只看星级，不能推算" if zh else "rests on more than levels; it cannot be drawn"
        )
    return lead + (
        f"{aim.draws}次推算中有{aim.met}次实现"
        if zh
        else f"reached in {aim.met} of {aim.draws} draws"
    )


def as_json(
    found: Comparison | None, ahead: Projection | None, lang: Lang = "zh"
) -> dict[str, object]:
    """The object that ``simulate --format json`` prints."""
    shown: dict[str, object] = {}
    if found is not None:
        shown["changes"] = [_change(found, change, lang) for change in found.changes]
        shown["levels"] = {
            "before": _counts(found.counts_before),
            "after": _counts(found.counts_after),
        }
        shown["said"] = {
            "before": [text(lang) for text in found.said_before],
            "after": [text(lang) for text in found.said_after],
        }
    if ahead is not None:
        shown["projection"] = _projection(ahead)
    return shown


def _change(found: Comparison, change: Change, lang: Lang) -> dict[str, object]:
    told = row(found, change, lang)
    return {
        "subject": change.subject,
        "name": change.name,
        "move": change.move,
        "before": change.before.to_json(lang) if change.before else None,
        "after": change.after.to_json(lang) if change.after else None,
        "why": [why(lang) for why in change.why],
        "stars": [told["stars_before"], told["stars_after"]],
    }


def _counts(counts: Sequence[Count]) -> dict[str, object]:
    return {one.level: {"certain": one.certain, "possible": one.possible} for one in counts}


def _projection(ahead: Projection) -> dict[str, object]:
    seen = ahead.seen
    order = [level.id for level in ahead.scheme.levels]
    return {
        "from": {
            "years": list(seen.years),
            "moves": [[order[a], order[b], n] for (a, b), n in sorted(seen.moves.items())],
            "vetoed": seen.vetoed,
            "judged": seen.judged,
            "lost": seen.lost,
            "held": seen.held,
            "left_out": seen.left_out,
        },
        "draws": ahead.draws,
        "seed": ahead.seed,
        "subjects": ahead.subjects,
        "years": [
            {
                "year": year.year,
                "at_least": {
                    level: {"low": s.low, "middle": s.middle, "high": s.high}
                    for level, s in year.at_least.items()
                },
                "targets": [
                    {"id": a.id, "clause": a.clause, "met": a.met, "draws": a.draws}
                    for a in year.aims
                ],
            }
            for year in ahead.years
        ],
    }
