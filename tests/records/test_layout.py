from tests.records.given import BM, A, B, scheme
from xingping.records.layout import layouts, register_names


def required(name, register):
    return [
        field
        for field, column in layouts(scheme(name))[register].columns.items()
        if column.required
    ]


def test_columns_that_place_a_record_or_that_a_rule_reads_are_required():
    assert required(A, "activities") == ["unit", "held_on", "kind", "group", "recorded"]
    assert required(A, "tasks") == ["unit", "due_on", "key", "grade"]
    assert required(A, "cases") == ["unit", "filed_on", "serious", "party_member"]
    assert required(A, "circulars") == ["unit", "issued_on", "about", "persons"]
    assert required(A, "plans") == ["unit", "year", "items", "items_done"]
    assert required(A, "innovations") == ["unit", "made_on", "summed_up"]
    assert required(A, "units") == ["unit", "group"]
    assert required(A, "kept") == ["unit", "register", "year"]
    assert required(B, "units") == ["unit"]
    assert required(B, "honours") == ["unit", "awarded_on", "level", "about", "form"]
    assert required(BM, "members") == ["member", "unit"]
    assert required(BM, "ballots") == ["member", "year", "by", "dimension", "points"]


def test_of_a_register_that_no_rule_reads_only_what_places_its_rows_is_required():
    assert required(A, "studies") == ["unit", "held_on"]
    assert required(B, "activities") == ["unit", "held_on"]
    assert not layouts(scheme(A))["studies"].read


def test_registers_go_by_id_and_both_titles():
    names = register_names(scheme(A).catalogue)

    assert names["activities"] == names["活动"] == names["activity"] == "activities"
