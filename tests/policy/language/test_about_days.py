"""What is said where a rule counts with the day on which its subject was set up."""

import pytest

from tests.policy.scheme.tiny import edit, faults

FIRST_YEAR = (
    "compare a day with another day field of the row; for its year add a field with the year "
    "(set_up, whole) and write year - set_up < 1"
)


@pytest.mark.parametrize("rule", ["since >= 2026", 'since >= "2026-01-01"', "year - since < 1"])
def test_the_day_a_subject_was_set_up_is_compared_by_its_year(tmp_path, rule):
    found = faults(edit(tmp_path, "scheme.nt", "count(declarations) = 0", rule))

    assert any(FIRST_YEAR in line for line in found)
