"""The cut-line sheet: how many places and why, last in, first out, the gap, what a tie did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from xingping.policy.scheme.outcome import Quota
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences import ask
from xingping.policy.sentences.results import cut_words
from xingping.policy.words import Lang, Text
from xingping.rating.outcome import Range, points


@dataclass(frozen=True, slots=True)
class CutLine:
    """The cut line of one level of a quota, in one group ('' where all are one).

    ``base``: how many there are; ``share``: the year's own; ``certain``, ``tied``: ids, best first
    and by id; ``last_in``, ``first_out``: ids or None; ``gap``: the difference of their scores.
    """

    scheme: Scheme
    quota: Quota
    level: str
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

    def place(self) -> dict[str, object]:
        """Which cut line it is, where a scheme has several."""
        return {"quota": self.quota.id, "level": self.level, "group": self.group}

    def lines(self, lang: Lang = "zh") -> list[str]:
        """The sheet in words."""
        return [text(lang) for text in self._texts()]

    def _share(self) -> Text:
        """The year's own share, where the scheme has one."""
        if self.quota.share is None:
            return Text("", "")
        if self.share is None:
            return Text("，当年比例未定", ", share of the year not set")
        said = f"{_figure(self.share * 100)}%"
        return Text(f"，当年比例{said}", f", share of the year {said}")

    def _texts(self) -> list[Text]:
        quota, where, where_en = self.quota, *self._where()
        rule = quota.places[self.level].tree
        how = Text(ask(rule, self.scheme, "zh"), ask(rule, self.scheme, "en"))
        share = self._share()
        clause = f"（{quota.clause}）" if quota.clause else ""
        found = [
            Text(
                f"{quota.title.zh}{clause}{where}：总数{self.base}{share.zh}，名额{self._places()}个",
                f"{quota.title.en} ({quota.clause}){where_en}: {self.base} in all{share.en}, "
                f"{self._places()} {'place' if self.places == 1 else 'places'}",
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

    def _where(self) -> tuple[str, str]:
        """The level and the group, where there are several."""
        zh, en = [], []
        if len(self.quota.places) > 1:
            title = next(one.title for one in self.scheme.levels if one.id == self.level)
            zh.append(title.zh)
            en.append(title.en)
        if self.group:
            zh.append(self.group)
            en.append(self.group)
        return "".join(f"·{part}" for part in zh), "".join(f", {part}" for part in en)

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
