"""Putting questions in their time: none is dropped, and one that breaks hides no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from xingping.doctor.deadline import OutOfTimeError, timed
from xingping.doctor.finding import Finding
from xingping.doctor.visit import Question, Visit
from xingping.doctor.wording import ACTUAL_NUMBER, MORE_TIME, sentence
from xingping.policy.words import Text

KIND = "not-answered"
ANSWERING_KINDS: Mapping[str, Text] = {
    KIND: Text("没有查完的问题", "a question not answered"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and what is told while it is put."""

    question: Question
    title: Text

    @property
    def name(self) -> str:
        """The question's own name, which tells open ones apart."""
        return str(getattr(self.question, "__name__", self.title.en))


def answers(asked: Sequence[Asked], visit: Visit, *, raising: bool = False) -> Iterator[Finding]:
    """What questions under one title find; those not finished in time are one open finding.

    A question that finishes as the time runs out counts as open too, unless it said so itself: what
    it left out then cannot be told. ``raising``: let a question's own failure out instead of
    reporting it as open.
    """
    late: list[Asked] = []
    for one in asked:
        if visit.left <= 0:
            late.append(one)
            continue
        opened: list[Finding] = []
        broken: list[Finding] = []
        try:
            yield from _settled(one.question(visit), visit, opened)
        except Exception as error:  # whatever broke in one question must not hide the others
            if raising:
                raise
            broken.append(_broken(one, error))
        yield from (*_together(opened), *broken)
        if not opened and not broken and visit.left <= 0:
            late.append(one)
    if late:
        yield _late(late)


def _settled(findings: Iterator[Finding], visit: Visit, opened: list[Finding]) -> Iterator[Finding]:
    """The findings that are settled, as they come; the others are put into ``opened``."""
    for finding in _in_time(findings, visit):
        if finding.settled:
            yield replace(finding, said=sentence(finding.said))
        else:
            opened.append(finding)


def _in_time(findings: Iterator[Finding], visit: Visit) -> Iterator[Finding]:
    """The findings made until the time is over."""
    while True:
        try:
            with timed(lambda: visit.left):
                finding = next(findings, None)
        except OutOfTimeError:
            return
        if finding is None:
            return
        yield finding


def _together(opened: Sequence[Finding]) -> Iterator[Finding]:
    """What one question left open as one finding of each kind: the first speaks for the others."""
    for kind in dict.fromkeys(one.kind for one in opened):
        first, *others = (one for one in opened if one.kind == kind)
        said = sentence(first.said)
        if not others:
            yield replace(first, said=said)
            continue
        all_of = (first, *others)
        yield replace(
            first,
            about=tuple(dict.fromkeys(name for one in all_of for name in one.about)),
            clauses=tuple(dict.fromkeys(name for one in all_of for name in one.clauses)),
            said=Text(
                f"{said.zh}同样没有判定的还有{len(others)}处。",
                f"{said.en} {len(others)} more of this kind {'are' if len(others) > 1 else 'is'} open.",
            ),
        )


def by_title(asked: Sequence[Asked]) -> Iterator[tuple[Text, list[Asked]]]:
    """Questions that follow each other under one title, together."""
    group: list[Asked] = []
    for one in asked:
        if group and group[0].title != one.title:
            yield group[0].title, group
            group = []
        group.append(one)
    if group:
        yield group[0].title, group


def _late(late: Sequence[Asked]) -> Finding:
    title = late[0].title
    return _open(
        tuple(one.name for one in late),
        Text(
            f"“{title.zh}”未能在时限内判定：没有问题不等于查过没有问题。",
            f"'{title.en}' was not settled in its time: nothing found is not the same as nothing there.",
        ),
        (MORE_TIME, ACTUAL_NUMBER),
    )


def _broken(one: Asked, error: Exception) -> Finding:
    return _open(
        (one.name, type(error).__name__),
        Text(
            f"“{one.title.zh}”没有查成：程序自身出错（{type(error).__name__}），不是方案的问题。",
            f"'{one.title.en}' was not answered: the program itself failed ({type(error).__name__}), "
            "which is no fault of the scheme.",
        ),
        (
            Text(
                "先设 XINGPING_TRACE=1 再运行，把看到的详情报给维护者",
                "set XINGPING_TRACE=1, run it again and report the details to the maintainers",
            ),
            Text("其余各项发现不受影响，可先处理", "the other findings stand; see to them first"),
        ),
    )


def _open(about: tuple[str, ...], said: Text, ways: tuple[Text, ...]) -> Finding:
    return Finding(kind=KIND, about=about, clauses=(), said=said, ways=ways, settled=False)
