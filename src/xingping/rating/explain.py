"""Why a subject has its stars: a sentence for each criterion and level, and the gap to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from xingping.policy.language.tree import Node
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Lang, Text
from xingping.rating.compile.place import At
from xingping.rating.compile.values import Cond
from xingping.rating.explaining import Reason, Wording
from xingping.rating.items import item_reasons
from xingping.rating.lens import Lens
from xingping.rating.measuring import Facts as Found
from xingping.rating.measuring import Seen, expressions, measured, nodes_of
from xingping.rating.outcome import Rating, Verdict, points
from xingping.rating.rate import Rated, rate
from xingping.rating.reach import Future, again, closers, event_days, folds_under, until
from xingping.records.table import Records


@dataclass(frozen=True, slots=True)
class Gap:
    """By what can be done about it, the criteria that a level still lacks."""

    still_possible: tuple[str, ...]
    not_ours: tuple[str, ...]
    settled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rating with its reasons (criterion or item or clause -> level -> why) and its gaps."""

    rating: Rating
    scheme: Scheme
    reasons: Mapping[str, Mapping[str, Reason]]
    stars_reachable: int | str
    score_reachable: Fraction | None
    among: int
    gap: Mapping[str, Gap] = field(default_factory=dict)

    def to_json(self, lang: Lang = "zh") -> dict[str, object]:
        """The object that `explain --format json` prints."""
        return self.rating.to_json(lang) | {
            "reasons": {
                name: {level: why.to_json() for level, why in levels.items()}
                for name, levels in self.reasons.items()
            },
            "stars_reachable": self.stars_reachable,
            "score_reachable": points(self.score_reachable),
            "gap": {
                level: {
                    "still_possible": list(gap.still_possible),
                    "not_ours": list(gap.not_ours),
                    "settled": list(gap.settled),
                }
                for level, gap in self.gap.items()
            },
        }

    def lines(self, lang: Lang = "zh") -> list[str]:
        """The explanation as text, line by line."""
        from xingping.rating.told import told_lines

        return told_lines(self, lang)


def explain(
    scheme: Scheme,
    records: Records,
    *,
    year: int,
    subject: str,
    on: date | None = None,
    parameters: Mapping[str, object] | None = None,
) -> Explanation:
    """Rate all and explain one. Raises KeyError for an unknown subject, SeasonError as `rate`."""
    rated = rate(scheme, records, year=year, on=on, parameters=parameters)
    return explain_rated(rated, subject)


def explain_rated(rated: Rated, subject: str) -> Explanation:
    """Explain one subject of a rating that is at hand."""
    one = rated.run
    i = one.facts.place[subject]
    setting = one.compiled.setting
    columns = {name: values[i] for name, values in one.columns.items() if not name.startswith("rows ")}
    lens = Lens(one.compiled, one.facts, i, columns)
    future = Future.of(setting, one.facts, i)
    wording = Wording(setting.scheme, setting.year, setting.parameters)
    work = _Work(lens, future, wording, setting.on)
    rating = rated.of(subject)
    scheme = setting.scheme
    reasons = work.reasons() if scheme.has_standards else item_reasons(lens, future, wording)
    values = {level.value: level.id for level in scheme.levels}
    best = max(future.stars(setting.on), _value(scheme, rating.stars_possible))
    reachable = values.get(best, str(best))
    return Explanation(
        rating,
        scheme,
        reasons,
        int(reachable) if scheme.levels_numeric else reachable,
        future.score(setting.on).high,
        _among(rated, i),
        _gaps(scheme, rating, reasons),
    )


def _among(rated: Rated, i: int) -> int:
    """How many are ranked beside it, itself included."""
    ranks = next(iter(rated.run.ranks.values()), None)
    return len(rated.ratings) if ranks is None else ranks[i].ranked_high


def _value(scheme: Scheme, level: int | str) -> int:
    return next((one.value for one in scheme.levels if one.id == str(level)), 0)


