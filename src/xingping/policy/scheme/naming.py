"""What the rules of a scheme may name, gathered before any of them is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from xingping.policy.catalogue import Catalogue
from xingping.policy.faults import Place
from xingping.policy.language import tree
from xingping.policy.language.names import SYSTEM, Named, Names
from xingping.policy.language.problems import RuleError
from xingping.policy.language.rules import read_rule
from xingping.policy.language.scope import Scope
from xingping.policy.language.words import word_table
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.entry import Entry
from xingping.policy.scheme.parameters import parameter_type
from xingping.policy.scheme.results import result_type
from xingping.policy.scheme.rules import too_much
from xingping.policy.scheme.titles import titles_differ
from xingping.policy.words import Text
from xingping.policy.written import Said

DEEPEST_NAMES = 40  # values that build on one another


@dataclass(slots=True)
class Parts:
    """The named parts of a scheme as maps, by id."""

    parameters: Mapping[str, Entry]
    results: Mapping[str, Entry]
    ranks: Mapping[str, Entry]
    criteria: Mapping[str, Entry]
    every: Entry | None
    helpers: Mapping[str, Entry | Said]
    levels: Mapping[str, Text]


class _Types:
    """The types of values that no key declares: those of their rules, read when first asked for.

    A circle counts as of any type here; it is told where definitions are searched for circles.
    """

    def __init__(self) -> None:
        self.scope: Scope | None = None
        self._known: dict[int, tree.Type] = {}
        self._asking: list[int] = []

    def of(self, said: Said | None, *, criterion: bool = False) -> Callable[[], tree.Type]:
        """What tells the type of the rule at ``said``."""
        return partial(self._infer, said, criterion=criterion)

    def _infer(self, said: Said | None, *, criterion: bool) -> tree.Type:
        key = id(said)
        if said is None or self.scope is None or too_much(said.at, said.text):
            return tree.ANY
        if key in self._asking or len(self._asking) > DEEPEST_NAMES:
            return tree.ANY
        if key not in self._known:
            scope = self.scope.in_criterion() if criterion else self.scope
            self._asking.append(key)
            try:
                node = read_rule(said.text, scope)
                self._known[key] = tree.ANY if isinstance(node, tree.Rows) else node.type
            except RuleError:  # told where the rule itself is read
                self._known[key] = tree.ANY
            finally:
                self._asking.pop()
        return self._known[key]


def scope_of(catalogue: Catalogue, subject: str, parts: Parts) -> Scope:
    """The scope of rules outside criteria."""
    types = _Types()
    names = Names(
        catalogue=catalogue,
        subject=subject,
        levels=parts.levels,
        parameters={
            name: Named("parameter", name, entry.title(), parameter_type(entry)[0])
            for name, entry in parts.parameters.items()
        },
        results={
            name: Named(
                "result", name, entry.title(), result_type(entry) or types.of(entry.said("rule"))
            )
            for name, entry in parts.results.items()
        },
        ranks={
            name: Named("rank", name, entry.title(), tree.NUMBER)
            for name, entry in parts.ranks.items()
        },
        criteria={
            name: Named("criterion", name, entry.title(), tree.NUMBER)
            for name, entry in parts.criteria.items()
        },
        helpers={
            name: Named(
                "own",
                name,
                helper_title(name, helper),
                types.of(helper_rule(helper), criterion=True),
            )
            for name, helper in parts.helpers.items()
        },
    )
    types.scope = Scope(names)
    return types.scope


def helper_rule(helper: Entry | Said) -> Said | None:
    """The rule of a helper."""
    return helper if isinstance(helper, Said) else helper.said("rule")


def helper_title(name: str, helper: Entry | Said) -> Text:
    """The title of a helper, its id where it has none."""
    return (
        Text(name, name) if isinstance(helper, Said) else helper.text("title") or Text(name, name)
    )


def names_differ(desk: Desk, parts: Parts) -> None:
    """Tell values that share an id: rules could not tell them apart."""
    ids: set[str] = set()
    for group in (parts.parameters, parts.results, parts.ranks, parts.criteria, parts.helpers):
        for name, entry in group.items():
            if name in ids:
                desk.tell(entry.at, f"编号“{name}”已被占用", f"the id '{name}' is taken")
            ids.add(name)


def values_differ(desk: Desk, parts: Parts) -> None:
    """Tell parameters, results, ranks, criteria and helpers that share a title with another."""
    titles: list[tuple[str, Place]] = []
    for group in (parts.parameters, parts.results, parts.ranks, parts.criteria, parts.helpers):
        for name, entry in group.items():
            title = entry.text("title") if isinstance(entry, Entry) else None
            if title is not None and isinstance(entry, Entry):
                titles.append((title.zh, entry.place("title")))
                _not_of_the_language(desk, name, *titles[-1])
    titles_differ(desk, titles)


def _not_of_the_language(desk: Desk, name: str, title: str, at: Place) -> None:
    """Tell a title that means something else in every scheme: 星级, 分数段, 年度."""
    meant = word_table().meaning("names", title)
    if meant in SYSTEM and meant != name:
        desk.tell(
            at,
            f"“{title}”在规则里另有所指（{meant}），不能用作名称",
            f"'{title}' means '{meant}' in rules and cannot be a title",
            Text("请换一个名称", "choose another title"),
        )
