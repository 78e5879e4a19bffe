"""A whole scheme, compiled: what each name stands for, and what comes out for each subject."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from xingping.policy.language import tree
from xingping.policy.scheme.outcome import Effect, Rank
from xingping.policy.scheme.rule import Rule
from xingping.rating.compile import operators as x
from xingping.rating.compile.arithmetic import number
from xingping.rating.compile.choosing import first_that_holds
from xingping.rating.compile.conditions import NO, YES, Cond, every, inverse, some
from xingping.rating.compile.criteria import CriteriaReader
from xingping.rating.compile.numbers import hull, lower
from xingping.rating.compile.place import At, carried
from xingping.rating.compile.reading import Reader, sure_equal
from xingping.rating.compile.setting import Setting
from xingping.rating.compile.values import Num, Sym, Value, constant, unknown

SUBJECT = At()


class Whole:
    """One scheme in one setting; everything is compiled when first asked for."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.scheme = setting.scheme
        self.reader = Reader(setting, self.name, self.has, lambda part: type(self)(part).reader)
        self.criteria = CriteriaReader(self.reader)
        self.memo: dict[tuple[str, At], Value] = {}

    def has(self, ref: tree.Ref, at: At) -> bool:
        """Whether the criterion at hand has the value that ``ref`` asks for."""
        criterion = self.scheme.criteria[at.criterion]
        if ref.what == "own" and ref.name == "points":
            return self.criteria.has_points(criterion)
        return True

    def name(self, ref: tree.Ref, at: At) -> Value:
        """What a name stands for at ``at``."""
        match ref.what:
            case "parameter":
                return self._parameter(ref.name)
            case "result":
                return self.result(ref.name, at)
            case "rank":
                return self._at_whole(self._rank(ref), at)
            case "criterion":
                return self._of_criterion(ref.part or "points", ref.name, at)
            case "own":
                return self._of_criterion(ref.name, at.criterion, at)
            case "system":
                return self._system(ref.name, at)

    def _at_whole(self, value: Value, at: At) -> Value:
        return value if at.pieces is None else carried(value)

    def _parameter(self, name: str) -> Value:
        value = self.setting.parameters.get(name)
        if isinstance(value, Fraction):
            return constant(value)
        if isinstance(value, str):
            word = value
            return Sym(lambda other: sure_equal(word, other), (word,), word=word)
        return unknown(None, None)

    def _of_criterion(self, part: str, name: str, at: At) -> Value:
        criteria, scheme = self.criteria, self.scheme
        at = replace(at, criterion="")
        match part:
            case "number":
                return Sym(lambda other: sure_equal(name, other), (name,), word=name)
            case "worth":
                return constant(scheme.criteria[name].worth or Fraction(0))
            case "met":
                return criteria.met(name, at)
            case "passed":
                return criteria.passed(name, at)
            case "points":
                return criteria.points(name, at)
            case _:
                return criteria.helper(part, name, at)

    def result(self, name: str, at: At = SUBJECT) -> Value:
        """A named value, with what a veto makes of it."""
        at = replace(at, criterion="", view=None)
        key = (name, at)
        if key not in self.memo:
            value = self.reader.value(self.scheme.results[name].rule.tree, at)
            for veto in self.scheme.vetoes.values():
                if veto.then.target == name:
                    value = self._struck(
                        veto.then, self.reader.condition(veto.when.tree, at), value
                    )
            self.memo[key] = value
        return self.memo[key]

    def _struck(self, effect: Effect, when: Cond, value: Value) -> Value:
        """A value set or capped where a veto holds."""
        if isinstance(value, Cond):
            return first_that_holds([(when, YES if effect.value == "yes" else NO), (YES, value)])
        if not isinstance(value, Num):
            return value
        fixed = constant(self._amount(effect))
        return hull(when, fixed if effect.op == "=" else lower(value, fixed), value)

    def _amount(self, effect: Effect) -> Fraction:
        for level in self.scheme.levels:
            if effect.target == "stars" and level.id == effect.value:
                return Fraction(level.value)
        return Fraction(effect.value)

    def _rank(self, ref: tree.Ref) -> Num:
        if ref.part == "ranked":
            return Num(x.col(f"{ref.name} ranked low"), x.col(f"{ref.name} ranked high"), low=0)
        unranked = self.unranked()
        # Bounds as if ranked while a veto is only possible (records.md): none only for certain.
        gone = Cond(unranked.lo, unranked.lo)
        best, worst = x.col(f"{ref.name} best"), x.col(f"{ref.name} worst")
        return Num(best, worst, low=1, none=gone if gone != NO else NO)

    def unranked(self) -> Cond:
        """Whether the subject has no rank: exempt, stopped, or under a veto that takes it out."""
        parts = [self.exempt(), self.stopped()]
        parts += [self.vetoed(name) for name, v in self.scheme.vetoes.items() if v.unranked]
        return some(*parts)

    def exempt(self) -> Cond:
        """Whether the subject is exempt."""
        rule = self.scheme.exempt
        own = self.reader.condition(rule.when.tree, SUBJECT) if rule else NO
        return some(own, self.stopped("exempt"))

    def not_rated(self) -> Cond:
        """Whether the subject takes no part."""
        rule = self.scheme.not_rated
        own = self.reader.condition(rule.when.tree, SUBJECT) if rule else NO
        return some(own, self.stopped("not_rated"))

    def stopped(self, state: str = "") -> Cond:
        """Whether a gate ends the process; ``state``: by the first that fails, with this state."""
        found, passed = [], YES
        for gate in self.scheme.gates.values():
            holds = self.reader.condition(gate.when.tree, SUBJECT)
            if not state or (gate.other.target, gate.other.value) == ("state", state):
                found.append(every(passed, inverse(holds)))
            passed = every(passed, holds)
        return some(*found)

    def vetoed(self, name: str) -> Cond:
        """Whether a veto holds."""
        return self.reader.condition(self.scheme.vetoes[name].when.tree, SUBJECT)

    def _system(self, name: str, at: At) -> Value:
        match name:
            case "band":
                return self._at_whole(self.band(), at)
            case "standards":
                return self.criteria.standards(replace(at, criterion=""))
            case "stars":
                low, high = x.col("stars low"), x.col("stars high")
                values = [level.value for level in self.scheme.levels]
                return Num(
                    low, high, low=min(values), high=max(values), domain=tuple(sorted(values))
                )
            case "year":
                return constant(Fraction(self.setting.year))
            case "campaign_year":
                year = self.setting.campaign_year
                return unknown(None, None) if year is None else constant(Fraction(year))
            case "all":
                return Num(x.col("count all"), x.col("count all"), low=0)
            case _:
                return Num(x.col(f"count {name} low"), x.col(f"count {name} high"), low=0)

    def band(self) -> Num:
        """The level whose band the score falls in, by its bounds."""
        values = self.scheme.level_values
        if self.scheme.bands is None:
            return unknown(min(values.values()), max(values.values()))
        key = ("band", SUBJECT)
        if key not in self.memo:
            self.memo[key] = self._band(values)
        return number(self.memo[key])

    def _band(self, values: dict[str, int]) -> Num:
        rules = self.scheme.bands.rules if self.scheme.bands else {}
        found = [(values[k], self.reader.condition(r.tree, SUBJECT)) for k, r in rules.items()]
        low, high = min(values.values()), max(values.values())
        lo, hi = x.num(high), x.num(low)
        for value, holds in sorted(found, key=lambda pair: pair[0]):
            hi = x.when(holds.hi, x.num(value), hi)
        for value, holds in sorted(found, key=lambda pair: -pair[0]):
            lo = x.when(holds.hi, x.num(value), lo)
        # A score that no band takes has no level that could be known.
        taken = x.either(*(holds.hi for _, holds in found))
        lo, hi = x.when(taken, lo, x.num(low)), x.when(taken, hi, x.num(high))
        return Num(lo, hi, low=low, high=high, domain=tuple(sorted(values.values())))

    def banded(self) -> Cond:
        """Whether some band takes the score."""
        rules = self.scheme.bands.rules if self.scheme.bands else {}
        return some(*(self.reader.condition(r.tree, SUBJECT) for r in rules.values()))

    def stars(self) -> Num:
        """The level before places are shared out: the rule, the gates, the vetoes, the exempt."""
        rule = self.scheme.stars.rule
        base = constant(Fraction(self.scheme.levels[0].value))
        return self.overruled(base if rule is None else self.reader.number(rule.tree, SUBJECT))

    def overruled(self, stars: Num) -> Num:
        """What gates, vetoes and the states make of a level."""
        base = self.scheme.levels[0].value
        for gate in reversed(list(self.scheme.gates.values())):
            if gate.other.target == "stars":
                fails = inverse(self.reader.condition(gate.when.tree, SUBJECT))
                stars = hull(fails, constant(self._amount(gate.other)), stars)
        for name, veto in self.scheme.vetoes.items():
            if veto.then.target == "stars":
                stars = number(self._struck(veto.then, self.vetoed(name), stars))
        gone = self.not_rated()
        if gone != NO:
            stars = hull(gone, constant(Fraction(base)), stars)
        exempt = self.scheme.exempt
        if exempt and exempt.stars:
            value = next(v.value for v in self.scheme.levels if v.id == exempt.stars)
            stars = hull(self.exempt(), constant(Fraction(value)), stars)
        return stars

    def keys(self, rules: tuple[Rule, ...]) -> list[Value]:
        """The values that subjects are ordered by."""
        return [self.reader.value(rule.tree, SUBJECT) for rule in rules]

    def rank_keys(self, rank: Rank) -> list[Value]:
        """What a rank orders by."""
        return self.keys(rank.by)

    def group_rule(self, rule: Rule) -> Cond:
        """A condition over all subjects (a target, a report)."""
        return self.reader.condition(rule.tree, At(group=True))

    def condition(self, rule: Rule) -> Cond:
        """A condition of the subject, or of the season alone."""
        return self.reader.condition(rule.tree, SUBJECT)
