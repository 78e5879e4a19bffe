from tests.doctor.asking import asked, clear, found, scheme
from xingping.doctor.questions.caps import ask_caps
from xingping.doctor.visit import Visit
from xingping.policy.scheme.load import load_scheme


def test_a_cap_below_what_the_lines_offer_is_found_and_one_just_at_it_is_not():
    (finding,) = found(ask_caps, "cap-below-offer")

    assert finding.facts == (("offer", "100"), ("cap", "80"))
    assert finding.witness.example.expect == {"points": "80"}
    assert clear(ask_caps, "cap-below-offer")


def test_the_bonus_of_the_county_offers_more_than_its_cap():
    (finding,) = asked(ask_caps, load_scheme("county-branches"))

    assert finding.facts == (("offer", "14"), ("cap", "10"))
    assert finding.weight == "note"


def test_a_cap_that_was_not_asked_about_in_time_is_said_to_be_open():
    late = Visit(scheme("cap-below-offer", "found"), until=1.0, clock=lambda: 1.0)

    assert [(one.kind, one.settled) for one in ask_caps(late)] == [("cap-below-offer", False)]
