"""Results that feed themselves: a scheme that reads what it publishes, two that wait for each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xingping.doctor.finding import Finding
from xingping.doctor.parts import Part, clauses_of, parts_of
from xingping.doctor.questions.peers import peers_of
from xingping.doctor.visit import Visit
from xingping.doctor.wording import cited, listed
from xingping.policy.language import tree
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

_RESULTS, _SCHEME = "results", "scheme"
_AFTER = {
    "act",
    "pay",
    "report",
    "target",
    "change",
    "step",
}  # what follows a result is no part of it


@dataclass(frozen=True, slots=True)
class Reading:
    """A part that reads published results. ``scheme``: of which scheme, "" = of whichever."""

    part: Part
    scheme: str
    linked: bool


def ask_own_results(visit: Visit) -> Iterator[Finding]:
    """Rules of a rating that read the published results of that same rating."""
    scheme = visit.scheme
    found = [one for one in readings(scheme) if one.scheme in {"", scheme.id}]
    if not found:
        return
    parts = [one.part for one in found]
    items, where = listed(part.title for part in parts), cited(clauses_of(parts))
    linked = any(one.linked for one in found)
    through = Text("（经关联的单位）", " (of linked subjects)") if linked else Text("", "")
    yield Finding(
        kind="own-result",
        about=tuple(dict.fromkeys(part.id for part in parts)),
        clauses=clauses_of(parts),
        said=Text(
            f"{items.zh}{where.zh}读取本方案已公布的结果{through.zh}，时段含本期：本期结果公布后再评一次，"
            "结果会依赖它自己。",
            f"{items.en}{where.en} read results that this scheme has published{through.en}, those of "
            "the period at hand too: rated again after publication, the result rests on itself.",
        ),
        proof=Text(
            "不写时段即本期，“近 n 期”也含本期；本期结果一经公布即在其中。",
            "without a window the period at hand is meant, and 'over n periods' holds it too: once "
            "published, its result is among them.",
        ),
        ways=(
            Text("时段写成“近 上 期”（即 over previous period）", "read 'over previous period'"),
            Text("改读既有星级台账（titles）", "read the titles held instead"),
            Text("只读其他方案的结果，并写明方案", "name the other scheme whose results are meant"),
        ),
        weight="contradiction" if not linked else "gap",
    )


def readings(scheme: Scheme) -> tuple[Reading, ...]:
    """What reads published results of the period at hand, and of which scheme."""
    return tuple(
        Reading(part, _meant(node), bool(node.link))
        for part in parts_of(scheme)
        if part.kind not in _AFTER
        for node in part.nodes()
        if isinstance(node, tree.Rows)
        and node.source == "register"
        and node.name == _RESULTS
        and not _earlier(node.window)
    )


def _earlier(window: tree.Window | None) -> bool:
    return window is not None and window.kind == "previous"


def _meant(rows: tree.Rows) -> str:
    """The scheme that the condition on the rows names; "" where it names none."""
    for node in walk(rows.where):
        if isinstance(node, tree.Compare) and isinstance(node.first, tree.Field):
            op, other = node.rest[0]
            if node.first.name == _SCHEME and op == "=" and isinstance(other, tree.Word):
                return other.value
    return ""


def ask_mutual_results(visit: Visit) -> Iterator[Finding]:
    """Schemes that read each other's results of the same period: neither can be rated first."""
    scheme = visit.scheme
    if not readings(scheme):
        return
    known = {one.id: one for one in (scheme, *peers_of(visit))}
    way = _circle(scheme.id, known)
    if not way:
        return
    parts = [one.part for one in readings(scheme) if one.scheme == way[1]]
    round_ = [Text(known[name].title.zh, known[name].title.en) for name in way]
    zh, en = " → ".join(t.zh for t in round_), " -> ".join(t.en for t in round_)
    yield Finding(
        kind="mutual-results",
        about=way,
        clauses=clauses_of(parts),
        said=Text(
            f"几个方案互相等对方本期的结果：{zh}，谁也不能先评。",
            f"Schemes wait for each other's results of the same period: {en}. None can come first.",
        ),
        proof=Text(
            "逐个方案查过读取 results 的规则，依次相连成圈。",
            "the rules that read results have been followed from scheme to scheme, into a circle.",
        ),
        ways=(
            Text("其中一个改读上一期的结果", "let one of them read the period before"),
            Text("其中一个改读原始台账", "let one of them read the registers themselves"),
        ),
        weight="contradiction",
    )


def _circle(start: str, known: dict[str, Scheme]) -> tuple[str, ...]:
    """The first way from ``start`` back to it, with it at both ends; empty if there is none."""
    waiting: list[tuple[str, ...]] = [(start,)]
    done = {start}
    while waiting:
        way = waiting.pop(0)
        for one in readings(known[way[-1]]):
            if one.scheme == start and len(way) > 1:
                return (*way, start)
            if one.scheme in known and one.scheme not in done:
                done.add(one.scheme)
                waiting.append((*way, one.scheme))
    return ()
