"""What the shared catalogue allows in a row, read plainly from its file."""

from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

import nestedtext

KINDS = {"day": date, "whole": int, "number": Decimal, "year": int, "yes": bool}


@cache
def catalogue():
    return nestedtext.loads(files("xingping.schemes").joinpath("registers.nt").read_text("utf-8"))


def faults(tables):
    """Every cell that the catalogue does not allow: register, field, value."""
    return [
        (register, field, row.get(field))
        for register, rows in tables.items()
        for row in rows
        for field in row
        if not allowed(register, field, row)
    ]


def allowed(register, field, row):
    if field in {"unit", "member"} and field not in fields(register):
        return bool(row[field])
    kind, steps, none = fields(register)[field]
    value = row[field]
    if value is None:
        return none
    if kind in catalogue()["choices"]:
        return value in catalogue()["choices"][kind]
    if type(value) is not KINDS.get(kind, str):
        return False
    return kind not in {"whole", "number"} or within(value, steps, row)


def within(value, steps, row):
    low = Decimal(steps.get("from", "0"))
    to = steps.get("to")
    high = None if to is None else row[to] if to in row else Decimal(to)
    two_decimals = Decimal(value) * 100 % 1 == 0
    return low <= value and (high is None or value <= high) and two_decimals


@cache
def fields(register):
    """Field -> type, its limits by word, whether it may be empty."""
    found = {}
    for name, told in catalogue()["registers"][register]["fields"].items():
        kind, *rest = [part.strip() for part in told.split("|")[2].split(",")]
        steps = dict(part.split(" ", 1) for part in rest if part.split(" ")[0] in {"from", "to"})
        none = any(part.startswith(("empty", "later")) for part in rest)
        found[name] = kind, steps, none
    return found


def doubles(rows, *key):
    """The keys that more than one row has."""
    keys = [tuple(row[part] for part in key) for row in rows]
    return {one for one in keys if keys.count(one) > 1} if len(keys) < 2000 else twice(keys)


def twice(keys):
    seen = set()
    return {one for one in keys if one in seen or seen.add(one)}
