from tests.doctor.asking import clear, found
from xingping.doctor.questions.groups import ask_groups


def test_places_rounded_up_in_every_group_exceed_the_share_of_all():
    (finding,) = found(ask_groups, "quota-groups-exceed")

    assert dict(finding.facts) == {"size": "2", "groups": "5", "whole": "3"}
    assert clear(ask_groups, "quota-groups-exceed")
