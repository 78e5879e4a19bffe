"""A year rated the plain way, in the JSON of the records contract (without its sentences)."""

from __future__ import annotations

import math
from fractions import Fraction

from tests.oracle import criteria, evaluate, outcome, ranking, selection
from tests.oracle.values import SURE, Num
from tests.oracle.world import World

VERDICTS = {(True, True): "met", (False, False): "not_met", (False, True): "not_yet_known"}


def rate(scheme, records, year, on, parameters=None, *, complete=False):
    """Subject -> result. ``on``: ordinal of the day; ``parameters``: id -> text or number."""
    world = World(scheme, records, year, on, parameters or {}, complete=complete)
    chosen = {}
    for quota in scheme.quotas.values():
        if selects(quota):
            chosen = selection.choose(world, quota)
    found = {s: one(world.at(s), chosen.get(s)) for s in world.subjects}
    order = sorted(found, key=lambda s: (found[s]["rank"] is None, found[s]["rank"] or 0, s))
    return {subject: found[subject] for subject in order}


def selects(quota):
    """Whether the quota is one that the contract defines: one level, ties left undecided."""
    return len(quota.places) == 1 and quota.ties == "undecided" and quota.kind == "at most"


def one(here, chosen=None):
    """The result of one subject; ``chosen``: how it stands in the selection, if there is one."""
    world, scheme = here.world, here.world.scheme
    own = world.own[here.subject].cells
    stars = placed(here, chosen)
    shown = {
        "subject": here.subject,
        "name": own.get("name"),
        "group": own.get("unit" if world.id_field == "member" else "group"),
        "year": world.year,
        **scores(here),
        **ranks(here),
        "band": level_id(scheme, outcome.band(here).low) if scheme.bands else None,
        "stars": level_id(scheme, stars.low),
        "stars_possible": level_id(scheme, stars.high),
        "state": state(here, stars, chosen),
        "items": items(here),
        "veto": outcome.vetoes(here),
        "bonus": bonus(here),
    }
    return {**shown, **standards(here)} if scheme.has_standards else shown


def placed(here, chosen):
    """The stars, certain and possible, after the places."""
    value = outcome.stars(here)
    if chosen is None or outcome.exempt(here).certain:
        return value
    worst = Fraction(0)
    return Num(value.low if chosen.certain else worst, value.high if chosen.possible else worst)


def state(here, stars, chosen):
    """One of the states, the first that applies."""
    scheme, veto = here.world.scheme, outcome.vetoed(here)
    first = [
        (outcome.exempt(here).certain, "exempt"),
        (veto.certain, "disqualified" if scheme.quotas else "vetoed"),
        (outcome.not_rated(here).certain, "not_rated"),
        (chosen is not None and chosen.tied, "undecided"),
        (stars.low != stars.high or veto.possible, "provisional"),
    ]
    return next((name for holds, name in first if holds), "rated")


def scores(here):
    if "score" not in here.world.scheme.results or outcome.stopped(here).certain:
        return {"score": None, "score_low": None, "score_high": None}
    value = outcome.result(here, "score")
    return {
        "score": money(value.low) if value.exact else None,
        "score_low": money(value.low),
        "score_high": money(value.high),
    }


def ranks(here):
    name = next(iter(here.world.scheme.ranks), None)
    value = Num(none=SURE) if name is None else ranking.rank(here, name)
    if value.none == SURE:
        return {"rank": None, "rank_best": None, "rank_worst": None}
    best, worst = int(value.low), int(value.high)
    return {"rank": best if best == worst else None, "rank_best": best, "rank_worst": worst}


def standards(here):
    scheme = here.world.scheme
    found = {
        c.id: {
            level: VERDICTS[v.certain, v.possible]
            for level, v in criteria.verdicts(here.of(c)).items()
        }
        for c in scheme.criteria.values()
        if c.standards
    }
    shown = {"standards": int(outcome.standards(here).low), "criteria": found}
    if "declared" in scheme.results:
        declared = outcome.result(here, "declared")
        shown["declared"] = int(declared.low) if declared.low else None
    return shown


def items(here):
    """Item -> points: of the criterion, or of its lines where those are shown instead."""
    found = {}
    for criterion in here.world.scheme.criteria.values():
        at = here.of(criterion)
        if criterion.by_line:
            for line in criterion.lines.values():
                found[line.id] = exact_money(criteria.line(at, line))
        elif criteria.has_points(here.world.scheme, criterion):
            found[criterion.item] = exact_money(criteria.part(at, "points"))
    return found


def bonus(here):
    found = [c for c in here.world.scheme.criteria.values() if c.bonus]
    if not found:
        return "0.00"
    return exact_money(criteria.part(here.of(found[0]), "points"))


def exact_money(value):
    return money(value.low) if value.exact else None


def money(value):
    """Two decimals, half up; nothing where open."""
    if value is None:
        return None
    cents = math.floor(value * 100 + Fraction(1, 2))
    sign, cents = ("-", -cents) if cents < 0 else ("", cents)
    return f"{sign}{cents // 100}.{cents % 100:02d}"


def level_id(scheme, value):
    """The level as printed: a whole number where all levels are numbers."""
    if value is None:
        return None
    if scheme.levels_numeric:
        return int(value)
    return next((level.id for level in scheme.levels if level.value == value), None)


def named(world, subject, name):
    """A value of the result by name, as worked examples ask for it."""
    here = world.at(subject)
    scheme = world.scheme
    if name in scheme.results:
        return outcome.result(here, name)
    if name in scheme.ranks:
        return ranking.rank(here, name)
    if name in scheme.acts:
        return evaluate.condition(scheme.acts[name].when.tree, here)
    if name in scheme.pays:
        return evaluate.evaluate(scheme.pays[name].rule.tree, here)
    if name == "places":
        return evaluate.evaluate(
            next(iter(next(iter(scheme.quotas.values())).places.values())).tree, here
        )
    return {"band": outcome.band, "standards": outcome.standards, "stars": outcome.stars}[name](
        here
    )
