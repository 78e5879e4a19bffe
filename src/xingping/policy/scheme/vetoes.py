"""What goes before the score or overrules it: gates, exemptions, vetoes."""

from __future__ import annotations

import re
from typing import Literal

from xingping.policy.scheme.desk import shortened
from xingping.policy.scheme.entry import Entry
from xingping.policy.scheme.outcome import Effect, Exempt, Gate, NotRated, Veto
from xingping.policy.scheme.plain import as_number
from xingping.policy.scheme.work import Work
from xingping.policy.words import Text

_EFFECT = re.compile(r"([A-Za-z_]+|[\u3400-\u9fff]+)\s*(=|<=|≤)\s*(\S+)")
_STARS, _SCORE, _HONOURS = "stars", "score", "honours"
_CHINESE = {"星级": _STARS, "考核分": _SCORE, "荣誉": _HONOURS}
_SPELLED = {english: chinese for chinese, english in _CHINESE.items()}
_STATES = {
    state: (id_, words)
    for id_, words in (
        ("not_rated", Text("未参评", "not rated")),
        ("exempt", Text("免评", "exempt")),
    )
    for state in (words.zh, words.en)
}
_SHAPES = ("stars = 0", "stars <= 2", "score = 0", "honours = no")


def read_effect(work: Work, entry: Entry, key: str, *, states: bool = False) -> Effect:
    """What a veto or a gate does: ``stars = 0``, ``stars <= 2``, ``score = 0``, ``honours = no``.

    ``states``: a state (``not rated``) will do too.
    """
    said = entry.said(key)
    if said is None:
        return Effect(_STARS, "=", "")
    written = said.text.strip()
    if states and written in _STATES:
        state, words = _STATES[written]
        work.desk.spelled.option(said, words)
        return Effect("state", "=", state)
    found = _EFFECT.fullmatch(written)
    target = _CHINESE.get(found[1], found[1]) if found else ""
    if found is None or target not in {_STARS, _SCORE, _HONOURS}:
        work.desk.tell(
            said.at,
            f"读不懂处理结果“{shortened(written)}”",
            f"no effect is written '{shortened(written)}'",
            Text(f"可写：{'、'.join(_SHAPES)}", f"known: {', '.join(_SHAPES)}"),
        )
        return Effect(_STARS, "=", "")
    value = found[3]
    if target == _STARS:
        work.is_level(value, said.place(said.text.rfind(value)))
    elif (target == _SCORE) != (as_number(value) is not None) or (
        target == _HONOURS and value not in {"yes", "no", "是", "否"}
    ):
        work.desk.unknown(said.at, Text("处理结果", "effect"), written, _SHAPES)
    op: Literal["=", "<="] = "=" if found[2] == "=" else "<="
    sign = "=" if op == "=" else "≤"
    words = Text(f"{_SPELLED[target]} {sign} {value}", f"{target} {op} {value}")
    work.desk.spelled.option(said, words)
    return Effect(target, op, value)


def read_vetoes(work: Work, scheme: Entry) -> dict[str, Veto]:
    """The vetoes by id."""
    keys = ("title", "clause", "when", "then", "unranked", "assumes")
    vetoes = {}
    for name, value, _ in scheme.members("vetoes"):
        entry = work.entry(value, keys, ("title", "when", "then"))
        clause, assumes = work.cite(entry)
        when, then = work.condition(entry), read_effect(work, entry, "then")
        vetoes[name] = Veto(name, entry.title(), clause, when, then, entry.yes("unranked"), assumes)
    return vetoes


def read_gates(work: Work, scheme: Entry) -> dict[str, Gate]:
    """The gates by id, in the order they are passed."""
    gates = {}
    for name, value, _ in scheme.members("gates"):
        entry = work.entry(value, ("title", "clause", "when", "else", "assumes"), ("when", "else"))
        clause, assumes = work.cite(entry)
        title = entry.text("title") or Text(name, name)
        other = read_effect(work, entry, "else", states=True)
        if other.target not in {_STARS, "state"}:
            work.desk.tell(
                entry.place("else"),
                "门槛不过即终止，只能定为某一等级或未参评、免评，不能写分数或荣誉",
                "a gate that fails ends the process: it gives a level or a state, no score and no "
                "honours",
            )
        gates[name] = Gate(name, title, clause, work.condition(entry), other, assumes)
    return gates


def read_exempt(work: Work, scheme: Entry) -> Exempt | None:
    """Who is not rated."""
    written = scheme.get("exempt")
    if written is None:
        return None
    entry = work.entry(written, ("clause", "when", "stars", "assumes"), ("when",))
    clause, assumes = work.cite(entry)
    said = entry.said("stars")
    stars = work.said_level(said) if said else None
    return Exempt(clause, work.condition(entry), stars, assumes)


def read_not_rated(work: Work, scheme: Entry) -> NotRated | None:
    """Who takes no part this time."""
    written = scheme.get("not_rated")
    if written is None:
        return None
    entry = work.entry(written, ("clause", "when", "assumes"), ("when",))
    clause, assumes = work.cite(entry)
    return NotRated(clause, work.condition(entry), assumes)
