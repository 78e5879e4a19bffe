from tests.policy.scheme.tiny import write
from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.scheme import Cycle


def test_a_scheme_says_what_it_is_and_whom_it_rates(tmp_path):
    scheme = load_scheme(write(tmp_path))

    assert (scheme.id, scheme.title.zh, scheme.subject) == ("tiny", "小方案", "units")
    assert (scheme.cycle, scheme.campaign) == (Cycle(1, "year"), 3)
    assert scheme.has_standards


def test_steps_changes_and_what_an_overlay_may_set_are_kept_as_text(tmp_path):
    scheme = load_scheme(write(tmp_path))

    assert scheme.procedure["declare"]["by"] == {"1": "set by committee", "2": "10-31"}
    assert scheme.changes["lost"] == {"when": "failed_recheck", "then": "title = 0"}
    assert scheme.local["more"] == {"add": "lines of work", "at most": "2", "points": "0 to 2"}


def test_a_scheme_keeps_its_clauses_and_readings(tmp_path):
    scheme = load_scheme(write(tmp_path))

    assert list(scheme.clauses.says) == ["T-1", "T-2", "T-3", "T-4"]
    assert scheme.assumptions["T-R1"].decides == ("T-1",)
