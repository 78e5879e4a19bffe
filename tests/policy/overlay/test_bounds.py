import pytest

from tests.policy.scheme.tiny import write
from xingping.policy.language.rules import read_rule
from xingping.policy.overlay.bounds import bounds, line_bounds
from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.scope import scope_of_scheme


@pytest.fixture(scope="module")
def scheme(tmp_path_factory):
    return load_scheme(write(tmp_path_factory.mktemp("tiny")))


@pytest.mark.parametrize(
    ("rule", "low", "high"),
    [
        ("2 * count(meetings)", 0, None),
        ("-2 * count(meetings)", None, 0),
        ("lower(3, count(meetings)) - 1", -1, 2),
        ("higher(1, 0 - count(meetings))", 1, 1),
        ("if(count(meetings) > 2, 4, 1)", 1, 4),
        ("by(count(meetings), >= 3 -> 2, otherwise -> -1)", -1, 2),
        ("round(lower(2, count(meetings)) * 1.3, 1)", 0, 3),
        ("floor(lower(2, count(meetings)) * 1.3)", 0, 2),
        ("ceil(lower(2, count(meetings)) * 1.3)", 0, 3),
        ("abs(lower(3, 0 - count(meetings)))", 0, None),
        ("lower(2, count(meetings)) * lower(3, count(cases))", 0, 6),
        ("5", 5, 5),
    ],
)
def test_the_least_and_the_most_of_a_rule_are_seen(scheme, rule, low, high):
    node = read_rule(rule, scope_of_scheme(scheme))

    assert bounds(node, scheme.catalogue) == (low, high)


def test_the_limits_of_a_line_come_before_those_of_its_rule(scheme):
    lines = scheme.criteria["work"].lines

    assert line_bounds(lines["given"], scheme.catalogue) == (0, 40)
    assert line_bounds(lines["counted"], scheme.catalogue) == (-5, None)
    assert line_bounds(lines["choice"], scheme.catalogue) == (0, 10)
