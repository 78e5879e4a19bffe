"""Every rule of a scheme, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.scheme import Scheme

_HOLDERS = (
    "parameters",
    "checks",
    "every",
    "criteria",
    "results",
    "bands",
    "ranks",
    "stars",
    "not_rated",
    "exempt",
    "vetoes",
    "gates",
    "quotas",
    "targets",
    "reports",
    "acts",
    "pays",
    "procedure",
    "changes",
)


def every_rule(scheme: Scheme) -> Iterator[Rule]:
    """All rules in the order of the scheme's attributes; Asked nodes have theirs too."""
    for name in _HOLDERS:
        yield from rules_in(getattr(scheme, name))


def rules_in(thing: object) -> Iterator[Rule]:
    """All rules in one part of a scheme: a criterion, a line, a quota, or a map of them."""
    if isinstance(thing, Rule):
        yield thing
    elif isinstance(thing, Mapping):
        for inner in thing.values():
            yield from rules_in(inner)
    elif isinstance(thing, tuple):
        for inner in thing:
            yield from rules_in(inner)
    else:
        for name in _parts(type(thing)):
            yield from rules_in(getattr(thing, name))


_PARTS: dict[type, tuple[str, ...]] = {}  # asked for a thousand times a scheme


def _parts(kind: type) -> tuple[str, ...]:
    if kind not in _PARTS:
        _PARTS[kind] = tuple(part.name for part in fields(kind)) if is_dataclass(kind) else ()
    return _PARTS[kind]
