"""One sentence for a rule with its facts, and what is still needed, in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import ceil

from xingping.policy.language import tree
from xingping.policy.language.tree import Node
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences import ask, verdict_words, with_facts
from xingping.policy.sentences.measured import Measured, Verdict
from xingping.policy.sentences.missing import missing_words
from xingping.policy.sentences.needs import (
    needs_filled,
    needs_finding,
    needs_kept,
    needs_points,
    needs_rows,
    needs_sum,
    needs_whole,
    until_words,
)
from xingping.policy.words import Lang, Text
from xingping.rating.amounts import counts, later, low

Facts = Mapping[Node, Measured]
Parameters = Mapping[str, Fraction | str]
LANGS: tuple[Lang, Lang] = ("zh", "en")
SEMICOLON = {"zh": "；", "en": "; "}
COMMA = {"zh": "，", "en": ", "}


@dataclass(frozen=True, slots=True)
class Wording:
    """What sentences are written with: the scheme, the year, the parameters set."""

    scheme: Scheme
    year: int
    parameters: Parameters

    def sentence(self, rules: Sequence[Node], facts: Facts, verdict: Verdict, clause: str) -> Text:
        """What is asked, what was found, the verdict, the clause."""
        zh_found, en_found = (self._found(rules, facts, verdict, lang) for lang in LANGS)
        zh_asked, en_asked = (self._asked(rules, lang) for lang in LANGS)
        zh = f"{zh_asked}。{zh_found}" if zh_asked else zh_found
        en = ". ".join(_capital(part) for part in (en_asked, en_found) if part)
        return Text(f"{zh}（{clause}）。", f"{en} ({clause}).")

    def _asked(self, rules: Sequence[Node], lang: Lang) -> str:
        asked = [
            ask(rule, self.scheme, lang, year=self.year, values=self.parameters) for rule in rules
        ]
        return SEMICOLON[lang].join(one for one in dict.fromkeys(asked) if one)

    def _found(self, rules: Sequence[Node], facts: Facts, verdict: Verdict, lang: Lang) -> str:
        told = [
            with_facts(rule, self.scheme, lang, facts, year=self.year, values=self.parameters)
            for rule in rules
        ]
        found = SEMICOLON[lang].join(one for one in dict.fromkeys(told) if one)
        ending = verdict_words(verdict, lang)
        if len(rules) == 1 and found.endswith(ending):
            return found  # a single part has told its own verdict
        if found:
            whole = f"本档{ending}" if lang == "zh" else f"the level as a whole: {ending}"
            return SEMICOLON[lang].join((found, whole))
        return ending

    def need(self, node: Node, facts: Facts, until: date | None) -> Text:
        """What it takes to meet a part that is open."""
        return Text(self._need(node, facts, until, "zh"), self._need(node, facts, until, "en"))

    def _need(self, node: Node, facts: Facts, until: date | None, lang: Lang) -> str:
        unkept = self._unkept(facts, lang)
        more = "" if unkept and not counts(node) else self._more(node, facts, until, lang)
        said = SEMICOLON[lang].join(one for one in (more, unkept) if one)
        said = said or self._asked_for(node, lang)
        if said:
            return said
        lacking = self._lacking(facts, {"no_record", "too_few"}, lang)
        asked = ask(node, self.scheme, lang, year=self.year, values=self.parameters)
        return (lacking or asked) + until_words(until, lang)

    def _unkept(self, facts: Facts, lang: Lang) -> str:
        """The registers that have to be completed, by year."""
        found = [m for one in facts.values() for m in one.missing if m.kind == "not_kept"]
        words = dict.fromkeys(needs_kept(m.register, m.year, self.scheme, lang) for m in found)
        return SEMICOLON[lang].join(words)

    def _lacking(self, facts: Facts, kinds: set[str], lang: Lang) -> str:
        """What is missing, of these kinds."""
        found = [m for one in facts.values() for m in one.missing if m.kind in kinds]
        words = dict.fromkeys(missing_words(m, self.scheme, lang) for m in found)
        return ("、" if lang == "zh" else ", ").join(words)

    def _asked_for(self, node: Node, lang: Lang) -> str:
        """What a reviewer has to decide."""
        if not isinstance(node, tree.Asked):
            return ""
        if node.what == "judged":
            return needs_finding(node.item, node.level, self.scheme, lang)
        return needs_points(node.item, self.scheme, lang)

    def _more(self, node: Node, facts: Facts, until: date | None, lang: Lang) -> str:
        """How many more records, how much more of a share, which cells to fill in."""
        match node:
            case tree.Compare(first=first, rest=((op, right),)) if op in {">=", ">"}:
                return self._short(first, right, facts, until, lang)
            case tree.Fold(fold="every"):
                return self._unfilled(node, facts, until, lang)
            case tree.Fold(fold="last") if facts.get(node) and not facts[node].rows:
                return needs_rows(node.rows, 1, self.scheme, lang, until=until)
            case _:
                return ""

    def _short(self, first: Node, right: Node, facts: Facts, until: date | None, lang: Lang) -> str:
        """How many more records, or how much more of a share."""
        goal = right.value if isinstance(right, tree.Number) else None
        if goal is None:
            return ""
        if isinstance(first, tree.Fold) and first.fold == "count":
            have = low(facts.get(first))
            if have is not None and goal > have:
                return needs_rows(first.rows, ceil(goal - have), self.scheme, lang, until=until)
        if isinstance(first, tree.Arith) and first.op == "/" and first.left is not None:
            return self._share(first, goal, facts, until, lang)
        return ""

    def _share(
        self, share: tree.Arith, goal: Fraction, facts: Facts, until: date | None, lang: Lang
    ) -> str:
        part, whole = share.left, share.right
        if not (isinstance(part, tree.Fold) and isinstance(whole, tree.Fold)):
            return ""
        have, of = low(facts.get(part)), low(facts.get(whole))
        if have is None or of is None:
            return ""
        if not of:
            return needs_rows(part.rows, 1, self.scheme, lang, until=until)
        if later(part, self.scheme):
            return needs_sum(part, Fraction(ceil(goal * of - have)), self.scheme, lang, until=until)
        if goal >= 1:
            return ""
        amount = ceil((goal * of - have) / (1 - goal))
        both = isinstance(part.of, tree.Field) and isinstance(whole.of, tree.Field)
        return needs_whole(share, amount, self.scheme, lang, until=until) if both else ""

    def _unfilled(self, node: tree.Fold, facts: Facts, until: date | None, lang: Lang) -> str:
        """The records of an `every` that a cell still to be filled in would mend."""
        found = facts.get(node)
        register = self.scheme.catalogue.registers.get(node.rows.name)
        if found is None or not found.rows or register is None:
            return ""
        empty = [m for m in found.missing if m.kind == "empty"]
        names = [m.field for m in empty] or [f.id for f in register.fields.values() if f.later][:1]
        if not names:
            return ""
        ahead = sum(m.count for m in found.missing if m.kind == "ahead")
        count = len(found.rows) + (ahead if found.value is False else 0)
        return needs_filled(register.id, names[0], count, self.scheme, lang, until=until)


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a criterion has its verdict at a level, and what can still be done (records.md).

    ``again``: the first day of the period in which it may be met again.
    """

    verdict: Verdict
    clause: str
    sentence: Text
    assumptions: tuple[str, ...]
    facts: tuple[Measured, ...] = ()
    reach: str | None = None
    until: date | None = None
    by: tuple[str, ...] = ()
    needs: Text | None = None
    again: date | None = None
    registers: Mapping[Node, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        """The object under ``reasons``."""
        shown: dict[str, object] = {
            "verdict": self.verdict,
            "clause": self.clause,
            "zh": self.sentence.zh,
            "en": self.sentence.en,
            "assumptions": list(self.assumptions),
            "facts": [self._fact(one) for one in self.facts],
            "reach": self.reach,
        }
        if self.reach == "open":
            shown |= {
                "until": self.until.isoformat() if self.until else None,
                "by": list(self.by),
                "needs": {"zh": self.needs.zh, "en": self.needs.en} if self.needs else None,
            }
        if self.reach == "settled":
            shown["again"] = self.again.year if self.again else None
        return shown

    def _fact(self, one: Measured) -> dict[str, object]:
        return {
            "register": self.registers.get(one.node, ""),
            "rows": [row.origin for row in one.rows],
            "value": told(one),
        }


def told(one: Measured) -> str | None:
    """A value as text; None while it is not known."""
    value = one.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Fraction | int):
        exact = Fraction(value)
        if exact.denominator == 1:
            return str(exact.numerator)
        hundredths = exact * 100
        return (
            f"{hundredths.numerator // 100}.{hundredths.numerator % 100:02d}"
            if (hundredths.denominator == 1 and exact >= 0)
            else str(exact)
        )
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else None
