"""Reads what a fold runs over: records of a register, criteria, subjects, pieces of time."""

from __future__ import annotations

from dataclasses import dataclass

from lark import Token, Tree

from xingping.policy.catalogue import Register
from xingping.policy.language.hints import hint_for_name
from xingping.policy.language.reader import Reader
from xingping.policy.language.reading import Raw, span_of
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import NUMBER, YES, Node, Rows, Source, Window
from xingping.policy.language.windows import read_window
from xingping.policy.language.words import word_table
from xingping.policy.words import Text

_ROWS_HINT = Text(
    "先写台账的名称，或 各条、全体、每月",
    "first a register, or criteria, subjects, each month",
)


@dataclass
class _Narrowing:
    link: str = ""
    where: Node | None = None
    window: Window | None = None
    needing: Node | None = None


def read_rows(reader: Reader, raw: Raw, scope: Scope) -> tuple[Rows, Scope] | None:
    """The rows, and the scope in which what is read of each stands; None after a problem."""
    if isinstance(raw, Tree) and raw.data == "pieces":
        return _pieces(reader, raw, scope)
    if not isinstance(raw, Tree) or raw.data not in {"name", "rows"}:
        reader.complain(raw, Text("这里要写台账", "a register is expected here"), _ROWS_HINT)
        return None
    word, narrows = str(raw.children[0]), raw.children[1:]
    source: Source = "register"
    table_word = word_table().meaning("names", word)
    if raw.data == "name" and narrows:
        reader.complain(raw, Text("这里要写台账", "a register is expected here"), _ROWS_HINT)
        return None
    if table_word in {"criteria", "subjects"}:
        source = "criteria" if table_word == "criteria" else "subjects"
        return _population(reader, raw, scope, source)
    register = reader.names.register(word)
    if register is None:
        _no_register(reader, raw, word)
        return None
    inside = scope.within(register.id)
    found = _narrow(reader, raw, scope, inside)
    if not found.link:
        _own_rows(reader, raw, register)
    at = span_of(raw)
    rows = Rows(source, register.id, found.link, found.where, found.window, found.needing, at)
    return rows, inside


def _no_register(reader: Reader, raw: Raw, word: str) -> None:
    known = {
        name
        for register in reader.names.catalogue.registers.values()
        for name in (register.id, register.title.zh)
    }
    what = Text(f"没有“{word}”这本台账", f"there is no register '{word}'")
    reader.complain(raw, what, hint_for_name(word, known))


def _pieces(reader: Reader, raw: Tree[Token], scope: Scope) -> tuple[Rows, Scope] | None:
    word = str(raw.children[1])
    unit = word_table().meaning("units", word)
    if unit is None:
        units = word_table().chinese["units"]
        hint = Text(f"每{'、每'.join(units.values())}", f"each {', '.join(units)}")
        reader.complain(raw, Text(f"没有“每{word}”", f"there is no 'each {word}'"), hint)
        return None
    return Rows("each", unit, at=span_of(raw)), scope


def _population(
    reader: Reader, raw: Tree[Token], scope: Scope, source: Source
) -> tuple[Rows, Scope] | None:
    if source in scope.rows:
        what = Text("这里已经在逐个计算了", "these are being gone through already")
        reader.complain(raw, what)
        return None
    inside = scope.within(source)
    found = _narrow(reader, raw, scope, inside)
    if found.link or found.window or found.needing:
        what = Text(
            "各条和全体后面只能写 其中", "criteria and subjects may only be narrowed by where"
        )
        reader.complain(raw, what)
    return Rows(source, source, where=found.where, at=span_of(raw)), inside


def _narrow(reader: Reader, raw: Tree[Token], scope: Scope, inside: Scope) -> _Narrowing:
    """The `of`, `where`, `over` and `needing` behind the rows, each at most once."""
    found = _Narrowing()
    seen: set[str] = set()
    for narrow in raw.children[1:]:
        if not isinstance(narrow, Tree):
            continue
        keyword, *parts = narrow.children
        kind = keyword.type if isinstance(keyword, Token) else ""
        if kind in seen:
            what = Text(f"“{keyword}”写了两次", f"'{keyword}' stands twice")
            reader.complain(narrow, what, Text("条件用 且 连接", "join conditions by and"))
        seen.add(kind)
        if kind == "OF":
            found.link = _link(reader, parts[0])
        elif kind == "WHERE":
            found.where = reader.read_as(parts[0], inside, YES)
        elif kind == "OVER":
            found.window = read_window(reader, parts, narrow)
        else:
            found.needing = reader.read_as(parts[0], scope, NUMBER)
    return found


def _link(reader: Reader, raw: Raw) -> str:
    """A field of the subject's row, or a register of pairs."""
    names, word = reader.names, str(raw)
    spec = names.field(names.subject, word)
    if spec is not None:
        return spec.id
    register = names.register(word)
    if register is not None:
        return register.id
    what = Text(f"“{word}”不是评定对象的字段，也不是台账", f"'{word}' is no field of the subject")
    subject = names.catalogue.registers.get(names.subject)
    known = {} if subject is None else subject.fields
    reader.complain(raw, what, hint_for_name(word, known))
    return word


def _own_rows(reader: Reader, raw: Raw, register: Register) -> None:
    """Without `of`, a register's rows have to be those of whom the scheme rates."""
    names = reader.names
    subject = names.catalogue.registers.get(names.subject)
    if subject is None or register.subject in {"rated", "subject", names.subject}:
        return
    own_ids = {spec.id for spec in subject.fields.values() if spec.is_id}
    if register.subject in own_ids or own_ids & set(register.fields) or not own_ids:
        return
    title = register.title
    what = Text(f"“{title.zh}”不按评定对象登记", f"'{title.en}' is not kept for whom is rated")
    if register.subject in subject.fields:
        linked = subject.fields[register.subject]
        spelled = f"{register.title.zh} 关联 {linked.title.zh}"
        hint = Text(f"请写 {spelled}", f"write {register.id} of {linked.id}")
    else:
        hint = Text("用 关联 说明是谁的", "say whose they are by of")
    reader.complain(raw, what, hint)
