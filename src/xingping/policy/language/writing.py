"""From the tree back to text, in English words and ids or in Chinese words and titles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from xingping.policy.language.scope import Scope
from xingping.policy.language.spelling import Spelling
from xingping.policy.language.tree import (
    Arith,
    Arm,
    Asked,
    By,
    Call,
    Compare,
    Field,
    Fold,
    If,
    Logic,
    Node,
    Not,
    Number,
    OneOf,
    Otherwise,
    Ref,
    Rows,
    Window,
    Word,
)
from xingping.policy.words import Lang

# How tightly each form binds, as in the grammar: a looser part needs brackets.
ANY_OF, ALL_OF, NEGATED, COMPARED, TOTAL, TERM, FACTOR, FALLBACK, VALUE = range(1, 10)


def write(node: Node, lang: Lang, scope: Scope) -> str:
    """``node`` in words, such that reading it in ``scope`` gives an equal tree again.

    English writes ids, Chinese the Chinese titles (the id where a title cannot be a name, or names
    something else there). A judged or chosen finding, which no rule can say, is its word alone.
    """
    return Writer(Spelling(lang)).part(node, scope, ANY_OF)


def binds(node: Node) -> int:
    """How tightly the written form of ``node`` binds."""
    if isinstance(node, Logic):
        return ANY_OF if node.op == "or" else ALL_OF
    if isinstance(node, Arith):
        if node.left is None:
            return FACTOR
        return TOTAL if node.op in {"+", "-"} else TERM
    if isinstance(node, Number):
        return FACTOR if node.value < 0 else VALUE
    plain: Mapping[type, int] = {
        Not: NEGATED,
        Compare: COMPARED,
        OneOf: COMPARED,
        Otherwise: FALLBACK,
    }
    return plain.get(type(node), VALUE)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes nodes in one language."""

    spelling: Spelling

    def part(self, node: Node, scope: Scope, least: int) -> str:
        """``node``, in brackets where it binds less than ``least``."""
        written = _FORMS[type(node)](self, node, scope)
        return written if binds(node) >= least else f"({written})"

    def number(self, node: Number, _scope: Scope) -> str:
        """12, 0.5 or 80%."""
        if node.percent:
            return f"{decimal(node.value * 100)}%"
        return decimal(node.value)

    def arith(self, node: Arith, scope: Scope) -> str:
        """A chain from the left."""
        if node.left is None:
            return f"-{self.part(node.right, scope, FACTOR)}"
        own = binds(node)
        left = self.part(node.left, scope, own)
        return f"{left} {self.spelling.sign(node.op)} {self.part(node.right, scope, own + 1)}"

    def compare(self, node: Compare, scope: Scope) -> str:
        """A chain of comparisons."""
        parts = [self.part(node.first, scope, TOTAL)]
        for op, other in node.rest:
            parts += [self.spelling.sign(op), self.part(other, scope, TOTAL)]
        return " ".join(parts)

    def logic(self, node: Logic, scope: Scope) -> str:
        """``a and b``."""
        word = self.spelling.keyword(node.op)
        return f" {word} ".join(self.part(part, scope, binds(node) + 1) for part in node.parts)

    def negation(self, node: Not, scope: Scope) -> str:
        """``not a``."""
        return f"{self.spelling.keyword('not')} {self.part(node.of, scope, NEGATED)}"

    def one_of(self, node: OneOf, scope: Scope) -> str:
        """``a in (b, c)``."""
        among = ", ".join(self.part(one, scope, TOTAL) for one in node.among)
        return f"{self.part(node.of, scope, TOTAL)} {self.spelling.keyword('in')} ({among})"

    def otherwise(self, node: Otherwise, scope: Scope) -> str:
        """``a otherwise b``."""
        of, default = self.part(node.of, scope, VALUE), self.part(node.default, scope, VALUE)
        return f"{of} {self.spelling.keyword('otherwise')} {default}"

    def choice(self, node: If, scope: Scope) -> str:
        """``if(when, then, other)``."""
        return self._called("if", [node.when, node.then, node.other], scope)

    def call(self, node: Call, scope: Scope) -> str:
        """``lower(a, b)``."""
        return self._called(node.function, node.args, scope)

    def _called(self, word: str, args: list[Node] | tuple[Node, ...], scope: Scope) -> str:
        inside = ", ".join(self.part(arg, scope, ANY_OF) for arg in args)
        return f"{self.spelling.word('functions', word)}({inside})"

    def by(self, node: By, scope: Scope) -> str:
        """``by(of, bound -> value, otherwise -> value)``."""
        arrow = self.spelling.sign("->")
        parts = [self.part(node.of, scope, ANY_OF)]
        parts += [self._arm(arm, arrow, scope) for arm in node.arms]
        if node.rest is not None:
            rest = self.part(node.rest, scope, ANY_OF)
            parts.append(f"{self.spelling.keyword('otherwise')} {arrow} {rest}")
        return f"{self.spelling.word('functions', 'by')}({', '.join(parts)})"

    def _arm(self, arm: Arm, arrow: str, scope: Scope) -> str:
        op = "" if arm.op is None else f"{self.spelling.sign(arm.op)} "
        bound = self.part(arm.bound, scope, TOTAL)
        return f"{op}{bound} {arrow} {self.part(arm.value, scope, ANY_OF)}"

    def fold(self, node: Fold, scope: Scope) -> str:
        """``sum(rows, value)``."""
        each = node.rows.source == "each"
        inside = scope if each else scope.within(node.rows.name)
        args = [self.rows(node.rows, scope)]
        if node.of is not None:
            args.append(self.part(node.of, inside, ANY_OF))
        return f"{self.spelling.word('folds', node.fold)}({', '.join(args)})"

    def rows(self, node: Rows, scope: Scope) -> str:
        """A register and what narrows it, or pieces of time."""
        spelling = self.spelling
        if node.source == "each":
            return spelling.piece(node.name)
        parts = [spelling.rows(node, scope)]
        if node.link:
            parts += [spelling.keyword("of"), spelling.link(node.link, scope)]
        if node.where is not None:
            inside = scope.within(node.name)
            parts += [spelling.keyword("where"), self.part(node.where, inside, ANY_OF)]
        if node.window is not None:
            parts += [spelling.keyword("over"), self.window(node.window)]
        if node.needing is not None:
            parts += [spelling.keyword("needing"), self.part(node.needing, scope, TOTAL)]
        return " ".join(parts)

    def window(self, window: Window) -> str:
        """3 years, previous year, ever."""
        if window.kind == "span":
            return f"{window.count} {self.spelling.several(window.unit, window.count)}"
        word = self.spelling.word("windows", window.kind)
        if window.kind == "ever":
            return word
        return f"{word} {self.spelling.word('units', window.unit)}"

    def named(self, node: Word | Field | Ref | Asked, scope: Scope) -> str:
        """A constant that is no number, or a value by its name."""
        return self.spelling.named(node, scope)


def decimal(value: Fraction) -> str:
    """A number as rules write it; what no decimal can say, as a division."""
    digits = _places(value.denominator)
    if digits is None:
        return f"({value.numerator} / {value.denominator})"
    scaled = abs(value.numerator) * 10**digits // value.denominator
    whole, rest = divmod(scaled, 10**digits)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{rest:0{digits}}" if digits else f"{sign}{whole}"


def _places(denominator: int) -> int | None:
    """How many decimals a fraction with this denominator has, or None for no end."""
    places = 0
    while 10**places % denominator:
        places += 1
        if places > 40:  # noqa: PLR2004 -- far more than a rule can write
            return None
    return places


_FORMS: Mapping[type, Callable[..., str]] = {
    Number: Writer.number,
    Word: Writer.named,
    Field: Writer.named,
    Ref: Writer.named,
    Asked: Writer.named,
    Rows: Writer.rows,
    Fold: Writer.fold,
    Arith: Writer.arith,
    Compare: Writer.compare,
    Logic: Writer.logic,
    Not: Writer.negation,
    OneOf: Writer.one_of,
    If: Writer.choice,
    By: Writer.by,
    Otherwise: Writer.otherwise,
    Call: Writer.call,
}
