"""The one place that knows how the engine is called: both compilers, in the shape of the oracle."""

from __future__ import annotations

from datetime import date
from functools import cache

from tests.oracle import rate as plain
from xingping.policy.scheme.load import load_scheme
from xingping.rating.rate import rate

ENGINES = ("python", "polars")
SEASONS = {
    "office-branches": {"target_score": "85", "first_year": "2024"},
    "county-branches": {"first_year": "2026"},
    "county-members": {"first_year": "2025"},
}
"""Built-in scheme -> the parameters of its season."""
SENTENCES = ("open", "assumptions")


@cache
def scheme(name):
    return load_scheme(name)


def rated(scheme, season, parameters, engine):
    """Subject -> result of the contract, by one of the two compilers, without its sentences."""
    records, year, on = season
    found = rate(
        scheme,
        records,
        year=year,
        on=date.fromordinal(on),
        parameters=parameters,
        engine=engine,
    )
    return {
        told["subject"]: {key: value for key, value in told.items() if key not in SENTENCES}
        for told in found.to_json()
    }


def expected(scheme, season, parameters):
    """The same by the oracle."""
    records, year, on = season
    return plain.rate(scheme, records, year, on, parameters)


def differences(got, want):
    """What two ratings of one season disagree about."""
    found = [] if list(got) == list(want) else [("order", list(got), list(want))]
    for subject in want:
        mine, theirs = got.get(subject, {}), want[subject]
        found += [
            (subject, key, mine.get(key), theirs.get(key))
            for key in {*mine, *theirs}
            if mine.get(key) != theirs.get(key)
        ]
    return found
