"""Facts that are collected and read by no rule, and facts that rules read and nobody enters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xingping.doctor.finding import Finding
from xingping.doctor.parts import Part, clauses_of, parts_of
from xingping.doctor.visit import Visit
from xingping.doctor.wording import cited, listed
from xingping.policy.catalogue import FieldSpec, Register
from xingping.policy.forms import items, needed
from xingping.policy.language import tree
from xingping.policy.scheme.folder import REGISTERS
from xingping.policy.scheme.load import key_words
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.source import read_page
from xingping.policy.words import Text
from xingping.policy.written import Keyed

_KEPT, _FINDINGS, _POINTS = "kept", "findings", "points"
_GIVEN_BY_STEPS = ("reviewer", "member")  # who acts within the procedure of the scheme itself


def ask_unread_fields(visit: Visit) -> Iterator[Finding]:
    """Cells that a clerk has to fill in and no rule reads; one finding for all of them."""
    scheme = visit.scheme
    catalogue = scheme.catalogue.registers
    idle = {
        name: specs
        for name, read in needed(scheme).items()
        if (specs := _idle(catalogue[name], read)) and _filled_in(catalogue[name], scheme)
    }
    if not idle:
        return
    count = sum(len(specs) for specs in idle.values())
    told = listed(
        (_told(catalogue[name].title, specs) for name, specs in idle.items()), most=len(idle)
    )
    private = [catalogue[name].title for name in idle if catalogue[name].private]
    careful = _careful(private)
    yield Finding(
        kind="unread-fields",
        about=tuple(f"{name}.{spec.id}" for name, specs in idle.items() for spec in specs),
        clauses=(),
        said=Text(
            f"要填的栏目中有{count}个没有规则读取：{told.zh}。{careful.zh}",
            f"{count} of the fields to fill in are read by no rule: {told.en}.{careful.en}",
        ),
        proof=Text(
            "逐条查过本方案全部规则，没有一条读取上述栏目。",
            "every rule of the scheme has been gone through: none reads these fields.",
        ),
        ways=(
            Text("在填报表中把这些栏目列为选填", "leave them optional in the forms"),
            Text("确有用途的，写出读取它的规则或说明", "write the rule that needs them"),
        ),
        weight="note",
    )


def _careful(private: list[Text]) -> Text:
    if not private:
        return Text("", "")
    names = listed(private)
    return Text(
        f"其中{names.zh}不公开，能不收集的更不宜收集。",
        f" What is private ({names.en}) should least of all be collected without need.",
    )


def _told(title: Text, specs: tuple[FieldSpec, ...]) -> Text:
    names = listed(spec.title for spec in specs)
    return Text(f"{title.zh}（{names.zh}）", f"{title.en} ({names.en})")


def _idle(register: Register, read: frozenset[str]) -> tuple[FieldSpec, ...]:
    """Fields nobody reads; a text that may stay empty asks nothing of anyone."""
    return tuple(
        spec
        for spec in register.fields.values()
        if spec.id not in read
        and not spec.is_id
        and not spec.refers
        and not (spec.type == tree.TEXT and spec.none)
    )


def _filled_in(register: Register, scheme: Scheme) -> bool:
    """Whether people fill it in for each rating: not who is rated, nor what the engine enters."""
    entered = {scheme.subject, _KEPT, _FINDINGS, _POINTS}
    lists = any(spec.is_id for spec in register.fields.values())  # who there is, once for all
    return register.id not in entered and register.comes != "never" and not lists


def ask_unread_registers(visit: Visit) -> Iterator[Finding]:
    """Registers that the scheme adds to the catalogue and that none of its rules reads."""
    scheme = visit.scheme
    read = needed(scheme)
    entered = {step.enters for step in scheme.procedure.values()}
    pointed_at = {
        spec.refers
        for register, fields in read.items()
        for name, spec in scheme.catalogue.registers[register].fields.items()
        if name in fields
    }
    idle = [
        scheme.catalogue.registers[name]
        for name in _own_registers(scheme)
        if name not in read and name not in entered and name not in pointed_at
    ]
    if not idle:
        return
    names = listed(register.title for register in idle)
    yield Finding(
        kind="unread-registers",
        about=tuple(register.id for register in idle),
        clauses=(),
        said=Text(
            f"本方案新设的台账没有规则读取：{names.zh}。建了也不影响评定。",
            f"Registers that the scheme adds are read by no rule: {names.en}. "
            "To keep them changes no rating.",
        ),
        proof=Text(
            f"逐条查过本方案全部规则，没有一条读取{names.zh}。",
            f"every rule has been gone through: none reads {names.en}.",
        ),
        ways=(
            Text(f"从 {REGISTERS} 中删去", f"take them out of {REGISTERS}"),
            Text("写出读取它的规则", "write the rule that reads them"),
        ),
        weight="note",
    )


def _own_registers(scheme: Scheme) -> tuple[str, ...]:
    """The registers of the folder's own file, by id."""
    path = scheme.folder / REGISTERS
    page = read_page(path, REGISTERS).content if path.is_file() else None
    if page is None:
        return ()
    english = key_words().english
    own = next((v for k, v in page.entries.items() if english(k.strip()) == "registers"), None)
    listed_there = own.entries if isinstance(own, Keyed) else {}
    return tuple(
        name for name in map(str.strip, listed_there) if name in scheme.catalogue.registers
    )


