"""What reads one rule: hands each part to whoever knows it, and collects what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

from lark import Token, Tree

from xingping.policy.language.hints import hint_for_name
from xingping.policy.language.names import Names
from xingping.policy.language.problems import CircleError, Problem, RuleError
from xingping.policy.language.reading import Raw, span_of
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import ANY, RATIO, Kind, Node, Span, Type, Word
from xingping.policy.language.typing import ROUND_HINT, fits, joined, kind_name, type_of
from xingping.policy.words import Text

BROKEN = ""  # the word that stands for a part whose problem has been told
MOST_PROBLEMS = 20  # told of one rule; a text that is no rule at all would fill pages


@dataclass
class Reader:
    """Reads one rule. ``handlers``: what reads each kind of raw syntax."""

    names: Names
    handlers: Mapping[str, Handler]
    problems: list[Problem] = field(default_factory=list)
    nones: dict[Span, None] = field(default_factory=dict)  # `none` not yet compared with a field

    def read(self, raw: Raw, scope: Scope, expect: Type = ANY) -> Node:
        """The typed node of ``raw``; a part with problems reads as one of any type."""
        if isinstance(raw, Token):
            return self.complain(raw, Text("这里应是一个值", "a value is expected here"))
        return self.handlers[raw.data](self, raw, scope, expect)

    def read_as(self, raw: Raw, scope: Scope, wanted: Type) -> Node:
        """The typed node of ``raw``, with a problem where it is not what ``wanted`` asks for."""
        return self.require(self.read(raw, scope, wanted), wanted, span_of(raw))

    def require(self, node: Node, wanted: Type, at: Span) -> Node:
        """``node``, with a problem at ``at`` where it is not what ``wanted`` asks for."""
        found = type_of(node)
        if fits(found, wanted, self.names):
            return node
        need, has = kind_name(wanted), kind_name(found)
        what = Text(f"这里要{need.zh}，写的是{has.zh}", f"{need.en} is needed here, not {has.en}")
        return self.complain(at, what, ROUND_HINT if found == RATIO else None)

    def read_group(self, raws: Sequence[Raw], scope: Scope, expect: Type = ANY) -> list[Node]:
        """Values of one type: a bare word among them is read as a value of the others' type."""
        nodes: dict[int, Node] = {}
        wanted = expect
        for place in sorted(range(len(raws)), key=lambda i: self._vagueness(raws[i], scope)):
            nodes[place] = self.read(raws[place], scope, wanted)
            if wanted == ANY or wanted.kind is Kind.NUMBER:
                wanted = type_of(nodes[place])
        return [nodes[place] for place in range(len(raws))]

    def join(self, nodes: Sequence[Node], at: Span) -> Type:
        """The type of a value that may be any of ``nodes``."""
        found = joined([type_of(node) for node in nodes], self.names)
        if found is None:
            listed = [kind_name(type_of(node)) for node in nodes]
            zh = "、".join(dict.fromkeys(kind.zh for kind in listed))
            en = ", ".join(dict.fromkeys(kind.en for kind in listed))
            self.complain(at, Text(f"几个值的类型不同：{zh}", f"values of different types: {en}"))
        return found or ANY

    def _vagueness(self, raw: Raw, scope: Scope) -> int:
        """0: its type is plain; 3: a word that only the others' type can explain."""
        if isinstance(raw, Token) or raw.data != "name" or len(raw.children) > 1:
            plain = isinstance(raw, Tree) and raw.data not in {"number", "text_const"}
            return 0 if plain else 2
        word = str(raw.children[0])
        if scope.has_field(word):
            return 0
        return 1 if scope.knows(word) else 3

    def name(self, raw: Tree[Token], scope: Scope, expect: Type) -> Node:
        """A name, or ``criterion.part``."""
        at = span_of(raw)
        word, *part = (str(child) for child in raw.children)
        try:
            found = scope.part(word, part[0], at) if part else scope.find(word, expect, at)
        except CircleError as circle:
            round_ = " → ".join(circle.names)
            return self.complain(at, Text(f"定义绕成了圈：{round_}", f"a circle: {round_}"))
        if isinstance(found, Word) and (found.value, found.type) == ("none", ANY):
            self.nones[at] = None
        if found is not None:
            return found
        if part:
            return self.unknown_part(word, part[0], at)
        cut = word[:40]
        what = Text(f"这里没有“{cut}”这个名称", f"nothing here is called '{cut}'")
        hint = self._value_hint(word) if expect.kind is not Kind.CHOICE else None
        return self.complain(at, what, hint or hint_for_name(word, *scope.visible(expect)))

    def _value_hint(self, word: str) -> Text | None:
        """A hint where a choice's value stands without the field that has it."""
        lists = self.names.catalogue.choices
        if not any(self.names.choice(id_, word) for id_ in lists):
            return None
        return Text(
            f"“{word}”是选项的值，要写成 字段 = {word} 或 字段 属于 ({word}, …)",
            f"'{word}' is a choice: write field = {word} or field in ({word}, …)",
        )

    def unknown_part(self, word: str, part: str, at: Span) -> Node:
        """The problem with ``word.part``."""
        what = Text(f"没有“{word}.{part}”", f"there is no '{word}.{part}'")
        hint = Text(
            "点号前是标准的名称，后面是 通过、达标档次 或 得分",
            "before the point a criterion, behind it passed, met or points",
        )
        return self.complain(at, what, hint)

    def complain(self, at: Raw | Span, what: Text, hint: Text | None = None) -> Node:
        """Note a problem; what is returned fits anywhere, so that one fault is told once."""
        span = at if isinstance(at, Span) else span_of(at)
        self.problems.append(Problem(span, what, hint))
        if len(self.problems) >= MOST_PROBLEMS:
            self.give_up()
        return Word(BROKEN, ANY, span)

    def end(self, node: Node) -> Node:
        """``node``, the whole rule, or all its problems."""
        for at in self.nones:
            what = Text("“无”不是值，只能用来比较", "none is no value, it can only be asked for")
            self.complain(at, what, Text("如 完成日期 = 无", "such as done_on = none"))
        if self.problems:
            self.give_up()
        return node

    def broken(self, at: Raw) -> Node:
        """What stands for a part whose problem has been told."""
        return Word(BROKEN, ANY, span_of(at))

    def give_up(self) -> NoReturn:
        """End the reading with everything found so far."""
        raise RuleError(sorted(self.problems, key=lambda problem: problem.at.start))


Handler = Callable[[Reader, Tree[Token], Scope, Type], Node]
