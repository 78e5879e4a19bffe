"""A scheme compiled with nothing settled but the day: parameters are columns, a last record is picked."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from datetime import date

from xingping.policy.language import tree
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.compile import operators as x
from xingping.rating.compile.conditions import NO, YES, Cond
from xingping.rating.compile.expressions import E
from xingping.rating.compile.folding import source_of
from xingping.rating.compile.gather import _maybe, here
from xingping.rating.compile.matching import Source
from xingping.rating.compile.place import At
from xingping.rating.compile.reading import Reader
from xingping.rating.compile.setting import Setting
from xingping.rating.compile.values import Num, Ratio, Sym, Value
from xingping.rating.compile.whole import Whole

YEAR = 2026
ON = date(YEAR, 12, 31).toordinal()
PARAMETER, CAMPAIGN = "parameter ", "campaign_year"
PICKED, ASKED = "picked", "asked"
"""Aggregates that the engine has not: the value of one record, of those that match, which is the
first or last one; ``asked``: a record that a reviewer is taken to have made."""


class FreeReader(Reader):
    """The reading of the engine, but that ``first`` and ``last`` pick some record that matches."""

    asking = False

    def value(self, node: tree.Node, at: At) -> Value:
        """As the engine reads it; what a reviewer decides is taken as decided."""
        if not isinstance(node, tree.Asked):
            return super().value(node, at)
        before, self.asking = self.asking, True
        try:
            return super().value(node, at)
        finally:
            self.asking = before

    def folded(self, node: tree.Fold, at: At) -> tuple[Value, Cond]:
        """A fold's value, and whether there is any record."""
        if node.fold not in {"first", "last"} or node.rows.source != "register" or at.pieces:
            return super().folded(node, at)
        key = (node, at)
        if key not in self.folds:
            source = source_of(self, node.rows, at)
            kind = ASKED if self.asking else PICKED
            there = YES if self.asking else here(source)
            self.folds[key] = self._picked(node, at, source, kind, there), there
        return self.folds[key]

    def _picked(self, node: tree.Fold, at: At, source: Source, kind: str, there: Cond) -> Value:
        own = self.value(node.of, replace(at, view=source.real)) if node.of else YES
        return _Picker(source, kind, node.fold, there).value(own)


@dataclass(frozen=True, slots=True)
class _Picker:
    """What one record of ``source`` says."""

    source: Source
    kind: str
    which: str
    there: Cond

    def value(self, own: Value) -> Value:
        """The value of the record picked, where there is one."""
        source, there = self.source, self.there
        match own:
            case Num():
                return self._firm(_maybe(there, self._number(own)))
            case Cond():
                return self._truth(own)
            case Ratio():
                parts = tuple((k, self._number(n), self._number(d)) for k, n, d in own.parts)
                known = x.both(there.lo, self._one(own.known), source.quorum)
                return replace(own, parts=parts, known=known, maybe=there, quorum=source.quorum)
            case Sym():
                none = self._truth(own.none)
                return Sym(lambda word: self._truth(own.equals(word)), own.domain, none)

    def _one(self, e: E) -> E:
        if e.op in {"int", "bool"}:
            return e
        where, value = self.source.match(self.source.real).hi, x.as_num(e) if e.truth else e
        found = x.make("agg", self.kind, self.source.rows, where, value, self.which)
        return x.eq(found, x.ONE) if e.truth else found

    def _truth(self, c: Cond) -> Cond:
        there = self.there.lo
        return Cond(x.both(there, self._one(c.lo)), x.either(x.no(there), self._one(c.hi)))

    def _number(self, n: Num) -> Num:
        lo = self._one(n.lo)
        hi = lo if n.lo is n.hi else self._one(n.hi)
        none = NO if n.none == NO else self._truth(n.none)
        open_ends = self._one(n.lo_open), self._one(n.hi_open)
        return Num(lo, hi, n.den, *open_ends, n.low, n.high, none)

    def _firm(self, n: Num) -> Num:
        if self.source.quorum is x.TRUE:
            return n
        short = x.no(self.source.quorum)
        return replace(n, lo_open=short, hi_open=short)


class FreeWhole(Whole):
    """The whole scheme at the end of a year, whatever the season sets."""

    def __init__(self, scheme_setting: Setting) -> None:
        super().__init__(scheme_setting)
        self.reader = FreeReader(scheme_setting, self.name, self.has, self.reader.read)
        self.criteria.reader = self.reader

    def name(self, ref: tree.Ref, at: At) -> Value:
        """What a name stands for; what the season sets is a column."""
        if ref.what == "parameter":
            return self._at_whole(self._free_parameter(ref.name), at)
        if ref.what == "system" and ref.name == CAMPAIGN:
            column = x.col(CAMPAIGN)
            return self._at_whole(Num(column, column, low=1, high=self.scheme.campaign), at)
        if ref.what == "system" and ref.name == "stars" and not self.scheme.quotas:
            return self._at_whole(self.stars(), at)
        return super().name(ref, at)

    def _free_parameter(self, name: str) -> Value:
        spec = self.scheme.parameters[name]
        if spec.type.kind not in {tree.Kind.NUMBER, tree.Kind.RATIO}:
            return super()._parameter(name)
        column, den = x.col(PARAMETER + name), spec.step.denominator
        low = None if spec.low is None else int(spec.low * den)
        high = None if spec.high is None else int(spec.high * den)
        return Num(column, column, den, low=low, high=high)


_LATELY: deque[tuple[Scheme, FreeWhole]] = deque(maxlen=2)  # schemes have no hash


def free(scheme: Scheme) -> FreeWhole:
    """The scheme on the last day of a year, with no parameter set and every register kept.

    Kept for the next time: many questions are put to one scheme.
    """
    for known, whole in _LATELY:
        if known is scheme:
            return whole
    _LATELY.append((scheme, _free(scheme)))
    return _LATELY[-1][1]


def _free(scheme: Scheme) -> FreeWhole:
    registers = {
        name: replace(register, kept_yearly=False)
        for name, register in scheme.catalogue.registers.items()
    }
    kept = replace(scheme, catalogue=replace(scheme.catalogue, registers=registers))
    return FreeWhole(replace(Setting.of(kept, YEAR, ON, {}), complete=True))
