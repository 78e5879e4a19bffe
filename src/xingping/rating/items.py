"""Reasons of a scheme that rates by points: why each item has its points, and each veto."""

from __future__ import annotations

from fractions import Fraction

from xingping.policy.language import tree
from xingping.policy.language.tree import Node
from xingping.policy.scheme.criterion import Criterion, Line
from xingping.policy.sentences import with_facts
from xingping.policy.sentences.measured import Bounds, Measured, Verdict
from xingping.policy.sentences.missing import missing_words
from xingping.policy.sentences.results import points_words
from xingping.policy.sentences.walk import children
from xingping.policy.words import Lang, Text
from xingping.rating.compile.place import At
from xingping.rating.explaining import Reason, Wording
from xingping.rating.lens import Lens
from xingping.rating.measuring import Facts, measured, nodes_of
from xingping.rating.outcome import Range
from xingping.rating.reach import Future, closers, event_days, folds_under, until

Reasons = dict[str, dict[str, Reason]]


def item_reasons(lens: Lens, future: Future, wording: Wording) -> Reasons:
    """By item and by veto clause, at the highest level."""
    top = wording.scheme.levels[-1].id
    found: Reasons = {}
    for criterion in wording.scheme.criteria.values():
        if criterion.by_line:
            for line in criterion.lines.values():
                found[line.id] = {top: _item(line.id, criterion, [line], lens, future, wording)}
        elif criterion.item in lens.compiled.outputs.items:
            lines = list(criterion.lines.values())
            found[criterion.item] = {
                top: _item(criterion.item, criterion, lines, lens, future, wording)
            }
    for name in wording.scheme.vetoes:
        clause = wording.scheme.vetoes[name].clause
        found[clause or name] = {top: _veto(name, lens, future, wording)}
    return found


def _item(
    key: str, criterion: Criterion, lines: list[Line], lens: Lens, future: Future, wording: Wording
) -> Reason:
    """Full points are met, fewer for certain not met, else not yet known."""
    at = At(criterion=criterion.id)
    trees = [line.rule.tree for line in lines]
    every = wording.scheme.every.points
    if criterion.points is not None:
        trees = [criterion.points.tree]
    elif not lines and every is not None:
        trees = [every.tree]
    seen = [s for node in [*trees, *_helpers(trees, wording)] for s in nodes_of(node, at, lens)]
    facts = measured(seen, at, lens)
    trees = [*trees, *_helpers(trees, wording)]
    now = lens.range(lens.compiled.outputs.items[key])
    most = lines[0].high if len(lines) == 1 and criterion.by_line else criterion.high
    full = most is not None and now.low is not None and now.low >= most
    verdict: Verdict = "met" if full else "not_yet_known" if now.known is None else "not_met"
    clause = (lines[0].clause if criterion.by_line else "") or criterion.clause
    sentence = Text(
        _said(criterion, lines, now, trees, facts, wording, clause, "zh"),
        _said(criterion, lines, now, trees, facts, wording, clause, "en"),
    )
    registers = {s.node: next((f.rows.name for f in folds_under(s.node)), "") for s in seen}
    reason = Reason(
        verdict,
        clause,
        sentence,
        criterion.assumes,
        tuple(m for node, m in facts.items() if registers[node]),
        registers=registers,
    )
    return reason if full else _item_reach(reason, key, now, trees, facts, lens, future, wording)


def _helpers(trees: list[Node], wording: Wording) -> list[Node]:
    """The rules of the helpers that these rules name, whose records are not told otherwise."""
    helpers = wording.scheme.every.helpers
    named = [n.name for node in trees for n in _below(node) if isinstance(n, tree.Ref)]
    return [helpers[name].rule.tree for name in dict.fromkeys(named) if name in helpers]


def _item_reach(
    reason: Reason,
    key: str,
    now: Range,
    trees: list[Node],
    facts: Facts,
    lens: Lens,
    future: Future,
    wording: Wording,
) -> Reason:
    from dataclasses import replace

    day = lens.compiled.setting.on
    later = future.lens(day).range(future.compiled.outputs.items[key])
    low = now.low
    if low is not None and later.high is not None and later.high <= low:
        return replace(reason, reach="settled", again=lens.compiled.setting.year + 1)
    by: dict[str, None] = {}
    for node in trees:
        by |= dict.fromkeys(closers(future, node))
    top = Text(
        f"最高可得{points_words(Bounds(later.high, later.high), 'zh')}分",
        f"at most {points_words(Bounds(later.high, later.high), 'en')} points",
    )
    missing = dict.fromkeys(m for one in facts.values() for m in one.missing)
    if missing:
        from xingping.policy.sentences import missing_words

        zh = "、".join(dict.fromkeys(missing_words(m, wording.scheme, "zh") for m in missing))
        en = ", ".join(dict.fromkeys(missing_words(m, wording.scheme, "en") for m in missing))
        top = Text(f"{zh}；{top.zh}", f"{en}; {top.en}")
    return replace(reason, reach="open", by=tuple(by), needs=top)


