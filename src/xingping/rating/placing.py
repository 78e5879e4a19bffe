"""The state of each result, once places are shared out."""

from __future__ import annotations

from xingping.policy.scheme.filling import limits
from xingping.rating.entrants import disqualified
from xingping.rating.outcome import State
from xingping.rating.run import Run
from xingping.rating.stars import Stars


def state_of(one: Run, stars: Stars, i: int) -> State:
    """The state of a result (records.md)."""
    outputs, scheme = one.compiled.outputs, one.scheme
    _, perhaps_out = disqualified(one, i)
    vetoed = any(one.cond(i, veto)[0] for veto in outputs.vetoes.values())
    with_places = any(map(limits, scheme.quotas.values()))
    exempt, perhaps_exempt = one.cond(i, outputs.exempt)
    if exempt:
        return "exempt"
    if vetoed:
        return "disqualified" if with_places else "vetoed"
    if one.cond(i, outputs.not_rated)[0]:
        return "not_rated"
    if stars.undecided[i]:
        return "undecided"
    if perhaps_out or perhaps_exempt or stars.low[i] != stars.high[i]:
        return "provisional"
    return "rated"
