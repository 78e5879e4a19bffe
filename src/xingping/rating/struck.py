"""Why a veto applies to a subject, does not, or is not yet known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from xingping.policy.language import tree
from xingping.policy.sentences import with_facts
from xingping.policy.sentences.measured import Verdict
from xingping.policy.sentences.missing import quoted
from xingping.policy.words import Lang, Text
from xingping.rating.compile.conditions import inverse
from xingping.rating.compile.place import At
from xingping.rating.explaining import Reason, Wording
from xingping.rating.lens import Lens
from xingping.rating.measuring import Facts, measured, nodes_of
from xingping.rating.reach import Future, event_days, register_of, until

STATES: dict[Verdict, Text] = {
    "met": Text("不存在", "does not apply"),
    "not_met": Text("存在", "applies"),
    "not_yet_known": Text("待定", "not yet known"),
}


def veto_reason(name: str, lens: Lens, future: Future, wording: Wording) -> Reason:
    """Met: it certainly does not apply; not met: it does; with what can still change."""
    veto = wording.scheme.vetoes[name]
    low, high = lens.cond(lens.compiled.outputs.vetoes[name])
    verdict: Verdict = "not_met" if low else "not_yet_known" if high else "met"
    node, at = veto.when.tree, At()
    seen = list(nodes_of(node, at, lens))
    facts = measured(seen, at, lens)
    registers = {s.node: register_of(s.node) for s in seen}
    sentence = Text(
        _said(name, verdict, facts, wording, "zh"), _said(name, verdict, facts, wording, "en")
    )
    found = tuple(m for n, m in facts.items() if registers[n])
    reason = Reason(verdict, veto.clause, sentence, veto.assumes, found, registers=registers)
    if verdict == "met":
        return reason
    setting = lens.compiled.setting
    condition = future.compiled.outputs.vetoes[name]
    if future.lens(setting.on).cond(condition)[0]:
        return replace(reason, reach="settled", again=date.fromordinal(setting.period.end + 1))
    end = until(future, inverse(condition), event_days(future, node, setting.on))
    by = tuple(future.closers(node))
    needs = wording.need(tree.Not(node), facts, end)  # that it does not apply
    return replace(reason, reach="open", until=end, by=by, needs=needs)


def _said(name: str, verdict: Verdict, facts: Facts, wording: Wording, lang: Lang) -> str:
    veto = wording.scheme.vetoes[name]
    scheme, year, values = wording.scheme, wording.year, wording.parameters
    plain = {n: m for n, m in facts.items() if not isinstance(m.value, bool) or m.rows}
    told = (
        ""
        if verdict == "met"
        else with_facts(veto.when.tree, scheme, lang, plain, year=year, values=values)
    )
    state = STATES[verdict](lang)
    if lang == "zh":
        lead = f"{quoted(veto.title.zh)}{state}"
        return f"{lead}：{told}（{veto.clause}）。" if told else f"{lead}（{veto.clause}）。"
    lead = f"'{veto.title.en}' {state}"
    return f"{lead}: {told} ({veto.clause})." if told else f"{lead} ({veto.clause})."
