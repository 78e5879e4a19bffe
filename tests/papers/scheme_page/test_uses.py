from tests.papers.schemes import NAMES, scheme
from xingping.papers.scheme_page.uses import PARTS, clauses_of, title_of, uses


def test_every_use_names_a_part_of_the_page():
    for name in NAMES:
        assert {use.part for use in uses(scheme(name))} <= set(PARTS)


def test_clauses_keep_the_order_of_their_file_and_those_cited_follow_by_number():
    assert clauses_of(scheme("office-branches"))[:2] == ["A-1", "A-2.1"]
    assert clauses_of(scheme("17-month-and-year")) == ["S17-1", "S17-2", "S17-3", "S17-4"]


def test_a_reading_is_no_clause():
    shown = scheme("office-branches")

    assert not set(clauses_of(shown)) & set(shown.assumptions)


def test_a_thing_without_a_title_is_told_by_its_number():
    shown = scheme("23-four-reviews").procedure

    assert title_of(shown, next(iter(shown))).zh == "第1项"
    assert title_of(scheme("office-branches").procedure, "declare").zh == "申报"
