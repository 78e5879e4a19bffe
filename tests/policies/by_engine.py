"""Worked examples run through the engine: what it says of each expectation."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from tests.oracle.examples import VERDICTS, wanted
from xingping.rating.compile.conditions import Cond
from xingping.rating.compile.outputs import output
from xingping.rating.compile.place import At
from xingping.rating.lens import Lens
from xingping.rating.outcome import Range
from xingping.rating.placing import places_of
from xingping.rating.rate import rate

SAID = {"met": "met", "not_met": "not met", "not_yet_known": "unknown"}


def differences(case, engine="python"):
    """(what, expected, found) for every expectation that the engine does not meet."""
    rated = rate(
        case.scheme,
        case.records,
        year=case.year,
        on=date.fromordinal(case.on),
        parameters=case.parameters,
        engine=engine,
        places=False,
    )
    wrong = []
    for what, text in case.expect.items():
        got = _found(rated, case, what)
        want = text if what == "state" else wanted(case.scheme, text)
        if got != want:
            wrong.append((what, text, got))
    return wrong


def _found(rated, case, what):
    run, rating, scheme = rated.run, rated.of(case.subject), case.scheme
    if case.criterion:
        return _of_criterion(run, case, what)
    if what == "state":
        return rating.state
    if what == "places":
        quota = next(iter(scheme.quotas.values()))
        number = places_of(run.compiled, quota, next(iter(quota.places)), case.count)
        return (Fraction(number), Fraction(number))
    if what == "stars":
        return _levels(scheme, rating.stars, rating.stars_possible)
    if what in ("band", "standards"):
        return _pair(run.range(0, getattr(run.compiled.outputs, what)))
    if what == "rank":
        return (Fraction(rating.rank_best), Fraction(rating.rank_worst))
    return _named(rating, what)


def _named(rating, what):
    for values in (rating.results, rating.pays, rating.acts):
        if what in values:
            return _said(values[what])
    raise AssertionError(f"nothing is called {what}")


def _of_criterion(run, case, what):
    whole, criterion = run.compiled.whole, case.scheme.criteria[case.criterion]
    columns = {k: v[0] for k, v in run.columns.items() if not k.startswith("rows ")}
    lens = Lens(run.compiled, run.facts, 0, columns)
    at = At(criterion=criterion.id)
    if what in criterion.standards:
        low, high = lens.cond(whole.criteria.holds(criterion.id, what, At()))
        return next(word for word, pair in VERDICTS.items() if pair == (low, high))
    if what in criterion.lines:
        value = whole.criteria.line(criterion.lines[what], at)
    elif what == "points":
        value = whole.criteria.points(criterion.id, At())
    elif what == "passed":
        value = whole.criteria.passed(criterion.id, At())
    else:
        value = whole.criteria.helper(what, criterion.id, At())
    found = output(value)
    if isinstance(found, Cond):
        low, high = lens.cond(found)
        return {(True, True): "yes", (False, False): "no"}.get((low, high), "unknown")
    return _pair(lens.range(found))


def _pair(found):
    return (found.low, found.high)


def _levels(scheme, low, high):
    values = {level.id: Fraction(level.value) for level in scheme.levels}
    return (values[str(low)], values[str(high)])


def _said(value):
    if isinstance(value, Range):
        return _pair(value)
    return {"met": "yes", "not_met": "no"}.get(value, "unknown")
