"""A scheme is compiled once for a season, and kept."""

from fractions import Fraction

from tests.rating.office import YEAR, A, B, scheme
from xingping.policy.scheme.load import load_scheme
from xingping.rating.compile.place import At
from xingping.rating.compile.setting import Setting, year_span
from xingping.rating.compiled import STARS, compile_setting, compiled, rank_columns

LAST = year_span(YEAR, YEAR).end
TARGET = {"target_score": Fraction(85)}


def test_a_season_is_compiled_once():
    first = compiled(scheme(), YEAR, LAST, TARGET)

    assert compiled(scheme(), YEAR, LAST, TARGET) is first
    assert compiled(scheme(), YEAR, LAST - 1, TARGET) is not first
    assert compiled(scheme(), YEAR, LAST, {"target_score": Fraction(90)}) is not first
    assert compiled(scheme(), YEAR, LAST, TARGET, reach=True) is not first


def test_a_scheme_loaded_again_is_compiled_for_itself():
    again = load_scheme(A)

    own = compiled(again, YEAR, LAST, TARGET) is not compiled(scheme(), YEAR, LAST, TARGET)

    assert own


def test_stages_wait_for_ranks_and_then_for_stars():
    ready = compile_setting(Setting.of(scheme(), YEAR, LAST, TARGET))

    assert ready.rank_order == [["rank"]]
    assert ready.program.arrive == [frozenset(), frozenset(rank_columns("rank")), STARS]


def test_the_same_scheme_gives_the_same_program():
    one, other = (compile_setting(Setting.of(scheme(), YEAR, LAST, TARGET)) for _ in range(2))

    assert one.program.columns == other.program.columns
    assert list(one.program.fields) == list(other.program.fields)
    assert len(one.program.slots) == len(other.program.slots)


def test_values_that_rest_on_a_head_count_alone_are_worked_out_from_it():
    setting = Setting.of(scheme(B), YEAR, LAST, {"first_year": Fraction(YEAR)})
    ready = compile_setting(setting)
    quota = scheme(B).quotas["yearly_share"]

    value = ready.whole.reader.number(quota.places["5"].tree, At())

    assert ready.numbers((value.lo, value.hi), {"count all": 109}) == (33, 33)
