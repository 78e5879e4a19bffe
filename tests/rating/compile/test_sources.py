"""What a fold runs over: kept years, records of another, and those that may still come."""

from datetime import date

from tests.oracle.random_rules import small_scheme, with_rules
from tests.rating.compile.small import number, small_records, worked
from xingping.policy.language.tree import NUMBER, Rows
from xingping.policy.scheme.load import load_scheme
from xingping.rating.compile.expressions import TRUE, flag
from xingping.rating.compile.operators import both, up
from xingping.rating.compile.place import At
from xingping.rating.compile.setting import Setting, year_span
from xingping.rating.compile.sources import deadlines, declarable, due_day, kept_in, register_source
from xingping.rating.compile.whole import Whole
from xingping.rating.rate import rate

EVENT = {"held_on": "2026-03-01"}
OFFICE = "office-branches"


def day(text):
    return date.fromisoformat(text).toordinal()


def setting(on="2026-03-01", *, scheme=None):
    return Setting.of(scheme or small_scheme(), 2026, day(on), {}, reach=True)


def test_a_register_not_kept_may_hold_any_number_of_records():
    unkept = [("events", 2026)]

    assert number("count(events)", events=[EVENT]) == (1, 1)
    assert number("count(events)", events=[EVENT], unkept=unkept) == (1, None)
    assert number("count(events over previous year)", events=[EVENT], unkept=unkept) == (0, 0)
    assert number("count(events over 2 years)", unkept=[("events", 2025)]) == (0, None)


def test_a_register_that_is_always_kept_needs_no_entry():
    registers = small_scheme().catalogue.registers
    span = year_span(2025, 2026)

    assert kept_in(registers["notes"], span, carried=False) is TRUE
    assert kept_in(registers["events"], span, carried=False) is both(
        flag("kept events 2025"), flag("kept events 2026")
    )
    assert kept_in(registers["events"], year_span(2026, 2026), carried=True) is up(
        flag("kept events 2026")
    )


def test_records_of_another_unit_are_those_that_the_field_names():
    given = small_records(
        {"a": {"events": [EVENT, EVENT]}, "b": {}, "c": {}},
        own={"b": {"owner": "a"}, "c": {"owner": None}},
    )
    scheme = with_rules([("count(events of owner)", NUMBER)])

    rated = rate(scheme, given, year=2026)

    found = {s: rated.of(s).results["r0"] for s in "bc"}
    assert (found["b"].low, found["b"].high) == (2, 2)
    assert (found["c"].low, found["c"].high) == (0, None)  # whose is not known


def test_records_come_until_the_last_day_of_the_year():
    (spare,) = spares("events")

    assert spare.many
    assert spare.view.fixed == {}
    assert worked(spare.may, columns={"today": day("2026-12-30")}) == (True,)
    assert worked(spare.may, columns={"today": day("2026-12-31")}) == (False,)


def test_plans_that_are_missing_may_come_until_they_are_due():
    scheme = load_scheme(OFFICE)

    found = spares("plans", scheme=scheme)

    assert [s.view.fixed["quarter"] for s in found] == [None, 1, 2, 3, 4]
    assert not any(s.many for s in found)
    dues = [str(date.fromordinal(due_day(setting(scheme=scheme), q))) for q in (None, 1, 3)]
    assert dues == ["2026-12-31", "2026-03-31", "2026-09-30"]


def test_a_declaration_may_come_for_each_level_until_its_deadline():
    scheme = load_scheme(OFFICE)
    now = setting(scheme=scheme)

    ends = deadlines(now)
    levels = [value for value, _ in declarable(now)]

    assert levels == [level.value for level in scheme.levels[1:]]
    assert {s.view.fixed["stars"] for s in spares("declarations", scheme=scheme)} == set(levels)
    assert ends, "the scheme states no deadline"
    for value, may in declarable(now):
        level = next(one.id for one in scheme.levels if one.value == value)
        last = ends.get(level, day("2026-12-31"))
        assert worked(may, columns={"today": last - 1}) == (True,)
        assert worked(may, columns={"today": last}) == (False,)


def test_titles_never_come_within_the_season():
    assert spares("titles", scheme=load_scheme(OFFICE)) == ()


def spares(register, *, scheme=None):
    """The records there may yet be, apart from those of years not kept."""
    whole = Whole(setting(scheme=scheme))
    source = register_source(whole.reader, Rows("register", register), At())
    return source.spares if source.kept is TRUE else source.spares[1:]
