import pytest

from tests.policy.scheme.tiny import edit
from xingping.policy.scheme.load import load_scheme
from xingping.rating.examples.prepare import prepare

LAST = "  expect:\n    {state: rated}\n"
SEVERAL = """\
几个 | several:
  on: 10-31
  given:
    {points: [{item: given, points: 10}], meetings: [{unit: b}], subject: {group: g1}}
  subjects:
    a:
      {times: 2, expect: {rank: 1}}
    b:
      {given: {points: [{item: given, points: 40}], subject: {group: g2}}}
"""


@pytest.fixture
def ready(tmp_path):
    scheme = load_scheme(edit(tmp_path, "examples.nt", LAST, LAST + SEVERAL))
    return prepare(scheme, scheme.examples[-1])


def column(ready, register, name):
    return list(ready.records.tables[register].columns[name])


def test_each_subject_has_a_row_of_its_own_over_the_shared_one(ready):
    assert ready.subjects == ("a#1", "a#2", "b")
    assert column(ready, "units", "group") == ["g1", "g1", "g2"]


def test_shared_rows_go_to_all_that_have_none_of_that_register_themselves(ready):
    given = zip(column(ready, "points", "unit"), column(ready, "points", "points"), strict=True)

    assert sorted(given) == [("a#1", 1000), ("a#2", 1000), ("b", 4000)]


def test_a_shared_row_that_names_its_subject_stands_there_once(ready):
    assert column(ready, "meetings", "unit") == ["b"]


def test_the_day_and_the_parameters_left_open_are_set(ready):
    assert ready.on.isoformat() == "2026-10-31"
    assert ready.parameters == {"first_year": 2026}


def test_what_is_not_given_was_kept_and_is_empty(ready):
    assert "cases" in column(ready, "kept", "register")
    assert "cases" not in ready.records.tables


def test_members_belong_to_one_unit_unless_they_say_otherwise():
    scheme = load_scheme("county-members")
    example = next(e for e in scheme.examples if len(e.subjects) > 2)
    found = prepare(scheme, example)

    assert set(column(found, "members", "unit")) == {"u1"}
    assert column(found, "units", "unit") == ["u1"]


def test_what_an_example_says_of_how_many_there_are_is_kept():
    scheme = load_scheme("county-branches")
    example = next(e for e in scheme.examples if "all" in e.given)

    assert prepare(scheme, example).counts == {"all": 109}
