"""Records of a few branches by keyword, and what the engine says of them.

A subject is a mapping of registers to rows; a row is a mapping of fields. Days are written
``2026-03-01``, numbers as they are said (18.5). What is not listed in ``unkept`` is kept.
"""

from datetime import date
from fractions import Fraction
from functools import cache

from xingping.policy.language.tree import Kind
from xingping.policy.scheme.load import load_scheme
from xingping.rating.cutline import cutline
from xingping.rating.explain import explain
from xingping.rating.rate import rate
from xingping.records.table import Records, Table

A, B, BM = "office-branches", "county-branches", "county-members"
YEAR = 2026
KEPT = range(YEAR - 4, YEAR + 1)
SEASON = {
    A: {"target_score": "85", "first_year": "2024"},
    B: {"first_year": "2026"},
    BM: {"first_year": "2026"},
}
JUDGED = ("2", "3", "5", "7", "9", "10", "11", "12")


@cache
def scheme(name=A):
    return load_scheme(name)


# ---------------------------------------------------------------- records


def records(name, subjects, *, unkept=(), only=None, **registers):
    """Records of ``subjects`` (id -> register -> rows), and of further ``registers`` as they are.

    ``unkept``: (register, year) or (register, year, unit) that were not kept.
    """
    policy = scheme(name)
    rows = {register: [] for register in policy.catalogue.registers}
    own = policy.catalogue.registers[policy.subject]
    own_id = next(spec.id for spec in own.fields.values() if spec.is_id)
    units = {}
    for subject, has in subjects.items():
        units.setdefault(has.get("unit", "u1") if own_id == "member" else subject, None)
        rows[policy.subject].append(_own(own_id, subject, has))
        for register, listed in has.items():
            if register not in ("name", "group", "unit", "status"):
                rows[register] += [_owned(policy, register, own_id, subject, r) for r in listed]
    if own_id == "member":
        rows["units"] = [{"unit": unit, "name": unit, "group": "town"} for unit in units]
    rows["kept"] = _kept(policy, units, unkept)
    for register, listed in registers.items():
        rows[register] += listed
    chosen = {k: v for k, v in rows.items() if v and (only is None or k in only)}
    return Records({r: _table(policy, r, listed) for r, listed in chosen.items()})


def _own(own_id, subject, has):
    name = has.get("name", subject)
    if own_id == "member":
        status = has.get("status", "formal")
        return {"member": subject, "name": name, "unit": has.get("unit", "u1"), "status": status}
    return {"unit": subject, "name": name, "group": has.get("group", "office")}


def _owned(policy, register, own_id, subject, row):
    """A row with its owner, and the rated year where it says no other."""
    spec = policy.catalogue.registers[register]
    owner = own_id if own_id in spec.fields else "unit"
    year = {f.id: YEAR for f in spec.fields.values() if f.year}
    return {**year, owner: subject, **row}


def _kept(policy, units, unkept):
    found = []
    for register, spec in policy.catalogue.registers.items():
        if not spec.kept_yearly:
            continue
        for year in KEPT:
            if (register, year) in unkept:
                continue
            found += [
                {"register": register, "year": year, "unit": unit}
                for unit in units
                if (register, year, unit) not in unkept
            ]
    return found


def _table(policy, register, listed):
    fields = policy.catalogue.registers[register].fields
    names = list(dict.fromkeys(name for row in listed for name in row))
    columns = {n: [_cell(fields.get(n), row.get(n)) for row in listed] for n in names}
    return Table(register, columns, [f"{register}.csv:{n}" for n in range(2, len(listed) + 2)])


def _cell(spec, value):
    if spec is None or value is None or isinstance(value, bool):
        return value
    if spec.type.kind is Kind.DAY:
        return date.fromisoformat(value).toordinal()
    if spec.type.kind is Kind.NUMBER:
        return int(Fraction(str(value)) / spec.step)
    return value


# ---------------------------------------------------------------- a branch of scheme A


def five_star(**changes):
    """What a branch has that meets every standard at five stars, save what is changed."""
    return {
        "declarations": [{"stars": 5}],
        "assessments": [{"score": 96}],
        "findings": findings(),
        "meetings": [meeting()],
        "tasks": [task(), task(key=False, grade="good")],
        "honours": [{"awarded_on": "2026-06-30", "about": "excellence", "level": "city"}],
        "activities": [activity("2026-04-01"), activity("2026-09-01")],
        "appraisals": [appraisal()],
        "plans": plans(),
        "innovations": [
            {
                "made_on": "2026-05-01",
                "summed_up": True,
                "recognised_by": "county",
                "area": "method",
            }
        ],
        **changes,
    }


