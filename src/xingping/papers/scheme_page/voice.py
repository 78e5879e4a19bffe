"""What every part of the page says things with: language, sentences of rules, links to clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xingping.papers.scheme_page.page import Line, Piece
from xingping.policy.scheme.bodies import titled
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences import ask
from xingping.policy.sentences.results import level_words
from xingping.policy.words import Lang, Text

_UNITS = {
    "month": Text("每月", "every month"),
    "quarter": Text("每季度", "every quarter"),
    "half": Text("每半年", "every half-year"),
    "year": Text("每年", "every year"),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """A scheme and the language in which it is shown."""

    scheme: Scheme
    lang: Lang

    def say(self, zh: str, en: str) -> str:
        """One of the two."""
        return zh if self.lang == "zh" else en

    def of(self, text: Text) -> str:
        """``text`` in the language of the page."""
        return text(self.lang)

    def ask(self, rule: Rule) -> str:
        """The sentence of a rule, without a full stop."""
        return ask(rule.tree, self.scheme, self.lang)

    def sentence(self, text: str) -> str:
        """``text`` as a sentence that stands alone."""
        text = text.strip()
        if not text or text[-1] in "。.！!？?…；;":
            return upper(text)
        return f"{text}。" if self.lang == "zh" else f"{upper(text)}."

    def where(self, condition: str, effect: str) -> str:
        """What follows where a condition holds."""
        return self.say(f"{condition}，则{effect}", f"where {condition}: {effect}")

    def level(self, level: str) -> str:
        """The title of a level."""
        return level_words(level, self.scheme, self.lang)

    def levels(self, levels: Iterable[str]) -> str:
        """The titles of several levels."""
        return self.listed([self.level(one) for one in levels])

    def listed(self, items: Sequence[str]) -> str:
        """A list in one line."""
        return ("、" if self.lang == "zh" else ", ").join(items)

    def quoted(self, text: str) -> str:
        """``text`` in quotation marks, those inside it being single ones."""
        inner = text.replace("“", "‘").replace("”", "’")
        return self.say(f"“{inner}”", f"'{text}'")

    def body(self, body: str) -> str:
        """Who: a body by its title; *another* is someone else than who did it first."""
        if body == "another":
            return self.say("另一人（不是经办人本人）", "someone other than who did it first")
        return self.of(titled(body, self.scheme.bodies))

    def every(self, unit: str) -> str:
        """每月, every month."""
        return self.of(_UNITS[unit])

    @property
    def colon(self) -> str:
        """What stands between a name and what it is."""
        return "：" if self.lang == "zh" else ": "

    @property
    def apart(self) -> str:
        """What stands between two statements of one line."""
        return "；" if self.lang == "zh" else "; "

    def cited(self, clauses: str, assumes: Sequence[str] = ()) -> Line:
        """Links to clauses (as written, a space between) and to the readings that decide them."""
        names = dict.fromkeys([*clauses.split(), *assumes])
        line: list[Piece] = []
        for name in names:
            line += [Piece(" "), Piece(name, "clause", name)]
        return tuple(line)

    def line(self, text: str, clauses: str = "", assumes: Sequence[str] = ()) -> Line:
        """A sentence with the clauses it comes from."""
        return (Piece(text), *self.cited(clauses, assumes))

    def named(self, name: str, text: str, clauses: str = "", assumes: Sequence[str] = ()) -> Line:
        """A name in strong letters, what it is, its clauses."""
        return (
            Piece(name, "strong"),
            Piece(f"{self.colon}{text}"),
            *self.cited(clauses, assumes),
        )


def upper(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def note(text: str) -> Piece:
    """A remark in small letters."""
    return Piece(text, "note")
