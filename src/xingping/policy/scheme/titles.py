"""Titles that rules may name: no two things of one kind of name share one."""

from __future__ import annotations

from collections.abc import Iterable

from xingping.policy.faults import Place
from xingping.policy.scheme.desk import Desk, shortened
from xingping.policy.words import Text

_APART = Text(
    "规则按名称取值，重名时分不清是哪一个；请改其中一个",
    "rules go by title and could not tell them apart; change one of them",
)


def titles_differ(desk: Desk, titles: Iterable[tuple[str, Place]]) -> None:
    """Tell each title that stands a second time, with the place of the first.

    A title that no rule could write (with spaces, brackets, a digit in front) names nothing and may
    stand twice.
    """
    first: dict[str, Place] = {}
    for title, at in titles:
        if not title.isidentifier():
            continue
        before = first.setdefault(title, at)
        if before != at:
            shown = shortened(title)
            desk.tell(
                at,
                f"名称“{shown}”已被占用（见 {before}）",
                f"the title '{shown}' is taken (see {before})",
                _APART,
            )
