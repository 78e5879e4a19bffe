import pytest

from tests.doctor.asking import scheme
from xingping.doctor.population.counting import Counting
from xingping.doctor.questions.no_places import no_place
from xingping.doctor.visit import Visit


def asked(which, units=None):
    subject = scheme("quota-no-place", which)
    (quota,) = subject.quotas.values()
    counting = Counting(subject, [], everyone=True)
    level = next(iter(quota.places))
    return list(no_place(Visit(subject, units), quota, level, counting))


def test_the_largest_number_without_a_place_is_told_with_what_one_more_gets():
    (finding,) = asked("found")

    assert ("none_up_to", "9") in finding.facts
    assert "10个时" in finding.proof.zh
    assert asked("clear") == []


@pytest.mark.parametrize("units", [1, 3, 14, 100_000])
def test_places_counted_in_groups_do_not_depend_on_how_many_there_are_in_all(units):
    assert asked("found", units) == asked("found")
