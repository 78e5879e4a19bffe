from tests.doctor.asking import clear, found
from xingping.doctor.questions.floors import ask_below_nothing, ask_floors, ask_unstated_floors


def test_deductions_that_come_to_more_than_their_block_holds_are_found():
    (finding,) = found(ask_floors, "floor-above-offer")

    assert finding.facts == (("tidy", "15 20"),)
    assert finding.witness.example.expect == {"points": "0"}
    assert "15分，可扣20分" in finding.said.zh
    assert finding.weight == "note"


def test_deductions_that_just_use_a_block_up_are_fine():
    assert clear(ask_floors, "floor-above-offer")


def test_deductions_without_an_end_are_no_matter_of_the_sum():
    assert found(ask_floors, "floor-above-offer", "../unstated-floor/found") == []


def test_a_block_that_earns_and_can_come_to_less_than_nothing_is_found():
    (finding,) = found(ask_below_nothing, "points-below-nothing")

    assert finding.about == ("tidy",)
    assert int(finding.witness.example.expect["points"]) < 0
    assert clear(ask_below_nothing, "points-below-nothing")


def test_a_floor_that_cuts_and_rests_on_no_reading_is_found():
    (finding,) = found(ask_unstated_floors, "unstated-floor")

    assert finding.about == ("tidy",)
    assert clear(ask_unstated_floors, "unstated-floor")
