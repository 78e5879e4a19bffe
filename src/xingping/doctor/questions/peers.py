"""The other schemes that the same office may have: those given, else the built-in ones."""

from __future__ import annotations

from xingping.doctor.visit import Visit
from xingping.policy.faults import SchemeFaultyError
from xingping.policy.scheme.load import list_builtin, load_scheme
from xingping.policy.scheme.scheme import Scheme


def peers_of(visit: Visit) -> tuple[Scheme, ...]:
    """Other schemes beside the one visited; a built-in one that does not load is left out."""
    if visit.peers:
        return tuple(one for one in visit.peers if one.id != visit.scheme.id)
    found = []
    for name in list_builtin():
        try:
            found.append(load_scheme(name))
        except SchemeFaultyError:  # its own `check` tells
            continue
    return tuple(one for one in found if one.id != visit.scheme.id)
