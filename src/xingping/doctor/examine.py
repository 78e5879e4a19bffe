"""The whole examination: every question put to a scheme, findings as they come, what is accepted."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from xingping.doctor.answering import Asked, answers, by_title
from xingping.doctor.finding import Finding
from xingping.doctor.visit import Visit
from xingping.policy.scheme.scheme import Accepted, Scheme
from xingping.policy.words import Text

SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding, and the acceptance that covers it (None: it is new)."""

    finding: Finding
    accepted: Accepted | None

    @property
    def serious(self) -> bool:
        """Whether it has to be mended or accepted: new, and more than a note."""
        return self.accepted is None and (self.finding.weight != "note" or not self.finding.settled)


@dataclass(frozen=True, slots=True)
class Examination:
    """All that was seen, the acceptances that cover nothing any more, the seconds it took.

    ``stale`` is empty where a question was left open or was asked for one number of subjects only.
    """

    scheme: Scheme
    seen: tuple[Seen, ...]
    stale: tuple[Accepted, ...]
    seconds: float

    @property
    def serious(self) -> tuple[Finding, ...]:
        """The findings that have to be mended or accepted."""
        return tuple(one.finding for one in self.seen if one.serious)

    @property
    def open(self) -> tuple[Finding, ...]:
        """The questions that could not be settled in their time."""
        return tuple(one.finding for one in self.seen if not one.finding.settled)


def examine(  # noqa: PLR0913 -- one visit, everything else by name
    scheme: Scheme,
    *,
    units: int | None = None,
    seconds: float = SECONDS,
    peers: Sequence[Scheme] = (),
    tell: Callable[[Text], None] = lambda _: None,
    show: Callable[[Seen], None] = lambda _: None,
    asked: Sequence[Asked] | None = None,
    clock: Callable[[], float] = time.monotonic,
    raising: bool = False,
) -> Examination:
    """Put every question to ``scheme``.

    ``units``: for so many subjects; None: for every number. ``seconds`` of ``clock``: after these,
    questions are reported as open instead of being settled. ``peers``: the other schemes of the same
    office, the built-in ones unless given. ``tell``: called with what is asked next; ``show``: with
    each finding as it is made. ``asked``: these questions only. ``raising``: a question's own
    failure is let out, not reported.
    """
    if asked is None:
        from xingping.doctor.asked import ASKED  # noqa: PLC0415 -- the questions load the solver

        asked = ASKED
    began = clock()
    visit = Visit(scheme, units, began + seconds, tuple(peers), clock)
    seen: list[Seen] = []
    for title, group in by_title(asked):
        tell(title)
        for finding in answers(group, visit, raising=raising):
            seen.append(Seen(finding, acceptance(scheme, finding)))
            show(seen[-1])
    covered = {one.accepted.id for one in seen if one.accepted}
    whole = units is None and all(one.finding.settled for one in seen)
    own = dict(scheme.accepted)
    if scheme.overlay is not None:  # what its base accepts stands in a file that is not its own
        own = {k: v for k, v in own.items() if v != scheme.overlay.base.accepted.get(k)}
    stale = [one for one in own.values() if whole and one.id not in covered]
    return Examination(scheme, tuple(seen), tuple(stale), clock() - began)


def acceptance(scheme: Scheme, finding: Finding) -> Accepted | None:
    """What accepts ``finding``: the same kind, the same clauses and the same digest."""
    if not finding.settled:
        return None  # nobody can accept what is not known
    digest = finding.digest()
    for one in scheme.accepted.values():
        same = (one.finding, one.digest) == (finding.kind, digest)
        if same and set(one.clauses) == set(finding.clauses):
            return one
    return None
