"""Reads calls: the folds over rows, and the way to the functions."""

from __future__ import annotations

from typing import cast

from lark import Token, Tree

from xingping.policy.language.arithmetic import call as read_call
from xingping.policy.language.arithmetic import wrong_count
from xingping.policy.language.choosing import read_by, read_if
from xingping.policy.language.hints import hint_for_name
from xingping.policy.language.reader import Reader
from xingping.policy.language.reading import Raw, span_of
from xingping.policy.language.rows import read_rows
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import (
    ANY,
    LEVEL,
    NUMBER,
    RATIO,
    YES,
    CallName,
    Fold,
    FoldName,
    Node,
    Rows,
    Type,
)
from xingping.policy.language.typing import ROUND_HINT, is_number, kind_name, type_of
from xingping.policy.language.words import word_table
from xingping.policy.words import Text

# The type of `of` that a fold asks for; those absent take what they get.
_ASKS = {"every": YES, "any": YES, "share": YES, "count": YES, "longest": YES}
_GIVES = {
    "count": NUMBER,
    "mean": RATIO,
    "share": RATIO,
    "every": YES,
    "any": YES,
    "longest": NUMBER,
}
# What a fold may run over, where that is not everything.
_RUNS_OVER = {
    "longest": ({"each"}, Text("只能逐期计算，如 每月", "only over pieces of time: each month")),
    "first": ({"register", "each"}, Text("只能对台账计算", "only over records")),
    "last": ({"register", "each"}, Text("只能对台账计算", "only over records")),
}


def read_called(reader: Reader, raw: Tree[Token], scope: Scope, expect: Type) -> Node:
    """``word(...)``: a fold, a function, if or by."""
    word, table = str(raw.children[0]), word_table()
    fold = table.meaning("folds", word)
    if fold is not None:
        return _fold(reader, raw, cast("FoldName", fold), scope, expect)
    function = table.meaning("functions", word)
    if function is None:
        known = {*table.chinese["folds"], *table.chinese["functions"]}
        known |= {*table.english["folds"], *table.english["functions"]}
        what = Text(f"没有“{word}”这个函数", f"there is no function '{word}'")
        return reader.complain(raw.children[0], what, hint_for_name(word, known))
    if function == "by":
        return read_by(reader, raw, scope, expect)
    if function == "if":
        return read_if(reader, raw, scope, expect)
    return read_call(reader, raw, cast("CallName", function), scope, expect)


def misplaced(reader: Reader, raw: Tree[Token], _scope: Scope, _expect: Type) -> Node:
    """Rows, `each` or an arm where a value is due."""
    what = Text("这里应是一个值", "a value is expected here")
    if raw.data in {"arm", "rest"}:
        hint = Text("-> 只写在 按(…) 里", "-> stands in by(...) only")
    else:
        hint = Text(
            "台账只写在 次数(…)、合计(…) 等的开头", "rows stand first in count(...) and such"
        )
    return reader.complain(raw, what, hint)


def _fold(reader: Reader, raw: Tree[Token], fold: FoldName, scope: Scope, expect: Type) -> Node:
    found = read_rows(reader, raw.children[1], scope)
    if found is None:
        return reader.broken(raw)
    rows, inside = found
    if not _counts(reader, raw, fold, rows):
        return reader.broken(raw)
    allowed, why = _RUNS_OVER.get(fold, ({rows.source}, None))
    if why is not None and rows.source not in allowed:
        word = str(raw.children[0])
        what = Text(f"“{word}”{why.zh}", f"'{word}' runs {why.en}")
        return reader.complain(raw.children[1], what)
    if len(raw.children) == 2:  # noqa: PLR2004 -- the name and its rows
        return Fold(fold, rows, None, NUMBER, span_of(raw))
    of = _of(reader, raw.children[2], fold, (rows, inside), expect)
    return Fold(fold, rows, of, _gives(fold, of), span_of(raw))


def _counts(reader: Reader, raw: Tree[Token], fold: FoldName, rows: Rows) -> bool:
    """Whether the fold has as many arguments as it needs."""
    of = len(raw.children) - 2
    pieces = rows.source == "each"
    if of == (0 if fold == "count" and not pieces else 1):
        return True
    word, zh = fold, word_table().chinese["folds"][fold]
    if fold == "count" and pieces:
        shape = Text("次数(每月, 条件)", "count(each month, condition)")
    elif fold == "count":
        shape = Text("次数(台账 其中 条件)", "count(register where condition)")
    elif pieces:
        shape = Text(f"{zh}(每月, 值)", f"{word}(each month, value)")
    else:
        shape = Text(f"{zh}(台账, 值)", f"{word}(register, value)")
    wrong_count(reader, raw, shape)
    return False


def _of(reader: Reader, raw: Raw, fold: FoldName, place: tuple[Rows, Scope], expect: Type) -> Node:
    rows, inside = place
    if fold in _ASKS:
        return reader.read_as(raw, inside, _ASKS[fold])
    of = reader.read(raw, inside, expect)
    found = type_of(of)
    if fold in {"first", "last"} or found == ANY:
        return of
    if found == RATIO and not (fold == "sum" and rows.source == "criteria"):
        what = Text("逐条计算的值不能是比率", "what is read of each row may not be a ratio")
        return reader.complain(raw, what, ROUND_HINT)
    ranked = fold in {"highest", "lowest"} and found == LEVEL
    if not ranked and not is_number(found, reader.names):
        kind = kind_name(found)
        what = Text(f"{kind.zh}不能用来计算", f"{kind.en} cannot be computed with")
        return reader.complain(raw, what)
    return of


def _gives(fold: FoldName, of: Node) -> Type:
    found = type_of(of)
    if fold in _GIVES:
        return _GIVES[fold]
    if fold == "sum":
        return RATIO if found == RATIO else NUMBER
    return found


CALLS = {
    "call": read_called,
    "rows": misplaced,
    "pieces": misplaced,
    "arm": misplaced,
    "rest": misplaced,
}
