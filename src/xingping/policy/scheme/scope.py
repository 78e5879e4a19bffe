"""What the rules of a finished scheme may name: for writing them back in words."""

from __future__ import annotations

from collections.abc import Iterable

from xingping.policy.language.names import IN_OFFICE, Named, Names
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import NUMBER, RefKind, Type
from xingping.policy.language.typing import type_of
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text


def scope_of_scheme(scheme: Scheme) -> Scope:
    """The scope of its rules outside criteria; ``in_criterion()`` gives that within one."""
    helpers = scheme.every.helpers.values()
    results = scheme.results.values()
    return Scope(
        Names(
            scheme.catalogue,
            scheme.subject,
            levels={level.id: level.title for level in scheme.levels},
            parameters=_named(
                "parameter", ((p.id, p.title, p.type) for p in scheme.parameters.values())
            ),
            results=_named("result", ((r.id, r.title, type_of(r.rule.tree)) for r in results)),
            ranks=_named("rank", ((r.id, r.title, NUMBER) for r in scheme.ranks.values())),
            criteria=_named(
                "criterion", ((c.id, c.title, NUMBER) for c in scheme.criteria.values())
            ),
            helpers=_named("own", ((h.name, h.title, type_of(h.rule.tree)) for h in helpers)),
            system=IN_OFFICE,
        )
    )


def _named(what: RefKind, values: Iterable[tuple[str, Text, Type]]) -> dict[str, Named]:
    return {id_: Named(what, id_, title, type_) for id_, title, type_ in values}
