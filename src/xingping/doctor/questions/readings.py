"""Decisions that a text leaves open and a scheme takes without saying so: caps, denominators, periods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xingping.doctor.finding import Finding
from xingping.doctor.parts import Part, clauses_of, parts_of
from xingping.doctor.visit import Visit
from xingping.doctor.wording import STATE_READING, cited, listed
from xingping.policy.language import tree
from xingping.policy.scheme.filling import limits
from xingping.policy.scheme.nodes import parts as under
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

NESTED, DENOMINATOR, PERIODS, FIXED = (
    "unstated-cap-order",
    "unstated-denominator",
    "unstated-period",
    "fixed-places",
)


def ask_cap_order(visit: Visit) -> Iterator[Finding]:
    """A capped block within a capped sum: which cap comes first decides, and no reading says."""
    scheme = visit.scheme
    found = [
        part
        for part in parts_of(scheme)
        if part.kind == "result" and not part.assumes and _caps_capped(scheme, part)
    ]
    if found:
        yield _made(
            NESTED,
            found,
            Text(
                "先给其中的分项封顶，再给合计封顶；先合计后封顶结果不同，没有写明先后。",
                "cap a block first and the sum after it; summing first gives other results, and nothing "
                "says which comes first.",
            ),
            Text(
                "规则在合计外封顶，所加的标准自己又有上限，还有减分；没有引用执行口径。",
                "the rule caps a sum of which a criterion is capped and another takes points off; no "
                "assumption is cited.",
            ),
            Text("只留一个上限", "keep one of the caps"),
        )


def ask_doubled_caps(visit: Visit) -> Iterator[Finding]:
    """Points that double in some cases, in a block with a cap: capped before or after, no reading says."""
    scheme = visit.scheme
    found = [
        part
        for part in parts_of(scheme)
        if part.kind == "line"
        and not part.assumes
        and any(_doubles(node) for node in part.nodes())
        and (
            scheme.criteria[part.criterion].high is not None
            or scheme.criteria[part.criterion].lines[part.id].high is not None
        )
    ]
    if found:
        yield _made(
            NESTED,
            found,
            Text(
                "有的情形加倍，又有上限：先加倍后封顶，还是先封顶后加倍，没有写明。",
                "double in some cases, under a cap: whether points double before the cap or after it is not "
                "written.",
            ),
            Text(
                "规则中一种情形的分值是另一种的整倍数，本项又有上限；没有引用执行口径。",
                "the rule gives a multiple of the points in one case, and the block has a cap; no assumption "
                "is cited.",
            ),
            Text("把加倍后的分值直接写成一档", "write the doubled points as a step of their own"),
        )


def _doubles(node: tree.Node) -> bool:
    """if(condition, 6, 3): one case earns a multiple of the other."""
    if not (isinstance(node, tree.If) and isinstance(node.then, tree.Number)):
        return False
    if not (isinstance(node.other, tree.Number) and node.other.value > 0 and node.then.value > 0):
        return False
    low, high = sorted((node.then.value, node.other.value))
    return high != low and (high / low).denominator == 1


def _caps_capped(scheme: Scheme, part: Part) -> bool:
    for node in part.nodes():
        if not (isinstance(node, tree.Call) and node.function in {"lower", "higher"}):
            continue
        named = {n.name for n in walk(node) if isinstance(n, tree.Ref) and n.what == "criterion"}
        capped = {name for name in named if scheme.criteria[name].high is not None}
        if capped and named - capped:
            return True
    return False


def ask_denominators(visit: Visit) -> Iterator[Finding]:
    """Lines that need not apply: whether they leave the denominator is taken, not stated."""
    scheme = visit.scheme
    found = [
        part
        for part in parts_of(scheme)
        if part.kind == "line"
        and not part.assumes
        and any(p is None for _, p in scheme.criteria[part.criterion].lines[part.id].options)
    ]
    if found:
        yield _made(
            DENOMINATOR,
            found,
            Text(
                "可以“不适用”：不适用时算满分、算零分还是不计入满分，没有写明。",
                "may not apply: whether that earns all, nothing, or leaves the denominator is not written.",
            ),
            Text(
                "选项中有“不适用”（-），该条没有引用执行口径。",
                "an option is 'not applicable' (-), and the line cites no assumption.",
            ),
            Text("改为没有此情形的按满分计", "let 'nothing of the kind' earn all points"),
        )


def ask_periods(visit: Visit) -> Iterator[Finding]:
    """Several results within one year: which of them counts at its end is taken, not stated."""
    scheme = visit.scheme
    found = [p for p in parts_of(scheme) if p.kind == "stars" and not p.assumes]
    several = scheme.cycle.unit in {"day", "week", "month", "quarter", "half"}
    found = [part for part in found if several or _latest(scheme, part)]
    if found:
        yield _made(
            PERIODS,
            found,
            Text(
                "一年之内可以有几个结果，年终评先、兑现以哪一个为准，没有写明。",
                "can come to several results within a year; which of them counts at its end is not written.",
            ),
            Text(
                "评定周期短于一年，或取最近一次调整的等级；定星规则没有引用执行口径。",
                "the period is shorter than a year, or the latest change of level is taken; the rule cites "
                "no assumption.",
            ),
            Text("年终另设一次评定", "rate once more at the end of the year"),
        )


def _latest(scheme: Scheme, part: Part) -> bool:
    """Whether the level is that of the latest of several records, not a condition on it."""
    waiting: list[object] = [rule.tree for rule in part.rules]
    while waiting:
        here = waiting.pop()
        if isinstance(here, tuple):
            waiting.extend(here)
        elif isinstance(here, tree.Fold):
            rows = here.rows
            own = rows.source == "register" and scheme.catalogue.registers[rows.name]
            if here.fold == "last" and own and own.date and rows.window is None:
                return True
        elif not isinstance(here, (tree.Compare, tree.Logic, tree.Not)):
            waiting.extend(under(here))
    return False


def ask_fixed_places(visit: Visit) -> Iterator[Finding]:
    """Places that are so many, however many there are: past these, the rest go without."""
    scheme = visit.scheme
    for part in parts_of(scheme):
        if part.kind != "quota" or not limits(scheme.quotas[part.id]):
            continue
        trees = [rule.tree for rule in scheme.quotas[part.id].places.values()]
        numbers = [
            node.value for node in trees if isinstance(node, tree.Number) and not node.percent
        ]
        if not numbers or len(numbers) != len(trees):
            continue
        total = sum(numbers)
        if visit.units is not None and visit.units <= total:
            continue
        rest = _without(visit.units, int(total))
        yield _made(
            FIXED,
            [part],
            Text(
                f"共{total}个名额，不随参评个数变：超过{total}个的，其余再好也没有{rest.zh}。",
                f"has {total} places however many take part: of more than {total}, the rest go without "
                f"however good they are{rest.en}.",
            ),
            Text(
                f"各档名额都是定数，合计{total}。",
                f"all places are fixed numbers; their sum is {total}.",
            ),
            Text("名额改按参评个数的比例", "let the places be a share of those that take part"),
        )


def _without(units: int | None, places: int) -> Text:
    if units is None:
        return Text("", "")
    return Text(
        f"，{units}个中有{units - places}个没有名额", f": of {units}, {units - places} go without"
    )


def _made(kind: str, found: Sequence[Part], what: Text, proof: Text, way: Text) -> Finding:
    items, where = listed(part.title for part in found), cited(clauses_of(found))
    return Finding(
        kind=kind,
        about=tuple(part.id for part in found),
        clauses=clauses_of(found),
        said=Text(f"{items.zh}{where.zh}{what.zh}", f"{items.en}{where.en} {what.en}"),
        proof=proof,
        ways=(STATE_READING, way),
        weight="note",
        at=found[0].at,
    )
