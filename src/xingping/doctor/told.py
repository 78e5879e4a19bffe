"""Findings as text for a terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xingping.doctor.examine import Examination, Seen
from xingping.doctor.finding import Finding, Witness
from xingping.doctor.kinds import KINDS, WEIGHTS
from xingping.doctor.pasted import example_lines
from xingping.policy.scheme.example import Example
from xingping.policy.words import Lang, Text

_OPEN = Text("未判定", "open")


def lines(seen: Seen, number: int, lang: Lang = "zh", *, cases: bool = False) -> Iterator[str]:
    """One finding: its heading, its sentences, what accepts it or the digest to accept it by.

    ``cases``: with the facts of its case, as a worked example that can be pasted into the scheme.
    """
    finding = seen.finding
    weight = WEIGHTS[finding.weight] if finding.settled else _OPEN
    clauses = " ".join(finding.clauses)
    yield f"{number}. [{weight(lang)}] {title(finding)(lang)}" + (
        f" ({clauses})" if clauses else ""
    )
    for line in finding.lines(lang):
        yield f"   {line}"
    if cases and finding.witness is not None:
        yield from (f"     {line}" for line in example_lines(finding.witness.example))
    if seen.accepted is not None:
        yield ("   已接受：" if lang == "zh" else "   accepted: ") + seen.accepted.why(lang)
    elif finding.settled:
        lead = "   发现编号" if lang == "zh" else "   finding"
        yield f"{lead} {finding.kind} {finding.digest()}"


def title(finding: Finding) -> Text:
    """What findings of this kind are called."""
    return KINDS.get(finding.kind, Text(finding.kind, finding.kind))


def as_json(examination: Examination, lang: Lang = "zh") -> dict[str, object]:
    """The object that ``doctor --format json`` prints."""
    return {
        "scheme": examination.scheme.id,
        "digest": examination.scheme.digest,
        "seconds": f"{examination.seconds:.2f}",
        "findings": [_finding(one, lang) for one in examination.seen],
        "stale": [one.id for one in examination.stale],
    }


def _finding(seen: Seen, lang: Lang) -> dict[str, object]:
    finding = seen.finding
    accepted = seen.accepted
    return {
        "kind": finding.kind,
        "title": title(finding)(lang),
        "weight": finding.weight,
        "settled": finding.settled,
        "concerns": list(finding.about),
        "clauses": list(finding.clauses),
        "said": finding.said(lang),
        "witness": _witness(finding.witness, lang),
        "proof": finding.proof(lang) if finding.proof else None,
        "ways": [way(lang) for way in finding.ways],
        "facts": dict(finding.facts),
        "place": str(finding.at) if finding.at else None,
        "digest": finding.digest(),
        "accepted": {"id": accepted.id, "why": accepted.why(lang)} if accepted else None,
    }


def _witness(witness: Witness | None, lang: Lang) -> dict[str, object] | None:
    if witness is None:
        return None
    return {
        "said": witness.said(lang),
        "facts": witness.facts(lang) if witness.facts else None,
        "example": example_as_json(witness.example),
    }


def example_as_json(example: Example) -> dict[str, object]:
    """The facts and expectations of an example, as its file says them."""
    left_out = {"at", "title"}
    found = {name: getattr(example, name) for name in example.__slots__ if name not in left_out}
    return {name: _plain(value) for name, value in found.items() if value}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if hasattr(value, "__slots__") and not isinstance(value, str):
        return {name: _plain(getattr(value, name)) for name in value.__slots__ if name != "at"}
    return value if isinstance(value, str | int | bool) or value is None else str(value)
