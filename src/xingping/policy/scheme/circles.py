"""Definitions that run in a circle: a score that needs the rank that needs the score."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.policy.scheme.definitions import Definitions, Thing
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.naming import DEEPEST_NAMES
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

Step = tuple[Thing, Rule]
"""A thing, and its rule that names the next one."""


def tell_circles(desk: Desk, scheme: Scheme) -> None:
    """Tell each circle once, at the first rule of it; and values built on too many others."""
    definitions = Definitions(scheme)
    done: set[Thing] = set()
    for start in definitions.things():
        for way, closed in _ways(definitions, start, done):
            if not closed:
                desk.tell(
                    way[0][1].at,
                    f"一环扣一环，超过 {DEEPEST_NAMES} 层",
                    f"more than {DEEPEST_NAMES} values, each built on the next",
                )
                return
            names = [_shown(thing) for thing, _ in (*way, way[0])]
            desk.tell(
                way[0][1].at,
                f"定义循环：{' → '.join(names)}",
                f"defined in a circle: {' -> '.join(names)}",
                Text("其中一项须改为不依赖其他项", "one of them has to do without the others"),
            )


def _shown(thing: Thing) -> str:
    kind, name, part = thing
    if kind == "criterion":
        return f"{name}.{part}"
    return name or kind


def _ways(
    definitions: Definitions, start: Thing, done: set[Thing]
) -> Iterator[tuple[list[Step], bool]]:
    """Depth first: every circle (True), and a way that is too long (False)."""
    way: list[Step] = []
    waiting: list[tuple[Thing, Iterator[Step]]] = []
    if start not in done:
        waiting.append((start, iter(definitions.leads(start).items())))
    while waiting:
        here, leads = waiting[-1]
        lead = next(leads, None)
        if lead is None:
            done.add(here)
            waiting.pop()
            way = way[:-1]
            continue
        there, rule = lead
        on_the_way = [thing for thing, _ in waiting]
        if there in on_the_way:
            yield [*way[on_the_way.index(there) :], (here, rule)], True
        elif len(way) >= DEEPEST_NAMES:
            yield way, False
        elif there not in done:
            way = [*way, (here, rule)]
            waiting.append((there, iter(definitions.leads(there).items())))
