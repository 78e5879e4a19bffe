import pytest

from xingping.doctor.questions.certainty import years_for
from xingping.policy.language.rules import read_rule
from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.scope import scope_of_scheme

OFFICE = load_scheme("office-branches")


@pytest.mark.parametrize(
    ("rule", "holds", "fails"),
    [
        ("count(cases over 3 years) = 0", 3, 1),
        ("count(cases over 24 months) <= 1", 2, 1),
        ("count(cases over 2 years) >= 1", 1, 2),
        ("any(cases over 2 years, serious)", 1, 2),
        ("every(cases over 2 years, not serious)", 2, 1),
        ("not any(cases over 2 years, serious)", 2, 1),
        ("count(cases over 2 years) = 0 and count(cases over 3 years) = 0", 3, 1),
        ("count(cases over 2 years) = 0 or count(meetings) >= 1", 1, 1),
        ("count(meetings) - count(cases over 2 years) >= 1", 2, 1),
        ("count(cases) = 0", 1, 1),
        ("count(findings over 3 years) = 0", 1, 1),  # of a register kept always
    ],
)
def test_a_condition_is_certain_only_with_so_many_years_of_registers(rule, holds, fails):
    tree = read_rule(rule, scope_of_scheme(OFFICE))

    assert years_for(OFFICE, tree, yes=True) == holds
    assert years_for(OFFICE, tree, yes=False) == fails
