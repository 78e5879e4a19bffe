"""What the village branches are to score."""

import pytest

from xingping.records.sample.aims import BRANCHES, NAMED_EACH_YEAR, aims
from xingping.records.sample.draw import draw


@pytest.mark.parametrize("year", [1, 2, 3])
def test_every_branch_has_an_aim_every_year(year):
    assert len(aims(draw(1), year)) == BRANCHES


@pytest.mark.parametrize(("year", "held"), [(1, 0), (2, NAMED_EACH_YEAR)])
def test_who_is_named_is_clear_of_who_is_not(year, held):
    scores = [aim.score for aim in aims(draw(1), year)][held:]

    assert min(scores[:NAMED_EACH_YEAR]) - max(scores[NAMED_EACH_YEAR:]) > 10


def test_three_are_tied_for_what_twenty_certain_ones_leave_of_22_places():
    standing = aims(draw(1), 3)[2 * NAMED_EACH_YEAR :]
    certain = [aim for aim in standing if aim.score > 9160 and not aim.marks - {"decorated"}]

    assert len(certain) == 20
    assert [aim.score for aim in standing].count(9160) == 3
