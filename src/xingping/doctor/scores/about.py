"""What a question about points makes its findings of."""

from __future__ import annotations

from dataclasses import dataclass

from xingping.doctor.finding import Finding, Weight, Witness
from xingping.doctor.wording import MORE_TIME
from xingping.policy.faults import Place
from xingping.policy.words import Text


@dataclass(frozen=True, slots=True)
class About:
    """What a finding is about: its kind, ids, clauses, place, weight."""

    kind: str
    ids: tuple[str, ...]
    clauses: tuple[str, ...]
    at: Place | None
    weight: Weight = "gap"

    def made(
        self,
        said: Text,
        ways: tuple[Text, ...],
        shown: Witness | None = None,
        proof: Text | None = None,
        facts: tuple[tuple[str, str], ...] = (),
    ) -> Finding:
        """A finding that is settled where there is a case or a proof."""
        settled = shown is not None or proof is not None
        return Finding(
            self.kind, self.ids, self.clauses, said, ways, self.weight, shown, proof, settled,
            self.at, facts,
        )  # fmt: skip

    def open(self, what: Text) -> Finding:
        """The question was not settled."""
        said = Text(f"{what.zh}，未能在时限内判定。", f"{what.en} could not be settled in time.")
        return self.made(said, (MORE_TIME,))
