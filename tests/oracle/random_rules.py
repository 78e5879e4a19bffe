"""Random well-typed rules over the small scheme beside this file, written as its authors would."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from xingping.policy.faults import Place
from xingping.policy.language.names import Named, Names
from xingping.policy.language.rules import read_rule
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import NUMBER, YES
from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.outcome import Result
from xingping.policy.scheme.rule import Rule
from xingping.policy.words import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """What may be said of the records of one register."""

    numbers: tuple[str, ...]
    truths: tuple[str, ...]
    choices: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    share: tuple[str, str] = ("", "")
    dated: bool = True


KINDS = {
    "events": Kind(
        ("people", "came", "grade"),
        ("open",),
        ("kind",),
        ("held_on", "noted_on"),
        ("noted_on",),
        ("came", "people"),
    ),
    "jobs": Kind(("effort",), ("main",), ("mark",), ("due_on", "ended_on"), ("ended_on",)),
    "sheets": Kind(
        ("items", "ready"), ("fit",), empty=("part",), share=("ready", "items"), dated=False
    ),
    "votes": Kind(("voters", "voted"), (), share=("voted", "voters"), dated=False),
    "notes": Kind(("amount",), ("heavy",)),
}
SHAPES = ("round", "square", "flat")
WINDOWS = (
    "",
    "",
    "",
    " over 2 years",
    " over 3 years",
    " over previous year",
    " over this year",
    " over 2 periods",
    " over 24 months",
    " over 90 days",
)
ORDERS = ("<", "<=", ">", ">=")
EQUALS = (*ORDERS, "=", "!=")


class Author:
    """Writes rules; all chance comes from ``rng``."""

    def __init__(self, rng):
        self.rng = rng

    def pick(self, *ways):
        return self.rng.choice(ways)

    # ------------------------------------------------ of one record

    def row_number(self, kind, depth=1):
        field = self.pick(*kind.numbers)
        if depth == 0 or self.rng.random() < 0.6:
            return field
        return self.pick(
            lambda: f"{field} + {self.row_number(kind, 0)}",
            lambda: f"{field} - {self.pick(1, 3)}",
            lambda: f"{self.pick(2, '0.5', '50%')} * {field}",
            lambda: f"if({self.row_truth(kind, 0)}, {field}, {self.pick(0, 1, -2)})",
            lambda: f"lower({field}, {self.pick(3, 8)})",
            lambda: f"higher({field}, {self.pick(1, 5)})",
            lambda: f"floor({field} / 3)",
            lambda: self._row_by(kind, field),
        )()

    def _row_by(self, kind, field):
        if kind.choices:
            arms = ", ".join(f"{shape} -> {self.rng.randint(0, 4)}" for shape in SHAPES)
            if self.rng.random() < 0.5:
                arms = f"round -> {self.rng.randint(1, 4)}, otherwise -> 0"
            return f"by({self.pick(*kind.choices)}, {arms})"
        return f"by({field}, >= 9 -> 3, >= 4 -> 1, otherwise -> 0)"

    def row_truth(self, kind, depth=1):
        ways = [lambda: f"{self.pick(*kind.numbers)} {self.pick(*EQUALS)} {self.pick(2, 5, 7, 9)}"]
        if kind.truths:
            ways += [lambda: self.pick(*kind.truths)] * 2
        if kind.choices:
            ways.append(lambda: f"{kind.choices[0]} {self.pick('=', '!=')} {self.pick(*SHAPES)}")
            ways.append(lambda: f"{kind.choices[0]} in (round, flat)")
        if kind.empty:
            ways.append(lambda: f"{kind.empty[0]} {self.pick('=', '!=')} none")
        if kind.days:
            ways.append(lambda: f"{kind.days[1]} {self.pick(*ORDERS)} {kind.days[0]}")
        if kind.share[0] and depth:
            ways.append(lambda: f"{' / '.join(kind.share)} >= {self.pick('50%', '80%', '100%')}")
        if depth:
            ways.append(lambda: f"not {self._bracket(self.row_truth(kind, 0))}")
            ways.append(
                lambda: f" {self.pick('and', 'or')} ".join(
                    self._bracket(self.row_truth(kind, 0)) for _ in range(2)
                )
            )
        return self.pick(*ways)()

    def _bracket(self, rule):
        return f"({rule})"

    def rows(self, name, *, linked=True, window=True):
        kind, text = KINDS[name], name
        if linked and self.rng.random() < 0.1:
            text += " of owner"
        if self.rng.random() < 0.6:
            text += f" where {self.row_truth(kind)}"
        if window:
            text += self.pick(*WINDOWS)
        return text

    def register(self):
        name = self.pick(*KINDS)
        return name, KINDS[name]

    # ------------------------------------------------ of a subject

    def number(self, depth=2):
        """A rule for points."""
        leaf = depth == 0 or self.rng.random() < 0.5
        return self._fold_number() if leaf else self._built_number(depth - 1)

    def _fold_number(self):
        name, kind = self.register()
        rows = self.rows(name)
        return self.pick(
            lambda: f"count({rows})",
            lambda: f"sum({rows}, {self.row_number(kind)})",
            lambda: f"sum({rows}, {self.row_number(kind)})",
            lambda: f"{self.pick('highest', 'lowest')}({rows}, {self.row_number(kind)})",
            lambda: (
                f"({self.pick('highest', 'lowest', 'last', 'first')}"
                f"({rows}, {self.row_number(kind)}) otherwise {self.pick(0, 3)})"
            ),
            lambda: f"{self.pick('last', 'first')}({rows}, {self.row_number(kind)})",
            lambda: f"round(10 * {self._ratio(name, kind)}, {self.pick('0.01', '0.1', 1)})",
            lambda: f"longest(each {self.pick('month', 'quarter')}, {self._piece_truth()})",
            lambda: f"count(each {self.pick('month', 'quarter', 'week')}, {self._piece_truth()})",
            lambda: f"sum(each {self.pick('month', 'half')}, lower(2, {self._piece_count()}))",
            lambda: self.pick("talk", "work", "fixed", "line", "size", "7", "campaign_year"),
            lambda: self.pick("count(criteria where passed)", "sum(criteria, points)"),
        )()

    def _ratio(self, name, kind):
        rows = self.rows(name)
        needing = self.pick("", "", " needing 2")
        top = self.pick(*kind.numbers)
        return self.pick(
            lambda: f"mean({rows}{needing}, {top})",
            lambda: f"share({rows}, {self.row_truth(kind, 0)})",
            lambda: f"sum({name}, {top}) / count({name})",
        )()

    def _piece_count(self):
        name = self.pick("events", "notes")
        return f"count({self.rows(name, linked=False, window=False)})"

    def _piece_truth(self):
        return f"{self._piece_count()} {self.pick('>=', '=')} {self.pick(0, 1, 1)}"

    def _built_number(self, depth):
        one, two = self.number(depth), self.number(0)
        return self.pick(
            lambda: f"({one} {self.pick('+', '-')} {two})",
            lambda: f"{self.pick(2, '0.5', '30%')} * ({one})",
            lambda: f"-({one})",
            lambda: f"({one}) / 4",
            lambda: f"{self.pick('lower', 'higher')}({one}, {two})",
            lambda: f"lower({self.pick(5, 20)}, higher(0, {one}))",
            lambda: f"{self.pick('floor', 'ceil', 'abs')}({one})",
            lambda: f"if({self.truth(0)}, {one}, {two})",
            lambda: f"by({one}, >= 10 -> 4, >= 3 -> {two}, otherwise -> 0)",
            lambda: f"by(shape, round -> {one}, otherwise -> {two})",
            lambda: f"by(standards, 2 -> 9, 1 -> {two}, 0 -> 1)",
        )()

    def truth(self, depth=2):
        """A rule for a standard."""
        leaf = depth == 0 or self.rng.random() < 0.6
        return self._fold_truth() if leaf else self._built_truth(depth - 1)

    def _fold_truth(self):
        name, kind = self.register()
        rows = self.rows(name)
        ways = [
            lambda: f"{self.pick('every', 'any', 'last', 'first')}({rows}, {self.row_truth(kind)})",
            lambda: f"any({rows} needing {self.pick(1, 2)}, {self.row_truth(kind)})",
            lambda: f"count({rows}) {self.pick(*EQUALS)} {self.pick(0, 1, 2)}",
            lambda: self._two_counts(name),
            lambda: f"sum({rows}, {self.row_number(kind)}) {self.pick(*EQUALS)} {self.pick(1, 6)}",
            lambda: f"{self._ratio(name, kind)} {self.pick(*ORDERS)} {self.pick('50%', 2)}",
            lambda: f"rank {self.pick(*ORDERS)} {self.pick(1, 2)}",
            lambda: "shape in (round, square)",
            lambda: self.pick(
                "band >= 1", "standards >= 1", "talk.passed", "every(criteria, passed)"
            ),
        ]
        if kind.share[0]:
            ways += [lambda: self._joint(name, kind)] * 2
        return self.pick(*ways)()

    def _two_counts(self, name):
        """Of rows that are certainly there: the engine does not see that two filters of a row
        whose day is empty stand or fall together."""
        name = "sheets" if name == "votes" else name
        return f"{self.pick(2, 3)} * count({self.rows(name)}) <= count({self.rows(name)})"

    def _joint(self, name, kind):
        window = self.pick("", "", " over 2 years")
        where = self.pick("", f" where {self.pick(*kind.truths)}" if kind.truths else "")
        top, bottom = (f"sum({name}{where}{window}, {field})" for field in kind.share)
        return f"{top} / {bottom} {self.pick(*ORDERS)} {self.pick('50%', '80%', '100%')}"

    def _built_truth(self, depth):
        one, two = self.truth(depth), self.truth(0)
        return self.pick(
            lambda: f"(({one}) {self.pick('and', 'or')} ({two}))",
            lambda: f"not ({one})",
            lambda: f"{self.number(depth)} {self.pick(*EQUALS)} {self.number(0)}",
            lambda: f"{self.pick(0, 1)} {self.pick('<', '<=')} {self.number(depth)} <= 9",
            lambda: f"{self.number(depth)} in (1, 2, 5)",
            lambda: f"if({one}, {two}, {self.truth(0)})",
        )()


@cache
def small_scheme():
    """The scheme that random rules are put into."""
    return load_scheme(Path(__file__).parent / "scheme")


@cache
def scope():
    """The scope of its results."""
    scheme = small_scheme()
    titles = {level.id: level.title for level in scheme.levels}

    def named(what, values, kind):
        return {v.id: Named(what, v.id, v.title, kind) for v in values.values()}

    return Scope(
        Names(
            scheme.catalogue,
            scheme.subject,
            titles,
            named("parameter", scheme.parameters, NUMBER),
            named("result", scheme.results, NUMBER),
            named("rank", scheme.ranks, NUMBER),
            named("criterion", scheme.criteria, NUMBER),
        )
    )


def with_rules(rules):
    """The small scheme with these rules (text -> type) as results r0, r1, ..."""
    results = dict(small_scheme().results)
    for number, (text, expect) in enumerate(rules):
        name, at = f"r{number}", Place("random", number + 1)
        tree = read_rule(text, scope(), expect=expect)
        results[name] = Result(name, Text(name, name), Rule(text, tree, at), "", None, ())
    digest = sha256("\n".join(text for text, _ in rules).encode()).hexdigest()
    return replace(small_scheme(), results=results, digest=digest)


def write(rng, count):
    """``count`` random rules: half of them points, half conditions."""
    author = Author(rng)
    return [
        (author.number(), NUMBER) if number % 2 else (author.truth(), YES)
        for number in range(count)
    ]
