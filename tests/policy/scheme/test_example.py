from tests.policy.scheme.tiny import write
from xingping.policy.scheme.load import load_scheme


def test_an_example_keeps_facts_and_expectations_as_text(tmp_path):
    full = load_scheme(write(tmp_path)).examples[1]

    assert full.criterion == ""
    assert full.given == {
        "subject": {"group": "g1"},
        "points": [{"item": "given", "points": "40"}],
        "line": "60",
    }
    assert full.kept == {"cases": "2"}
    assert full.expect == {"stars": "0 to 2", "score": "0 to 100"}


def test_an_example_like_another_takes_over_the_facts_it_does_not_give(tmp_path):
    nothing = load_scheme(write(tmp_path)).examples[2]

    assert nothing.given == {"subject": {"group": "g1"}, "points": [], "line": "60"}
    assert nothing.kept == {"cases": "2"}


def test_an_example_beside_a_criterion_knows_its_criterion(tmp_path):
    assert load_scheme(write(tmp_path)).examples[0].criterion == "tidy"
