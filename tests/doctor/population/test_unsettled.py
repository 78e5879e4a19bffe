from tests.doctor.asking import scheme
from xingping.doctor.population.unsettled import unsettled
from xingping.policy.words import Text


def test_what_is_left_open_of_a_quota_names_it_and_is_never_settled():
    (quota, *_) = scheme("quota-sum", "found").quotas.values()

    finding = unsettled(quota, "quota-sum", Text("够不够", "whether it does"), "4")

    assert not finding.settled
    assert finding.about == (quota.id, "4")
    assert quota.title.zh in finding.said.zh
    assert "未能判定" in finding.said.zh
    assert "not settled whether it does" in finding.said.en
