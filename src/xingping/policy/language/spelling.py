"""How one word is written: ids in English, titles in Chinese, whichever the reader understands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xingping.policy.language.names import Named
from xingping.policy.language.problems import CircleError
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import ANY, TEXT, Asked, Field, Kind, Node, Ref, Rows, Word
from xingping.policy.language.words import word_table
from xingping.policy.words import Lang, Text

_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]*|[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """Spells words in ``lang``."""

    lang: Lang

    def word(self, section: str, word: str) -> str:
        """A word of the table."""
        return word_table().spell(section, word, self.lang)

    def keyword(self, word: str) -> str:
        """A keyword: and, where, over, ..."""
        return self.word("keywords", word)

    def sign(self, sign: str) -> str:
        """An operator; in Chinese as printed: ≥, ×."""
        return self.word("operators", sign)

    def piece(self, unit: str) -> str:
        """``each month``; 每月 needs no space."""
        space = "" if self.lang == "zh" else " "
        return f"{self.keyword('each')}{space}{self.word('units', unit)}"

    def several(self, unit: str, count: int) -> str:
        """``years``, or ``year`` for one."""
        if self.lang == "en" and count == 1:
            return unit
        return self.word("spans", "halves" if unit == "half" else f"{unit}s")

    def rows(self, node: Rows, scope: Scope) -> str:
        """The register, or all criteria or subjects."""
        if node.source != "register":
            return self.word("names", node.name)
        register = scope.names.catalogue.registers[node.name]
        for word in self._candidates(register.id, register.title):
            found = scope.names.register(word)
            special = word_table().meaning("names", word) in {"criteria", "subjects"}
            if found is not None and found.id == node.name and not special:
                return word
        return node.name

    def link(self, link: str, scope: Scope) -> str:
        """A field of the subject's row, or a register of pairs."""
        names = scope.names
        spec = names.field(names.subject, link)
        if spec is not None and spec.id == link:
            good = (
                word
                for word in self._candidates(link, spec.title)
                if (again := names.field(names.subject, word)) is not None and again.id == link
            )
            return next(good, link)
        return self.rows(Rows("register", link), scope)

    def named(self, node: Word | Field | Ref | Asked, scope: Scope) -> str:
        """A constant that is no number, or a value by its name."""
        if isinstance(node, Word) and node.type == TEXT:
            return f"“{node.value}”" if '"' in node.value else f'"{node.value}"'
        part = self._part(node, scope)
        if part:
            return part
        candidates = list(self._all_candidates(node, scope))
        for word in candidates:
            if _found(scope, word, node):
                return word
        return candidates[0 if isinstance(node, Asked) else -1]

    def _part(self, node: Node, scope: Scope) -> str:
        """``three.passed``, or "" for a plain name."""
        if not isinstance(node, Ref) or node.part in {"", "points"}:
            return ""
        names = scope.names
        if node.what == "rank" and self.lang == "en":
            return f"{node.name}_{node.part}"
        among = names.ranks if node.what == "rank" else names.criteria
        helper = names.helpers.get(node.part)
        words = self._candidates(node.part, helper.title if helper else None)
        good = (
            f"{word}.{part}"
            for word in self._candidates(node.name, among[node.name].title)
            for part in words
            if scope.part(word, part) == node
        )
        return next(good, f"{node.name}.{node.part}")

    def _all_candidates(self, node: Word | Field | Ref | Asked, scope: Scope) -> Iterator[str]:
        names = scope.names
        if isinstance(node, Asked):
            yield from self._candidates(node.what, None)
        elif isinstance(node, Field):
            register = names.catalogue.registers.get(node.register)
            spec = register.fields.get(node.name) if register else None
            yield from self._candidates(node.name, spec.title if spec else None)
        elif isinstance(node, Ref):
            named = _groups(scope).get(node.what, {}).get(node.name)
            yield from self._candidates(node.name, named.title if named else None)
        elif node.type.kind is Kind.CHOICE:
            listed = names.catalogue.choices.get(node.type.choices, {})
            yield from self._candidates(node.value, listed.get(node.value))
        elif node.type.kind is Kind.LEVEL:
            yield from self._candidates(node.value, names.levels.get(node.value))
        else:
            yield self.word("values", node.value)

    def _candidates(self, id_: str, title: Text | None) -> list[str]:
        """The words that may name it, best first: those that the grammar can read as a name."""
        table = word_table()
        titles = [] if title is None else [title.zh]
        if id_ in table.chinese["names"]:
            titles.append(table.chinese["names"][id_])
        words = [*titles, id_] if self.lang == "zh" else [id_, *titles]
        good = [w for w in words if _NAME.fullmatch(w) and _free(w)]
        return good or [id_]


def _free(word: str) -> bool:
    each = word_table().chinese["keywords"]["each"]
    return word not in word_table().reserved and not word.startswith(each)


def _groups(scope: Scope) -> Mapping[str, Mapping[str, Named]]:
    names = scope.names
    return {
        "parameter": names.parameters,
        "result": names.results,
        "rank": names.ranks,
        "criterion": names.criteria,
        "own": names.helpers,
    }


def _found(scope: Scope, word: str, node: Node) -> bool:
    """Whether the reader will find ``node`` by ``word``; a retyped number of a criterion counts."""
    try:
        found = scope.find(word, node.type if isinstance(node, Word) else ANY)
    except CircleError:
        return False
    if isinstance(found, Ref) and isinstance(node, Ref):
        return (found.what, found.name, found.part) == (node.what, node.name, node.part)
    return found == node
