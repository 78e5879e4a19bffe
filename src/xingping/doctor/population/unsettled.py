"""What could not be settled of a quota, said so that nobody takes it for fine."""

from __future__ import annotations

from xingping.doctor.finding import Finding
from xingping.doctor.wording import ACTUAL_NUMBER
from xingping.policy.scheme.outcome import Quota
from xingping.policy.words import Text


def unsettled(quota: Quota, kind: str, asked: Text, *about: str) -> Finding:
    """A question about a quota that is left open. ``asked``: ``whether …`` in words; ``about``: of what."""
    return Finding(
        kind=kind,
        about=(quota.id, *about),
        clauses=tuple(quota.clause.split()),
        said=Text(
            f"“{quota.title.zh}”{asked.zh}，未能判定。",
            f"Of '{quota.title.en}' it is not settled {asked.en}.",
        ),
        ways=(
            Text("把名额写成总数的比例或个数", "state the places as shares of all, or as numbers"),
            ACTUAL_NUMBER,
        ),
        settled=False,
        at=next(iter(quota.places.values())).at,
    )
