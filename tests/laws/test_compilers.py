"""Both compilers say what the plain evaluator says, of whole seasons with holes in them."""

import pytest
from hypothesis import given

from tests.laws.effort import tries
from tests.laws.engine import ENGINES, SEASONS, differences, expected, rated, scheme
from tests.oracle.random_records import seasons

TRIES = {"office-branches": 40, "county-branches": 120, "county-members": 80}


@pytest.mark.parametrize("name", SEASONS)
def test_both_compilers_rate_a_season_as_the_plain_evaluator_does(name):
    @tries(TRIES[name])
    @given(season=seasons(scheme(name), most=6))
    def agree(season):
        want = expected(scheme(name), season, SEASONS[name])
        for engine in ENGINES:
            got = rated(scheme(name), season, SEASONS[name], engine)
            assert differences(got, want) == [], engine

    agree()
