from tests.doctor.asking import scheme
from xingping.doctor.population.cases import (
    Sort,
    fixed,
    one_case,
    population,
    said_of,
    season_of,
)
from xingping.doctor.visit import Visit
from xingping.doctor.world.witness import answered
from xingping.doctor.world.world import World
from xingping.policy.words import Text

TINY = scheme("made-line-shuts-out", "found")
TITLE = Text("例", "case")


def test_the_smallest_case_gives_the_season_and_the_records():
    world = World(TINY)

    given = one_case(world, [world.standards().low >= 5, world.parameter("line") >= 0], Visit(TINY))

    assert season_of(TINY, given) == {"line": "60"}
    assert given["honours"] == [{"times": "2"}]
    assert len(fixed(world, {"line": "60"})) == 1


def test_without_time_there_is_no_case():
    world = World(TINY)

    assert one_case(world, [world.standards().low >= 5], Visit(TINY, until=0)) is None


def test_equal_subjects_are_rated_together():
    sorts = [Sort("two", {"honours": [{"times": "2"}]}, 2, ("rank", "stars"))]

    example = population(TINY, TITLE, sorts)

    assert example.subjects[0].expect == {"rank": "1", "stars": "5"}
    assert answered(TINY, example) == example
    assert "two（2个）" in said_of(TINY, example, TITLE).facts.zh


def test_facts_that_no_file_could_hold_give_no_case():
    sorts = [Sort("one", {"honours": [{"awarded_on": "不是日期"}]}, 1, ("stars",))]

    assert population(TINY, TITLE, sorts) is None