def _said(
    criterion: Criterion,
    lines: list[Line],
    now: Range,
    trees: list[Node],
    facts: Facts,
    wording: Wording,
    clause: str,
    lang: Lang,
) -> str:
    title = lines[0].text(lang) if criterion.by_line else criterion.title(lang)
    told = [part for node in trees for part in _parts(node, facts, wording, lang)]
    semicolon = "；" if lang == "zh" else "; "
    found = semicolon.join(one for one in dict.fromkeys(told) if one)
    worth = points_words(Bounds(now.low, now.high), lang)
    if lang == "zh":
        lead = f"“{title}”得{worth}分"
        return f"{lead}：{found}（{clause}）。" if found else f"{lead}（{clause}）。"
    lead = f"'{title}' earns {worth} points"
    return f"{lead}: {found} ({clause})." if found else f"{lead} ({clause})."


def _parts(node: Node, facts: Facts, wording: Wording, lang: Lang) -> list[str]:
    """What was found for one line: the reviewer's points, the records that earn some, what is missing."""
    scheme, year, values = wording.scheme, wording.year, wording.parameters
    if isinstance(node, tree.Asked):
        return [_given(facts[node], wording, lang)]
    folds = [n for n in facts if isinstance(n, tree.Fold) and n in _below(node)]
    said = [_nothing(facts[n], wording, lang) for n in folds if not facts[n].rows]
    kept = {n: m for n, m in facts.items() if m.rows or not isinstance(n, tree.Fold | tree.Asked)}
    told = with_facts(node, scheme, lang, kept, year=year, values=values)
    asked = [_given(facts[n], wording, lang) for n in facts if isinstance(n, tree.Asked)]
    return [one for one in (told, *said, *asked) if one]


def _given(one: Measured, wording: Wording, lang: Lang) -> str:
    missing = [missing_words(m, wording.scheme, lang) for m in one.missing]
    value = one.value
    if not isinstance(value, Fraction | int) or isinstance(value, bool):
        return ("、" if lang == "zh" else ", ").join(missing)
    shown = points_words(Bounds(Fraction(value), Fraction(value)), lang)
    return f"审核人评{shown}分" if lang == "zh" else f"given {shown} by the reviewer"


def _nothing(one: Measured, wording: Wording, lang: Lang) -> str:
    """No record: what is missing where that leaves the points open, else that there is none."""
    unkept = [missing_words(m, wording.scheme, lang) for m in one.missing if m.kind != "no_record"]
    if unkept:
        return ("、" if lang == "zh" else ", ").join(unkept)
    node = one.node
    if not isinstance(node, tree.Fold) or node.rows.source != "register":
        return ""
    register = wording.scheme.catalogue.registers[node.rows.name]
    return (
        f"没有计分的{register.title.zh}" if lang == "zh" else f"no {register.title.en} that counts"
    )


def _below(node: Node) -> set[Node]:
    return {node} | {below for child in children(node) for below in _below(child)}


def _veto(name: str, lens: Lens, future: Future, wording: Wording) -> Reason:
    """Met: it certainly does not apply; not met: it does."""
    from dataclasses import replace

    veto = wording.scheme.vetoes[name]
    low, high = lens.cond(lens.compiled.outputs.vetoes[name])
    verdict: Verdict = "not_met" if low else "not_yet_known" if high else "met"
    node, at = veto.when.tree, At()
    seen = list(nodes_of(node, at, lens))
    facts = measured(seen, at, lens)
    scheme, year, values = wording.scheme, wording.year, wording.parameters

    def said(lang: Lang) -> str:
        plain = {n: m for n, m in facts.items() if not isinstance(m.value, bool) or m.rows}
        told = (
            ""
            if verdict == "met"
            else with_facts(node, scheme, lang, plain, year=year, values=values)
        )
        states = {
            "met": Text("不存在", "does not apply"),
            "not_met": Text("存在", "applies"),
            "not_yet_known": Text("待定", "not yet known"),
        }
        lead = (
            f"“{veto.title.zh}”{states[verdict].zh}"
            if lang == "zh"
            else (f"'{veto.title.en}' {states[verdict].en}")
        )
        if not told:
            return f"{lead}（{veto.clause}）。" if lang == "zh" else f"{lead} ({veto.clause})."
        return (
            f"{lead}：{told}（{veto.clause}）。"
            if lang == "zh"
            else f"{lead}: {told} ({veto.clause})."
        )

    registers = {s.node: next((f.rows.name for f in folds_under(s.node)), "") for s in seen}
    reason = Reason(
        verdict,
        veto.clause,
        Text(said("zh"), said("en")),
        veto.assumes,
        tuple(m for n, m in facts.items() if registers[n]),
        registers=registers,
    )
    if verdict == "met":
        return reason
    day = lens.compiled.setting.on
    condition = future.compiled.outputs.vetoes[name]
    if future.lens(day).cond(condition)[0]:
        return replace(reason, reach="settled", again=lens.compiled.setting.year + 1)
    by = tuple(closers(future, node))
    from xingping.rating.compile.conditions import inverse

    end = until(future, inverse(condition), day, event_days(future, node, day))
    return replace(reason, reach="open", until=end, by=by, needs=wording.need(node, facts, end))
