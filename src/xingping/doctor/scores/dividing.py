"""The score by which levels are told apart, whatever a scheme calls it."""

from __future__ import annotations

from xingping.doctor.world.world import Value, World
from xingping.policy.language.tree import Kind, Ref
from xingping.policy.scheme.nodes import walk
from xingping.policy.words import Text


def dividing_score(world: World) -> tuple[Text, Value] | None:
    """Title and value of the first result, a number, that the bands, or else the stars, name."""
    bands, stars = world.scheme.bands, world.scheme.stars.rule
    for rule in (*(bands.rules.values() if bands else ()), *([stars] if stars else ())):
        for node in walk(rule.tree):
            if isinstance(node, Ref) and node.what == "result" and node.type.kind is Kind.NUMBER:
                found = world.result(node.name)
                if isinstance(found, Value):
                    return world.scheme.results[node.name].title, found
    return None
