from tests.doctor.trial.conftest import SCHEME, write
from xingping.doctor.trial.projecting import project
from xingping.doctor.trial.seen import look_back

QUOTA = """\
quotas:
  top:
    title: 名额 | places
    places:
      5: floor(25% * all)
    within: all
    by: score
    ties: undecided
    beyond: 3
"""


def ahead(one, *, seed=1, draws=200, **given):
    scheme = one.run.scheme
    seen = look_back(scheme, one.run.facts.records, 2026, given, one)
    return project(one, seen, years=3, seed=seed, draws=draws)


def test_the_same_seed_gives_the_same_years_and_another_one_others(rated):
    one = rated(first_year=2026)

    assert ahead(one).years == ahead(one).years
    assert ahead(one).years != ahead(one, seed=2).years


def test_every_figure_is_a_spread_that_holds_its_middle(rated):
    for year in ahead(rated()).years:
        for spread in year.at_least.values():
            assert 0 <= spread.low <= spread.middle <= spread.high <= 4
        assert year.at_least["0"].low == 4  # everyone has a level, if only the lowest


def test_targets_are_those_of_the_year(rated):
    years = ahead(rated(first_year=2026)).years

    assert [[aim.id for aim in year.aims] for year in years] == [
        ["most", "best"],
        ["most"],
        ["most"],
    ]
    assert all(0 <= aim.met <= aim.draws for year in years for aim in year.aims)


def test_few_records_give_a_wider_spread_than_many(rated):
    few, many = rated(years=(2025, 2026)), rated(years=tuple(range(2017, 2027)))
    width = [
        sum(s.high - s.low for year in ahead(one).years for s in year.at_least.values())
        for one in (few, many)
    ]

    assert width[0] > width[1]


def test_places_are_never_exceeded(rated, tmp_path):
    scheme = write(tmp_path / "quota", SCHEME + QUOTA)

    years = ahead(rated(scheme, line="40")).years

    assert {year.at_least["5"].high for year in years} == {1}
