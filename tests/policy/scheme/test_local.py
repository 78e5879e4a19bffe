from fractions import Fraction

import pytest

from tests.policy.scheme.tiny import told, write
from xingping.policy.scheme.load import load_scheme

ADD = "    add: lines of work\n    at most: 2\n    points: 0 to 2\n"


def test_an_allowance_says_what_may_be_added_and_within_which_bounds(tmp_path):
    more = load_scheme(write(tmp_path)).local["more"]

    assert (more.kind, more.target.of, more.at_most) == ("add", "work", 2)
    assert (more.low, more.high) == (Fraction(0), Fraction(2))


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("    set: max of given\n    between: 0 to 40\n", []),
        ("    set: parameters.line.between\n", []),
        ("    set: campaign.length\n", ["scheme.nt:119:10: no path is called 'campaign.length'"]),
        (
            "    set: parameters.lines.default\n",
            [
                "scheme.nt:119:10: no path is called 'parameters.lines.default'",
                "hint: did you mean 'parameters.line.default'?",
            ],
        ),
        (
            "    set: max of givens\n",
            [
                "scheme.nt:119:10: no criterion or line is called 'givens'",
                "hint: did you mean 'given'?",
            ],
        ),
        (
            "    set: text of given\n",
            [
                "scheme.nt:119:10: no key to set is called 'text'",
                "hint: known: base, max, min, worth",
            ],
        ),
        (
            "    set: lines of work\n",
            [
                "scheme.nt:119:10: 'lines of work' cannot be read",
                "hint: write parameters.NAME.default, max of ITEM, or lines of CRITERION",
            ],
        ),
        (
            "    add: lines of work\n    between: 0 to 2\n",
            ["scheme.nt:120:5: 'between' does not go with 'add'"],
        ),
    ],
)
def test_an_allowance_names_something_that_is_there(tmp_path, new, expected):
    found = told(tmp_path, "scheme.nt", ADD, new)

    assert found[: len(expected)] == expected
    assert bool(found) == bool(expected)
