"""Values, levels and vetoes of a scheme that change nothing."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.doctor.finding import Finding
from xingping.doctor.parts import Part, clauses_of, parts_of
from xingping.doctor.population.places import moved_to
from xingping.doctor.visit import Visit
from xingping.doctor.wording import cited, listed
from xingping.policy.language import tree
from xingping.policy.scheme.outcome import FIRST_YEAR, Level, Veto
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

_WAYS = (
    Text("删去", "take it out"),
    Text("在该用它的规则里用上", "use it in the rule that was meant to"),
)
_NAMED = {"parameter", "result", "rank", "helper"}
_SHOWN = {"score", "honours", "points"}  # what a rating shows even where no rule names it


def ask_unused_names(visit: Visit) -> Iterator[Finding]:
    """Parameters, ranks and helpers, and results that neither a rule reads nor a clause asks for."""
    scheme = visit.scheme
    parts = parts_of(scheme)
    used = _SHOWN | {name for part in parts for node in part.nodes() for name in _names(node)}
    used |= {FIRST_YEAR} if _has_years(scheme) else set()
    idle = [part for part in parts if part.kind in _NAMED and part.id not in used]
    idle = [part for part in idle if not _shown(scheme, part)]
    if not idle:
        return
    names = listed(part.title for part in idle)
    yield Finding(
        kind="unused-names",
        about=tuple(part.id for part in idle),
        clauses=clauses_of(idle),
        said=Text(
            f"设了而没有规则用到：{names.zh}。取什么值都不影响评定。",
            f"Defined and used by no rule: {names.en}. Their value changes no rating.",
        ),
        proof=Text(
            "逐条查过本方案全部规则，没有一条提到它们。",
            "every rule of the scheme has been gone through: none names them.",
        ),
        ways=_WAYS,
        weight="note",
    )


def _names(node: tree.Node) -> Iterator[str]:
    if isinstance(node, tree.Ref):
        yield node.name
        if node.what == "criterion":
            yield node.part


def _has_years(scheme: Scheme) -> bool:
    """Whether the first year is needed without a rule that says so."""
    return scheme.campaign is not None or any(
        target.year is not None for target in scheme.targets.values()
    )


def _shown(scheme: Scheme, part: Part) -> bool:
    """A result that a clause asks for, or without any stars, and the rank by which places go."""
    if part.kind == "result":
        return bool(part.clauses) or scheme.stars.rule is None
    first = [rule.tree for rule in part.rules[:1]]
    by = [rule.tree for quota in scheme.quotas.values() for rule in quota.by[:1]]
    return part.kind == "rank" and any(tree_ in by for tree_ in first)


def ask_unused_levels(visit: Visit) -> Iterator[Finding]:
    """Levels that no band, standard, rule, veto, gate or quota gives."""
    scheme = visit.scheme
    given = _given(scheme)
    if given is None:
        return
    idle = [level for level in scheme.levels[1:] if level.id not in given]
    if not idle:
        return
    names = listed(level.title for level in idle)
    yield Finding(
        kind="unused-levels",
        about=tuple(level.id for level in idle),
        clauses=tuple(scheme.stars.clause.split()),
        said=Text(
            f"等级{names.zh}没有人能得到：分数段、各档要求、否决和名额都没有给出它。",
            f"Nobody can get the level {names.en}: no band, standard, veto or quota gives it.",
        ),
        proof=Text(
            "星级规则所取的各值逐一查过，没有这一等级。",
            "the values that the rule of the stars can take have been gone through one by one.",
        ),
        ways=(
            Text("补上它的分数段或要求", "give it a band or a standard"),
            Text("删去这一等级", "take the level out"),
        ),
        weight="contradiction",
    )


def _given(scheme: Scheme) -> set[str] | None:
    """The ids of the levels that something gives; None where the stars are computed as numbers."""
    given = {veto.then.value for veto in scheme.vetoes.values() if veto.then.target == "stars"}
    given |= {gate.other.value for gate in scheme.gates.values() if gate.other.target == "stars"}
    given |= moved_to(scheme)
    given |= {scheme.exempt.stars} if scheme.exempt and scheme.exempt.stars else set()
    if scheme.stars.rule is None:
        return None
    found = _values(scheme.stars.rule.tree, scheme)
    return None if found is None else given | found


def _values(node: tree.Node, scheme: Scheme) -> set[str] | None:
    """The levels a rule can give; None where that cannot be read off its shape."""
    match node:
        case tree.Word():
            return {node.value}
        case tree.Number():
            return {level.id for level in scheme.levels if level.value == node.value}
        case tree.Ref():
            return _of_name(node, scheme)
        case tree.Call(function="lower" | "higher"):
            return _all(node.args, scheme)
        case tree.If():
            return _all((node.then, node.other), scheme)
        case tree.By():
            rest = () if node.rest is None else (node.rest,)
            return _all((*(arm.value for arm in node.arms), *rest), scheme)
        case _:
            return None


def _of_name(ref: tree.Ref, scheme: Scheme) -> set[str] | None:
    if ref.what == "result":
        return _values(scheme.results[ref.name].rule.tree, scheme)
    if (ref.what, ref.name) == ("system", "band"):
        return set(scheme.bands.rules) if scheme.bands else set()
    if (ref.what, ref.name) == ("system", "standards"):
        return {level for c in scheme.criteria.values() for level in c.standards}
    return None


def _all(nodes: tuple[tree.Node, ...], scheme: Scheme) -> set[str] | None:
    found = [_values(node, scheme) for node in nodes]
    if any(values is None for values in found):
        return None
    return {value for values in found if values for value in values}


def ask_idle_vetoes(visit: Visit) -> Iterator[Finding]:
    """Vetoes whose effect lowers nothing."""
    scheme = visit.scheme
    for veto in scheme.vetoes.values():
        why = _idle(scheme, veto)
        if why is None:
            continue
        clauses = tuple(veto.clause.split())
        where = cited(clauses)
        yield Finding(
            kind="idle-veto",
            about=(veto.id,),
            clauses=clauses,
            said=Text(
                f"否决“{veto.title.zh}”{where.zh}不起作用：{why.zh}。",
                f"The veto '{veto.title.en}'{where.en} has no effect: {why.en}.",
            ),
            proof=Text(f"{why.zh}，有无该情形结果相同。", f"{why.en}: with and without it alike."),
            ways=(
                Text("改为更低的等级", "set or cap it lower"),
                Text("删去这条否决", "take the veto out"),
            ),
            weight="contradiction",
            at=veto.when.at,
        )


def _idle(scheme: Scheme, veto: Veto) -> Text | None:
    if veto.unranked and scheme.ranks:
        return None
    effect, top = veto.then, scheme.levels[-1]
    if effect.target == "stars" and effect.op == "<=" and effect.value == top.id:
        return Text(
            f"它把星级限在“{top.title.zh}”以内，而这已是最高一档",
            f"it caps the stars at '{top.title.en}', which is the highest level",
        )
    if effect.target == "stars" and effect.op == "=" and _never_lowers(scheme, veto, top):
        return Text(
            f"它定为“{top.title.zh}”，即最高一档，等于奖励",
            f"it sets '{top.title.en}', the highest level, which is a reward",
        )
    if effect.target != "stars" and not _read(scheme, effect.target):
        zh = "考核分" if effect.target == "score" else "评先资格"
        return Text(
            f"它只改变{zh}，而本方案没有规则读取{zh}",
            f"it changes only the {effect.target}, which no rule of the scheme reads",
        )
    return None


def _never_lowers(scheme: Scheme, veto: Veto, top: Level) -> bool:
    return len(scheme.levels) > 1 and veto.then.value == top.id


def _read(scheme: Scheme, target: str) -> bool:
    """Whether a rule reads it; a score, and a named result, are shown for their own sake."""
    if target in scheme.results:
        return True
    return any(target in _names(node) for part in parts_of(scheme) for node in part.nodes())
