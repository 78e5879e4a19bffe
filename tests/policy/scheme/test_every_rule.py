from tests.policy.scheme.tiny import write
from xingping.policy.scheme.every_rule import every_rule, rules_in
from xingping.policy.scheme.load import load_scheme


def test_every_rule_is_found_wherever_it_stands(tmp_path):
    scheme = load_scheme(write(tmp_path))

    texts = [rule.text for rule in every_rule(scheme)]

    assert len(texts) == 32
    for key in (
        "checks",
        "every",
        "bands",
        "stars",
        "gates",
        "targets",
        "reports",
        "acts",
        "pays",
        "changes",
    ):
        assert list(rules_in(getattr(scheme, key)))


def test_rules_of_one_part_are_those_of_its_lines_and_standards(tmp_path):
    tidy = load_scheme(write(tmp_path)).criteria["tidy"]

    assert [rule.text for rule in rules_in(tidy)] == [
        "整洁 | tidy",
        "count(activities where recorded) >= 2",
        "很整洁 | very tidy",
    ]
