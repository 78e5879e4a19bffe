from tests.doctor.asking import scheme
from xingping.doctor.population.made import Made
from xingping.doctor.population.made_told import case_said, made_finding, still_said
from xingping.doctor.visit import Visit
from xingping.doctor.world.world import World
from xingping.policy.words import Text

TINY = scheme("made-rank-moot", "found")
ONE = Made(Visit(TINY), World(TINY), TINY.ranks["place"])


def test_it_is_said_for_whom_it_holds():
    assert case_said(ONE)[0].startswith("没有“年度考核”记录的")
    assert still_said("仍起作用", "still", None) == ("", "")


def test_a_finding_names_the_rank_first():
    said = Text("话", "words")

    finding = made_finding(ONE, ("some-kind", "x"), "T-5", (said, said), (said,), facts=())

    assert (finding.kind, finding.about, finding.clauses) == ("some-kind", ("place", "x"), ("T-5",))
