import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "examples.nt",
        "  like: 满分 | full",
        "  like: 满份",
        [
            "examples.nt:9:9: no earlier example is called '满份'",
            "hint: known: 满分, 满分 | full",
        ],
    ),
    (
        "examples.nt",
        "line: 60}",
        "lin: 60}",
        [
            "examples.nt:3:65: no name is called 'lin'",
            "hint: did you mean 'line'?",
        ],
    ),
    (
        "examples.nt",
        "item: given",
        "itm: given",
        [
            "examples.nt:3:38: no field is called 'itm'",
            "hint: did you mean 'item'?",
        ],
    ),
    (
        "examples.nt",
        "    cases: 2",
        "    case: 2",
        [
            "examples.nt:5:5: no register is called 'case'",
            "hint: did you mean 'cases'?",
        ],
    ),
    (
        "examples.nt",
        "    {state: rated}",
        "    {states: rated}",
        [
            "examples.nt:14:6: no name is called 'states'",
            "hint: did you mean 'state'?",
        ],
    ),
    (
        "examples.nt",
        "    points:\n      []",
        "    points: none",
        [
            "examples.nt:11:13: a list is due here, not a text",
        ],
    ),
    (
        "criteria/1-tidy.nt",
        "{1: met, 2: met}",
        "{1: met, 3: met}",
        [
            "criteria/1-tidy.nt:16:16: no name is called '3'",
            "hint: known: 0, 1, 2, granted, passed, points",
        ],
    ),
    (
        "criteria/1-tidy.nt",
        "judged: 2,",
        "judged: 4,",
        [
            "criteria/1-tidy.nt:14:16: no level is called '4'",
            "hint: known: 0, 1, 2",
        ],
    ),
    (
        "criteria/1-tidy.nt",
        "times: 2, recorded: yes",
        "kind: sports",
        [
            "criteria/1-tidy.nt:14:39: no choice of kind is called 'sports'",
            "hint: known: cultural_sports, other, service, study",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_a_name_that_an_example_gets_wrong_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
