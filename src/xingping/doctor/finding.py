"""A finding: what is the matter with a scheme, shown by a case or a proof, with ways out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from xingping.policy.faults import Place
from xingping.policy.scheme.example import Example
from xingping.policy.words import Lang, Text

Weight = Literal["contradiction", "gap", "note"]
"""``contradiction``: the scheme cannot be kept as it stands · ``gap``: it leaves something open or
decides it unseen · ``note``: worth a look (a burden, a part without effect)."""


_SHORT = 100  # characters of facts that a sentence can carry


@dataclass(frozen=True, slots=True)
class Witness:
    """A concrete case that shows the matter: in words, and as a worked example of the scheme.

    ``said``: what the case shows; ``facts``: the records that it is made of, in words.
    ``example``: facts in and result out; the engine gives what it expects (checked when the finding
    is made: see `xingping.doctor.witness`), and an author can paste it into the folder.
    """

    said: Text
    example: Example
    facts: Text | None = None

    def told(self, lang: Lang = "zh") -> str:
        """What it shows, with its facts where they are short."""
        if self.facts is None:
            return self.said(lang)
        if len(self.facts.zh) > _SHORT:
            more = "（事实见 --cases）" if lang == "zh" else " (its facts: --cases)"
            return self.said(lang) + more
        return f"{self.said(lang)}{'：' if lang == 'zh' else ': '}{self.facts(lang)}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One matter.

    ``kind``: the id of the question's matter (as in `xingping.doctor.kinds`) · ``about``: ids of
    what it concerns, in the scheme's own words (criteria, levels, targets, fields), which tell two
    findings of one kind apart · ``said``: one or two sentences a leader understands · ``witness`` a
    case, or ``proof``: why there is none (at least one of both, unless ``settled`` is false: the
    question was put and not answered in its time) · ``ways``: two or three ways out ·
    ``facts``: the figures of the finding that its identity rests on, as (name, value).
    """

    kind: str
    about: tuple[str, ...]
    clauses: tuple[str, ...]
    said: Text
    ways: tuple[Text, ...]
    weight: Weight = "gap"
    witness: Witness | None = None
    proof: Text | None = None
    settled: bool = True
    at: Place | None = None
    facts: tuple[tuple[str, str], ...] = field(default=())

    def digest(self) -> str:
        """Twelve hex digits of SHA-256 over kind, matter, clauses, figures and the witness's facts.

        The wording is not in it: a better sentence does not undo an acceptance, another case does.
        """
        told = {
            "kind": self.kind,
            "concerns": list(self.about),
            "clauses": list(self.clauses),
            "settled": self.settled,
            "facts": [list(pair) for pair in self.facts],
            "witness": _plain(self.witness.example) if self.witness else None,
        }
        raw = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
        return hashlib.sha256(raw.encode()).hexdigest()[:12]

    def lines(self, lang: Lang = "zh") -> Iterable[str]:
        """The sentences: what is the matter, the case or the proof, the ways out."""
        yield self.said(lang)
        if self.witness is not None:
            yield ("例：" if lang == "zh" else "Case: ") + self.witness.told(lang)
        if self.proof is not None:
            yield ("证明：" if lang == "zh" else "Proof: ") + self.proof(lang)
        for number, way in enumerate(self.ways, start=1):
            yield (f"办法{number}：" if lang == "zh" else f"Way {number}: ") + way(lang)


def _plain(example: Example) -> object:
    """The facts and expectations of an example, without its title and place."""
    skipped = {"title", "at", "expect_at"}
    names = (name for name in example.__slots__ if name not in skipped)
    return {name: getattr(example, name) for name in names}
