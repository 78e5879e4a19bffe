"""Values in Chinese: 实到人数占应到人数的比例, 每次扣5分, 70%×基础项得分."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from xingping.policy.language.tree import Arith, Call, Field, Fold, Node, Number, Ref, Rows
from xingping.policy.sentences.chinese.conditions import sentence
from xingping.policy.sentences.chinese.rows import classifier, link_title, rows_words
from xingping.policy.sentences.chinese.windows import UNITS, period, window_words
from xingping.policy.sentences.figures import figure, part
from xingping.policy.sentences.here import Here
from xingping.policy.sentences.titles import own_title, parameter_title, register_of, system_title
from xingping.policy.sentences.walk import same_record

_SIGNS = {"+": "＋", "-": "－", "*": "×", "/": "÷"}
_WEIGHT = {"+": 1, "-": 1, "*": 3, "/": 3}  # 2: the right of a minus
_MOST = {"highest": "最高", "lowest": "最低"}


def fold(node: Fold, here: Here) -> str:
    """A number (or other value) from many rows."""
    rows, of = node.rows, node.of
    if rows.source == "each":
        return _pieces(node, here)
    noun = rows_words(rows, here)
    if of is None or node.fold == "count":
        extra = "" if of is None else f"中{here.plain().clause(of)}的"
        return f"{noun}{extra}{classifier(rows, here)}数"
    if node.fold in {"share", "every", "any"} and rows.where is None:
        return (
            f"{rows_words(rows, here, of)}占全部{rows_words(rows, here.after(rows.window))}的比例"
        )
    if node.fold in {"share", "every", "any"}:
        return f"{noun}中{here.plain().clause(of)}的比例"
    return _valued(node, of, noun, here)


def _valued(node: Fold, of: Node, noun: str, here: Here) -> str:
    unit = classifier(node.rows, here)
    inner = replace(here.plain(), points=here.points).noun(of)
    if node.fold in {"first", "last"}:
        return _of(_latest(node, here), inner)
    if node.fold in _MOST:
        if isinstance(of, Field | Ref):
            return f"{noun}的{_MOST[node.fold]}{inner}"
        return f"{noun}逐{unit}计分，取{_MOST[node.fold]}一{unit}（{inner}）"
    if node.fold == "mean":
        return f"{noun}的平均{inner}"
    if node.rows.source == "criteria":
        return f"各条{inner.replace('本条', '')}之和"
    if _plain(of):
        parted = here.compared and "的" in noun
        return f"{noun}{'，' if parted else '的'}{_together(of, here)}合计"
    return f"{noun}逐{unit}计分合计（{inner}）"


def _of(rows: str, inner: str) -> str:
    """A field of a record; 申报的申报星级 is said 申报星级."""
    for size in range(min(len(rows), len(inner)), 1, -1):
        if rows.endswith(inner[:size]):
            return rows + inner[size:]
    return f"{rows}的{inner}"


def _latest(node: Fold, here: Here) -> str:
    rows = node.rows
    if rows.source == "register" and not register_of(here, rows.name).date:
        return rows_words(rows, here)
    head = "" if here.silent(rows.window) else window_words(rows.window, here)
    whose = link_title(rows, here) if rows.link else ""
    which = f"{'第一' if node.fold == 'first' else '最近一'}{classifier(rows, here)}"
    return f"{head}{whose}{which}{rows_words(replace(rows, link=''), here.after(rows.window))}"


def _plain(node: Node) -> bool:
    """Whether ``node`` is fields added up."""
    if isinstance(node, Arith):
        return node.op == "+" and node.left is not None and _plain(node.left) and _plain(node.right)
    return isinstance(node, Field)


def _together(node: Node, here: Here) -> str:
    if isinstance(node, Arith) and node.left is not None:
        return f"{_together(node.left, here)}、{_together(node.right, here)}"
    return here.noun(node)


def _pieces(node: Fold, here: Here) -> str:
    unit = UNITS[node.rows.name]
    inside = replace(here.plain(), points=here.points).within(node.rows.name)
    head = "" if here.silent(None) else period(here)
    if node.of is None:
        return f"{head}{unit}数"
    if node.fold in {"count", "longest"}:
        what = "的" if node.fold == "count" else "连续出现的最多"
        return f"{head}“{sentence(node.of, inside)}”{what}{unit}数"
    said = inside.noun(node.of)
    ways = {
        "sum": "之和",
        "mean": "平均值",
        "highest": "最高值",
        "lowest": "最低值",
        "share": "比例",
    }
    if isinstance(node.of, Ref | Field):
        return f"{head}各{unit}{said}的{ways.get(node.fold, '值')}".replace("的之和", "之和")
    done = {"sum": "合计", "mean": "取平均"}.get(node.fold, ways.get(node.fold, ""))
    return f"{head}逐{unit}计算后{done}（{said}）"


def arith(node: Arith, here: Here) -> str:
    """A formula; a count times points as 每次计2分; a part of a whole as a share."""
    if node.left is None:
        return f"－{_operand(node.right, 3, here)}"
    share = _share(node, here) if node.op == "/" else ""
    each = _each(node, here) if node.op == "*" and not here.compared else ""
    if share or each:
        return share or (f"（{each}）" if here.inner else each)
    if isinstance(node.left, Number) and isinstance(node.right, Number) and node.op == "/":
        return part(node.left.value / node.right.value, "zh")
    weight = _WEIGHT[node.op]
    if node.op == "*" and isinstance(node.left, Number) and node.left.value < 0:
        times = "" if node.left.value == -1 else f"{figure(-node.left.value)}×"
        return f"－{times}{_operand(node.right, weight, here)}"
    left = _operand(node.left, weight, here)
    right = _operand(node.right, weight + (node.op in {"-", "/"}), here)
    return f"{left}{_SIGNS[node.op]}{right}"


def _operand(node: Node, weight: int, here: Here) -> str:
    said = here.nested().noun(node)
    if (
        weight >= _WEIGHT["*"]
        and isinstance(node, Call)
        and any(isinstance(a, Arith | Call) for a in node.args)
    ):
        return f"（{said}）"  # or its note, as in "rounded down", would be of the product
    low = isinstance(node, Arith) and node.left is not None and _WEIGHT[node.op] < weight
    wrap = low or (isinstance(node, Number) and node.value < 0)
    return f"（{said}）" if wrap and not said.startswith("（") else said


def _share(node: Arith, here: Here) -> str:
    match node.left, node.right:
        case Fold(fold="sum", of=Field() as few) as one, Fold(
            fold="sum", of=Field() as all_
        ) as other:
            if one.rows != other.rows:
                return ""
            return f"{rows_words(one.rows, here)}的{here.noun(few)}占{here.noun(all_)}的比例"
        case Field() as part, Field() as whole if same_record(part, whole):
            return f"{here.noun(part)}占{here.noun(whole)}的比例"
        case _:
            return ""


def _each(node: Arith, here: Here) -> str:
    match node.left, node.right:
        case Number(value=points, percent=False), Fold(fold="count", of=None, rows=rows):
            noun = rows_words(rows, here)
            return f"{noun}每{classifier(rows, here)}{awarded(points)}"
        case Number(value=points, percent=False), Fold(
            fold="count", of=of, rows=Rows(source="each", name=unit)
        ) if of is not None:
            said = sentence(of, here.plain().within(unit))
            return f"{said}的，每{UNITS[unit]}{awarded(points)}"
        case Number(value=points), Fold(fold="sum", of=Field() as field, rows=rows) if points == -1:
            return f"按{rows_words(rows, here)}的{here.noun(field)}合计扣分"
        case _:
            return ""


def awarded(points: Fraction) -> str:
    """计2分, 扣5分."""
    return f"扣{figure(-points)}分" if points < 0 else f"计{figure(points)}分"


def call(node: Call, here: Here) -> str:
    """lower, higher, floor, ceil, round, abs."""
    args = node.args
    if node.function in {"lower", "higher"}:
        return _limit(node, here)
    tight = here.inner or node.function == "abs"
    said = _operand(args[0], 2, here) if tight else here.noun(args[0])
    match node.function:
        case "floor":
            return f"{said}（舍去小数取整）"
        case "ceil":
            return f"{said}（进一取整）"
        case "abs":
            return f"{said}的绝对值"
        case _:
            return f"{said}（四舍五入到{here.noun(args[1])}）"


def _limit(node: Call, here: Here) -> str:
    fixed = [arg for arg in node.args if isinstance(arg, Number)]
    others = [arg for arg in node.args if not isinstance(arg, Number)]
    if len(fixed) == 1 and len(others) == 1:
        limit = fixed[0].value
        said = here.noun(others[0])
        if isinstance(others[0], Arith) and not said.startswith("（"):
            said = f"（{said}）"
        unit = "分" if here.points else ""
        if node.function == "higher" and limit < 0:
            return f"{said}（最多扣{figure(-limit)}{unit}）"
        if node.function == "higher" and limit == 0:
            return f"{said}（不足0的按0计）"
        return f"{said}（{'最高' if node.function == 'lower' else '最低'}{figure(limit)}{unit}）"
    said = "、".join(here.noun(arg) for arg in node.args)
    much = "较" if len(node.args) == 2 else "最"  # noqa: PLR2004 -- of two, of more
    return f"{said}中{much}{'低' if node.function == 'lower' else '高'}者"


def ref(node: Ref, here: Here) -> str:
    """A value named elsewhere in the scheme, by its title; a helper by what it is."""
    scheme = here.scheme
    match node.what:
        case "parameter":
            return parameter_title(here, node.name)
        case "result":
            return scheme.results[node.name].title.zh
        case "rank":
            return "参加排名的总数" if node.part else scheme.ranks[node.name].title.zh
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


def _criterion(node: Ref, here: Here) -> str:
    title = here.scheme.criteria[node.name].title.zh
    helper = here.scheme.every.helpers.get(node.part)
    if helper is not None:
        return f"“{title}”的{here.noun(helper.rule.tree)}"
    part = {"passed": "通过", "met": "达到的星级"}.get(node.part, "得分")
    joined = f"“{title}”{part}"
    return title if node.part == "points" and title.endswith("分") else joined
