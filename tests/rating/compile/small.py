"""Small questions to the compiler: a rule over one unit's records; an expression, worked out."""

from datetime import date
from fractions import Fraction
from pathlib import Path

from tests.oracle.random_rules import with_rules
from tests.rating.office import records
from xingping.policy.language.tree import NUMBER, YES
from xingping.rating.compile.program import plan
from xingping.rating.compile.python import Writer
from xingping.rating.compiled import execute
from xingping.rating.rate import rate
from xingping.records.table import Records, Table

SMALL = Path(__file__).parents[2] / "oracle" / "scheme"
YEAR = 2026
ON = date(YEAR, 12, 31)


def number(rule, **more):
    """(low, high) of a rule of points for the unit s; None where an end is open."""
    found = asked(rule, NUMBER, **more)
    return found.low, found.high


def verdict(rule, **more):
    """met, not_met or not_yet_known: what a condition is for the unit s."""
    return asked(rule, YES, **more)


def asked(rule, expect, *, on=ON, unkept=(), own=None, **registers):
    """What a rule of this type gives for the unit s, with ``registers`` as its records.

    ``unkept``: (register, year) not kept; ``own``: the unit's own fields.
    """
    given = small_records({"s": registers}, unkept=unkept, own={"s": own or {}})
    rated = rate(with_rules([(rule, expect)]), given, year=YEAR, on=on, engine="python")
    return rated.of("s").results["r0"]


def small_records(subjects, *, unkept=(), own=None):
    """Records of the small scheme; ``own``: unit -> its own fields (shape, owner, size)."""
    plain = records(SMALL, subjects, unkept=unkept)
    units, own = plain.tables["units"], own or {}
    more = {
        name: [own.get(unit, {}).get(name) for unit in units.columns["unit"]]
        for name in ("shape", "owner", "size")
    }
    whole = Table("units", {**units.columns, **more}, units.origin)
    return Records({**plain.tables, "units": whole})


def worked(*wanted, columns=(), own=(), rows=()):
    """The values of expressions of one subject, by the generated Python.

    ``columns`` and ``own``: by name; ``rows``: set of records -> rows (field -> value).
    """
    program = plan(wanted, [frozenset()])
    columns, own, rows = dict(columns), dict(own), dict(rows)
    function = execute(*Writer(program, 0).function())
    lists = [
        [tuple(row.get(field) for field in fields) for row in rows[row_set]]
        for row_set, fields in program.fields.items()
    ]
    values = function(
        [columns[name] for name in program.columns], [own[name] for name in program.own], lists, []
    )
    return tuple(values[program.slots[e]] for e in wanted)


def span(value, **more):
    """(low, high) of a Num as fractions; None where an end is open."""
    lo, hi, lo_open, hi_open = worked(value.lo, value.hi, value.lo_open, value.hi_open, **more)
    low = None if lo_open else Fraction(lo, value.den)
    return low, None if hi_open else Fraction(hi, value.den)


def truth(condition, **more):
    """(certainly, possibly) of a condition."""
    lo, hi = worked(condition.lo, condition.hi, **more)
    return bool(lo), bool(hi)
