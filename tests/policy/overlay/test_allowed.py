import pytest

from tests.policy.overlay.small import ALLOWED, OVERLAY, beside, told
from tests.policy.scheme.tiny import faults

SET = "  parameters.line.default: 62\n"
LINES = "    here_choir:\n      text: 合唱 | the choir\n      points: lower(2, count(meetings))\n"


@pytest.mark.parametrize("value", ["60", "65"])
def test_a_value_may_go_as_far_as_the_bounds(tmp_path, value):
    assert told(tmp_path, SET, SET.replace("62", value)) == []


@pytest.mark.parametrize("value", ["59.99", "65.01", "-62"])
def test_a_value_out_of_bounds_is_told(tmp_path, value):
    assert told(tmp_path, SET, SET.replace("62", value))[0] == (
        f"overlay.nt:6:28: 'parameters.line.default' may be 60 to 65, not {value}"
    )


def test_where_the_allowance_has_no_bounds_those_of_the_parameter_hold(tmp_path):
    text = OVERLAY.replace(SET, SET.replace("62", "71"))
    bare = ALLOWED.replace("    between: 60 to 65\n", "")

    assert faults(beside(tmp_path, text, allowed=bare))[0] == (
        "overlay.nt:6:28: 'parameters.line.default' may be 50 to 70, not 71"
    )


def test_a_value_that_is_no_number_is_told(tmp_path):
    assert told(tmp_path, SET, SET.replace("62", "a lot"))[0].startswith(
        "overlay.nt:6:28: a number is due here, not 'a lot'"
    )


def test_what_the_base_does_not_allow_is_told_with_what_it_does(tmp_path):
    found = told(tmp_path, SET, "  parameters.line.between: 62 to 64\n")

    at = found.index(
        "overlay.nt:6:3: the scheme 'tiny' does not allow an overlay to set 'parameters.line.between'"
    )
    assert found[at + 1] == "hint: did you mean 'parameters.line.default'?"


def test_more_items_than_allowed_are_told_once(tmp_path):
    several = "".join(LINES.replace("here_choir", f"here_{n}") for n in range(4))

    assert told(tmp_path, LINES, several) == [
        "overlay.nt:15:5: at most 2 may be added to 'lines of work'",
        "hint: take away those beyond",
    ]
