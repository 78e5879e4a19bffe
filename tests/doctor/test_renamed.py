import re
from collections import Counter
from fractions import Fraction

import pytest

from tests.doctor.renamed import (
    CRITERION,
    LEVELS,
    NUMBERS,
    REGISTERS,
    TOKENS,
    clause,
    level,
    of,
    renamed,
)
from xingping.doctor.examine import examine
from xingping.policy.scheme.load import load_scheme, schemes_folder

AMPLE = 300  # seconds: nothing is left open for want of time


@pytest.fixture(scope="module")
def office():
    return load_scheme("office-branches")


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    return load_scheme(renamed(tmp_path_factory.mktemp("schemes") / "elsewhere"))


@pytest.fixture(scope="module")
def found(office, elsewhere):
    """What the doctor finds in both, of each kind."""
    both = []
    for scheme in (office, elsewhere):
        seen = examine(scheme, seconds=AMPLE, raising=True).seen
        both.append([one.finding for one in seen])
    return both


@pytest.fixture
def there(found):
    """The findings of one kind elsewhere, by the first thing that they are about."""

    def of_kind(kind):
        return {one.about[0]: one for one in found[1] if one.kind == kind}

    return of_kind


def test_nothing_is_called_as_in_the_office(office, elsewhere):
    assert not set(office.criteria) & set(elsewhere.criteria)
    assert not set(office.clauses.says) & set(elsewhere.clauses.says)
    assert not set(office.assumptions) & set(elsewhere.assumptions)
    assert not set(office.targets) & set(elsewhere.targets)
    assert not set(office.ranks) & set(elsewhere.ranks)
    assert not set(office.vetoes) & set(elsewhere.vetoes)
    assert [one.id for one in elsewhere.levels] == ["0", *LEVELS.values()]
    assert set(REGISTERS.values()) <= set(elsewhere.catalogue.registers)
    assert not set(TOKENS) & {
        field for name in REGISTERS.values() for field in elsewhere.catalogue.registers[name].fields
    }


def test_no_number_of_the_office_is_left_in_what_a_criterion_is_worth(office, elsewhere):
    for one in office.criteria.values():
        other = elsewhere.criteria[str(int(one.id) + CRITERION)]
        assert (one.worth is None) == (other.worth is None)
        assert one.worth is None or one.worth != other.worth


def test_every_number_to_be_shifted_stands_in_the_office():
    pages = (schemes_folder() / "office-branches").rglob("*.nt")
    text = "\n".join(page.read_text("utf-8") for page in pages)

    assert [old for old, _ in NUMBERS if not re.search(old, text, re.MULTILINE)] == []


def test_the_same_kinds_of_finding_are_found_as_often(found):
    kinds = [Counter(one.kind for one in some) for some in found]

    assert kinds[0] == kinds[1]
    assert all(one.settled for some in found for one in some)


def test_they_cite_the_same_clauses_under_their_other_names(found):
    cited = [
        Counter((one.kind, frozenset(map(rename, one.clauses))) for one in some)
        for some, rename in zip(found, (clause, str), strict=True)
    ]

    assert cited[0] == cited[1]


def test_targets_contradict_by_the_shares_they_have_now(there):
    found = there("targets-contradict")

    assert set(found) == {of("year2"), of("year3")}
    for one in found.values():
        assert dict(one.facts)["sum"] == str(Fraction(13, 10))
        assert "130%" in one.said.zh


def test_ranks_rule_targets_out_from_other_numbers_on(there):
    found = there("target-rank")

    assert {name: dict(one.facts)["up_to"] for name, one in found.items()} == {
        of("year2"): "5",  # four of five are 80 %, of six less than 70 %
        of("year3"): "2",
    }
    assert "不超过5个" in found[of("year2")].said.zh
    assert "by up to 5" in found[of("year2")].said.en


def test_one_more_than_that_meets_the_target_by_equal_scores(there):
    found = there("target-ties")

    assert dict(found[of("year2")].facts) == {"up_to": "5", "number": "6"}
    assert dict(found[of("year3")].facts) == {"up_to": "2", "number": "3"}
    assert all(one.witness for one in found.values())


def test_full_marks_tie_at_the_total_of_this_scheme(there):
    (one,) = there("made-rank-moot").values()

    assert dict(one.facts) == {"level": level("5"), "score": "160"}
    assert one.witness.example.subjects[1].expect["rank"] == "3"  # rank 2 is still good enough


def test_the_bands_decide_nothing_at_other_scores(there):
    (one,) = there("made-bands-moot").values()

    assert dict(one.facts) == {
        level("3"): str(Fraction("134.4")),
        level("4"): str(Fraction("147.2")),
        level("5"): "160",
    }


def test_a_line_shuts_out_above_what_the_level_earns(there):
    (one,) = there("made-line-shuts-out").values()

    assert dict(one.facts) == {"level": level("4"), "score": str(Fraction("147.2"))}
    assert "147.21" in one.witness.said.zh


def test_the_plans_of_the_higher_level_do_not_imply_those_of_the_lower(there):
    (one,) = there("levels-not-nested").values()

    assert one.about == (str(11 + CRITERION), level("4"), level("3"))
    assert set(one.clauses) == {clause("A-S4.11"), clause("A-S3.11")}


def test_the_first_years_are_as_many_as_the_windows_ask_for_now(there):
    (one,) = there("first-years").values()

    assert "第1-2年" in one.said.zh
    assert "第1-3年" in one.said.zh


def test_facts_come_later_than_the_other_closing_day(there):
    (one,) = there("facts-after-closing").values()

    assert "09-30" in one.said.zh
