"""What stands between ids and between languages: other signs than these are told."""

from __future__ import annotations

import re

from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.meant import write
from xingping.policy.words import Text
from xingping.policy.written import Said

_BAR = re.compile(r"\s*[|｜￨]\s*")
_COMMA = re.compile(r"\s*[、，,；;]\s*")


def spaced(desk: Desk, said: Said) -> tuple[str, ...]:
    """The ids in ``said``; commas between them are told."""
    apart = _COMMA.sub(" ", said.text).strip()
    if apart != said.text.strip():
        zh, en = "编号之间用空格分开", "ids are separated by spaces"
        desk.tell(said.place(_start(_COMMA, said.text)), zh, en, write(apart))
    return tuple(apart.split())


def in_both(desk: Desk, said: Said) -> Text:
    """The text in both languages; another bar than `` | `` is told."""
    if " | " not in said.text and _BAR.search(said.text):
        better = " | ".join(part.strip() for part in _BAR.split(said.text, maxsplit=1)).strip(" |")
        zh, en = "中英文之间是“ | ”，两边各空一格", "' | ' stands between Chinese and English"
        desk.tell(said.place(_start(_BAR, said.text)), zh, en, write(better))
    return Text.read(said.text)


def _start(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return 0 if found is None else found.start() + len(found[0]) - len(found[0].lstrip())
