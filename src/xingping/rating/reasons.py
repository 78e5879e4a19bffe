"""Why each criterion has its verdict at each level, and what can still be done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from xingping.policy.language.tree import Node
from xingping.policy.scheme.rule import Rule
from xingping.policy.sentences.missing import VERDICTS
from xingping.policy.sentences.walk import children, parts_of
from xingping.policy.words import Text
from xingping.rating.compile.conditions import Cond
from xingping.rating.compile.place import At
from xingping.rating.explaining import Reason, Wording
from xingping.rating.lens import Lens
from xingping.rating.measuring import Facts as Found
from xingping.rating.measuring import Seen, expressions, measured, nodes_of
from xingping.rating.outcome import Verdict
from xingping.rating.reach import Future, again, event_days, register_of, until


@dataclass(slots=True)
class CriterionReasons:
    """Works out the reasons of all criteria for one subject, seen from ``day``."""

    lens: Lens
    future: Future
    wording: Wording
    day: int

    def reasons(self) -> dict[str, dict[str, Reason]]:
        """All criteria with standards; every value is worked out in one go before."""
        whole = self.lens.compiled.whole
        wanted: list[tuple[str, str, list[Seen]]] = []
        for criterion in whole.scheme.criteria.values():
            at = At(criterion=criterion.id)
            for level in criterion.standards:
                seen = [
                    s
                    for rule in self._rules(criterion.id, level)
                    for s in nodes_of(rule.tree, at, self.lens)
                ]
                wanted.append((criterion.id, level, seen))
        self.lens.look([e for _, _, seen in wanted for e in expressions(seen)])
        outputs, future_outputs = self.lens.compiled.outputs, self.future.compiled.outputs
        lens = self.future.lens(self.day)
        lens.look([c.hi for by in future_outputs.criteria.values() for c in by.values()])
        facts = {
            (c, level): measured(seen, At(criterion=c), self.lens) for c, level, seen in wanted
        }
        return {
            name: {
                level: self._reason(name, level, condition, facts)
                for level, condition in by_level.items()
            }
            for name, by_level in outputs.criteria.items()
        }

    def _rules(self, criterion: str, level: str) -> list[Rule]:
        standard = self.wording.scheme.criteria[criterion].standards[level]
        return [*standard.require, *([standard.asked] if standard.asked else [])]

    def _reason(
        self, name: str, level: str, condition: Cond, facts: dict[tuple[str, str], Found]
    ) -> Reason:
        low, high = self.lens.cond(condition)
        verdict: Verdict = "met" if low else "not_yet_known" if high else "not_met"
        scheme = self.wording.scheme
        criterion = scheme.criteria[name]
        standard = criterion.standards[level]
        rules = [rule.tree for rule in self._rules(name, level)]
        mine = facts[name, level]
        sentence = self.wording.sentence(rules, mine, verdict, standard.clause)
        reason = Reason(
            verdict,
            standard.clause,
            self._with_lower(sentence, name, level, verdict),
            self._assumed(name, level),
            tuple(m for node, m in mine.items() if register_of(node)),
            registers={node: register_of(node) for node in mine},
        )
        return reason if low else self._reached(reason, name, level, facts)

    def _with_lower(self, sentence: Text, name: str, level: str, verdict: Verdict) -> Text:
        """Say so where a lower level decides (a level contains the lower ones)."""
        criteria = self.lens.compiled.whole.criteria
        nested = self.wording.scheme.nested
        if not nested or verdict == "met":
            return sentence
        at = At(criterion=name)
        own = self.lens.cond(criteria.own(self.wording.scheme.criteria[name], level, at))
        own_verdict: Verdict = "met" if own[0] else "not_yet_known" if own[1] else "not_met"
        if own_verdict == verdict:
            return sentence
        return Text(
            f"{sentence.zh}本档单看{VERDICTS[own_verdict].zh}，但以下档次{VERDICTS[verdict].zh}（{nested}）。",
            f"{sentence.en} Taken alone this level is {VERDICTS[own_verdict].en}, "
            f"but a lower one is {VERDICTS[verdict].en} ({nested}).",
        )

    def _assumed(self, name: str, level: str) -> tuple[str, ...]:
        scheme = self.wording.scheme
        standard = scheme.criteria[name].standards[level]
        shared = (
            one
            for one in scheme.criteria[name].assumes
            if not scheme.assumptions.get(one)
            or standard.clause in scheme.assumptions[one].decides
            or one == scheme.nested
        )
        return tuple(dict.fromkeys((*shared, *standard.assumes)))

    def _reached(
        self, reason: Reason, name: str, level: str, facts: dict[tuple[str, str], Found]
    ) -> Reason:
        holds = self.future.compiled.outputs.criteria[name][level]
        if not self.future.may(holds, self.day):
            first = again(self.future, name, level, self.day)
            return replace(reason, reach="settled", again=first)
        by: dict[str, None] = {}
        last: list[date] = []
        needs: list[Text] = []
        for part, part_level in self._open_parts(name, level):
            condition = self.future.condition(part, name)
            days = event_days(self.future, part, self.day)
            end = until(self.future, condition, days)
            by |= dict.fromkeys(self.future.closers(part))
            if end is not None:
                last.append(end)
            own = {n: m for n, m in facts[name, part_level].items() if n in _under(part)}
            needs.append(self.wording.need(part, own, end))
        return replace(
            reason, reach="open", until=min(last, default=None), by=tuple(by), needs=_joined(needs)
        )

    def _open_parts(self, name: str, level: str) -> list[tuple[Node, str]]:
        """The parts, at this level and below, that are not met yet."""
        levels = [
            one
            for one in self.lens.compiled.whole.criteria.levels_up_to(level)
            if one in self.wording.scheme.criteria[name].standards
        ]
        at = At(criterion=name)
        reader = self.lens.compiled.whole.reader
        parts: dict[Node, str] = {}
        for one in reversed(levels):
            for rule in self._rules(name, one):
                for part in _conjuncts(rule.tree):
                    if not self.lens.cond(reader.condition(part, at))[0]:
                        parts.setdefault(part, one)
        return list(parts.items())


def _conjuncts(node: Node) -> list[Node]:
    return list(parts_of(node))


def _under(node: Node) -> set[Node]:
    return {node} | {below for child in children(node) for below in _under(child)}


def _joined(needs: list[Text]) -> Text | None:
    """What the open parts need, each thing said once."""
    zh = dict.fromkeys(one for text in needs for one in text.zh.split("；"))
    en = dict.fromkeys(one for text in needs for one in text.en.split("; "))
    return Text("；".join(zh), "; ".join(en)) if needs else None
