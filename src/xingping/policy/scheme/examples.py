"""Worked examples: read, their names checked, the facts of a like example taken over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from xingping.policy.faults import Place
from xingping.policy.scheme.entry import Entry, keyed_members
from xingping.policy.scheme.example import Example, ExampleSubject, Given
from xingping.policy.scheme.example_expected import ExpectReader
from xingping.policy.scheme.example_facts import FactsReader
from xingping.policy.words import Text
from xingping.policy.written import Keyed, Written

_KEYS = ("given", "kept", "expect", "like", "subjects", "on")
_ONE = ("given", "expect", "like", "times")
_SUBJECTS, _EXPECT, _LIKE, _TIMES, _ON = "subjects", "expect", "like", "times", "on"
MOST_SUBJECTS = 2000
"""Of one example: enough for a county, and quick."""


@dataclass(slots=True)
class ExampleReader:
    """Reads the examples of criteria, and those of whole subjects."""

    facts: FactsReader
    expected: ExpectReader
    found: list[Example] = field(default_factory=list)

    def read(self, written: Written | None, criterion: str = "") -> None:
        """Take the examples of ``criterion`` ("": of whole subjects)."""
        if written is None:
            return
        known: dict[str, Example] = {}
        for title, value, at in keyed_members(self.facts.work.desk, written):
            example = self._example(title, value, at, criterion, known)
            known[title] = known[example.title.zh] = example
            self.found.append(example)

    def _example(
        self, title: str, value: Written, at: Place, criterion: str, known: Mapping[str, Example]
    ) -> Example:
        work = self.facts.work
        several = isinstance(value, Keyed) and any(
            work.words.english(name) == _SUBJECTS for name in value.entries
        )
        entry = work.entry(value, _KEYS, () if several else (_EXPECT,))
        like = self._like(entry, {name: one.given for name, one in known.items()})
        model = known.get(entry.plain(_LIKE))
        several = several or bool(model and model.subjects)
        given = {**like, **self.facts.given(entry, criterion, several=several)}
        kept = {**(model.kept if model else {}), **self.facts.kept(entry)}
        expect, places = (
            self.expected.of_all(entry) if several else self.expected.of_one(entry, criterion)
        )
        subjects = self._subjects(entry, criterion, known, model)
        return Example(
            title=Text.read(title),
            criterion=criterion,
            given=given,
            kept=kept,
            expect=expect,
            at=at,
            subjects=subjects,
            on=self._day(entry) or (model.on if model else ""),
            expect_at=places,
        )

    def _like(self, entry: Entry, known: Mapping[str, Given]) -> Given:
        """What is given already where this one starts from."""
        like = entry.plain(_LIKE)
        if like and like not in known:
            kind = Text("前面的示例", "earlier example")
            self.facts.work.desk.unknown(entry.place(_LIKE), kind, like, known)
        return known.get(like, {})

    def _day(self, entry: Entry) -> str:
        said = entry.said(_ON)
        if said is None:
            return ""
        self.facts.check_day(said)
        return said.text.strip()

    def _subjects(
        self, entry: Entry, criterion: str, known: Mapping[str, Example], model: Example | None
    ) -> tuple[ExampleSubject, ...]:
        """The subjects: those of the example this one is like, and its own."""
        found = {one.id: one for one in model.subjects} if model else {}
        earlier = {name: one.given for name, one in known.items()}
        for name, value, at in entry.members(_SUBJECTS):
            if not name:
                self.facts.work.desk.tell(at, "评定对象没有编号", "a subject has no id")
            mine = {**earlier, **{one.id: one.given for one in found.values()}}
            found[name] = self._one(name, value, at, criterion, mine)
        if sum(one.times for one in found.values()) > MOST_SUBJECTS:
            self.facts.work.desk.tell(
                entry.key_place(_SUBJECTS),
                f"示例的评定对象超过 {MOST_SUBJECTS} 个",
                f"more than {MOST_SUBJECTS} subjects in an example",
            )
        self._names_differ(entry, tuple(found.values()))
        own = entry.ids_of(_SUBJECTS)
        return tuple(one if one.id in own else _unasked(one) for one in found.values())

    def _names_differ(self, entry: Entry, subjects: tuple[ExampleSubject, ...]) -> None:
        """Equal subjects get numbers; no other subject is called so."""
        seen: set[str] = set()
        for name in (name for one in subjects for name in one.names):
            if name in seen:
                self.facts.work.desk.tell(
                    entry.key_place(_SUBJECTS),
                    f"编号“{name}”指两个评定对象",
                    f"the id '{name}' stands for two subjects",
                )
            seen.add(name)

    def _one(
        self, name: str, value: Written, at: Place, criterion: str, known: Mapping[str, Given]
    ) -> ExampleSubject:
        entry = self.facts.work.entry(value, _ONE)
        before = known.get(name, {}) if _LIKE not in entry else self._like(entry, known)
        expect, places = self.expected.of_one(entry, criterion, alone=False)
        return ExampleSubject(
            id=name,
            given={**before, **self.facts.own(entry, criterion)},
            expect=expect,
            times=self._times(entry),
            at=at,
            expect_at=places,
        )

    def _times(self, entry: Entry) -> int:
        times = entry.whole(_TIMES)
        if times is not None and not 1 <= times <= MOST_SUBJECTS:
            self.facts.work.desk.tell(
                entry.place(_TIMES),
                f"此处应为 1 至 {MOST_SUBJECTS} 的整数",
                f"a whole number from 1 to {MOST_SUBJECTS} is due here",
            )
            return 1
        return times or 1


def _unasked(one: ExampleSubject) -> ExampleSubject:
    """A subject that was taken over: its facts, and nothing expected of it."""
    return ExampleSubject(one.id, one.given, {}, one.times, one.at, {})


def expectations(example: Example) -> Iterator[tuple[ExampleSubject | None, str, str, Place]]:
    """Everything that an example expects: of whom (None: of all, or of the only one), what, value."""
    for what, text in example.expect.items():
        yield None, what, text, example.expect_at.get(what, example.at)
    for one in example.subjects:
        for what, text in one.expect.items():
            yield one, what, text, one.expect_at.get(what, one.at)
