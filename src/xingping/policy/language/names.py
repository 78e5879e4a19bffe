"""What is known by name where a rule stands: the catalogue, the scheme's own values, levels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field

from xingping.policy.catalogue import Catalogue, FieldSpec, Register
from xingping.policy.language.problems import CircleError, RuleError
from xingping.policy.language.tree import ANY, LEVEL, NUMBER, RATIO, YES, RefKind, Type
from xingping.policy.language.words import word_table
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
    "self_stars": LEVEL,
    "title": LEVEL,
    "years_held": NUMBER,
    "failed_recheck": YES,
    "serious_breach": YES,
    "disqualified": YES,
    "not_rated": YES,
    "open_rectifications": NUMBER,
    "open_objections": NUMBER,
}
_OFFICE = frozenset(
    {
        "self_stars",
        "title",
        "years_held",
        "failed_recheck",
        "serious_breach",
        "disqualified",
        "not_rated",
        "open_rectifications",
        "open_objections",
    }
)
IN_RATING = frozenset(SYSTEM) - _OFFICE
IN_OFFICE = frozenset(SYSTEM)  # in steps and changes: what the office's own records say, too


class Inferred:
    """The type of a value that no key declares: that of its rule, read when first asked for.

    ``Inferred("score", lambda: my_read("score").type)``. A rule with problems of its own counts as
    of any type, so that they are told once, where they are. A circle raises ``CircleError``, which
    ``read_rule`` turns into a problem, whenever one of its names is used.
    """

    def __init__(self, name: str, infer: Callable[[], Type]) -> None:
        self.name = name
        self._infer = infer
        self._known: Type | None = None
        self.circle: tuple[str, ...] = ()

    def __call__(self) -> Type:
        """The type; may raise ``CircleError``."""
        running = _running.get()
        if self in running:
            circle = running[running.index(self) :]
            for one in circle:
                one.circle = (*(other.name for other in circle), self.name)
        if self.circle:
            raise CircleError(self.circle)
        if self._known is None:
            token = _running.set((*running, self))
            try:
                self._known = self._infer()
            except RuleError:
                self._known = ANY
            finally:
                _running.reset(token)
        return self._known


_running: ContextVar[tuple[Inferred, ...]] = ContextVar("_running", default=())


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
        """Its type; may raise ``CircleError``. A parameter is a constant, never a ratio."""
        found = self.type if isinstance(self.type, Type) else self.type()
        return NUMBER if self.what == "parameter" and found == RATIO else found


@dataclass(frozen=True, slots=True)
class Index:
    """Ids by the words that name them: the id itself, its Chinese title, its word in the table."""

    ids: frozenset[str]
    titles: Mapping[str, str]

    @classmethod
    def of(cls, titles: Mapping[str, Text]) -> Index:
        """An index of ids by title; a title that two of them share names neither."""
        shared: dict[str, list[str]] = {}
        for id_, title in titles.items():
            shared.setdefault(title.zh, []).append(id_)
        return cls(frozenset(titles), {zh: ids[0] for zh, ids in shared.items() if len(ids) == 1})

    def find(self, word: str) -> str | None:
        """The id that ``word`` names here, or None."""
        if word in self.ids:
            return word
        if word in self.titles:
            return self.titles[word]
        english = word_table().english["names"].get(word)
        return english if english in self.ids else None


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
    system: frozenset[str] = IN_RATING
    _indexes: dict[str, Index] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def levels_numeric(self) -> bool:
        """Whether rules may compute with a level: all ids are whole numbers."""
        return all(id_.isascii() and id_.isdigit() for id_ in self.levels)

    def index(self, key: str, titles: Callable[[], Mapping[str, Text]]) -> Index:
        """The index kept under ``key``, made from ``titles`` the first time."""
        if key not in self._indexes:
            self._indexes[key] = Index.of(titles())
        return self._indexes[key]

    def named(self, among: Mapping[str, Named], key: str, word: str) -> Named | None:
        """The value of ``among`` (results, ranks, ...) that ``word`` names."""
        found = self.index(key, lambda: {n.id: n.title for n in among.values()}).find(word)
        return None if found is None else among[found]

    def register(self, word: str) -> Register | None:
        """The register that ``word`` names."""
        registers = self.catalogue.registers
        found = self.index("registers", lambda: {r.id: r.title for r in registers.values()})
        id_ = found.find(word)
        return None if id_ is None else registers[id_]

    def field(self, register: str, word: str) -> FieldSpec | None:
        """The field of ``register`` that ``word`` names."""
        spec = self.catalogue.registers.get(register)
        if spec is None:
            return None
        titles = self.index(
            f"fields of {register}", lambda: {f.id: f.title for f in spec.fields.values()}
        )
        id_ = titles.find(word)
        return None if id_ is None else spec.fields[id_]

    def choice(self, choices: str, word: str) -> str | None:
        """The value of a choice list that ``word`` names."""
        listed = self.catalogue.choices.get(choices, {})
        return self.index(f"choices of {choices}", lambda: listed).find(word)

    def level(self, word: str) -> str | None:
        """The level that ``word`` names."""
        return self.index("levels", lambda: self.levels).find(word)
