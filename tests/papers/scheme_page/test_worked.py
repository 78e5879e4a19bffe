from tests.papers.schemes import scheme
from xingping.papers.scheme_page.worked import worked


def test_places_are_worked_out_by_year_of_the_campaign():
    shown = scheme("county-branches")
    found = [(one.year, one.places) for one in worked(shown, *shown.quotas.values())]

    assert found == [(1, {"5": (3, 15, 30)}), (2, {"5": (3, 15, 30)}), (3, {"5": (2, 10, 20)})]


def test_places_that_are_the_same_for_every_size_are_not_worked_out():
    shown = scheme("17-month-and-year")

    assert list(worked(shown, *shown.quotas.values())) == []


def test_shares_that_belong_together_are_rounded_together():
    shown = scheme("04-five-star-110")
    (found,) = worked(shown, *shown.quotas.values())

    assert (found.year, found.places["4"]) == (None, (3, 15, 30))
