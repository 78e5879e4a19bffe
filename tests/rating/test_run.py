"""A run: values by subject, in the order of the file, ranks between the stages."""

from fractions import Fraction

from tests.rating.county import scoring, village
from tests.rating.office import B, case, findings, five_star, rated
from xingping.rating.run import committee_field


def run(subjects, name="office-branches", **more):
    return rated(subjects, name, **more).run


def test_subjects_stand_in_the_order_of_the_file():
    one = run({"u2": five_star(), "u1": five_star(assessments=[{"score": 80}])})

    scores = [one.range(i, one.compiled.outputs.score).known for i in range(2)]
    assert one.facts.subjects == ["u2", "u1"]
    assert scores == [Fraction(96), Fraction(80)]


def test_a_score_that_is_open_has_bounds():
    one = run({"s": five_star(assessments=[], findings=findings(c2=None))})

    found = one.range(0, one.compiled.outputs.score)

    assert (found.low, found.high, found.known) == (92, 100, None)


def test_a_condition_is_certain_or_possible():
    one = run({"s": five_star(findings=findings(c2=None))})
    criteria = one.compiled.outputs.criteria

    assert one.cond(0, criteria["3"]["5"]) == (True, True)
    assert one.cond(0, criteria["2"]["5"]) == (False, True)


def test_a_tie_breaker_is_exact_and_none_while_open():
    one = run({"a": village(survey=(23, 17)), "b": village(survey=None)}, B)
    _, _, satisfaction = one.compiled.outputs.quotas["yearly_share"]

    assert one.tie(0, satisfaction) == Fraction(17, 23)
    assert one.tie(1, satisfaction) is None


def test_groups_are_the_committees_or_all():
    one = run({"u1": five_star(), "u2": {**five_star(), "group": "other"}})

    assert list(one.groups("group")) == ["office", "other"]
    assert list(one.groups("all")) == ["", ""]
    assert committee_field(one.scheme) == "group"


def test_ranks_are_worked_out_between_the_stages():
    one = run({"u1": five_star(), "u2": five_star(cases=[case(serious=True)])})

    assert [(p.best, p.worst) for p in one.ranks["rank"]] == [(1, 1), (None, None)]


def test_stars_come_last():
    one = run({"v0": scoring(95), "v1": scoring(94), "v2": scoring(60)}, B)

    assert list(one.columns["stars low"]) == [5, 0, 0]
