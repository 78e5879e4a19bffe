"""What a scheme means, without how it is written: equal before and after it is formatted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

from xingping.policy.faults import Place
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.scheme import Scheme


def meaning(scheme: Scheme) -> object:
    """All of ``scheme`` but places, the wording of its rules, its folder and its digest."""
    return _part(scheme)


def _part(value: object) -> object:
    if isinstance(value, Rule):
        return _part(value.tree)
    if isinstance(value, Place | Path):
        return None
    if isinstance(value, str):
        return "\n".join(line.strip() for line in value.strip().split("\n"))
    if is_dataclass(value):
        names = [f.name for f in fields(value) if f.compare]
        if isinstance(value, Scheme):
            names.remove("digest")
        return type(value).__name__, tuple(_part(getattr(value, name)) for name in names)
    if isinstance(value, Mapping):
        return tuple((_part(key), _part(inner)) for key, inner in value.items())
    if isinstance(value, tuple | list):
        return tuple(_part(inner) for inner in value)
    return value
