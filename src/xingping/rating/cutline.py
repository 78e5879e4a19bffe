"""The cut-line sheet: how many places and why, last in, first out, the gap, what a tie did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from xingping.policy.scheme.outcome import Quota
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences import ask
from xingping.policy.sentences.results import cut_words
from xingping.policy.words import Lang, Text
from xingping.rating.entrants import stands
from xingping.rating.outcome import Range, points
from xingping.rating.rate import Rated, rate
from xingping.rating.season import SeasonError
from xingping.rating.seats import group_number, places_of
from xingping.records.table import Records


@dataclass(frozen=True, slots=True)
class CutLine:
    """The cut line of one quota.

    ``base``: how many there are; ``share``: the year's own; ``certain``, ``tied``: ids, best first
    and by id; ``last_in``, ``first_out``: ids or None; ``gap``: the difference of their scores.
    """

    scheme: Scheme
    quota: Quota
    group: str
    base: int
    share: Fraction | None
    places: int | None
    certain: tuple[str, ...]
    tied: tuple[str, ...]
    last_in: str | None
    first_out: str | None
    gap: Fraction | None
    names: Mapping[str, str]
    scores: Mapping[str, Range]
    standing: int

    def to_json(self) -> dict[str, object]:
        """The object that `cutline --format json` prints (records.md)."""
        return {
            "base": self.base,
            "share": points(self.share),
            "places": self.places,
            "in": list(self.certain),
            "tied": list(self.tied),
            "first_out": self.first_out,
            "last_in": self.last_in,
            "gap": points(self.gap),
        }

    def lines(self, lang: Lang = "zh") -> list[str]:
        """The sheet in words."""
        return [text(lang) for text in self._texts()]

    def _texts(self) -> list[Text]:
        quota, level = self.quota, next(iter(self.quota.places))
        rule = quota.places[level].tree
        how = Text(ask(rule, self.scheme, "zh"), ask(rule, self.scheme, "en"))
        share = "" if self.share is None else f"{_figure(self.share * 100)}%"
        clause = f"（{quota.clause}）" if quota.clause else ""
        found = [
            Text(
                f"{quota.title.zh}{clause}：总数{self.base}，当年比例{share or '未定'}，名额{self._places()}个",
                f"{quota.title.en} ({quota.clause}): {self.base} in all, share of the year "
                f"{share or 'not set'}, {self._places()} {'place' if self.places == 1 else 'places'}",
            ),
            Text(f"名额算法：{how.zh}", f"places: {how.en}"),
            Text(
                f"参加评选{self.standing}个，确定入选{len(self.certain)}个",
                f"{self.standing} stand for selection, {len(self.certain)} are certainly in",
            ),
        ]
        last, first = self._score(self.last_in), self._score(self.first_out)
        if self.last_in:
            found.append(
                Text(
                    f"末位入选：{self._named(self.last_in)}",
                    f"last in: {self._named(self.last_in)}",
                )
            )
        if self.first_out:
            found.append(
                Text(
                    f"首位未入选：{self._named(self.first_out)}",
                    f"first out: {self._named(self.first_out)}",
                )
            )
        if last is not None and first is not None:
            found.append(Text(cut_words(last, first, "zh"), cut_words(last, first, "en")))
        found.append(self._tie())
        left = None if self.places is None else self.places - len(self.certain) - len(self.tied)
        if left is not None and left > 0:
            found.append(
                Text(
                    f"另有{left}个名额尚未确定或空缺",
                    f"{left} more places are not settled yet, or stay empty",
                )
            )
        return found

    def _places(self) -> str:
        return "未定" if self.places is None else str(self.places)

    def _score(self, subject: str | None) -> Fraction | None:
        return self.scores[subject].known if subject else None

    def _named(self, subject: str) -> str:
        return f"{subject} {self.names[subject]} {_span(self.scores[subject])}"

    def _tie(self) -> Text:
        if not self.tied:
            return Text("分数线上没有并列", "no tie on the cut line")
        names = "、".join(f"{s} {self.names[s]}" for s in self.tied)
        names_en = ", ".join(f"{s} {self.names[s]}" for s in self.tied)
        return Text(
            f"分数线上并列{len(self.tied)}个，比完各项仍相同，决定前均不入选，须按程序决定并记录：{names}",
            f"{len(self.tied)} are tied on the cut line, equal on every tie-breaker; none of them is in "
            f"until it is decided, on record: {names_en}",
        )


def _figure(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else (points(value) or "")


def _span(score: Range) -> str:
    if score.known is not None:
        return points(score.known) or ""
    return f"{points(score.low) or '…'}–{points(score.high) or '…'}"


def cutline(
    scheme: Scheme,
    records: Records,
    *,
    year: int,
    on: date | None = None,
    parameters: Mapping[str, object] | None = None,
) -> CutLine:
    """The cut line of the scheme's first quota. Raises SeasonError for a scheme without quotas."""
    limited = [q for q in scheme.quotas.values() if q.kind in {"at most", "exactly"}]
    if not limited:
        raise SeasonError(
            Text(
                f"方案“{scheme.title.zh}”没有名额，不划分数线；请改用 xingping rate",
                f"the scheme '{scheme.title.en}' has no quota, so there is no cut line; "
                "use xingping rate",
            )
        )
    return cut_of(rate(scheme, records, year=year, on=on, parameters=parameters), limited[0])


def cut_of(rated: Rated, quota: Quota) -> CutLine:
    """The cut line of a rating that is at hand."""
    one, level = rated.run, next(iter(quota.places))
    chosen = rated.stars.chosen.get(f"{quota.id} {level}", [])
    ids = one.facts.subjects
    by_id = {rating.subject: rating for rating in rated.ratings}
    low = {i: _key(rated, i, "lo", quota) for i in range(len(ids))}
    high = {i: _key(rated, i, "hi", quota) for i in range(len(ids))}
    inside = sorted((i for i, c in enumerate(chosen) if c and c.certain), key=low.__getitem__)
    tied = sorted(ids[i] for i, c in enumerate(chosen) if c and c.undecided)
    outside = sorted(
        (i for i, c in enumerate(chosen) if c and not c.possible and stands(one, i)),
        key=high.__getitem__,
    )
    last = ids[inside[-1]] if inside else None
    first = ids[outside[0]] if outside else None
    a = by_id[last].score.known if last else None
    b = by_id[first].score.known if first else None
    count = len(ids)
    return CutLine(
        one.scheme,
        quota,
        "",
        count,
        group_number(one.compiled, quota.share.tree, count) if quota.share else None,
        places_of(one.compiled, quota, level, count),
        tuple(ids[i] for i in inside),
        tuple(tied),
        last,
        first,
        a - b if a is not None and b is not None else None,
        {r.subject: r.name for r in rated.ratings},
        {r.subject: r.score for r in rated.ratings},
        sum(c is not None for c in chosen),
    )


def _key(rated: Rated, i: int, end: str, quota: Quota) -> tuple[object, ...]:
    """Best first: the score's end, the tie-breakers, then the id."""
    one = rated.run
    first, *breakers = one.compiled.outputs.quotas[quota.id]
    score = -one.get(i, getattr(first, end))
    ties = []
    for key in breakers:
        value = one.tie(i, key)
        bound = getattr(key, end, None)
        if value is None and bound is not None:
            value = Fraction(one.get(i, bound), getattr(key, "den", 1))
        ties.append((value is None, -value if value is not None else Fraction(0)))
    return (score, *ties, one.facts.subjects[i])
