from dataclasses import replace

import pytest

from tests.doctor.asking import scheme
from xingping.doctor.population.apart import MOST_APART, Apart
from xingping.doctor.population.rank_bounds import rank_bounds
from xingping.doctor.visit import Visit
from xingping.doctor.world.witness import rated_as
from xingping.doctor.world.world import World
from xingping.policy.scheme.load import load_scheme

TINY = scheme("target-rank", "found")


def apart(subject, number, level=""):
    visit, world = Visit(subject, number), World(subject)
    bound = next(b for b in rank_bounds(visit, world) if level in {"", b.level.id})
    target = subject.targets.get("year2") or next(iter(subject.targets.values()))
    return Apart(visit, World(subject, shared=world), bound, target, number)


@pytest.mark.parametrize("number", [2, 5])
def test_subjects_with_different_scores_are_ranked_apart_and_miss_the_target(number):
    witness = apart(TINY, number).witness()

    example = witness.example
    assert [one.expect["rank"] for one in example.subjects] == [
        str(place) for place in range(1, number + 1)
    ]
    assert set(example.expect.values()) == {"not met"}
    assert rated_as(TINY, example)


def test_where_the_target_is_met_there_is_no_such_case():
    assert apart(TINY, 1).witness() is None


def test_no_case_is_laid_out_of_very_many_or_without_time():
    assert apart(TINY, MOST_APART + 1).witness() is None
    assert replace(apart(TINY, 2), visit=Visit(TINY, until=0)).witness() is None


def test_four_branches_of_an_office_have_three_at_four_stars_as_only_so_many_ranks_allow():
    office = load_scheme("office-branches")

    example = apart(office, 4, "4").witness().example

    assert [one.expect["stars"] for one in example.subjects][:3] == ["4", "4", "4"]
    assert example.subjects[3].expect["stars"] != "4"
