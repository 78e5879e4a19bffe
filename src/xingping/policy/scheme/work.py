"""What all parts of a scheme need while they are read: the desk, the names, the citations."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from xingping.policy.catalogue import Catalogue
from xingping.policy.faults import Place
from xingping.policy.language import tree
from xingping.policy.language.names import IN_OFFICE
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.entry import Entry
from xingping.policy.scheme.outcome import Level
from xingping.policy.scheme.plain import KeyWords
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.rules import RuleReader
from xingping.policy.words import Text
from xingping.policy.written import Said, Written

LEVEL = Text("等级", "level")
REGISTER = Text("台账", "register")
NOTHING = tree.Word("unknown", tree.ANY)


@dataclass(frozen=True, slots=True)
class Citation:
    """One thing of a scheme: the clauses it comes from and the readings it rests on."""

    at: Place
    clauses: tuple[str, ...]
    assumes: tuple[str, ...]


@dataclass(slots=True)
class Work:
    """A scheme half read."""

    desk: Desk
    words: KeyWords
    catalogue: Catalogue
    subject: str
    levels: tuple[Level, ...]
    rules: RuleReader = field(init=False)  # set once the names are known
    cited: list[Citation] = field(default_factory=list)

    @property
    def office_rules(self) -> RuleReader:
        """Reads rules of steps and changes, which may name what only the office knows."""
        scope = self.rules.scope
        return replace(
            self.rules, scope=replace(scope, names=replace(scope.names, system=IN_OFFICE))
        )

    def entry(
        self, written: Written, known: Collection[str], needed: Collection[str] = ()
    ) -> Entry:
        """``written`` as a map with these keys."""
        return Entry(self.desk, self.words, written, known, needed)

    def cite(
        self, entry: Entry, more: tuple[str, ...] = (), clauses: tuple[str, ...] = ()
    ) -> tuple[str, tuple[str, ...]]:
        """The clause and the readings of ``entry``, noted as cited.

        ``more``, ``clauses``: what the thing it is a part of assumes and comes from.
        """
        own = entry.ids("assumes")
        clause = entry.plain("clause")
        place = entry.place("clause" if "clause" in entry else "assumes")
        self.cited.append(Citation(place, tuple(clause.split()) or clauses, (*more, *own)))
        return clause, own

    def rule(self, entry: Entry, key: str = "rule", expect: tree.Type | None = None) -> Rule:
        """The rule under ``key``; a missing one was told as a missing key."""
        return self.maybe(entry, key, expect) or Rule("", NOTHING, entry.at)

    def maybe(
        self, entry: Entry, key: str = "rule", expect: tree.Type | None = None
    ) -> Rule | None:
        """The rule under ``key`` if there is one."""
        said = entry.said(key)
        return None if said is None else self.rules.read(said, expect)

    def condition(self, entry: Entry, key: str = "when") -> Rule:
        """The condition under ``key``."""
        return self.rule(entry, key, tree.YES)

    def is_level(self, name: str, at: Place) -> bool:
        """Whether ``name`` is a level; told if not."""
        ids = [level.id for level in self.levels]
        if name not in ids:
            self.desk.unknown(at, LEVEL, name, ids)
        return name in ids

    def level_list(self, entry: Entry, key: str) -> tuple[str, ...]:
        """The levels under ``key``, separated by spaces."""
        return tuple(name for name in entry.ids(key) if self.is_level(name, entry.place(key)))

    def within(self, entry: Entry) -> str:
        """A field of the subject's own row, or `all`."""
        name = entry.word("within", ("all",), "all")
        register = self.catalogue.registers.get(self.subject)
        fields = ["all", *(register.fields if register else ())]
        if name not in fields:
            self.desk.unknown(
                entry.place("within"), Text("评定对象的栏目", "field of the subject"), name, fields
            )
        return name

    def said_level(self, said: Said) -> str:
        """The level that ``said`` names, or nothing."""
        name = said.text.strip()
        return name if self.is_level(name, said.at) else ""
