"""Lists in sentences: a few names, and how many more there are."""

from __future__ import annotations

from collections.abc import Iterable

from xingping.policy.words import Text

MOST_NAMED = 8
MORE_TIME = Text("多给些时间再查（--seconds）", "ask again with more time (--seconds)")
ACTUAL_NUMBER = Text("按实际个数再查（--units）", "ask for the actual number (--units)")
STATE_READING = Text(
    "在 assumptions.nt 写明执行口径，并在该处引用",
    "state the reading in assumptions.nt and cite it there",
)


def listed(names: Iterable[Text | str], most: int = MOST_NAMED) -> Text:
    """The names in one line, each once; of more than ``most`` the first, and how many there are."""
    texts = list(dict.fromkeys(Text(n, n) if isinstance(n, str) else n for n in names))
    zh, en = "、".join(t.zh for t in texts[:most]), ", ".join(t.en for t in texts[:most])
    if len(texts) > most:
        return Text(f"{zh}等{len(texts)}项", f"{en} and {len(texts) - most} more")
    return Text(zh, en)


def sentence(text: Text) -> Text:
    """The text as a sentence: English begins with a capital letter."""
    return Text(text.zh, text.en[:1].upper() + text.en[1:])


def cited(clauses: Iterable[str], most: int = MOST_NAMED) -> Text:
    """`（条款 A-1、A-2）`, with a blank before it in English; nothing where there is no clause."""
    found = tuple(dict.fromkeys(clauses))
    if not found:
        return Text("", "")
    names = listed(found, most)
    return Text(f"（条款 {names.zh}）", f" (clauses {names.en})")
