import pytest

from tests.policy.language.world import INSIDE, LINE, SCOPE, names, problems, read
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import LEVEL, NUMBER, RATIO, TEXT, YES, Asked, Field, Ref


@pytest.mark.parametrize(
    ("word", "node"),
    [
        ("line", Ref("parameter", "line", "", NUMBER)),
        ("分数线", Ref("parameter", "line", "", NUMBER)),
        ("turnout", Ref("result", "turnout", "", RATIO)),
        ("总分", Ref("result", "total", "", NUMBER)),
        ("rank", Ref("rank", "rank", "", NUMBER)),
        ("考核名次", Ref("rank", "rank", "", NUMBER)),
        ("rank_ranked", Ref("rank", "rank", "ranked", NUMBER)),
        ("rank.ranked", Ref("rank", "rank", "ranked", NUMBER)),
        ("team", Ref("criterion", "team", "points", NUMBER)),
        ("会议", Ref("criterion", "1", "points", NUMBER)),
        ("team.passed", Ref("criterion", "team", "passed", YES)),
        ("班子.达标档次", Ref("criterion", "team", "met", LEVEL)),
        ("team.points", Ref("criterion", "team", "points", NUMBER)),
        ("team.committee", Ref("criterion", "team", "committee", RATIO)),
        ("band", Ref("system", "band", "", LEVEL)),
        ("星级", Ref("system", "stars", "", LEVEL)),
        ("year", Ref("system", "year", "", NUMBER)),
        ("firm", Field("units", "firm", TEXT)),
    ],
)
def test_a_name_means_one_thing_by_id_and_by_title(word, node):
    assert read(word) == node


@pytest.mark.parametrize("word", ["number", "worth", "met", "passed", "points", "committee"])
def test_own_names_are_known_inside_a_criterion_and_over_criteria(word):
    assert read(word, INSIDE).what == "own"
    assert problems(word) != []
    assert read(f"last(each year, count(criteria where {word} = {word}))").of.rows.where


def test_what_a_reviewer_gives_is_known_in_its_line_only():
    assert isinstance(read("assessed", LINE), Asked)
    assert isinstance(read("评分", LINE), Asked)
    assert problems("assessed", INSIDE) != []
    assert problems("sum(criteria, assessed)", LINE) != []


def test_over_subjects_the_criterion_at_hand_is_out_of_sight():
    assert problems("any(subjects, worth > 1)", INSIDE) != []


def test_system_names_may_be_kept_from_a_place():
    bare = Scope(names(system=frozenset({"year"})))

    assert read("year", bare).name == "year"
    assert problems("stars", bare) != []


@pytest.mark.parametrize("word", ["nosuch.passed", "team.nosuch", "rank.passed", "total.met"])
def test_an_unknown_part_is_a_problem(word):
    hint = "before the point a criterion, behind it passed, met or points"

    assert problems(word) == [(1, f"there is no '{word}'", hint)]


def test_every_record_may_have_evidence():
    assert read("count(cases where evidence)").rows.where == Field("cases", "evidence", YES)


def test_hints_name_what_is_in_sight():
    seen, likely = SCOPE.within("cases").visible()

    assert {"total", "总分", "serious", "严重", "firm"} <= seen
    assert "1" not in seen
    assert likely == {"filed_on", "kind", "serious", "withdrawn_on", "grade"}
    assert "worth" in INSIDE.visible()[0]
