from tests.policy.scheme.tiny import write
from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.scheme import Cycle
from xingping.policy.scheme.steps import Deadline, MonthDay, TitleEffect


def test_a_scheme_says_what_it_is_and_whom_it_rates(tmp_path):
    scheme = load_scheme(write(tmp_path))

    assert (scheme.id, scheme.title.zh, scheme.subject) == ("tiny", "小方案", "units")
    assert (scheme.cycle, scheme.campaign) == (Cycle(1, "year"), 3)
    assert scheme.has_standards


def test_levels_are_looked_up_by_id_from_worst_to_best(tmp_path):
    scheme = load_scheme(write(tmp_path))

    assert list(scheme.level_values.items()) == [(one.id, one.value) for one in scheme.levels]
    assert list(scheme.level_titles.items()) == [(one.id, one.title) for one in scheme.levels]


def test_a_scheme_has_its_steps_its_changes_and_what_an_overlay_may_do(tmp_path):
    scheme = load_scheme(write(tmp_path))

    assert scheme.procedure["declare"].deadline("2") == Deadline(MonthDay(10, 31))
    assert scheme.changes["lost"].then == TitleEffect("=", "0")
    assert str(scheme.local["more"].target) == "lines of work"


def test_a_scheme_keeps_its_clauses_and_readings(tmp_path):
    scheme = load_scheme(write(tmp_path))

    assert list(scheme.clauses.says) == ["T-1", "T-2", "T-3", "T-4"]
    assert scheme.assumptions["T-R1"].decides == ("T-1",)
