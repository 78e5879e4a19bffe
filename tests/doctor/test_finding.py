from dataclasses import replace

import pytest

from xingping.doctor.finding import Finding, Witness
from xingping.policy.faults import Place
from xingping.policy.scheme.example import Example
from xingping.policy.words import Text

CASE = Example(
    Text("一例", "a case"), "", {"team": [{"points": "3"}]}, {}, {"stars": "1"}, Place("here")
)
FINDING = Finding(
    kind="idle-veto",
    about=("blocked",),
    clauses=("T-1.1",),
    said=Text("否决不起作用。", "the veto decides nothing."),
    ways=(Text("删去", "leave it out"), Text("写明效果", "say what it does")),
    witness=Witness(Text("有这样的", "there is one"), CASE),
    proof=Text("没有别的", "there is no other"),
    facts=(("most", "3"),),
)


def test_the_digest_is_twelve_hex_digits_and_the_same_each_time():
    assert len(FINDING.digest()) == 12
    assert int(FINDING.digest(), 16) >= 0
    assert FINDING.digest() == replace(FINDING).digest()


@pytest.mark.parametrize(
    "worded",
    [
        {"said": Text("换个说法。", "in other words.")},
        {"proof": Text("另一种证明", "another proof")},
        {"ways": (Text("甲", "one"), Text("乙", "two"))},
        {"witness": Witness(Text("换个说法", "in other words"), CASE)},
        {"witness": Witness(Text("甲", "one"), replace(CASE, title=Text("乙", "two")))},
        {"witness": Witness(Text("甲", "one"), replace(CASE, at=Place("elsewhere", 7)))},
        {"at": Place("elsewhere", 7)},
        {"weight": "note"},
    ],
    ids=str,
)
def test_another_wording_leaves_the_digest_as_it_is(worded):
    assert replace(FINDING, **worded).digest() == FINDING.digest()


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "idle-arm"},
        {"about": ("barred",)},
        {"clauses": ("T-1.2",)},
        {"facts": (("most", "4"),)},
        {"settled": False},
        {"witness": None},
        {"witness": Witness(Text("甲", "one"), replace(CASE, given={"team": [{"points": "4"}]}))},
        {"witness": Witness(Text("甲", "one"), replace(CASE, expect={"stars": "2"}))},
        {"witness": Witness(Text("甲", "one"), replace(CASE, kept={"team": "2"}))},
    ],
    ids=str,
)
def test_another_matter_or_another_case_has_another_digest(other):
    assert replace(FINDING, **other).digest() != FINDING.digest()


def test_it_is_told_as_matter_case_proof_and_ways_out_in_both_languages():
    assert list(FINDING.lines()) == [
        "否决不起作用。",
        "例：有这样的",
        "证明：没有别的",
        "办法1：删去",
        "办法2：写明效果",
    ]
    assert list(FINDING.lines("en")) == [
        "the veto decides nothing.",
        "Case: there is one",
        "Proof: there is no other",
        "Way 1: leave it out",
        "Way 2: say what it does",
    ]


def test_a_case_is_told_with_its_facts_where_they_are_short():
    said = Text("有这样的", "there is one")
    short = Witness(said, CASE, Text("得 3 分", "3 points"))
    long = Witness(said, CASE, Text("得分" * 60, "points " * 60))

    assert (short.told(), short.told("en")) == ("有这样的：得 3 分", "there is one: 3 points")
    assert "得分" not in long.told()
    assert "--cases" in long.told()
    assert "--cases" in long.told("en")
