from shutil import copytree

import pytest

from tests.doctor.asking import SCHEMES, asked
from xingping.doctor.questions.never_places import ask_never_places
from xingping.doctor.visit import Visit
from xingping.policy.scheme.load import load_scheme


@pytest.fixture
def placing(tmp_path):
    """Gives the scheme whose places for five stars are by another rule."""

    def load(places, *changes):
        folder = tmp_path / "scheme"
        copytree(SCHEMES / "quota-level-empty" / "clear", folder)
        text = (folder / "scheme.nt").read_text("utf-8")
        for old, new in (("floor(40% * all)", places), *changes):
            assert old in text
            text = text.replace(old, new)
        (folder / "scheme.nt").write_text(text, "utf-8")
        return load_scheme(folder)

    return load


@pytest.mark.parametrize("places", ["0", "-3", "floor(0% * all)", "lower(0, all - 5)"])
@pytest.mark.parametrize("units", [None, 109])
def test_a_quota_that_never_has_a_place_is_told_for_every_number(placing, places, units):
    (finding,) = ask_never_places(Visit(placing(places), units))

    assert (finding.kind, finding.about) == ("quota-level-empty", ("places", "5"))
    assert finding.proof is not None
    assert "任何人都评不上五星" in finding.said.zh
    assert finding.weight == "gap"


@pytest.mark.parametrize("places", ["1", "floor(0.1% * all)", "higher(0, all - 2000)"])
def test_a_quota_that_has_a_place_for_some_number_is_not_told(placing, places):
    assert asked(ask_never_places, placing(places)) == []


def test_for_the_number_asked_about_there_may_be_none(placing):
    scheme = placing("higher(0, all - 200)")

    (finding,) = ask_never_places(Visit(scheme, 109))

    assert ("never_for", "109") in finding.facts
    assert list(ask_never_places(Visit(scheme, 201))) == []


def test_what_rounding_down_leaves_a_few_is_told_elsewhere(placing):
    assert list(ask_never_places(Visit(placing("floor(all / 200)"), 109))) == []


def test_a_parameter_that_may_be_set_otherwise_may_give_places(placing):
    parameter = (
        "parameters:\n  few:\n    title: 名额数 | places\n    type: number\n    between: 0 to 9\n"
    )

    scheme = placing("few", ("parameters:\n", parameter))

    assert asked(ask_never_places, scheme) == []


def test_a_guide_without_places_is_a_note(placing):
    (finding,) = asked(ask_never_places, placing("0", ("kind: exactly", "kind: guide")))

    assert finding.weight == "note"


@pytest.mark.parametrize("name", ["office-branches", "county-branches", "county-members"])
def test_the_built_in_schemes_have_nothing_of_the_kind(name):
    assert asked(ask_never_places, load_scheme(name)) == []
