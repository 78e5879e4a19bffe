"""Which stated readings had a part in a result."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.rating.compile.conditions import Cond
from xingping.rating.compile.outputs import Bound
from xingping.rating.run import Run


def assumptions(one: Run, i: int) -> tuple[str, ...]:
    """The ids of the assumptions that decided something for a subject, in the scheme's order.

    A reading of a veto, an exemption or of taking no part counts where that may apply.
    """
    used = set(_used(one, i))
    return tuple(name for name in one.scheme.assumptions if name in used)


def _used(one: Run, i: int) -> Iterator[str]:
    scheme, outputs = one.scheme, one.compiled.outputs
    yield from scheme.stars.assumes
    yield from scheme.every.assumes
    if scheme.nested:
        yield scheme.nested
    if scheme.bands:
        yield from scheme.bands.assumes
    for criterion in scheme.criteria.values():
        yield from criterion.assumes
        for line in criterion.lines.values():
            yield from line.assumes
    for name, result in scheme.results.items():
        if not isinstance(outputs.results[name], Bound) or result.assumes:
            yield from result.assumes
    for rank in scheme.ranks.values():
        if one.ranks[rank.id][i].best is not None:
            yield from rank.assumes
    for name, veto in scheme.vetoes.items():
        if one.cond(i, outputs.vetoes[name])[1]:
            yield from veto.assumes
    yield from _states(one, i, outputs.exempt, scheme.exempt.assumes if scheme.exempt else ())
    gone = scheme.not_rated.assumes if scheme.not_rated else ()
    yield from _states(one, i, outputs.not_rated, gone)
    for quota in scheme.quotas.values():
        if quota.kind in {"at most", "exactly"}:
            yield from quota.assumes
    for parameter in scheme.parameters.values():
        yield from parameter.assumes


def _states(one: Run, i: int, condition: Cond, assumes: tuple[str, ...]) -> Iterator[str]:
    if one.cond(i, condition)[1]:
        yield from assumes
