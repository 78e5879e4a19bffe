"""What a reviewer decides, read from the registers it is entered in: findings and points."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from xingping.policy.language import tree
from xingping.rating.compile import operators as x
from xingping.rating.compile.comparing import order
from xingping.rating.compile.conditions import Cond, sure
from xingping.rating.compile.numbers import clamp, hull
from xingping.rating.compile.place import At
from xingping.rating.compile.values import Num, constant, unknown

if TYPE_CHECKING:
    from xingping.rating.compile.reading import Reader


def asked(reader: Reader, node: tree.Asked, at: At) -> Cond | Num:
    """The latest finding of a criterion reaches a level; or the points row of a line."""
    found = reader.folded(fold_of(node), at)[0]
    if node.what == "judged":
        level = next(v for v in reader.setting.scheme.levels if v.id == node.level)
        if isinstance(found, Num):
            return order(">=", found, constant(Fraction(level.value)))
    if isinstance(found, Num):
        low, high = span(node)
        value = found.maybe.value if found.maybe else found
        there = found.maybe.here if found.maybe else sure(x.TRUE)
        within = clamp(value, low, high)
        den = within.den
        none_yet = (
            unknown(int(low * den), int(high * den), den)
            if (low * den).denominator == (high * den).denominator == 1
            else clamp(unknown(None, None), low, high)
        )
        return hull(sure(there.lo), within, none_yet)
    raise TypeError(node)


def applies(reader: Reader, node: tree.Asked, at: At) -> Cond:
    """Whether the option chosen is one that applies (the others leave the denominator)."""
    idle = [title for title, points in node.options if points is None]
    if node.what != "chosen" or not idle:
        return sure(x.TRUE)
    field = tree.Field("points", "choice", tree.TEXT)
    words = tuple(tree.Word(title, tree.TEXT) for title in idle)
    test = tree.Not(tree.OneOf(field, words))
    value = reader.folded(tree.Fold("last", _chosen(node.item), test, tree.YES), at)[0]
    if isinstance(value, Cond):
        return value
    raise TypeError(node)


def span(node: tree.Asked) -> tuple[Fraction, Fraction]:
    """The least and most points a line can be given."""
    if node.what == "chosen":
        points = [p for _, p in node.options if p is not None]
        return min(points, default=Fraction(0)), max(points, default=Fraction(0))
    return node.low, node.high


def fold_of(node: tree.Asked) -> tree.Fold:
    """The fold that an asked node stands for."""
    if node.what == "judged":
        return tree.Fold(
            "last", _findings(node.item), tree.Field("findings", "level", tree.NUMBER), tree.NUMBER
        )
    if node.what == "assessed":
        field: tree.Node = tree.Field("points", "points", tree.NUMBER)
        return tree.Fold("last", _points(node.item), field, tree.NUMBER)
    least, _ = span(node)
    arms = tuple(
        tree.Arm(None, tree.Word(title, tree.TEXT), tree.Number(points or Fraction(0)))
        for title, points in node.options
    )
    choice = tree.Field("points", "choice", tree.TEXT)
    by = tree.By(choice, arms, tree.Number(least), tree.NUMBER)
    return tree.Fold("last", _chosen(node.item), by, tree.NUMBER)


def _chosen(item: str) -> tree.Rows:
    """The points rows of a rubric's line that say what was chosen."""
    rows = _points(item)
    choice = tree.Field("points", "choice", tree.TEXT)
    said = tree.Compare(choice, (("!=", tree.Word("none", tree.ANY)),))
    return replace(rows, where=tree.Logic("and", (rows.where, said)) if rows.where else said)


def _points(item: str) -> tree.Rows:
    field = tree.Field("points", "item", tree.TEXT)
    where = tree.Compare(field, (("=", tree.Word(item, tree.TEXT)),))
    return tree.Rows("register", "points", where=where)


def _findings(item: str) -> tree.Rows:
    field = tree.Field("findings", "criterion", tree.TEXT)
    where = tree.Compare(field, (("=", tree.Word(item, tree.TEXT)),))
    return tree.Rows("register", "findings", where=where)
