from shutil import copytree

import pytest

from tests.policy.scheme.tiny import edit, write
from tests.rating.examples.prizes import prizes
from xingping.policy.scheme.load import load_scheme, schemes_folder
from xingping.rating.examples.check import compare, departures

LAST = "  expect:\n    {state: rated}\n"
RANKED = """\
名次 | ranks:
  given:
    meetings:
      [{}]
    declarations:
      [{stars: 2}]
    activities:
      [{times: 2, recorded: yes}]
    findings:
      [{criterion: tidy, level: 2}]
  subjects:
    a:
      {times: 2, given: {points: [{item: given, points: 40}, {item: choice, choice: 好}]}, expect: {rank: 1, stars: 1}}
    b:
      {given: {points: [{item: given, points: 30}, {item: choice, choice: 好}]}, expect: {rank: 3}}
  expect:
    {places: 0, best: 0, half: met, none: not said}
"""


def tiny(folder, old="", new=""):
    if not old:
        return load_scheme(write(folder))
    return load_scheme(edit(folder, "examples.nt", old, new))


def test_an_expectation_that_the_rating_does_not_meet_is_told_with_its_place(tmp_path):
    scheme = tiny(tmp_path, "score: 0 to 100", "score: 1 to 90")
    (fault, *_) = [one for one in departures(scheme) if "score" in one.say("en")]

    assert (fault.at.file, fault.at.line) == ("examples.nt", 7)
    assert "the example 'full' expects score: 1 to 90; the rating says" in fault.say("en")
    assert "示例“满分”的 score：应为 1 to 90，评定得" in fault.say("zh")


def test_a_range_is_met_by_that_range_alone(tmp_path):
    scheme = load_scheme("county-branches")
    example = next(e for e in scheme.examples if e.title.en == "attestations missing")
    compared = {one.what: one for one in compare(scheme, example)}

    assert compared["stars"].found == "0 to 5"
    assert compared["stars"].holds


@pytest.mark.parametrize("engine", ["python", "polars"])
def test_several_subjects_are_rated_together(tmp_path, engine):
    scheme = tiny(tmp_path, LAST, LAST + RANKED)
    found = {(c.subject, c.what): c.found for c in compare(scheme, scheme.examples[-1], engine)}

    assert found["a#1", "rank"] == found["a#2", "rank"] == "1"
    assert found["b", "rank"] == "3"
    assert found["", "places"] == found["", "best"] == "0"


def test_equal_subjects_that_depart_are_told_once(tmp_path):
    scheme = tiny(tmp_path, LAST, LAST + RANKED.replace("expect: {rank: 1,", "expect: {rank: 2,"))
    ranks = [fault.say("en") for fault in departures(scheme) if "rank" in fault.say("en")]

    assert len(ranks) == 1
    assert "subject 'a#1', expects rank: 2; the rating says 1" in ranks[0]


def test_an_example_that_cannot_be_rated_says_why(tmp_path):
    scheme = tiny(tmp_path, "line: 60}", "line: 99}")
    told = [fault.say("en") for fault in departures(scheme)]

    assert any(
        "the example 'full' cannot be rated: the parameter 'line' lies between" in t for t in told
    )


@pytest.mark.parametrize("name", ["county-branches", "county-members", "office-branches"])
def test_the_examples_of_the_built_in_schemes_hold(name):
    assert departures(load_scheme(name)) == []


def test_a_changed_number_is_caught(tmp_path):
    folder = copytree(schemes_folder() / "county-branches", tmp_path / "mine")
    page = folder / "scheme.nt"
    page.write_text(page.read_text("utf-8").replace("1 -> ceil(30% * all)", "1 -> ceil(20% * all)"))

    told = [fault.say("en") for fault in departures(load_scheme(folder))]
    assert any("expects places: 33; the rating says 22" in line for line in told)


def of(deeds, stars):
    """A subject with these deeds, in order, and the prize it is expected to have."""
    rows = ", ".join(
        f"{{item: {item}, choice: {'有' if item in deeds else '无'}}}"
        for item in ("volunteers", "pledges", "guides")
    )
    return f"given: {{points: [{rows}]}}, expect: {{stars: {stars}}}"


def test_several_options_are_a_line_each_and_the_cap_is_their_criterions(tmp_path):
    assert departures(load_scheme(prizes(tmp_path))) == []


def test_places_of_sub_levels_add_up_to_the_places_above(tmp_path):
    best, good, fair = ("volunteers", "guides"), ("volunteers", "pledges"), ("volunteers",)
    subjects = (
        f"    first:\n      {{{of(best, 3)}}}\n"
        f"    second:\n      {{times: 2, {of(good, 2)}}}\n"
        f"    third:\n      {{times: 3, {of(fair, 1)}}}\n"
        f"    others:\n      {{times: 14, {of((), 0)}}}\n"
    )
    expect = "{prizes 3: 1, prizes 2: 2, prizes 1: 3}"

    assert departures(load_scheme(prizes(tmp_path, subjects, expect))) == []


@pytest.mark.parametrize(("count", "first", "second", "third"), [(17, 0, 2, 3), (39, 1, 4, 6)])
def test_cut_lines_on_the_sum_so_far_lose_no_place_to_rounding(
    tmp_path, count, first, second, third
):
    subjects = f"    all:\n      {{times: {count}}}\n"
    expect = f"{{prizes 3: {first}, prizes 2: {second}, prizes 1: {third}}}"

    assert departures(load_scheme(prizes(tmp_path, subjects, expect))) == []


def test_where_bounds_come_out_for_a_number_the_hint_asks_for_what_is_lacking(tmp_path):
    scheme = tiny(tmp_path, "score: 0 to 100", "score: 50")
    (fault, *_) = [one for one in departures(scheme) if "score" in one.say("en")]

    assert "the rating says 50 to 92" in fault.say("en")
    assert "give the example the cell or record it lacks" in fault.say("en")
