import pytest

from xingping.cli.trying import Sides
from xingping.cli.usage import UsageFaultError
from xingping.policy.scheme.load import load_scheme

OFFICE = load_scheme("office-branches")


def test_parameters_and_values_of_the_scheme_are_told_apart():
    sides = Sides.of(OFFICE, [("目标考核分", "88"), ("bands.3", "70 <= score < 85")], None)

    assert sides.season == {"target_score": "88"}
    assert sides.values == {"bands.3": "70 <= score < 85"}


def test_the_sides_are_called_by_what_changes():
    names = Sides.of(OFFICE, [("target_score", "88")], None).names(OFFICE)

    assert [name.zh for name in names] == ["现行", "改后（目标考核分=88）"]
    assert Sides.of(OFFICE, [], "mine").names(OFFICE)[1].en == "mine"


def test_nothing_differs_without_a_change():
    assert not Sides.of(OFFICE, [], None).differ


def test_another_scheme_is_not_changed_by_a_path():
    with pytest.raises(UsageFaultError):
        Sides.of(OFFICE, [("bands.3", "score < 60")], "mine")
