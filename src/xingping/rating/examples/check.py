"""Runs worked examples and compares: for each expectation what was wanted, what the rating says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xingping.policy.faults import Fault, Place
from xingping.policy.scheme.example import Example, ExampleSubject
from xingping.policy.scheme.examples import expectations
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.examples.expected import Found, meets, shown, wanted
from xingping.rating.examples.found import LEVELS, Answers
from xingping.rating.examples.prepare import ALONE, prepare
from xingping.rating.examples.rows import YEAR, ExampleFaultyError
from xingping.rating.rate import Engine, rate
from xingping.rating.season import SeasonError

_TO = " to "  # between the bounds of what is not yet known
_WRONG = Text(
    "若规则写得不对，请改规则；若示例写得不对，请改示例",
    "mend the rule if it is wrong, or the example if it is",
)
_OPEN = Text(
    "还有事实不知道：在示例中补上缺的栏目或记录；若规则写得不对，请改规则",
    "some fact is not known: give the example the cell or record it lacks, or mend the rule if it is wrong",
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One expectation of an example and what the rating says, both as an example writes them.

    ``subject``: "" for what is said of the only one, or of all. ``at``: where it stands.
    """

    example: Example
    subject: str
    what: str
    wanted: str
    found: str
    holds: bool
    at: Place

    def fault(self) -> Fault:
        """The departure as a sentence with its place, and what to do."""
        of = f"中“{self.subject}”" if self.subject else ""
        of_en = f", subject '{self.subject}'," if self.subject else ""
        title = self.example.title
        return Fault(
            self.at,
            Text(
                f"示例“{title.zh}”{of}的 {self.what}：应为 {self.wanted}，评定得 {self.found}",
                f"the example '{title.en}'{of_en} expects {self.what}: {self.wanted}; "
                f"the rating says {self.found}",
            ),
            _OPEN if _TO in self.found and _TO not in self.wanted else _WRONG,
        )


def compare(scheme: Scheme, example: Example, engine: Engine = "python") -> list[Compared]:
    """Every expectation of one example beside what the rating says.

    With several subjects places are shared out; an example of one subject is no population.
    Raises ExampleFaultyError for an example that cannot be run.
    """
    ready = prepare(scheme, example)
    try:
        rated = rate(
            scheme,
            ready.records,
            year=YEAR,
            on=ready.on,
            parameters=ready.parameters,
            engine=engine,
            places=bool(example.subjects),
        )
    except SeasonError as error:
        why = Text(error.say("zh"), error.say("en"))
        raise ExampleFaultyError(example.at, why) from error
    answers = Answers(rated, ready.counts)
    return list(_compared(scheme, example, answers))


def _compared(scheme: Scheme, example: Example, answers: Answers) -> Iterator[Compared]:
    for one, what, text, at in expectations(example):
        want = text if what == "state" else wanted(scheme, text)
        for subject in one.names if one else ("",):
            found = _found(example, answers, one, subject, what)
            said = shown(scheme, found, level=what in LEVELS)
            yield Compared(example, subject, what, text, said, meets(found, want), at)


def _found(
    example: Example, answers: Answers, one: ExampleSubject | None, subject: str, what: str
) -> Found:
    if one is None and (example.subjects or what == "places"):
        return answers.of_all(what)
    if example.criterion:
        return answers.of_criterion(subject or ALONE, example.criterion, what)
    return answers.of_subject(subject or ALONE, what)


def departures(scheme: Scheme, engine: Engine = "python") -> list[Fault]:
    """What the rating says otherwise than the examples of a scheme, each with its place."""
    found: list[Fault] = []
    for example in scheme.examples:
        try:
            compared = compare(scheme, example, engine)
        except ExampleFaultyError as error:
            found.append(Fault(error.at, _cannot(example, error.why)))
            continue
        first = {(one.what, one.at): one for one in reversed(compared) if not one.holds}
        found += [one.fault() for one in reversed(first.values())]  # equal subjects depart alike
    return found


def _cannot(example: Example, why: Text) -> Text:
    title = example.title
    return Text(
        f"示例“{title.zh}”无法评定：{why.zh}",
        f"the example '{title.en}' cannot be rated: {why.en}",
    )
