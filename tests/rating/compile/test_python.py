"""Generated Python: one function for each stage, that runs and takes earlier values as given."""

from xingping.rating.compile import operators as x
from xingping.rating.compile.program import plan
from xingping.rating.compile.python import Writer
from xingping.rating.compiled import execute

LATE = x.col("rank best")
EARLY = x.mul(x.col("a"), x.col("b"))
WANTED = x.add(EARLY, LATE)


def program():
    return plan([WANTED], [frozenset(), frozenset({"rank best"})])


def test_a_stage_gives_its_values_in_their_places():
    ready = program()

    first = execute(*Writer(ready, 0).function())
    second = execute(*Writer(ready, 1).function())

    columns = [{"a": 6, "b": 7, "rank best": 100}[name] for name in ready.columns]
    assert first(columns, (), (), []) == (42,)
    assert second(columns, (), (), [42]) == (142,)


def test_a_later_stage_does_not_work_out_what_is_there():
    source, _ = Writer(program(), 1).function()

    assert "v[0]" in source
    assert "*" not in source


def test_the_source_is_one_function_of_four_arguments():
    source, names = Writer(program(), 0).function()

    assert source.startswith("def stage(c, s, r, v):\n    ")
    assert names == {}


def test_names_are_not_used_twice():
    writer = Writer(program(), 0)

    assert len({writer.name("a") for _ in range(5)}) == 5


def test_a_stage_without_values_gives_none():
    empty = plan([], [frozenset()])

    assert execute(*Writer(empty, 0).function())((), (), (), []) == ()
