"""What a scheme cites: clauses that are not there, rules without one, readings that decide nothing.

With a list of clauses (clauses.nt) most of this is a fault at load; the rest is asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from xingping.doctor.finding import Finding
from xingping.doctor.parts import Part, clauses_of, parts_of
from xingping.doctor.visit import Visit
from xingping.doctor.wording import cited, listed
from xingping.policy.language import tree
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

_RATING = {
    "standard",
    "line",
    "bands",
    "rank",
    "not_rated",
    "exempt",
    "veto",
    "gate",
    "quota",
    "target",
}
_LAST_NUMBER = re.compile(r"(.*?)(\d{1,3})", re.ASCII)


def ask_missing_clauses(visit: Visit) -> Iterator[Finding]:
    """Rules that name a clause as a word, which the scheme does not have."""
    scheme = visit.scheme
    prefix = f"{scheme.clause_prefix}-"
    if not scheme.clauses.says or prefix == "-":
        return
    for part in parts_of(scheme):
        for node in part.nodes():
            if not isinstance(node, tree.Word) or node.type != tree.TEXT:
                continue
            if node.value.startswith(prefix) and node.value not in scheme.clauses.says:
                yield _missing(part, node.value)


def _missing(part: Part, clause: str) -> Finding:
    where = cited(part.clauses)
    return Finding(
        kind="missing-clause",
        about=(part.id, clause),
        clauses=part.clauses,
        said=Text(
            f"“{part.title.zh}”{where.zh}的规则提到条款 {clause}，而条款目录里没有它，永远查不到记录。",
            f"The rule of '{part.title.en}'{where.en} names the clause {clause}, which is not there: "
            "no record will ever bear it.",
        ),
        proof=Text(f"条款目录中没有 {clause}。", f"clauses.nt has no {clause}."),
        ways=(
            Text("改正规则中的条款号", "mend the id in the rule"),
            Text("在条款目录中补上", "add the clause"),
        ),
        weight="contradiction",
        at=part.at,
    )


def ask_idle_assumptions(visit: Visit) -> Iterator[Finding]:
    """Readings that nothing cites (with a list of clauses this is a fault at load)."""
    scheme = visit.scheme
    if scheme.clauses.says:
        return
    used = {name for part in parts_of(scheme) for name in part.assumes} | {scheme.nested}
    used |= set(scheme.every.assumes)
    used |= {name for local in scheme.local.values() for name in local.assumes}
    idle = [one for one in scheme.assumptions.values() if one.id not in used]
    if not idle:
        return
    names = listed(one.id for one in idle)
    yield Finding(
        kind="idle-assumption",
        about=tuple(one.id for one in idle),
        clauses=tuple(dict.fromkeys(c for one in idle for c in one.decides)),
        said=Text(
            f"执行口径 {names.zh} 没有条目引用：换一种读法，结果一样。",
            f"The assumptions {names.en} are cited by nothing: another reading changes no result.",
        ),
        proof=Text(
            "各条、各步所引用的执行口径逐一查过，没有它们。",
            "what every rule and step cites has been gone through: they are not among it.",
        ),
        ways=(
            Text("在它所决定的条目里写“执行口径”（assumes）", "write 'assumes' where it decides"),
            Text("删去", "take it out"),
        ),
        weight="note",
    )


def ask_rules_without_clause(visit: Visit) -> Iterator[Finding]:
    """Rules that rate and come from no clause and no reading; one finding for all of them."""
    scheme = visit.scheme
    found = [
        part
        for part in parts_of(scheme)
        if part.kind in _RATING and not part.clauses and not part.assumes
    ]
    if not found:
        return
    items = listed(part.title for part in found)
    yield Finding(
        kind="rule-without-clause",
        about=tuple(part.id for part in found),
        clauses=(),
        said=Text(
            f"有{len(found)}条规则没有写出自哪一条款：{items.zh}。被问到依据时无从回答。",
            f"{len(found)} rules do not say which clause they come from: {items.en}. "
            "Whoever asks what they rest on gets no answer.",
        ),
        proof=Text(
            "逐条查过，这些规则及其所在标准都没有写“条款”（clause）和“执行口径”（assumes）。",
            "gone through one by one: neither they nor their criterion has 'clause' or 'assumes'.",
        ),
        ways=(
            Text("写上“条款”（clause）", "write the clause"),
            Text(
                "原文没有的，写成执行口径并引用",
                "if the source has none, state it as an assumption",
            ),
        ),
        weight="note",
    )


def ask_shown_and_computed(visit: Visit) -> Iterator[Finding]:
    """Clauses said to be only shown, which a rule cites."""
    scheme = visit.scheme
    computed = [part for part in parts_of(scheme) if part.rules]
    both = [clause for clause in clauses_of(computed) if clause in scheme.clauses.shown]
    if not both:
        return
    names = listed(both)
    yield Finding(
        kind="shown-and-computed",
        about=tuple(both),
        clauses=tuple(both),
        said=Text(
            f"条款 {names.zh} 写明“只展示”，却有规则据以计算。",
            f"The clauses {names.en} are said to be only shown, yet rules compute by them.",
        ),
        proof=Text(
            f"引用它们的有：{listed(_citing(computed, both)).zh}。",
            f"cited by {listed(_citing(computed, both)).en}.",
        ),
        ways=(
            Text("从“只展示”（shown）中删去", "take them out of 'shown'"),
            Text("改正规则所引的条款", "mend the clause that the rules cite"),
        ),
        weight="note",
    )


def _citing(parts: list[Part], clauses: list[str]) -> list[Text]:
    return [part.title for part in parts if set(part.clauses) & set(clauses)]


def ask_skipped_clauses(visit: Visit) -> Iterator[Finding]:
    """Numbers left out between two clauses, and two clauses that say the same."""
    says = visit.scheme.clauses.says
    skipped = [name for name in _between(visit.scheme) if name not in says]
    if skipped:
        names = listed(skipped)
        yield Finding(
            kind="skipped-clause",
            about=tuple(skipped),
            clauses=(),
            said=Text(
                f"条款目录跳过了 {names.zh}，可能漏列。",
                f"The list of clauses skips {names.en}: they may have been forgotten.",
            ),
            proof=Text(
                "同一级的前后编号都在，中间缺号。",
                "the numbers before and after stand in the list, those between do not.",
            ),
            ways=(
                Text(
                    "补列并写明规则或只展示的理由",
                    "add them, with a rule or why they are only shown",
                ),
                Text(
                    "原文确无此号的，记为已知",
                    "accept the finding if the source has no such number",
                ),
            ),
            weight="note",
        )
    yield from _same_twice(visit.scheme)


def _between(scheme: Scheme) -> Iterator[str]:
    """The ids missing between the numbers of one parent: A-2.1, A-2.3 lack A-2.2."""
    numbers: dict[str, list[int]] = {}
    for clause in scheme.clauses.says:
        found = _LAST_NUMBER.fullmatch(clause)
        if found:
            numbers.setdefault(found[1], []).append(int(found[2]))
    for parent, there in numbers.items():
        if "." not in parent:  # chapters may be shared out among schemes
            continue
        for low, high in pairwise(sorted(there)):
            yield from (f"{parent}{number}" for number in range(low + 1, high))


def _same_twice(scheme: Scheme) -> Iterator[Finding]:
    by_text: dict[str, list[str]] = {}
    for clause, said in scheme.clauses.says.items():
        by_text.setdefault(said.zh, []).append(clause)
    for text, clauses in by_text.items():
        if len(clauses) > 1:
            names = listed(clauses)
            yield Finding(
                kind="clause-twice",
                about=tuple(clauses),
                clauses=tuple(clauses),
                said=Text(
                    f"条款 {names.zh} 的内容完全相同：“{text}”。",
                    f"The clauses {names.en} say exactly the same.",
                ),
                proof=Text("逐字比较过。", "compared letter by letter."),
                ways=(
                    Text("核对原文，改正其中一条", "compare with the source and mend one"),
                    Text("合并为一条", "make them one"),
                ),
                weight="note",
            )
