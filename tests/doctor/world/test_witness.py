import pytest
import z3

from xingping.doctor.world.witness import Claim, rated_as, smallest_case, witness
from xingping.doctor.world.world import World
from xingping.policy.scheme.load import load_scheme
from xingping.policy.words import Text

TITLE = Text("例", "case")


@pytest.mark.parametrize("stars", [3, 4, 5])
def test_the_smallest_case_of_each_level_is_rated_so(stars):
    scheme = load_scheme("office-branches")
    world = World(scheme)

    found = witness(world, [world.stars().low == stars], Claim(TITLE, {"stars": str(stars)}))

    assert found is not None
    assert rated_as(scheme, found.example)


def test_the_smallest_case_has_no_record_that_it_does_not_need():
    world = World(load_scheme("office-branches"))
    met = world.standard("7", "5").certain

    given = smallest_case(world, [met])

    assert given["activities"] == [
        {"times": "2", "kind": "cultural_sports", "group": "yes", "recorded": "yes"}
    ]
    assert given["findings"] == [{"criterion": "7", "level": "5"}]
    assert set(given) == {"activities", "findings"}


def test_what_cannot_be_has_no_case():
    world = World(load_scheme("office-branches"))
    met = world.standard("4", "5").certain

    assert smallest_case(world, [met, z3.Not(met)]) is None


def test_what_the_engine_does_not_say_is_no_witness():
    world = World(load_scheme("office-branches"))
    met = world.standard("4", "5").certain

    assert witness(world, [met], Claim(TITLE, {"5": "not met"}, "4")) is None


@pytest.mark.parametrize("name", ["county-branches", "01-base-minus-review"])
def test_a_score_over_the_line_is_rated_in_its_band(name):
    from tests.doctor.world.test_world import FOLDERS  # noqa: PLC0415 -- the folders by path

    scheme = load_scheme(next(folder for folder in FOLDERS if folder.endswith(name)))
    world = World(scheme)
    best = scheme.levels[-1]

    found = witness(world, [world.band().low == best.value], Claim(TITLE, {"band": best.id}))

    assert found is not None
