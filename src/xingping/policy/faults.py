"""Faults: what the author of a scheme has to mend, with its place and a hint."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from xingping.policy.words import Lang, Text


@dataclass(frozen=True, slots=True)
class Place:
    """A file of the scheme folder (relative, with /), a line and a column, both from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where, what, and what to do about it."""

    at: Place
    what: Text
    hint: Text | None = None

    def say(self, lang: Lang = "zh") -> str:
        """``file:line:column: what`` and, on a second line, the hint."""
        told = f"{self.at}: {self.what(lang)}"
        if self.hint is None:
            return told
        lead = "提示：" if lang == "zh" else "hint: "
        return f"{told}\n  {lead}{self.hint(lang)}"


_MEANT = Text("是不是", "did you mean")
_KNOWN = Text("可用的有：", "known:")


def did_you_mean(name: str, known: Collection[str]) -> Text | None:
    """A hint with the known name nearest to ``name``, or with a few of those there are."""
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    if near:
        return Text(f"{_MEANT.zh}“{near[0]}”？", f"{_MEANT.en} '{near[0]}'?")
    some = sorted(known)[:8]
    if not some:
        return None
    return Text(f"{_KNOWN.zh}{'、'.join(some)}", f"{_KNOWN.en} {', '.join(some)}")


def is_guess(hint: Text) -> bool:
    """Whether ``hint`` only names what is near or what there is."""
    return hint.zh.startswith((_MEANT.zh, _KNOWN.zh))


class SchemeFaultyError(Exception):
    """A scheme that cannot be used; carries every fault found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(fault.say("en") for fault in faults))
        self.faults = tuple(faults)

    def say(self, lang: Lang = "zh") -> str:
        """All faults, one after another."""
        return "\n".join(fault.say(lang) for fault in self.faults)
