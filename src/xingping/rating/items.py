"""Reasons of a scheme that rates by points: why each item has its points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from xingping.policy.language import tree
from xingping.policy.language.tree import Node
from xingping.policy.scheme.criterion import Criterion, Line
from xingping.policy.sentences import missing_words, with_facts
from xingping.policy.sentences.measured import Bounds, Measured, Verdict
from xingping.policy.sentences.missing import quoted
from xingping.policy.sentences.results import points_words
from xingping.policy.sentences.walk import children
from xingping.policy.words import Lang, Text
from xingping.rating.compile.outputs import bound
from xingping.rating.compile.place import At
from xingping.rating.explaining import COMMA, SEMICOLON, Reason, Wording
from xingping.rating.lens import Lens
from xingping.rating.measuring import Facts, measured, nodes_of
from xingping.rating.outcome import Range
from xingping.rating.reach import Future, event_days, last_useful, register_of
from xingping.rating.struck import veto_reason

Reasons = dict[str, dict[str, Reason]]


def item_reasons(lens: Lens, future: Future, wording: Wording) -> Reasons:
    """By item and by veto clause, at the highest level."""
    top = wording.scheme.levels[-1].id
    found: Reasons = {}
    for criterion in wording.scheme.criteria.values():
        if criterion.by_line:
            for line in criterion.lines.values():
                item = Item(line.id, criterion, (line,), lens, future, wording)
                found[line.id] = {top: item.reason()}
        elif criterion.item in lens.compiled.outputs.items:
            lines = tuple(criterion.lines.values())
            item = Item(criterion.item, criterion, lines, lens, future, wording)
            found[criterion.item] = {top: item.reason()}
    for name, veto in wording.scheme.vetoes.items():
        found[veto.clause or name] = {top: veto_reason(name, lens, future, wording)}
    return found


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a result, with the lines it is made of, for one subject."""

    key: str
    criterion: Criterion
    lines: Sequence[Line]
    lens: Lens
    future: Future
    wording: Wording

    def reason(self) -> Reason:
        """Full points are met, fewer for certain not met, else not yet known."""
        at, criterion = At(criterion=self.criterion.id), self.criterion
        rules = self._rules()
        seen = [one for node in rules for one in nodes_of(node, at, self.lens)]
        facts = measured(seen, at, self.lens)
        now = self.lens.range(self.lens.compiled.outputs.items[self.key])
        most = self.lines[0].high if criterion.by_line else criterion.high
        full = most is not None and now.low is not None and now.low >= most
        verdict: Verdict = "met" if full else "not_yet_known" if now.known is None else "not_met"
        registers = {s.node: register_of(s.node) for s in seen}
        reason = Reason(
            verdict,
            self._clause,
            Text(self._said(now, rules, facts, "zh"), self._said(now, rules, facts, "en")),
            criterion.assumes,
            tuple(m for node, m in facts.items() if registers[node]),
            registers=registers,
        )
        return reason if full else self._reached(reason, now, rules, facts)

    @property
    def _clause(self) -> str:
        return (self.lines[0].clause if self.criterion.by_line else "") or self.criterion.clause

    def _rules(self) -> list[Node]:
        """The rules that give the points, with those of the helpers they name."""
        rules = [line.rule.tree for line in self.lines]
        every = self.wording.scheme.every
        if self.criterion.points is not None:
            rules = [self.criterion.points.tree]
        elif not rules and every.points is not None:
            rules = [every.points.tree]
        named = [n.name for node in rules for n in _below(node) if isinstance(n, tree.Ref)]
        helpers = [name for name in dict.fromkeys(named) if name in every.helpers]
        return [*rules, *(every.helpers[name].rule.tree for name in helpers)]

    def _reached(self, reason: Reason, now: Range, rules: list[Node], facts: Facts) -> Reason:
        setting = self.lens.compiled.setting
        later = self.future.lens(setting.on).range(self.future.compiled.outputs.items[self.key])
        if now.low is not None and later.high is not None and later.high <= now.low:
            return replace(reason, reach="settled", again=date.fromordinal(setting.period.end + 1))
        by = dict.fromkeys(who for node in rules for who in self.future.closers(node))
        needs = Text(self._needed(later, facts, "zh"), self._needed(later, facts, "en"))
        ends = [self._last_day(line) for line in self.lines]
        end = min((day for day in ends if day is not None), default=None)
        return replace(reason, reach="open", until=end, by=tuple(by), needs=needs)

    def _last_day(self, line: Line) -> date | None:
        """The last day on which a line may still earn more; None if it has none, or cannot."""
        at, day = At(criterion=self.criterion.id), self.lens.compiled.setting.on
        have = self.lens.range(bound(self.lens.compiled.whole.criteria.line(line, at))).low
        later = bound(self.future.compiled.whole.criteria.line(line, at))

        def more(seen_from: int) -> bool:
            high = self.future.lens(seen_from).range(later).high
            return have is not None and (high is None or high > have)

        days = event_days(self.future, line.rule.tree, day)
        return last_useful(more, self.future, days) if more(day) else None

    def _needed(self, later: Range, facts: Facts, lang: Lang) -> str:
        missing = dict.fromkeys(m for one in facts.values() for m in one.missing)
        said = [missing_words(m, self.wording.scheme, lang) for m in missing]
        said.append(_most(later, lang))
        return SEMICOLON[lang].join(dict.fromkeys(said))

    def _said(self, now: Range, rules: list[Node], facts: Facts, lang: Lang) -> str:
        line, criterion = self.lines[0] if self.criterion.by_line else None, self.criterion
        title = line.text(lang) if line else criterion.title(lang)
        told = [part for node in rules for part in self._parts(node, facts, lang)]
        found = SEMICOLON[lang].join(dict.fromkeys(told))
        worth = points_words(Bounds(now.low, now.high), lang)
        if lang == "zh":
            lead = f"{quoted(title)}得{worth}分"
            return (
                f"{lead}：{found}（{self._clause}）。" if found else f"{lead}（{self._clause}）。"
            )
        lead = f"'{title}' earns {worth} points"
        return f"{lead}: {found} ({self._clause})." if found else f"{lead} ({self._clause})."

    def _parts(self, node: Node, facts: Facts, lang: Lang) -> list[str]:
        """What was found for a rule: a reviewer's points, records that earn some, what is missing."""
        scheme, year, values = self.wording.scheme, self.wording.year, self.wording.parameters
        inner = _below(node)
        mine = {n: m for n, m in facts.items() if n in inner}
        told: Facts = {n: m for n, m in mine.items() if m.rows and isinstance(n, tree.Fold)}
        said = [with_facts(node, scheme, lang, told, year=year, values=values)] if told else []
        for one, found in mine.items():
            if isinstance(one, tree.Asked):
                said.append(self._given(found, lang))
            elif isinstance(one, tree.Fold) and not found.rows:
                said.append(self._nothing(found, lang))
        return [one for one in said if one]

    def _given(self, one: Measured, lang: Lang) -> str:
        value = one.value
        if isinstance(value, Fraction | int) and not isinstance(value, bool):
            shown = points_words(Bounds(Fraction(value), Fraction(value)), lang)
            return f"审核人评{shown}分" if lang == "zh" else f"given {shown} by the reviewer"
        return COMMA[lang].join(missing_words(m, self.wording.scheme, lang) for m in one.missing)

    def _nothing(self, one: Measured, lang: Lang) -> str:
        """No record: what is missing where that leaves the points open, else that there is none."""
        scheme, node = self.wording.scheme, one.node
        unkept = [missing_words(m, scheme, lang) for m in one.missing if m.kind != "no_record"]
        if unkept or not isinstance(node, tree.Fold) or node.rows.source != "register":
            return COMMA[lang].join(unkept)
        title = scheme.catalogue.registers[node.rows.name].title(lang)
        return f"没有计分的{title}" if lang == "zh" else f"no {title} that counts"


def _most(later: Range, lang: Lang) -> str:
    """The most that may still be earned."""
    if later.high is None:
        return "得分不封顶" if lang == "zh" else "no upper limit"
    high = points_words(Bounds(later.high, later.high), lang)
    return f"最高可得{high}分" if lang == "zh" else f"at most {high} points"


def _below(node: Node) -> set[Node]:
    return {node} | {below for child in children(node) for below in _below(child)}