def ask_unrecorded(visit: Visit) -> Iterator[Finding]:
    """What rules read and no step of the procedure enters; and items that no one can enter."""
    scheme = visit.scheme
    parts = parts_of(scheme)
    yield from _not_entered(scheme, parts)
    yield from _no_such_item(scheme, parts)


def _not_entered(scheme: Scheme, parts: tuple[Part, ...]) -> Iterator[Finding]:
    if not any(step.enters for step in scheme.procedure.values()):
        return  # a scheme that leaves the procedure out says nothing about who enters what
    entered = {step.enters for step in scheme.procedure.values()}
    missing = [
        scheme.catalogue.registers[name]
        for name in needed(scheme)
        if name not in entered and scheme.catalogue.registers[name].made_by in _GIVEN_BY_STEPS
    ]
    if not missing:
        return
    readers = [part for part in parts if _reads(part) & {register.id for register in missing}]
    names, where = listed(r.title for r in missing), cited(clauses_of(readers))
    yield Finding(
        kind="unrecorded",
        about=tuple(register.id for register in missing),
        clauses=clauses_of(readers),
        said=Text(
            f"规则要读{names.zh}{where.zh}，但程序中没有一步登记它，不知何时由谁填。",
            f"Rules read {names.en}{where.en}, but no step of the procedure enters it: "
            "nobody knows who does, and when.",
        ),
        proof=Text(
            "程序各步的“登记台账”（enters）逐一查过，没有上述台账。",
            "the 'enters' of every step has been gone through: none names it.",
        ),
        ways=(
            Text(
                "在相应步骤写上“登记台账”（enters）", "write 'enters' in the step where it is done"
            ),
            Text("增设登记它的步骤", "add a step that enters it"),
        ),
        weight="gap",
    )


def _reads(part: Part) -> set[str]:
    found: set[str] = set()
    for node in part.nodes():
        if isinstance(node, tree.Rows) and node.source == "register":
            found.add(node.name)
        elif isinstance(node, tree.Asked):
            found.add(_FINDINGS if node.what == "judged" else _POINTS)
    return found


def _no_such_item(scheme: Scheme, parts: tuple[Part, ...]) -> Iterator[Finding]:
    known: Mapping[tuple[str, str], set[str]] = {
        (_FINDINGS, "criterion"): set(scheme.criteria),
        (_POINTS, "item"): set(items(scheme)),
    }
    for part in parts:
        for node in part.nodes():
            for name in _asked_for(node, known):
                yield _nobody_enters(part, name)


def _asked_for(node: tree.Node, known: Mapping[tuple[str, str], set[str]]) -> Iterator[str]:
    """Texts that a field of `findings` or `points` is compared with and that no form offers."""
    if not isinstance(node, tree.Compare) or not isinstance(node.first, tree.Field):
        return
    offered = known.get((node.first.register, node.first.name))
    if offered is None:
        return
    for op, other in node.rest:
        if op == "=" and isinstance(other, tree.Word) and other.type == tree.TEXT:
            yield from () if other.value in offered or other.value == "none" else (other.value,)


def _nobody_enters(part: Part, name: str) -> Finding:
    where = cited(part.clauses)
    return Finding(
        kind="unrecorded",
        about=(part.id, name),
        clauses=part.clauses,
        said=Text(
            f"“{part.title.zh}”{where.zh}要读“{name}”的记录，但没有一张表能填“{name}”。",
            f"'{part.title.en}'{where.en} reads records of '{name}', which no form offers.",
        ),
        proof=Text(
            f"本方案可评、可认定的各项中没有“{name}”。",
            f"'{name}' is not among what the scheme lets anyone find or give points for.",
        ),
        ways=(
            Text("改正编号", "mend the id"),
            Text("增设这一项", "add the item"),
        ),
        weight="contradiction",
        at=part.at,
    )
