"""Which stated readings had a part in a result."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.rating.compile.conditions import Cond
from xingping.rating.run import Run


def assumptions(one: Run, i: int) -> tuple[str, ...]:
    """The ids of the assumptions that decided something for a subject, in the scheme's order.

    A reading of a veto, an exemption or of taking no part counts where that may apply.
    """
    used = set(_used(one, i))
    return tuple(name for name in one.scheme.assumptions if name in used)


def _used(one: Run, i: int) -> Iterator[str]:
    """The readings of every part of the scheme that a subject's result rests on."""
    scheme, outputs = one.scheme, one.compiled.outputs
    parts: list[tuple[bool, tuple[str, ...]]] = [
        (True, scheme.stars.assumes),
        (True, scheme.every.assumes),
        (bool(scheme.nested), (scheme.nested,)),
        (True, scheme.bands.assumes if scheme.bands else ()),
        *((True, criterion.assumes) for criterion in scheme.criteria.values()),
        *((True, s.assumes) for c in scheme.criteria.values() for s in c.standards.values()),
        *((True, line.assumes) for c in scheme.criteria.values() for line in c.lines.values()),
        *((True, result.assumes) for result in scheme.results.values()),
        *((one.ranks[r.id][i].best is not None, r.assumes) for r in scheme.ranks.values()),
        *((_may(one, i, outputs.vetoes[k]), v.assumes) for k, v in scheme.vetoes.items()),
        (_may(one, i, outputs.exempt), scheme.exempt.assumes if scheme.exempt else ()),
        (_may(one, i, outputs.not_rated), scheme.not_rated.assumes if scheme.not_rated else ()),
        *((quota.kind != "guide", quota.assumes) for quota in scheme.quotas.values()),
        *((_may(one, i, outputs.acts[k]), act.assumes) for k, act in scheme.acts.items()),
        *((True, pay.assumes) for pay in scheme.pays.values()),
        *((True, parameter.assumes) for parameter in scheme.parameters.values()),
    ]
    return (name for applies, names in parts if applies for name in names)


def _may(one: Run, i: int, condition: Cond) -> bool:
    return one.cond(i, condition)[1]
