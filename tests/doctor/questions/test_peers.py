from xingping.doctor.questions.peers import peers_of
from xingping.doctor.visit import Visit
from xingping.policy.scheme.load import load_scheme


def test_peers_are_those_given_without_the_scheme_itself():
    office, county = load_scheme("office-branches"), load_scheme("county-branches")

    assert peers_of(Visit(office, peers=(county, office))) == (county,)


def test_without_any_given_the_built_in_schemes_are_peers():
    names = [peer.id for peer in peers_of(Visit(load_scheme("office-branches")))]

    assert names == ["county-branches", "county-members"]
