"""Ratings as flat rows: one column a value, with an id for machines and a title for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.missing import VERDICTS
from xingping.policy.words import Lang, Text
from xingping.rating.told import STATES

Form = Literal["text", "points", "whole", "word", "list"]
Shown = Mapping[str, object]

_PLAIN: tuple[tuple[str, Form, Text], ...] = (
    ("rank", "whole", Text("名次", "rank")),
    ("subject", "text", Text("编号", "id")),
    ("name", "text", Text("名称", "name")),
    ("group", "text", Text("所属", "group")),
    ("year", "whole", Text("年度", "year")),
    ("score", "points", Text("考核分", "score")),
    ("score_low", "points", Text("考核分下限", "score at least")),
    ("score_high", "points", Text("考核分上限", "score at most")),
    ("rank_best", "whole", Text("名次最好", "best rank")),
    ("rank_worst", "whole", Text("名次最差", "worst rank")),
    ("band", "whole", Text("分数段", "band")),
    ("standards", "whole", Text("达标星级", "standards met")),
    ("declared", "whole", Text("申报", "declared")),
    ("stars", "whole", Text("星级", "stars")),
    ("stars_possible", "whole", Text("最高可能星级", "stars possible")),
    ("state", "word", Text("状态", "state")),
    ("bonus", "points", Text("加分", "bonus")),
    ("veto", "list", Text("否决条款", "veto")),
    ("open", "list", Text("待定事项", "not yet known")),
    ("assumptions", "list", Text("依据的执行口径", "assumptions")),
)
WORDS: dict[str, Text] = {
    **VERDICTS,
    **STATES,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One value of every rating: ``path`` leads to it in the object of `rate --format json`."""

    path: tuple[str, ...]
    form: Form
    title: Text

    @property
    def id(self) -> str:
        """Its name for machines: ``score``, ``items.3``, ``criteria.7.5``."""
        return ".".join(self.path)

    def of(self, shown: Shown) -> object:
        """The value in one object; None if it has none."""
        value: object = shown
        for step in self.path:
            value = value.get(step) if isinstance(value, Mapping) else None
        return value


def columns(scheme: Scheme, shown: Sequence[Shown]) -> list[Column]:
    """All columns of these objects: the plain ones, then verdicts, then points."""
    if not shown:
        return [Column((name,), form, title) for name, form, title in _PLAIN]
    first = shown[0]
    plain = [Column((name,), form, title) for name, form, title in _PLAIN if name in first]
    return [*plain, *_verdicts(scheme, first), *_points(scheme, first)]


def in_words(column: Column, value: object, lang: Lang) -> str:
    """A value as a person reads it; what is not known is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ("；" if lang == "zh" else "; ").join(str(one) for one in value)
    if column.form == "word":
        return WORDS[str(value)](lang)
    return str(value)


def _verdicts(scheme: Scheme, first: Shown) -> Iterator[Column]:
    by_criterion = first.get("criteria")
    levels = scheme.level_titles
    for name, by_level in by_criterion.items() if isinstance(by_criterion, Mapping) else ():
        title = scheme.criteria[name].title
        for level in by_level:
            at = levels[level]
            told = Text(f"{name} {title.zh}·{at.zh}", f"{name} {title.en}, {at.en}")
            yield Column(("criteria", name, level), "word", told)


def _points(scheme: Scheme, first: Shown) -> Iterator[Column]:
    titles = item_titles(scheme)
    items = first.get("items")
    for name in items if isinstance(items, Mapping) else ():
        title = titles.get(name, Text("", ""))
        told = Text(f"{name} {title.zh} 得分", f"{name} {title.en}: points")
        yield Column(("items", name), "points", told)


def item_titles(scheme: Scheme) -> dict[str, Text]:
    """What each item of the result is called."""
    titles: dict[str, Text] = {}
    for criterion in scheme.criteria.values():
        titles[criterion.item or criterion.id] = criterion.title
        if criterion.by_line:
            titles |= {line.id: line.text for line in criterion.lines.values()}
    return titles
