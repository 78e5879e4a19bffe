from tests.policy.sentences.samples import rule, scheme
from xingping.policy.language.tree import Fold, Kind, Window
from xingping.policy.sentences.walk import (
    children,
    folds_of,
    is_true,
    kind_of,
    parts_of,
    same_record,
    windows_of,
)


def test_the_children_of_a_comparison_are_its_sides():
    node = rule("6", "3")

    assert children(node) == [node.first, node.rest[0][1]]


def test_conditions_inside_conditions_are_parts_of_the_whole():
    node = scheme().vetoes["serious"].when.tree

    assert len(parts_of(node.of)) == 2
    assert parts_of(None) == []


def test_a_rule_has_one_window_where_all_its_records_share_it():
    assert windows_of(rule("1", "3")) == {None}
    assert windows_of(rule("4", "5")) == {Window("span", 3, "year")}
    assert windows_of(rule("13", "4")) == set()


def test_the_outermost_folds_are_found_in_order():
    found = folds_of(rule("1", "3", 1))

    assert [fold.fold for fold in found] == ["count", "count"]
    assert all(isinstance(fold, Fold) for fold in found)


def test_rows_are_no_value():
    node = rule("6", "3")

    assert kind_of(node) is Kind.YES
    assert kind_of(node.first.rows) is Kind.ANY


def test_fields_of_one_record_are_told_from_others():
    node = rule("9", "3").of.parts[0]

    assert same_record(node.first, node.rest[0][1])
    assert not is_true(node)
