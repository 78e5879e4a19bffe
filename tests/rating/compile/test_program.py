"""Programs: what each stage works out, where each value goes, and which cells are read."""

from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.program import everything_below, late, plan

ROWS = RowSet("events")
RANK = x.col("rank best")
STARS = x.col("stars low")
ARRIVE = [frozenset(), frozenset({"rank best"}), frozenset({"stars low"})]


def test_what_rests_on_a_rank_waits_for_it():
    early = x.mul(x.col("a"), x.num(2))
    by_rank = x.ge(x.num(3), RANK)
    by_stars = x.when(by_rank, STARS, early)

    program = plan([early, by_rank, by_stars], ARRIVE)

    assert program.stages == [[early], [by_rank], [by_stars]]
    assert program.slots == {early: 0, by_rank: 1, by_stars: 2}
    assert program.total == 3


def test_the_part_that_does_not_wait_is_worked_out_first():
    early = x.mul(x.col("a"), x.col("b"))
    whole = x.add(early, RANK)

    program = plan([whole], ARRIVE)

    assert program.stages[0] == [early]
    assert program.stages[1] == [whole]


def test_records_that_read_the_rank_wait_for_it():
    total = x.agg("sum", ROWS, x.ge(x.filled("people"), x.up(RANK)), x.ONE)

    assert plan([total], ARRIVE).stages == [[], [total], []]


def test_a_constant_that_is_wanted_has_a_place_too():
    assert plan([x.num(7), x.num(7)], [frozenset()]).slots == {x.num(7): 0}


def test_the_cells_read_are_listed_by_where_they_stand():
    inner = x.gt(x.filled("people"), x.up(x.filled("size")))
    total = x.agg("sum", ROWS, inner, x.as_num(x.said_yes("open")))

    program = plan([x.add(total, x.col("limit"))], [frozenset()])

    assert {k: set(v) for k, v in program.fields.items()} == {ROWS: {"people", "open"}}
    assert program.own == ["size"]
    assert program.columns == ["limit"]


def test_columns_that_become_known_between_stages_are_late():
    assert late(plan([RANK], ARRIVE)) == {"rank best", "stars low"}


def test_everything_below_enters_the_records():
    total = x.agg("sum", ROWS, x.null("people"), x.ONE)

    assert set(everything_below([total, total])) == {total, x.null("people"), x.ONE}
