"""Outputs: what comes out for each subject, as expressions, all of them to be worked out."""

from datetime import date
from fractions import Fraction

from tests.oracle.random_rules import small_scheme, with_rules
from tests.rating.compile.small import worked
from xingping.policy.language.tree import NUMBER, RATIO, YES
from xingping.policy.scheme.load import load_scheme
from xingping.rating.compile import operators as x
from xingping.rating.compile.conditions import Cond, sure
from xingping.rating.compile.expressions import BIG, col, flag, num
from xingping.rating.compile.matching import Population
from xingping.rating.compile.outputs import (
    Bound,
    Outputs,
    Quotient,
    bound,
    ends,
    output,
    outputs_of,
    population_aggs,
)
from xingping.rating.compile.ratios import divide
from xingping.rating.compile.setting import Setting
from xingping.rating.compile.values import Num, Sym, constant, unknown
from xingping.rating.compile.whole import Whole


def outputs(scheme):
    return outputs_of(Whole(Setting.of(scheme, 2026, date(2026, 12, 31).toordinal(), {})))


def test_an_open_end_is_further_than_any_number():
    assert bound(unknown(None, 850, 100)) == Bound(num(-BIG), num(850), 100)
    assert bound(unknown(0, None)) == Bound(num(0), num(BIG))


def test_a_value_that_is_exact_is_one_expression():
    one = bound(Num(col("n"), col("n")))

    assert one.lo is one.hi


def test_a_value_comes_out_by_its_kind():
    condition = Cond(flag("a"), flag("b"))

    assert output(condition) is condition
    assert output(constant(Fraction(1, 2))) == Bound(num(1), num(1), 2)
    ratio = output(divide(constant(Fraction(3)), constant(Fraction(4))))
    assert isinstance(ratio, Quotient)
    assert Fraction(*worked(ratio.top, ratio.bottom)) == Fraction(3, 4)
    assert output(Sym(lambda _: sure(x.TRUE), ())) == sure(x.TRUE)


def test_results_of_each_type_come_out():
    scheme = with_rules(
        [("count(events)", NUMBER), ("any(events, open)", YES), ("mean(events, people)", RATIO)]
    )

    found = outputs(scheme).results

    kinds = [type(found[name]) for name in ("r0", "r1", "r2")]
    assert kinds == [Bound, Cond, Quotient]


def test_the_small_scheme_gives_these():
    out = outputs(small_scheme())

    assert set(out.results) == {"score", "fixed"}
    assert out.score == out.results["score"]
    assert set(out.criteria) == {"3"}
    assert set(out.criteria["3"]) == {"1", "2"}
    assert set(out.items) == {"talk", "work"}
    assert set(out.vetoes) == {"out"}
    assert len(out.ranks["rank"]) == 1
    assert out.bonus is None


def test_a_declared_level_is_at_least_nothing():
    declared = outputs(load_scheme("office-branches")).declared

    assert declared is not None
    assert declared.den == 1


def test_every_end_of_every_output_is_to_be_worked_out():
    out = outputs(small_scheme())
    roots = set(out.roots())

    assert {e for one in out.all() for e in ends(one)} <= roots
    assert set(ends(out.criteria["3"]["2"])) <= roots
    assert set(ends(out.ranks["rank"][0])) <= roots


def test_a_condition_of_all_rests_on_aggregates_over_all():
    total = x.agg("sum", Population(), x.TRUE, col("stars low"))
    condition = sure(x.ge(total, num(3)))

    assert population_aggs(condition) == [total]
    assert set(Outputs(group={"t": condition}).roots()) >= {x.TRUE, col("stars low")}
