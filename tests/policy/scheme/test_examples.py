import pytest

from tests.policy.scheme.tiny import edit, told
from xingping.policy.scheme.examples import expectations
from xingping.policy.scheme.load import load_scheme

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
            "hint: known: 1, 2, granted, passed, points",
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


SEVERAL = """\
几个 | several:
  like: 满分 | full
  on: 10-31
  subjects:
    a:
      {times: 3, given: {subject: {group: g2}}, expect: {stars: 2}}
    b:
      {like: a, expect: {rank: 4}}
    c:
      {like: 满分}
  expect:
    {places: 1}
再来 | again:
  like: 几个 | several
  subjects:
    b:
      {given: {points: []}, expect: {rank: none}}
"""
LAST = "  expect:\n    {state: rated}\n"


def several(folder):
    return load_scheme(edit(folder, "examples.nt", LAST, LAST + SEVERAL)).examples[3:]


def test_an_example_may_have_several_subjects_and_equal_ones(tmp_path):
    first, _ = several(tmp_path)
    a, b, c = first.subjects

    assert (a.names, b.names) == (("a#1", "a#2", "a#3"), ("b",))
    assert a.given == b.given == {"subject": {"group": "g2"}}
    assert c.given["points"] == [{"item": "given", "points": "40"}]
    assert (first.on, first.expect) == ("10-31", {"places": "1"})


def test_an_example_like_one_of_several_takes_over_its_subjects_and_their_facts(tmp_path):
    _, again = several(tmp_path)
    a, b, _ = again.subjects

    assert (a.times, a.expect, again.on) == (3, {}, "10-31")
    assert b.given == {"subject": {"group": "g2"}, "points": []}
    assert b.expect == {"rank": "none"}


def test_every_expectation_has_its_place(tmp_path):
    first, _ = several(tmp_path)
    told_of = [
        (one.id if one else "", what, text, at.line) for one, what, text, at in expectations(first)
    ]

    assert told_of == [("", "places", "1", 26), ("a", "stars", "2", 20), ("b", "rank", "4", 22)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("on: 10-31", "on: Oct", "a day is due here, not 'Oct'"),
        ("like: a,", "like: z,", "no earlier example is called 'z'"),
        ("times: 3", "times: 0", "a whole number from 1 to 2000 is due here"),
        ("    c:", "    :", "a subject has no id"),
        ("    c:", "    a#2:", "the id 'a#2' stands for two subjects"),
        ("{subject: {group: g2}}", "{subject: {unit: g2}}", "no field is called 'unit'"),
        ("times: 3", "times: 2000", "more than 2000 subjects in an example"),
        ("times: 3", "tims: 3", "no key is called 'tims'"),
        ("{like: 满分}", "[满分]", "'key: value' lines is due here, not a list"),
        ("subject: {group", "line: {group", "no name is called 'line'"),
        ("  on: 10-31", "  given:\n    {all: 5}", "no name is called 'all'"),
    ],
)
def test_what_is_wrong_with_a_subject_is_told(tmp_path, old, new, expected):
    said = told(tmp_path, "examples.nt", LAST, LAST + SEVERAL.replace(old, new))

    assert expected in said[0] + said[-1] + str(said)


def test_an_example_without_expectations_or_subjects_is_told(tmp_path):
    said = told(tmp_path, "examples.nt", LAST, "  on: 10-31\n")

    assert said == ["examples.nt:9:3: 'expect' is missing"]
