import pytest

from tests.policy.scheme.tiny import told

SEVERAL = """\
  subjects:
    a:
      {expect: {stars: 2}}
  expect:
    {places: 1}
"""
ONE = "  expect:\n    {state: rated}\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{state: rated}", "{state: rate}", ["no value of 'state' is called 'rate'", "'rated'"]),
        ("{state: rated}", "{score: lots}", ["'low to high' is due here, not 'lots'"]),
        ("{state: rated}", "{score: 1 to many}", ["'low to high' is due here, not '1 to many'"]),
        ("{state: rated}", "{scoer: 1}", ["no name is called 'scoer'", "'score'"]),
        ("{state: rated}", "{award 2026-13: 1}", ["no name is called 'award 2026-13'"]),
        ("{state: rated}", "{half: met}", ["no name is called 'half'"]),
        (ONE, SEVERAL.replace("places: 1", "half: yes"), ["no value of 'half' is called 'yes'"]),
        (ONE, SEVERAL.replace("places: 1", "none: met"), ["no value of 'none' is called 'met'"]),
        (ONE, SEVERAL.replace("places: 1", "best 3: 1"), ["no name is called 'best 3'", "'best'"]),
        (ONE, SEVERAL.replace("places: 1", "score: 1"), ["no name is called 'score'"]),
        (ONE, SEVERAL.replace("stars: 2", "places: 2"), ["no name is called 'places'"]),
    ],
)
def test_an_expectation_that_cannot_be_met_is_told(tmp_path, old, new, expected):
    said = told(tmp_path, "examples.nt", old, new)

    found = [part in line for part, line in zip(expected, said, strict=False)]
    assert found == [True] * len(expected)


@pytest.mark.parametrize(
    "all_of_them", ["half: met", "half: unknown", "none: not said", "best 2: 1", "best: 0 to 1"]
)
def test_places_targets_and_reports_may_be_expected_of_all(tmp_path, all_of_them):
    new = SEVERAL.replace("places: 1", all_of_them)

    assert told(tmp_path, "examples.nt", ONE, new) == []


@pytest.mark.parametrize(
    "one",
    [
        "rank: none",
        "score: 1 to 2",
        "rank: 1",
        "award: 100",
        "award 2026-03: 100",
        "best 2026-Q1: yes",
        "praise: yes",
        "tidy: 3",
    ],
)
def test_results_ranks_acts_pays_and_criteria_may_be_expected_of_one(tmp_path, one):
    assert told(tmp_path, "examples.nt", "{state: rated}", f"{{{one}}}") == []


def test_a_standard_is_met_not_met_or_unknown(tmp_path):
    said = told(tmp_path, "criteria/1-tidy.nt", "{1: met, 2: met}", "{1: met, 2: yes}")

    assert said[0].endswith("no value of '2' is called 'yes'")


@pytest.mark.parametrize(("value", "better"), [("90分", "90"), ("60－70", "60 to 70")])
def test_a_value_as_people_write_it_is_told_with_what_to_write(tmp_path, value, better):
    said = told(tmp_path, "examples.nt", "{state: rated}", f"{{score: {value}}}")

    assert said[1] == f"hint: write: {better}"