def findings(level=5, **changes):
    """A finding for each judged criterion; ``c7=3`` for another level, ``c7=None`` for none."""
    levels = {c: changes.get(f"c{c}", level) for c in JUDGED}
    return [{"criterion": c, "level": v} for c, v in levels.items() if v is not None]


def meeting(expected=20, present=20, late=0, left_early=0, held_on="2026-03-10"):
    return {
        "held_on": held_on,
        "expected": expected,
        "present": present,
        "late": late,
        "left_early": left_early,
    }


def task(due_on="2026-06-30", done_on="2026-06-20", grade="outstanding", *, key=True):
    return {"due_on": due_on, "key": key, "done_on": done_on, "grade": grade}


def activity(held_on, kind="cultural_sports", *, group=True, recorded=True):
    return {"held_on": held_on, "kind": kind, "group": group, "recorded": recorded}


def appraisal(held_on="2026-12-20", members=7, took_part=7, passed=7):
    return {"held_on": held_on, "members": members, "took_part": took_part, "passed": passed}


def plans(*, year=(10, 10), q1=(5, 5), q2=(5, 5), q3=(5, 5), q4=(5, 5)):
    """The year plan and the quarters' plans as (items, items done); None: there is none."""
    parts = {None: year, 1: q1, 2: q2, 3: q3, 4: q4}
    return [
        {"quarter": q, "items": p[0], "items_done": p[1]} for q, p in parts.items() if p is not None
    ]


def case(filed_on="2026-05-01", withdrawn_on=None, *, serious=False, party_member=True):
    return {
        "filed_on": filed_on,
        "kind": "discipline",
        "serious": serious,
        "party_member": party_member,
        "withdrawn_on": withdrawn_on,
    }


def circular(issued_on="2026-05-01", about="work_error", form="circular", persons=1):
    return {"issued_on": issued_on, "about": about, "form": form, "persons": persons}


# ---------------------------------------------------------------- asking the engine


def rated(subjects, name=A, *, on=None, year=YEAR, season=None, engine="python", **more):
    """The ratings of these subjects."""
    given = subjects if isinstance(subjects, Records) else records(name, subjects, **more)
    return rate(
        scheme(name),
        given,
        year=year,
        on=day(on),
        parameters=SEASON[name] if season is None else season,
        engine=engine,
    )


def told(subjects, name=A, **more):
    """Subject -> the object that ``rate --format json`` prints."""
    return {one["subject"]: one for one in rated(subjects, name, **more).to_json()}


def one(has, name=A, **more):
    """The object of a single subject called s."""
    return told({"s": has}, name, **more)["s"]


def verdicts(has, criterion, **more):
    """Its verdicts on one criterion at three, four and five stars."""
    found = one(has, **more)["criteria"][criterion]
    return [found["3"], found["4"], found["5"]]


def explained(has, name=A, *, on=None, year=YEAR, others=None, season=None, **more):
    """The explanation of a subject called s, beside ``others``."""
    given = records(name, {"s": has, **(others or {})}, **more)
    season = SEASON[name] if season is None else season
    return explain(scheme(name), given, year=year, subject="s", on=day(on), parameters=season)


def reason(has, criterion, level="5", name=A, **more):
    """The reason of one criterion at a level, as printed."""
    return explained(has, name, **more).to_json()["reasons"][criterion][level]


def reach(has, criterion, level="5", on="2026-10-01", **more):
    """(verdict, reach, until, by, again) of one criterion at a level."""
    why = reason(has, criterion, level, on=on, **more)
    parts = (why["reach"], why.get("until"), why.get("by"), why.get("again"))
    return (why["verdict"], *parts)


def cut(subjects, name=B, *, year=YEAR, season=None, **more):
    """The cut line as printed."""
    season = SEASON[name] if season is None else season
    given = records(name, subjects, **more)
    return cutline(scheme(name), given, year=year, parameters=season).to_json()


def day(text):
    """A day as written in these tests; None stays None."""
    return text if text is None or isinstance(text, date) else date.fromisoformat(text)
