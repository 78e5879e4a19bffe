import pytest

from tests.doctor.asking import asked, clear, found
from xingping.doctor.questions.targets import ask_targets
from xingping.policy.scheme.load import load_scheme


@pytest.mark.parametrize("kind", ["targets-contradict", "target-impossible"])
def test_each_kind_is_found_where_it_is_and_just_not_beside_it(kind):
    assert len(found(ask_targets, kind)) == 1
    assert clear(ask_targets, kind)


def test_the_printed_seventy_percent_at_three_stars_contradicts_the_later_targets():
    findings = asked(ask_targets, load_scheme("office-branches"))

    assert [f.clauses for f in findings] == [("A-2.2", "A-4.1b"), ("A-2.3", "A-4.1b")]
    assert all(("sum", "3/2") in f.facts and "150%" in f.said.zh for f in findings)
