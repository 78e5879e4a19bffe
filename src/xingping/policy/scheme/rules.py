"""Rules of a scheme file: read, typed, with every problem at its line and column."""

from __future__ import annotations

from dataclasses import dataclass

from xingping.policy.faults import Fault, Place
from xingping.policy.language import tree
from xingping.policy.language.problems import RuleError
from xingping.policy.language.rules import read_rule
from xingping.policy.language.scope import Scope
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.nodes import depth
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.spelled import SpelledRule
from xingping.policy.words import Text
from xingping.policy.written import Said

LONGEST_RULE = 2_000  # characters
DEEPEST_RULE = 40  # brackets within one another
_SPLIT = Text("拆成几个有名称的结果", "split it into named results")
_OPEN, _CLOSE, _COMMA = "(（", ")）", ",，"


@dataclass(frozen=True, slots=True)
class RuleReader:
    """Reads rules at one place of a scheme."""

    desk: Desk
    scope: Scope

    def within(self, asked: tree.Asked | None = None) -> RuleReader:
        """The same, seen from within a criterion (``asked``: what `assessed` means there)."""
        return RuleReader(self.desk, self.scope.in_criterion(asked))

    def read(self, said: Said, expect: tree.Type | None = None) -> Rule:
        """The rule written at ``said``; with problems, told at the desk, it means `unknown`."""
        return Rule(said.text, self._tree(said, said.text, 0, expect), said.at)

    def condition(self, said: Said) -> Rule:
        """A rule that is met or not."""
        return self.read(said, tree.YES)

    def each(self, said: Said) -> tuple[Rule, ...]:
        """Rules separated by commas: what ranks go by, ties broken by the later ones."""
        rules: list[Rule] = []
        for start, part in split(said.text):
            bare = part.strip()
            offset = start + len(part) - len(part.lstrip())
            expect = tree.RATIO if rules else tree.NUMBER
            node = self._tree(said, bare, offset, expect)
            rules.append(Rule(bare, node, said.place(offset)))
        return tuple(rules)

    def _tree(self, said: Said, text: str, offset: int, expect: tree.Type | None) -> tree.Node:
        fault = too_much(said.place(offset), text)
        if fault is not None:
            self.desk.take(fault)
            return tree.Word("unknown", tree.ANY)
        try:
            node = read_rule(text, self.scope, expect=expect)
            if depth(node) <= DEEPEST_RULE:
                self.desk.spelled.rule(said, SpelledRule(offset, text, node, self.scope))
                return node
            self.desk.tell(
                said.place(offset), "规则嵌套过深", "the rule is nested too deep", _SPLIT
            )
        except RuleError as wrong:
            for problem in wrong.problems:
                at = said.place(offset + problem.at.start)
                named = text[problem.at.start : problem.at.end].isidentifier()
                self.desk.take(Fault(at, problem.what, problem.hint), sure=not named)
        return tree.Word("unknown", tree.ANY)


def too_much(at: Place, text: str) -> Fault | None:
    """What keeps a rule from being read at all: it is empty, too long or nested too deep."""
    if not text.strip():
        return Fault(at, Text("规则是空的", "the rule is empty"))
    if len(text) > LONGEST_RULE:
        return Fault(
            at,
            Text(
                f"规则超过 {LONGEST_RULE} 个字符", f"a rule of more than {LONGEST_RULE} characters"
            ),
            _SPLIT,
        )
    deep = most = 0
    for sign in text:
        deep += (sign in _OPEN) - (sign in _CLOSE)
        most = max(most, deep)
    if most > DEEPEST_RULE:
        return Fault(
            at, Text(f"括号超过 {DEEPEST_RULE} 层", f"more than {DEEPEST_RULE} brackets deep")
        )
    return None


def split(text: str) -> list[tuple[int, str]]:
    """The parts of ``text`` between commas outside brackets and quotes, with their offsets."""
    parts, deep, quoted, start = [], 0, False, 0
    for place, sign in enumerate(text):
        quoted ^= sign == '"'
        if quoted:
            continue
        deep += (sign in _OPEN) - (sign in _CLOSE)
        if sign in _COMMA and deep == 0:
            parts.append((start, text[start:place]))
            start = place + 1
    return [*parts, (start, text[start:])]
