from xingping.doctor.world.free import ASKED, PICKED, free
from xingping.policy.scheme.load import load_scheme
from xingping.rating.compile.outputs import output
from xingping.rating.compile.place import At


def test_both_bounds_of_what_is_known_are_one_expression():
    whole = free(load_scheme("office-branches"))
    plans = whole.criteria.holds("11", "3", At())
    declared = output(whole.result("declared"))

    assert declared.lo is declared.hi
    assert plans.lo is not plans.hi  # a share of nothing is not known


def test_the_last_record_is_picked_and_what_a_reviewer_finds_is_asked():
    whole = free(load_scheme("office-branches"))

    picked = below(output(whole.result("declared")).lo)
    asked = below(whole.criteria.holds("2", "3", At()).lo)

    assert PICKED in {e.args[0] for e in picked if e.op == "agg"}
    assert ASKED in {e.args[0] for e in asked if e.op == "agg"}


def below(e):
    found, waiting = [], [e]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting += [a for a in one.args if hasattr(a, "op")]
    return found


def test_what_the_season_sets_is_a_column():
    whole = free(load_scheme("office-branches"))

    columns = {e.args[0] for e in below(whole.criteria.holds("13", "5", At()).lo) if e.op == "col"}

    assert "parameter target_score" in columns
