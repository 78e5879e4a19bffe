"""What is known by name where a rule stands: the catalogue, the scheme's own values, levels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from xingping.policy.catalogue import Catalogue
from xingping.policy.language.problems import CircleError, RuleError
from xingping.policy.language.tree import ANY, LEVEL, NUMBER, RefKind, Type
from xingping.policy.words import Text

SYSTEM: Mapping[str, Type] = {
    "band": LEVEL,
    "standards": LEVEL,
    "stars": LEVEL,
    "year": NUMBER,
    "campaign_year": NUMBER,
    "all": NUMBER,
    "rated": NUMBER,
    "eligible": NUMBER,
}


class Inferred:
    """The type of a value that no key declares: that of its rule, read when first asked for.

    ``Inferred("score", lambda: my_read("score").type)``. A rule with problems of its own counts as
    of any type, so that they are told once, where they are. A circle raises ``CircleError``, which
    ``read_rule`` turns into a problem at the name that closes it.
    """

    def __init__(self, name: str, infer: Callable[[], Type]) -> None:
        self._name = name
        self._infer = infer
        self._known: Type | None = None
        self._running = False

    def __call__(self) -> Type:
        if self._known is None:
            if self._running:
                raise CircleError([self._name])
            self._running = True
            try:
                self._known = self._infer()
            except RuleError:
                self._known = ANY
            finally:
                self._running = False
        return self._known


@dataclass(frozen=True, slots=True)
class Named:
    """A value of the scheme that rules may name by ``id`` or by its Chinese title.

    ``what``: parameter, result, rank, criterion, or own (a helper of every criterion).
    """

    what: RefKind
    id: str
    title: Text
    type: Type | Callable[[], Type]

    def known_type(self) -> Type:
        """Its type; may raise ``CircleError``."""
        return self.type if isinstance(self.type, Type) else self.type()


@dataclass(frozen=True)
class Names:
    """Everything a scheme's rules may name, the same for all its rules.

    ``subject``: the id of the register that lists who is rated. ``levels``: id -> title, worst to
    best. ``criteria``: ``Named("criterion", id, title, NUMBER)``. ``helpers``: those of
    ``every_criterion`` (``Named("own", ...)``). ``system``: which of the system names may be used.
    """

    catalogue: Catalogue
    subject: str
    levels: Mapping[str, Text] = field(default_factory=dict)
    parameters: Mapping[str, Named] = field(default_factory=dict)
    results: Mapping[str, Named] = field(default_factory=dict)
    ranks: Mapping[str, Named] = field(default_factory=dict)
    criteria: Mapping[str, Named] = field(default_factory=dict)
    helpers: Mapping[str, Named] = field(default_factory=dict)
    system: frozenset[str] = frozenset(SYSTEM)
