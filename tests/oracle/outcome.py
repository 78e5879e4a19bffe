"""From points to stars, for one subject: results, bands, standards, vetoes, exemptions."""

from __future__ import annotations

from fractions import Fraction

from tests.oracle import criteria, evaluate, references, values
from tests.oracle.values import FALSE, Cond, Num, exactly


def remembered(function):
    """Each value of a subject is worked out once for each period."""

    def look(here, *names):
        key = (function.__name__, here.subject, here.period, *names)
        if key not in here.world.memo:
            here.world.memo[key] = function(here, *names)
        return here.world.memo[key]

    return look


@remembered
def result(here, name):
    """A named value, after a veto that sets or caps it."""
    value = evaluate.evaluate(here.world.scheme.results[name].rule.tree, here)
    for veto in here.world.scheme.vetoes.values():
        if veto.then.target == name:
            value = apply(veto, value, here)
    return value


def apply(veto, value, here):
    """``value`` after a veto, which may or may not hold."""
    holds = evaluate.condition(veto.when.tree, here)
    if not holds.possible:
        return value
    to = _number(veto.then.value, here.world.scheme)
    changed = exactly(to) if veto.then.op == "=" else values.clamp(value, None, to)
    return changed if holds.certain else values.either(value, changed)


def _number(text, scheme):
    named = {level.id: level.value for level in scheme.levels}
    return Fraction(named[text]) if text in named else Fraction(text)


@remembered
def standards(here):
    """The highest level at which every criterion with standards holds (0 if none)."""
    scheme = here.world.scheme
    rows = [criteria.verdicts(here.of(c)) for c in scheme.criteria.values() if c.standards]
    low = high = 0
    for level in scheme.levels:
        found = [row[level.id] for row in rows if level.id in row]
        if found and all(v.certain for v in found):
            low = max(low, level.value)
        if found and all(v.possible for v in found):
            high = max(high, level.value)
    return Num(Fraction(low), Fraction(high))


@remembered
def band(here):
    """The band of the score: the levels whose condition may hold."""
    scheme = here.world.scheme
    met = {
        references.level_value(scheme, level): evaluate.condition(rule.tree, here)
        for level, rule in scheme.bands.rules.items()
    }
    sure = [value for value, met_ in met.items() if met_.certain]
    may = sure or [value for value, met_ in met.items() if met_.possible]
    may = may or [
        one.value for one in scheme.levels
    ]  # a score that no band takes has no level that could be known
    return Num(Fraction(min(may)), Fraction(max(may)))


@remembered
def earned(here):
    """The stars before vetoes and places."""
    rule = here.world.scheme.stars.rule
    return exactly(0) if rule is None else evaluate.evaluate(rule.tree, here)


@remembered
def stars(here):
    """The stars after exemption, gates and vetoes (before places)."""
    scheme = here.world.scheme
    value = _gated(earned(here), here)
    for veto in scheme.vetoes.values():
        if veto.then.target == "stars":
            value = apply(veto, value, here)
    if exempt(here).certain:
        return exactly(_number(scheme.exempt.stars or "0", scheme))
    if not_rated(here).certain:
        return exactly(scheme.levels[0].value)
    return value


def _gated(value, here):
    for gate in reversed(here.world.scheme.gates.values()):
        opens = evaluate.condition(gate.when.tree, here)
        if gate.other.target != "stars" or opens.certain:
            continue
        closed = exactly(_number(gate.other.value, here.world.scheme))
        value = values.either(value, closed) if opens.possible else closed
    return value


@remembered
def exempt(here):
    found = here.world.scheme.exempt
    own = FALSE if found is None else evaluate.condition(found.when.tree, here)
    return evaluate.whichever(own, stopped(here, "exempt"))


def stopped(here, state=None):
    """Whether the first gate that fails ends the process (with ``state``, if one is asked for)."""
    certain = possible = False
    open_lo = open_hi = True
    for gate in here.world.scheme.gates.values():
        opens = evaluate.condition(gate.when.tree, here)
        if state is None or (gate.other.target, gate.other.value) == ("state", state):
            certain |= open_lo and not opens.possible
            possible |= open_hi and not opens.certain
        open_lo, open_hi = open_lo and opens.certain, open_hi and opens.possible
    return Cond(certain, possible)


@remembered
def not_rated(here):
    found = here.world.scheme.not_rated
    own = FALSE if found is None else evaluate.condition(found.when.tree, here)
    return evaluate.whichever(own, stopped(here, "not_rated"))


@remembered
def vetoed(here):
    """Whether some veto holds."""
    return _any_veto(here, lambda _veto: True)


@remembered
def unranked(here):
    """Whether the subject has no rank."""
    out = _any_veto(here, lambda veto: veto.unranked)
    return evaluate.whichever(evaluate.whichever(out, exempt(here)), stopped(here))


def _any_veto(here, counts):
    met = FALSE
    for veto in here.world.scheme.vetoes.values():
        if counts(veto):
            met = evaluate.whichever(met, evaluate.condition(veto.when.tree, here))
    return Cond(met.certain, met.possible)


def vetoes(here):
    """The clauses of the vetoes that certainly hold."""
    found = here.world.scheme.vetoes.values()
    return [v.clause for v in found if evaluate.condition(v.when.tree, here).certain]
