from tests.doctor.asking import clear, found
from xingping.doctor.questions.bonus import NEEDED, ask_bonus_needed


def test_a_level_that_only_bonus_points_lead_to_is_found():
    (finding,) = found(ask_bonus_needed, NEEDED)

    assert finding.about == ("2",)
    assert finding.facts == (("most", "79"),)
    assert "最多79分，只能是一星" in finding.said.zh
    assert finding.proof


def test_a_base_that_just_reaches_the_level_is_fine():
    assert clear(ask_bonus_needed, NEEDED)
