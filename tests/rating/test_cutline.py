"""The cut-line sheet: places and why, last in, first out, the gap, what a tie did."""

import pytest

from tests.rating import share
from tests.rating.county import attested, member, scoring, village
from tests.rating.office import BM, SEASON, A, B, cut, five_star, records, scheme
from xingping.rating.cutline import cutline, cutlines
from xingping.rating.season import SeasonError


def villages(*totals):
    return {f"v{n}": scoring(total) for n, total in enumerate(totals)}


def words(subjects, lang):
    found = cutline(scheme(B), records(B, subjects), year=2026, parameters=SEASON[B])
    return found.lines(lang)


def test_the_sheet_has_the_keys_of_the_contract():
    found = cut(villages(94, 93.2, 92.8, 80))

    assert found == {
        "base": 4,
        "share": "0.30",
        "places": 2,
        "in": ["v0", "v1"],
        "tied": [],
        "first_out": "v2",
        "last_in": "v1",
        "gap": "0.40",
    }
    assert list(found) == ["base", "share", "places", "in", "tied", "first_out", "last_in", "gap"]


def test_the_share_is_the_years_own():
    shares = [
        cut(villages(90), season={"first_year": y})["share"] for y in ("2026", "2025", "2024")
    ]

    assert shares == ["0.30", "0.30", "0.20"]


def test_members_have_shares_of_their_own():
    seasons = [{"first_year": y} for y in ("2026", "2025", "2024")]
    ten = {f"m{n}": member() for n in range(10)}

    found = [cut(ten, BM, season=season) for season in seasons]

    assert [(f["share"], f["places"]) for f in found] == [("0.20", 2), ("0.10", 1), ("0.10", 1)]


def test_the_first_out_may_be_below_90():
    found = cut(villages(94, 88, 87))

    assert (found["in"], found["first_out"], found["gap"]) == (["v0"], "v1", "6.00")


def test_nobody_in_leaves_no_last_in_and_no_gap():
    found = cut(villages(80, 70))

    assert (found["in"], found["last_in"], found["first_out"], found["gap"]) == (
        [],
        None,
        "v0",
        None,
    )


def test_everybody_in_leaves_no_first_out_and_no_gap():
    found = cut(villages(92))

    assert (found["in"], found["first_out"], found["gap"]) == (["v0"], None, None)


def test_those_exempt_or_disqualified_are_neither_in_nor_out():
    four = villages(95, 94, 80, 70)
    four["v0"]["titles"] = [{"stars": 5}]
    four["v1"]["attestations"] = attested(["B-5.1"])

    found = cut(four)

    assert (found["base"], found["in"], found["first_out"]) == (4, [], "v2")


def test_the_tied_are_listed_by_id_and_are_neither_in_nor_out():
    found = cut({"b": scoring(92), "a": scoring(92), "c": scoring(70)})

    assert (found["in"], found["tied"], found["first_out"]) == ([], ["a", "b"], "c")


def test_the_gap_is_null_where_a_score_is_not_known():
    open_ = village((None, 20, 20, 15, 9), (20, 20))  # 74 to 94, certainly behind 95
    found = cut({"a": scoring(95), "b": open_, "c": scoring(60)})

    assert (found["last_in"], found["first_out"], found["gap"]) == ("a", "b", None)


def test_the_first_out_is_the_best_of_its_highest_score():
    open_ = village((None, 20, 20, 15, 9), (20, 20))
    found = cut({"a": scoring(95), "b": open_, "c": scoring(93)})

    assert found["first_out"] == "b"


def test_equal_scores_are_in_by_the_tie_rule_then_by_id():
    satisfied = village((20, 20, 20, 13.5, 9), (40, 38))  # 9.50 of the survey
    plain = village((20, 20, 20, 14, 9))
    found = cut(
        {"a": plain, "b": satisfied, "c": plain, **{f"z{n}": scoring(60) for n in range(6)}}
    )

    assert found["in"] == ["b", "a", "c"]


def test_in_words_the_sheet_names_base_share_places_and_gap():
    zh, en = (words(villages(94, 93.2, 92.8, 80), lang) for lang in ("zh", "en"))

    assert "总数4，当年比例30%，名额2个" in zh[0]
    assert "4 in all" in en[0]
    assert "2 places" in en[0]
    assert any("v1" in line and "93.20" in line for line in zh)
    assert any("a gap of 0.4" in line for line in en)


def test_in_words_a_tie_names_those_it_concerns():
    said = "\n".join(words({"a": scoring(92), "b": scoring(92), "c": scoring(70)}, "zh"))

    assert "并列2个" in said
    assert "名额1个" in said


def test_a_scheme_without_quotas_has_no_cut_line():
    with pytest.raises(SeasonError) as error:
        cut({"s": five_star()}, A)

    assert "没有名额" in error.value.say()
    assert "has no quota" in error.value.say("en")


def test_each_level_and_group_has_a_cut_line_of_its_own():
    policy = share.scheme(share.quota({4: 1, 3: 1}, within="team"))
    marks, teams = (20, 18, 12, 17, 11), ["a", "a", "a", "b", "b"]

    found = cutlines(policy, share.people(*marks, team=teams), year=2026)

    said = [(c.group, c.level, c.places, c.certain, c.first_out) for c in found]
    assert said == [
        ("a", "4", 1, ("p0",), "p1"),
        ("a", "3", 1, ("p1",), "p2"),
        ("b", "4", 1, ("p3",), "p4"),
        ("b", "3", 1, ("p4",), None),
    ]
