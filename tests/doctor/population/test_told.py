from tests.doctor.population.loaded import COUNTY
from xingping.doctor.population.campaign import campaigns
from xingping.doctor.population.told import campaign_finding, sum_said, target_said
from xingping.policy.words import Text


def test_a_sum_of_places_is_told_with_its_share():
    assert sum_said([33, 33, 22], 110, "zh") == "33＋33＋22＝88个（80%）"
    assert sum_said([88], 110, "en") == "88 (80%)"


def test_a_finding_names_target_and_quota_and_is_open_without_a_proof():
    (one,) = campaigns(COUNTY)
    said = Text("话", "words")

    finding = campaign_finding(one, ("some-kind", "note"), said, None, (said,))

    assert "B-1.3" in target_said(one)[0]
    assert finding.clauses == ("B-1.3", "B-1.2")
    assert not finding.settled
