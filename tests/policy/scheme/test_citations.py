"""Every clause of the source is cited by something of its scheme, or shown with a reason."""

import pytest

from xingping.policy.scheme.examples import expectations
from xingping.policy.scheme.load import load_scheme

STANDARDS = [f"A-S{level}.{number}" for level in (3, 4, 5) for number in range(1, 14)]
A = [
    "A-1",
    *("A-2.1", "A-2.2", "A-2.3"),
    *("A-3.1", "A-3.2"),
    *("A-4.1a", "A-4.1b", "A-4.1c", "A-4.2a", "A-4.2b", "A-4.2c", "A-4.3a", "A-4.3b"),
    *("A-5.1", "A-5.2", "A-5.3", "A-5.4"),
]
B = [
    *("B-1.1", "B-1.2", "B-1.3"),
    *("B-2.0", "B-2.1", "B-2.2", "B-2.3", "B-2.4", "B-2.5"),
    *("B-3.1", "B-3.2", "B-3.3", "B-3.4"),
    *("B-4.1", "B-4.2", "B-4.3", "B-4.4"),
    *("B-5.1", "B-5.2", "B-5.3", "B-5.4", "B-5.5", "B-5.6", "B-5.7"),
]
BM = [f"BM-2.{number}" for number in range(6)] + ["BM-5.1", "BM-5.2"]
READINGS_A = [f"A-R{number}" for number in range(1, 21)]
SHOWN = {
    "office-branches": ["A-1", "A-5.1", "A-5.2", "A-5.3"],
    "county-branches": ["B-1.1"],
    "county-members": ["B-1.1"],
}


@pytest.mark.parametrize(
    ("name", "clauses", "count"),
    [
        ("office-branches", [*A, *STANDARDS], 57),
        ("county-branches", B, 24),
        ("county-members", BM, 8),
    ],
)
def test_every_clause_of_the_source_is_said_and_cited_or_shown(name, clauses, count):
    scheme = load_scheme(name)  # loads only if each is cited or shown

    assert len(clauses) == count
    assert set(clauses) <= set(scheme.clauses.says)
    assert list(scheme.clauses.shown) == SHOWN[name]


def test_every_standard_of_every_level_has_its_own_clause():
    scheme = load_scheme("office-branches")

    cited = [
        standard.clause
        for criterion in scheme.criteria.values()
        for standard in criterion.standards.values()
    ]

    assert sorted(cited) == sorted(STANDARDS)


@pytest.mark.parametrize(
    ("name", "readings"),
    [
        ("office-branches", READINGS_A),
        ("county-branches", [f"B-R{n}" for n in (1, 2, 3, 4, 5, 6, 8, 9)]),
        ("county-members", [f"B-R{n}" for n in (3, 5, 6, 7, 8, 9)]),
    ],
)
def test_every_adopted_reading_is_stated(name, readings):
    assert list(load_scheme(name).assumptions) == readings


def test_every_criterion_and_level_has_an_example_that_holds_and_one_that_does_not():
    scheme = load_scheme("office-branches")
    shown = {
        (example.criterion, level, verdict)
        for example in scheme.examples
        for _, level, verdict, _ in expectations(example)
    }

    missing = [
        (criterion.id, level, verdict)
        for criterion in scheme.criteria.values()
        for level in criterion.standards
        for verdict in ("met", "not met")
        if (criterion.id, level, verdict) not in shown
    ]

    assert missing == []


@pytest.mark.parametrize("name", ["county-branches", "county-members"])
def test_every_criterion_of_points_has_examples_of_its_least_and_most(name):
    scheme = load_scheme(name)

    for criterion in scheme.criteria.values():
        points = {e.expect.get("points") for e in scheme.examples if e.criterion == criterion.id}

        assert {"0", str(criterion.high)} <= points
