"""Gates: the first that fails ends the process with a level or a state, without a score or a rank."""

from datetime import date

import pytest

from tests.laws import engine as engines
from tests.laws.engine import ENGINES
from tests.rating.share import BANDS, PEOPLE, SCHEME, people, quota, scheme
from xingping.policy.faults import SchemeFaultyError
from xingping.policy.scheme.load import load_scheme
from xingping.rating.rate import rate

RANKS = "ranks:\n  rank:\n    title: 名次 | rank\n    by: score\n    within: all\n    ties: share\n"
GATES = """gates:
  first:
    when: senior
    else: not rated
  second:
    when: second >= 1
    else: stars = 2
"""


def rated(**columns):
    policy = scheme(quota({4: 9}), more=GATES + RANKS)
    return rate(policy, people(*[20] * 5, **columns), year=2026)


def test_the_first_gate_that_fails_says_what_becomes_of_a_subject():
    found = rated(senior=[True, True, False, False, None], second=[1, 0, 1, 0, 1])

    said = {
        one.subject: (one.stars, one.stars_possible, one.state, one.score.known, one.rank)
        for one in found
    }

    assert said["p0"] == (4, 4, "rated", 20, said["p0"][4])
    assert said["p1"] == (2, 2, "rated", None, None)
    assert said["p2"] == said["p3"] == (1, 1, "not_rated", None, None)
    assert said["p4"][:4] == (1, 4, "provisional", 20)


def test_who_is_stopped_does_not_count_among_the_ranked():
    found = rated(senior=[False, True, True, True, True], second=[0, 1, 1, 1, 1])

    assert [one.rank for one in found if one.rank is not None] == [1] * 4


def test_a_gate_gives_no_score():
    with pytest.raises(SchemeFaultyError) as refused:
        scheme(quota({4: 9}), more=GATES.replace("stars = 2", "score = 0"))

    assert any("a gate that fails" in fault.what.en for fault in refused.value.faults)


@pytest.mark.parametrize("engine", ENGINES)
def test_who_was_set_up_in_the_year_may_be_left_unrated_by_a_field_with_that_year(tmp_path, engine):
    new = "  when: year - set_up < 1\n"
    written = SCHEME.replace("  when: absent\n", new) + BANDS
    (tmp_path / "scheme.nt").write_text(written, "utf-8")
    field = "      set_up: 成立年份 | year set up | whole, from 1900\n"
    (tmp_path / "registers.nt").write_text(PEOPLE + field, "utf-8")
    policy = load_scheme(tmp_path)
    season = people(16, 16, set_up=[2026, 2025]), 2026, date(2026, 12, 31).toordinal()

    for rated_by in (
        engines.rated(policy, season, {}, engine),
        engines.expected(policy, season, {}),
    ):
        told = {
            name: (one["stars"], one["stars_possible"], one["state"])
            for name, one in rated_by.items()
        }
        assert told == {
            "p0": (1, 1, "not_rated"),
            "p1": (4, 4, "rated"),
        }
    open_year = engines.rated(policy, (people(16, set_up=[None]), *season[1:]), {}, engine)["p0"]
    assert (open_year["stars_possible"], open_year["state"]) == (4, "provisional")