@dataclass(slots=True)
class _Work:
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
                seen = [s for rule in self._rules(criterion.id, level) for s in nodes_of(rule.tree, at, self.lens)]
                wanted.append((criterion.id, level, seen))
        self.lens.look([e for _, _, seen in wanted for e in expressions(seen)])
        outputs, future_outputs = self.lens.compiled.outputs, self.future.compiled.outputs
        lens = self.future.lens(self.day)
        lens.look([c.hi for by in future_outputs.criteria.values() for c in by.values()])
        facts = {(c, level): measured(seen, At(criterion=c), self.lens) for c, level, seen in wanted}
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
        sentence = self.wording.sentence(rules, standard.judged, mine, verdict, standard.clause)
        reason = Reason(
            verdict,
            standard.clause,
            self._with_lower(sentence, name, level, verdict),
            self._assumed(name, level),
            tuple(m for node, m in mine.items() if _register(node)),
            registers={node: _register(node) for node in mine},
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
            f"{sentence.zh}本档单看{_WORDS[own_verdict].zh}，但以下档次{_WORDS[verdict].zh}（{nested}）。",
            f"{sentence.en} Taken alone this level is {_WORDS[own_verdict].en}, "
            f"but a lower one is {_WORDS[verdict].en} ({nested}).",
        )

    def _assumed(self, name: str, level: str) -> tuple[str, ...]:
        scheme = self.wording.scheme
        clause = scheme.criteria[name].standards[level].clause
        return tuple(
            one
            for one in scheme.criteria[name].assumes
            if not scheme.assumptions.get(one)
            or clause in scheme.assumptions[one].decides
            or one == scheme.nested
        )

    def _reached(
        self, reason: Reason, name: str, level: str, facts: dict[tuple[str, str], Found]
    ) -> Reason:
        from dataclasses import replace

        holds = self.future.compiled.outputs.criteria[name][level]
        if not self.future.may(holds, self.day):
            setting = self.lens.compiled.setting
            year = again(self.future, name, level, self.future.facts, setting.parameters)
            return replace(reason, reach="settled", again=year)
        by: dict[str, None] = {}
        last: list[date] = []
        needs: list[Text] = []
        for part, part_level in self._open_parts(name, level):
            condition = self.future.condition(part, name)
            days = event_days(self.future, part, self.day)
            end = until(self.future, condition, self.day, days)
            by |= dict.fromkeys(closers(self.future, part))
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


_WORDS = {
    "met": Text("达标", "met"),
    "not_met": Text("未达标", "not met"),
    "not_yet_known": Text("待定", "not yet known"),
}


def _conjuncts(node: Node) -> list[Node]:
    from xingping.policy.sentences.walk import parts_of

    return list(parts_of(node))


def _under(node: Node) -> set[Node]:
    from xingping.policy.sentences.walk import children

    return {node} | {below for child in children(node) for below in _under(child)}


def _register(node: Node) -> str:
    from xingping.policy.language import tree

    if isinstance(node, tree.Fold | tree.Asked):
        return next((fold.rows.name for fold in folds_under(node)), "")
    return ""


def _joined(needs: list[Text]) -> Text | None:
    kept = list(dict.fromkeys(needs))
    if not kept:
        return None
    return Text("；".join(t.zh for t in kept), "; ".join(t.en for t in kept))


def _enough(scheme: Scheme, rating: Rating, level: int, name: str) -> bool:
    """Whether points lack nothing: the score certainly reaches the level's band already."""
    return not scheme.has_standards and name in rating.items and _value(
        scheme, rating.band if rating.band is not None else 0
    ) >= level


def _gaps(
    scheme: Scheme, rating: Rating, reasons: Mapping[str, Mapping[str, Reason]]
) -> dict[str, Gap]:
    """For each level above what is certain: what is missing, by who can do something about it."""
    now = _value(scheme, rating.stars)
    gaps = {}
    for level in scheme.levels:
        if level.value <= now:
            continue
        lists: dict[str, list[str]] = {"still_possible": [], "not_ours": [], "settled": []}
        for name, by_level in reasons.items():
            why = by_level.get(level.id)
            if why is None or why.reach is None or _enough(scheme, rating, level.value, name):
                continue
            ours = {"branch", "member"} if scheme.subject != "units" else {"branch"}
            kind = "settled" if why.reach == "settled" else (
                "still_possible" if ours & set(why.by) else "not_ours"
            )
            lists[kind].append(name)
        gaps[level.id] = Gap(*(tuple(lists[k]) for k in ("still_possible", "not_ours", "settled")))
    return gaps
