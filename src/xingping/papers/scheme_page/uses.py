"""Where each clause is used: the parts of a scheme that cite it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

PARTS: Mapping[str, Text] = {
    "parameters": Text("年度参数", "Parameters"),
    "targets": Text("目标", "Targets"),
    "levels": Text("等级和分数段", "Levels and bands"),
    "criteria": Text("评定标准", "Criteria"),
    "results": Text("得分与排名", "Scores and ranks"),
    "overruled": Text("参评、门槛与否决", "Taking part, gates and vetoes"),
    "quotas": Text("名额", "Places"),
    "procedure": Text("程序", "Procedure"),
    "changes": Text("称号变动", "Changes of titles"),
    "consequences": Text("奖励与提示", "Consequences"),
}
"""The sections of the page whose things cite clauses, by anchor."""
_SECTION = {
    "ranks": "results",
    "vetoes": "overruled",
    "gates": "overruled",
    "pays": "consequences",
}
_PARTED = re.compile(r"(\d+)", re.ASCII)
_BANDS = Text("分数段", "the bands")
_STARS = Text("评定等级", "the level given")


@dataclass(frozen=True, slots=True)
class Use:
    """``clauses``: as cited, a space between; ``part``: a key of `PARTS`; ``assumes``: readings."""

    clauses: str
    part: str
    name: Text
    assumes: tuple[str, ...] = ()


def uses(scheme: Scheme) -> Iterator[Use]:
    """Every citation, in the order of the page."""
    yield from _of(scheme.parameters, "parameters")
    for target in scheme.targets.values():
        name = PARTS["targets"]
        if target.year is not None:
            name = Text(f"第{target.year}年目标", f"target of year {target.year}")
        yield Use(target.clause, "targets", name, target.assumes)
    if scheme.bands is not None:
        yield Use(scheme.bands.clause, "levels", _BANDS, scheme.bands.assumes)
    yield Use(scheme.stars.clause, "levels", _STARS, scheme.stars.assumes)
    yield from _criteria(scheme)
    for kind in ("results", "ranks"):
        yield from _of(getattr(scheme, kind), kind)
    yield from _apart(scheme)
    for kind in ("gates", "vetoes", "quotas", "procedure", "changes", "pays"):
        yield from _of(getattr(scheme, kind), kind)
    for act in scheme.acts.values():
        yield Use(act.clause, "consequences", act.then)


def _apart(scheme: Scheme) -> Iterator[Use]:
    """Who takes no part, and who is exempt."""
    if scheme.not_rated is not None:
        one = scheme.not_rated
        yield Use(one.clause, "overruled", Text("未参评", "not rated"), one.assumes)
    if scheme.exempt is not None:
        free = scheme.exempt
        yield Use(free.clause, "overruled", Text("免评", "exempt"), free.assumes)


def _of(things: Mapping[str, object], kind: str) -> Iterator[Use]:
    part = _SECTION.get(kind, kind)
    for id_, thing in things.items():
        yield Use(
            getattr(thing, "clause", ""),
            part,
            title_of(things, id_),
            tuple(getattr(thing, "assumes", ())),
        )


def title_of(things: Mapping[str, object], id_: str) -> Text:
    """The title of a thing; its number among ``things`` where it has only an id."""
    title = getattr(things[id_], "title", None)
    if isinstance(title, Text) and title.zh != id_:
        return title
    number = list(things).index(id_) + 1
    return Text(f"第{number}项", f"No. {number}")


def _criteria(scheme: Scheme) -> Iterator[Use]:
    titles = scheme.level_titles
    for one in scheme.criteria.values():
        yield Use(one.clause, "criteria", one.title, one.assumes)
        for standard in one.standards.values():
            level = titles[standard.level]
            name = Text(f"{one.title.zh}（{level.zh}）", f"{one.title.en} ({level.en})")
            yield Use(standard.clause, "criteria", name, standard.assumes)
        for line in one.lines.values():
            yield Use(line.clause, "criteria", line.text, line.assumes)


def clauses_of(scheme: Scheme) -> list[str]:
    """Every clause: those with a sentence, those only shown, those cited or decided by a reading."""
    listed = dict.fromkeys([*scheme.clauses.says, *scheme.clauses.shown])
    cited = [name for one in uses(scheme) for name in one.clauses.split()]
    decided = [name for one in scheme.assumptions.values() for name in one.decides]
    listed |= dict.fromkeys(sorted([*cited, *decided], key=_natural))
    return [name for name in listed if name not in scheme.assumptions]


def _natural(name: str) -> list[tuple[int, str]]:
    """Numbers in a name count as numbers: 2 before 10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in _PARTED.split(name)]
