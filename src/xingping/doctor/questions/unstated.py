"""Ties, rounding and boundaries that are decided without a stated reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from xingping.doctor.finding import Finding
from xingping.doctor.parts import Part, clauses_of, nodes_behind, parts_of
from xingping.doctor.visit import Visit
from xingping.doctor.wording import STATE_READING, cited, listed
from xingping.policy.language import tree
from xingping.policy.scheme.nodes import parts as under
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_ROUNDING = {"floor", "ceil", "round"}
_COUNTED = {"all", "rated", "eligible"}


def ask_open_ties(visit: Visit) -> Iterator[Finding]:
    """Equals that stay undecided, without a step of the procedure that decides."""
    scheme = visit.scheme
    if any(step.ties for step in scheme.procedure.values()):
        return
    ranks = [rank.id for rank in scheme.ranks.values() if rank.ties == "undecided"]
    quotas = [quota.id for quota in scheme.quotas.values() if quota.ties == "undecided"]
    found = [
        part
        for part in parts_of(scheme)
        if (part.kind == "rank" and part.id in ranks)
        or (part.kind == "quota" and part.id in quotas)
    ]
    if not found:
        return
    items, where = listed(part.title for part in found), cited(clauses_of(found))
    yield Finding(
        kind="open-tie",
        about=tuple(part.id for part in found),
        clauses=clauses_of(found),
        said=Text(
            f"{items.zh}{where.zh}：同分时写明“待定”，但程序中没有一步来定，同分者会一直悬着。",
            f"{items.en}{where.en}: equals are left undecided, and no step of the procedure decides; "
            "they stay open for good.",
        ),
        proof=Text("程序各步都没有写“并列”（ties）。", "no step of the procedure has 'ties'."),
        ways=(
            Text("写明由谁定（并列: 由党委决定）", "say who decides: ties: decided by …"),
            Text("补充比较次序（“依据”即 by 后再加一项）", "add a further tie-breaker to 'by'"),
            Text("改为并列都取或都不取", "let equals share, or none of them in"),
        ),
    )


def ask_shared_ends(visit: Visit) -> Iterator[Finding]:
    """Bands that share an end as printed, read one way or the other without saying so."""
    bands = visit.scheme.bands
    if bands is None or bands.assumes:
        return
    counted = Counter(_NUMBER.findall(bands.printed))
    twice = [number for number, count in counted.items() if count > 1]
    if not twice:
        return
    clauses = tuple(bands.clause.split())
    ends, where = listed(twice), cited(clauses)
    yield Finding(
        kind="shared-ends",
        about=tuple(twice),
        clauses=clauses,
        said=Text(
            f"原文分数段“{bands.printed}”{where.zh}相邻两段共用{ends.zh}，恰好{ends.zh}分归哪一段，"
            "规则取了一种读法而没有写明。",
            f"The bands as printed, '{bands.printed}'{where.en}, share the end {ends.en}: the rules "
            "give it to one of them without saying why.",
        ),
        proof=Text(
            f"原文中{ends.zh}出现两次；bands 没有引用执行口径。",
            f"{ends.en} stands twice in the printed text, and the bands cite no assumption.",
        ),
        ways=(
            STATE_READING,
            Text("请制定机关明确含哪一端", "ask the issuing body which end is included"),
        ),
    )


def ask_unstated_rounding(visit: Visit) -> Iterator[Finding]:
    """Values rounded up, down or to the nearest where neither a reading nor anything else says so."""
    found = [
        part
        for part in parts_of(visit.scheme)
        if not part.assumes
        and any(isinstance(n, tree.Call) and n.function in _ROUNDING for n in part.nodes())
    ]
    if not found:
        return
    items, where = listed(part.title for part in found), cited(clauses_of(found))
    yield Finding(
        kind="unstated-rounding",
        about=tuple(part.id for part in found),
        clauses=clauses_of(found),
        said=Text(
            f"{items.zh}{where.zh}要取整或保留小数，怎样取没有写明依据，差一点就差一个名额或一档。",
            f"{items.en}{where.en} round, and nothing says why that way; a hair's breadth makes a "
            "place or a level.",
        ),
        proof=Text(
            "这些规则含舍去、进一或四舍五入，而没有引用执行口径。",
            "these rules use floor, ceil or round, and cite no assumption.",
        ),
        ways=(STATE_READING, Text("改成不必取整的写法", "write it so that nothing is rounded")),
        weight="note",
    )


def ask_broken_places(visit: Visit) -> Iterator[Finding]:
    """Places that are a share of a number and need not come out whole."""
    scheme = visit.scheme
    found = [
        part
        for part in parts_of(scheme)
        if part.kind == "quota"
        and not scheme.quotas[part.id].rounding
        and any(_broken(rule.tree) for rule in scheme.quotas[part.id].places.values())
    ]
    if not found:
        return
    items, where = listed(part.title for part in found), cited(clauses_of(found))
    yield Finding(
        kind="broken-places",
        about=tuple(part.id for part in found),
        clauses=clauses_of(found),
        said=Text(
            f"{items.zh}{where.zh}按比例算，人数不整时会得出几分之几个名额，没有写怎样取整。",
            f"{items.en}{where.en} are a share of a number; where it does not come out whole, "
            "nothing says how to round.",
        ),
        proof=Text(
            "名额规则是比例乘以人数，外面没有取整，也没有写“取整”（rounding）。",
            "the rule is a share times a number, with nothing that rounds it and no 'rounding'.",
        ),
        ways=(
            Text("写成 进一(…) 或 舍去(…)，即 ceil(…)、floor(…)", "write ceil(…) or floor(…)"),
            Text(
                "几档一起分的，用最大余数法（取整: 最大余数）", "use 'rounding: largest remainder'"
            ),
        ),
    )


def _broken(node: tree.Node) -> bool:
    """Whether the value may be a broken number: a share of a count that nothing rounds."""
    waiting: list[object] = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, tuple):
            waiting.extend(here)
        elif isinstance(here, tree.Arith) and here.op in {"*", "/"} and _of_count(here):
            return True
        elif not (isinstance(here, tree.Call) and here.function in _ROUNDING):
            waiting.extend(under(here))
    return False


def _of_count(node: tree.Arith) -> bool:
    sides = (node.left, node.right)
    counted = any(isinstance(side, tree.Ref) and side.name in _COUNTED for side in sides)
    parts = [side.value for side in sides if isinstance(side, tree.Number)]
    if node.op == "/":
        return counted and any(value != 1 for value in parts)
    return counted and any(value.denominator != 1 for value in parts)


def ask_overruling(visit: Visit) -> Iterator[Finding]:
    """Who is exempt and under a veto: the language lets exemption win; a scheme should say so."""
    scheme = visit.scheme
    exempt = scheme.exempt
    if exempt is None or exempt.assumes or not scheme.vetoes:
        return
    vetoes = listed(veto.title for veto in scheme.vetoes.values())
    clauses = tuple(
        dict.fromkeys(
            (*exempt.clause.split(), *(c for v in scheme.vetoes.values() for c in v.clause.split()))
        )
    )
    where = cited(clauses)
    yield Finding(
        kind="exempt-or-veto",
        about=("exempt", *scheme.vetoes),
        clauses=clauses,
        said=Text(
            f"既符合免评、又有否决情形（{vetoes.zh}）的怎么办，没有写明{where.zh}；现按免评处理。",
            f"Nothing says what becomes of who is exempt and under a veto ({vetoes.en}){where.en}; "
            "as it stands, the exemption wins.",
        ),
        proof=Text(
            "免评先于否决，是规则语言的约定；本方案没有引用执行口径。",
            "that exemption outranks a veto is how the language is; the scheme states no reading.",
        ),
        ways=(
            STATE_READING,
            Text("在免评条件中排除有否决情形的", "leave who is under a veto out of the exemption"),
        ),
        weight="note",
    )


def ask_bonus_line(visit: Visit) -> Iterator[Finding]:
    """Bonus points that lift a score over the line of a band, where no reading says they may."""
    scheme = visit.scheme
    if scheme.bands is None or scheme.bands.assumes:
        return
    behind = list(nodes_behind(scheme, scheme.bands.rules.values()))
    whole = any(isinstance(node, tree.Rows) and node.source == "criteria" for node in behind)
    named = {n.name for n in behind if isinstance(n, tree.Ref) and n.what == "criterion"}
    found = [
        part
        for part in parts_of(scheme)
        if part.kind == "criterion" and _bonus(scheme, part) and (whole or part.id in named)
    ]
    if not found:
        return
    items = listed(part.title for part in found)
    clauses = tuple(dict.fromkeys((*clauses_of(found), *scheme.bands.clause.split())))
    where = cited(clauses)
    yield Finding(
        kind="bonus-over-line",
        about=tuple(part.id for part in found),
        clauses=clauses,
        said=Text(
            f"{items.zh}计入定级的分数{where.zh}，靠加分过线算不算，没有写明。",
            f"{items.en} count towards the score that the bands read{where.en}; nothing says whether "
            "a line may be passed by them.",
        ),
        proof=Text(
            "分数段所读的分数含加分；加分和分数段都没有引用执行口径。",
            "the score of the bands contains them; neither they nor the bands cite an assumption.",
        ),
        ways=(
            STATE_READING,
            Text("定级用不含加分的分数", "let the bands read the score without bonus"),
        ),
        weight="note",
    )


def _bonus(scheme: Scheme, part: Part) -> bool:
    return scheme.criteria[part.criterion].bonus and not part.assumes
