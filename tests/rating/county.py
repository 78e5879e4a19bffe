"""A village of scheme B, a member of scheme BM, by keyword."""

from fractions import Fraction

CLAUSES = tuple(f"B-5.{n}" for n in range(1, 8))
ITEMS = tuple(f"B-2.{n}" for n in range(1, 6))


def village(points=(18, 18, 18, 18, 9), survey=(20, 18), **changes):
    """Scored in every item (None: not yet), surveyed, attested clean; 90.00 unless changed."""
    scores = zip(ITEMS, points, strict=True)
    found = {
        "points": [{"item": item, "points": p} for item, p in scores if p is not None],
        "attestations": attested(),
        **changes,
    }
    if survey is not None:
        found["surveys"] = [{"ballots": survey[0], "satisfied": survey[1]}]
    return found


def scoring(total, **changes):
    """A village with this score: 40 + 9 (survey) + 9 (judged half), the rest in two items."""
    rest = Fraction(str(total)) - 58
    first = min(rest, Fraction(20))
    return village((20, 20, float(first), float(rest - first), 9), **changes)


def attested(yes=(), *, open_=()):
    return [{"clause": c, "holds": c in yes} for c in CLAUSES if c not in open_]


def honour(about, level=None, form="commendation", awarded_on="2026-06-01"):
    return {"awarded_on": awarded_on, "about": about, "level": level, "form": form}


def member(own=20, fellows=(18, 18, 18), committee=(18,), *, dimensions=range(1, 6), **changes):
    """The same ballots in every dimension, dues attested paid."""
    given = []
    for dimension in dimensions:
        one = {"dimension": dimension}
        given += [{"by": "self", "points": own, **one}] if own is not None else []
        given += [{"by": "fellow", "points": p, **one} for p in fellows]
        given += [{"by": "committee", "points": p, **one} for p in committee]
    return {
        "ballots": given,
        "attestations": [{"clause": "BM-5.2", "holds": False}],
        **changes,
    }
