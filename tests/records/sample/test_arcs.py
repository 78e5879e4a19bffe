"""How the branches of the sample office fare."""

from collections import Counter

from xingping.records.sample.arcs import ARCS, BranchYear


def test_the_third_year_shows_every_number_of_stars():
    won = Counter(arc.years[2].won for arc in ARCS)

    assert won == {5: 1, 4: 3, 3: 5, 0: 5}


def test_no_branch_gets_more_than_it_declares():
    stages = [stage for arc in ARCS for stage in arc.years]

    assert all(stage.won <= (stage.declared or 0) for stage in stages)


def test_a_branch_year_tells_its_level_and_marks():
    line = next(arc for arc in ARCS if arc.years[2].marks == {"on_the_line"})
    branch = BranchYear("u01", 12, 2026, line.years[2])

    assert (branch.quality, branch.has("on_the_line"), branch.has("criticised")) == (3, True, False)
