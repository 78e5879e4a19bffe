"""Registers and fields as types: what may be recorded, by whom, within which limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from xingping.policy.language.tree import Type
from xingping.policy.words import Text

# Limits where a field states none. The compiler proves from them that nothing leaves int64.
WHOLE_LIMIT = 10**8
NUMBER_LIMIT = 10**8
ROWS_LIMIT = 10**4  # records of one subject in one register
# What the rules against formalism (2024, 2026) bar as a yardstick of work at the grass roots.
YARDSTICKS = {
    "check-ins": Text("打卡签到", "check-ins"),
    "likes": Text("点赞", "likes"),
    "votes": Text("网络投票", "online votes"),
    "minutes": Text("学习时长", "study time"),
    "app use": Text("应用使用", "use of an app"),
    "traces": Text("留痕材料", "traces kept for show"),
}


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One column of a register.

    ``type``: number (whole, points and money too; ``step`` 1 for whole, 0.01 else), yes, day,
    text, or a choice. ``refers``: an id column that names a row of this register
    (the column ``unit`` refers to units). ``low``/``high``: limits, both included; ``to``: not
    above this other field of the same row. ``none``: an empty cell says *none*, else unknown.
    ``later``: filled in after the row was made, by ``later_by`` (else by who makes the register).
    ``yardstick``: what it measures, if that is no yardstick for a branch (`YARDSTICKS`), else "".
    ``is_id``: the subject's own id column; ``year``: a calendar year that places the row.
    ``phrases``: what a condition on it is called before the counted noun, by *none*, *given* (empty
    or not), *yes*, *no*; where a key is missing, the title has to do.
    """

    id: str
    title: Text
    type: Type
    step: Fraction = Fraction(1)
    low: Fraction | None = None
    high: Fraction | None = None
    to: str = ""
    none: bool = False
    later: bool = False
    later_by: str = ""
    refers: str = ""
    is_id: bool = False
    year: bool = False
    yardstick: str = ""
    phrases: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Register:
    """One kind of record.

    ``subject``: the field that says whose row it is, as written: *unit*, *member*, another
    register's id, or *rated* (the member it names if the scheme rates members, else the unit) or
    *subject* (whatever the scheme rates). ``date``: the field that places a row in time; with
    ``placed_by_year`` the year places it and the date says whether it has happened and which is
    last; without a date the year alone places it. ``kept_yearly``: a year has to be declared as
    kept before a *none* is certain. ``made_by``: branch, reviewer, superior, department, committee
    or member. ``due``: until when a row of the rated year may still come in or be filled in: "" (its
    date), *year* (the year's last day) or *quarter:<field>* (the last day of the quarter in that
    field; the year's where it is empty). ``comes``: how a row of the rated year may still come in:
    "" (as its date or ``due`` allows), *missing* (only where there is none yet, with no last day),
    *shared* (where there is none yet and another subject of the group has one), *declared* (where
    there is none yet, until the level's deadline) or *never*. ``unique``: the fields in which no
    two rows of one subject agree (an empty one is a value too); with ``agree`` a second row is let
    pass if it says the same in that field. ``once``: a field, a value and other fields: of the rows
    with that value no two of one subject agree in those fields. ``phrases``: by *many*, the counted
    noun in the plural, and *one*. ``yardstick``: as of a field, for all its rows. The id column of
    the subject stands in ``fields`` too, first.
    """

    id: str
    title: Text
    counted: Text
    fields: Mapping[str, FieldSpec]
    subject: str = "unit"
    date: str = ""
    placed_by_year: bool = False
    kept_yearly: bool = True
    planned: bool = False
    private: bool = False
    made_by: str = "branch"
    due: str = ""
    comes: str = ""
    unique: tuple[str, ...] = ()
    agree: str = ""
    once: tuple[str, ...] = ()
    yardstick: str = ""
    phrases: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every register and choice list a scheme may name; ids and Chinese titles are unique."""

    choices: Mapping[str, Mapping[str, Text]]
    registers: Mapping[str, Register]
