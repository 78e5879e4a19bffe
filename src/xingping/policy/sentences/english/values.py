"""Values in English: present over expected in all meetings, 2 points off for each fault."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from xingping.policy.language.tree import Arith, Call, Field, Fold, Node, Number, Ref
from xingping.policy.sentences.english.rows import many, single
from xingping.policy.sentences.english.windows import period, unit_word
from xingping.policy.sentences.figures import figure, listed
from xingping.policy.sentences.here import Here
from xingping.policy.sentences.titles import (
    bare,
    own_title,
    parameter_title,
    register_of,
    system_title,
)
from xingping.policy.sentences.walk import same_record

_SIGNS = {"+": "+", "-": "-", "*": "×", "/": "/"}
_WEIGHT = {"+": 1, "-": 1, "*": 3, "/": 3}  # 2: the right of a minus


def fold(node: Fold, here: Here) -> str:
    """A number (or other value) from many rows."""
    rows, of = node.rows, node.of
    if rows.source == "each":
        return _pieces(node, here)
    if of is None or node.fold == "count":
        return f"the number of {many(rows, here, of)}"
    if node.fold in {"share", "every", "any"}:
        return (
            f"the share of {many(rows, here, of)} among all {many(rows, here.after(rows.window))}"
        )
    inner = replace(here.plain(), points=here.points).noun(of)
    if node.fold in {"first", "last"}:
        return _latest(node, inner, here)
    if node.rows.source == "criteria":
        if inner == "the points of the criterion":
            return "the sum of the points of all criteria"
        return f"the sum over all criteria of {inner}"
    return _valued(node, of, inner, here)


def _valued(node: Fold, of: Node, inner: str, here: Here) -> str:
    noun = many(node.rows, here)
    simple = isinstance(of, Field | Ref)
    if node.fold in {"highest", "lowest"}:
        if simple:
            return f"the {node.fold} {bare(inner)} of {noun}"
        return f"the {node.fold} for any one of the {noun}, {inner}"
    if node.fold == "mean":
        return f"the mean {bare(inner)} of {noun}"
    if _plain(of):
        return f"the total of {listed(_together(of, here), 'en', 'and')} in all {noun}"
    return f"the total over all {noun}, {inner}"


def _latest(node: Fold, inner: str, here: Here) -> str:
    rows = node.rows
    dated = rows.source == "register" and register_of(here, rows.name).date
    which = f"{node.fold} " if dated else ""
    inner = inner if inner.startswith("the ") else f"the {inner}"
    return f"{inner} in the {which}{single(rows, here)}"


def _plain(node: Node) -> bool:
    """Whether ``node`` is fields added up."""
    if isinstance(node, Arith):
        return node.op == "+" and node.left is not None and _plain(node.left) and _plain(node.right)
    return isinstance(node, Field)


def _together(node: Node, here: Here) -> list[str]:
    if isinstance(node, Arith) and node.left is not None:
        return [*_together(node.left, here), *_together(node.right, here)]
    return [bare(here.noun(node))]


def _pieces(node: Fold, here: Here) -> str:
    unit = unit_word(node.rows.name)
    if node.of is None:
        return f"the number of {unit}s {period(here)}"
    inside = replace(here.plain(), points=here.points).within(node.rows.name)
    if node.fold in {"count", "longest"}:
        which = "number of" if node.fold == "count" else "longest run of"
        return f"the {which} {unit}s {period(here)} in which {inside.clause(node.of)}"
    if isinstance(node.of, Ref | Field) and node.fold in {"sum", "mean"}:
        return f"the {node.fold} of {inside.noun(node.of)} over all {unit}s {period(here)}"
    ways = {"sum": "added up", "mean": "averaged"}
    done = ways.get(node.fold, f"the {node.fold} of them")
    said = f"for each {unit} {period(here)}, {inside.noun(node.of)}, {done}"
    return f"({said})" if here.inner else said


def arith(node: Arith, here: Here) -> str:
    """A formula; a count times points as 2 points for each; a part of a whole as a share."""
    if node.left is None:
        return f"-{_operand(node.right, 3, here)}"
    share = _share(node, here) if node.op == "/" else ""
    each = _each(node, here) if node.op == "*" and not here.compared else ""
    if share or each:
        return share or (f"({each})" if here.inner else each)
    if isinstance(node.left, Number) and isinstance(node.right, Number) and node.op == "/":
        return f"{figure(node.left.value)}/{figure(node.right.value)}"
    weight = _WEIGHT[node.op]
    if node.op == "*" and isinstance(node.left, Number) and node.left.value == -1:
        return f"-{_operand(node.right, weight, here)}"
    right = _operand(node.right, weight + (node.op in {"-", "/"}), here)
    return f"{_operand(node.left, weight, here)} {_SIGNS[node.op]} {right}"


def _operand(node: Node, weight: int, here: Here) -> str:
    said = here.nested().noun(node)
    if (
        weight >= _WEIGHT["*"]
        and isinstance(node, Call)
        and any(isinstance(a, Arith | Call) for a in node.args)
    ):
        return f"({said})"  # or its note, as in "rounded down", would be of the product
    low = isinstance(node, Arith) and node.left is not None and _WEIGHT[node.op] < weight
    return f"({said})" if low and not said.startswith("(") else said


def _share(node: Arith, here: Here) -> str:
    match node.left, node.right:
        case Fold(fold="sum", of=Field() as part) as one, Fold(
            fold="sum", of=Field() as whole
        ) as other:
            if one.rows != other.rows:
                return ""
            ends = f"{bare(here.noun(part))} over {bare(here.noun(whole))}"
            return f"{ends} in all {many(one.rows, here)}"
        case Field() as part, Field() as whole if same_record(part, whole):
            return f"{bare(here.noun(part))} over {bare(here.noun(whole))}"
        case _:
            return ""


def _each(node: Arith, here: Here) -> str:
    if not isinstance(node.left, Number) or node.left.percent or not isinstance(node.right, Fold):
        return ""
    points, right = node.left.value, node.right
    if right.fold == "count" and right.of is None:
        return f"{awarded(points)} for each {single(right.rows, here)}"
    if right.fold == "count" and right.of is not None and right.rows.source == "each":
        inner = here.plain().within(right.rows.name).clause(right.of)
        return f"{awarded(points)} for each {unit_word(right.rows.name)} in which {inner}"
    if right.fold == "sum" and isinstance(right.of, Field) and points == -1:
        return f"minus {here.noun(right)}"
    return ""


def awarded(points: Fraction) -> str:
    """2 points, 1 point, 5 points off."""
    said = f"{figure(abs(points))} point{'' if abs(points) == 1 else 's'}"
    return f"{said} off" if points < 0 else said


def call(node: Call, here: Here) -> str:
    """lower, higher, floor, ceil, round, abs."""
    if node.function in {"lower", "higher"}:
        return _limit(node, here)
    tight = here.inner or node.function == "abs"
    said = _operand(node.args[0], 2, here) if tight else here.noun(node.args[0])
    match node.function:
        case "floor":
            return f"{said} (rounded down)"
        case "ceil":
            return f"{said} (rounded up)"
        case "abs":
            return f"the size of {said}"
        case _:
            return f"{said} (rounded to {here.noun(node.args[1])})"


def _limit(node: Call, here: Here) -> str:
    fixed = [arg for arg in node.args if isinstance(arg, Number)]
    others = [arg for arg in node.args if not isinstance(arg, Number)]
    if len(fixed) == 1 and len(others) == 1:
        limit = fixed[0].value
        said = here.noun(others[0])
        if isinstance(others[0], Arith) and not said.startswith("("):
            said = f"({said})"
        if node.function == "higher" and limit < 0:
            return f"{said} (at most {figure(-limit)} off)"
        return f"{said} (at {'most' if node.function == 'lower' else 'least'} {figure(limit)})"
    much = "er" if len(node.args) == 2 else "est"  # noqa: PLR2004 -- of two, of more
    which = ("low" if node.function == "lower" else "high") + much
    return f"the {which} of {listed([here.noun(arg) for arg in node.args], 'en', 'and')}"


def ref(node: Ref, here: Here) -> str:
    """A value named elsewhere in the scheme, by its title; a helper by what it is."""
    scheme = here.scheme
    match node.what:
        case "parameter":
            return _the(parameter_title(here, node.name))
        case "result":
            return _the(scheme.results[node.name].title.en)
        case "rank":
            return "the number ranked" if node.part else _the(scheme.ranks[node.name].title.en)
        case "system":
            return system_title(here, node.name)
        case "criterion":
            return _criterion(node, here)
        case _:
            helper = scheme.every.helpers.get(node.name)
            return (
                own_title(here, node.name)
                if helper is None
                else here.nested().noun(helper.rule.tree)
            )


def _the(title: str) -> str:
    return title if title.startswith(("the ", "what ")) else f"the {title}"


def _criterion(node: Ref, here: Here) -> str:
    title = here.scheme.criteria[node.name].title.en
    helper = here.scheme.every.helpers.get(node.part)
    if helper is not None:
        return f"{here.noun(helper.rule.tree)} in '{title}'"
    if node.part == "passed":
        return f"'{title}' is passed"
    return f"the {'level met' if node.part == 'met' else 'points'} in '{title}'"
