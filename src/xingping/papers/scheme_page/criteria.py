"""The criteria: what each level asks, in a table, or the lines that earn points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from xingping.papers.scheme_page.page import (
    Block,
    Cell,
    Column,
    Para,
    Piece,
    Subhead,
    Table,
    filled,
)
from xingping.papers.scheme_page.voice import Voice, note, upper
from xingping.policy.scheme import criterion as parts
from xingping.policy.scheme.criterion import Criterion
from xingping.policy.sentences.figures import figure


def criteria(voice: Voice) -> Iterator[Block]:
    """Standards in one table; the lines of each other criterion in a table of its own."""
    scheme = voice.scheme
    standing = [one for one in scheme.criteria.values() if one.standards]
    if standing:
        yield from _standards(voice, standing)
    yield from _shared(voice)
    for one in scheme.criteria.values():
        if not one.standards:
            yield from _points(voice, one)


def _standards(voice: Voice, standing: Sequence[Criterion]) -> Iterator[Block]:
    if voice.scheme.nested:
        told = voice.say(
            "高档包含低档：某一档达到，须以下各档也达到。",
            "A level includes those below it: it is met only where they are met too.",
        )
        yield Para(voice.line(told, voice.scheme.nested))
    levels = [one.id for one in voice.scheme.levels if any(one.id in c.standards for c in standing)]
    numbered = all(one.id.isdecimal() for one in standing)
    worth = any(one.worth is not None for one in standing)
    columns = [Column(voice.say("项", "No."), "no")] if numbered else []
    columns.append(Column(voice.say("内容", "Matter"), "head"))
    if worth:
        columns.append(Column(voice.say("分值", "Points"), "number"))
    columns += [Column(upper(voice.level(level))) for level in levels]
    rows = [
        (
            *([(voice.line(one.id),)] if numbered else []),
            _matter(voice, one),
            *([(voice.line(_figure(one.worth)),)] if worth else []),
            *(_standard(voice, one, level) for level in levels),
        )
        for one in standing
    ]
    title = voice.say("各级标准", "The standards of each level")
    yield Table(title, tuple(columns), tuple(rows))


def _matter(voice: Voice, one: Criterion) -> Cell:
    lines = [voice.line(voice.of(one.title), one.clause, one.assumes)]
    if one.note is not None:
        lines.append((note(voice.of(one.note)),))
    if one.passed is not None:
        passed = voice.say("通过条件：", "Passed where ") + voice.ask(one.passed)
        lines.append((note(passed),))
    return tuple(lines)


def _standard(voice: Voice, one: Criterion, level: str) -> Cell:
    standard = one.standards.get(level)
    if standard is None:
        return (voice.line("—"),)
    lines = [voice.line(upper(voice.ask(rule))) for rule in standard.require]
    if standard.judged is not None:
        judged = voice.say("审核认定：", "Found by a reviewer: ")
        lines.append((note(judged), Piece(voice.of(standard.judged))))
    if standard.clause != one.clause:  # which stands beside the criterion
        lines[-1] = (*lines[-1], *voice.cited(standard.clause))
    return tuple(lines)


def _shared(voice: Voice) -> Iterator[Block]:
    """How the points of a criterion follow from what it meets, where all share it."""
    every = voice.scheme.every
    if every.points is not None:
        told = voice.say("每条得分：", "Points of each criterion: ") + voice.ask(every.points)
        yield Para(voice.line(voice.sentence(told), "", every.assumes))
    for one in every.helpers.values():
        told = f"{voice.of(one.title)}{voice.colon}{voice.ask(one.rule)}"
        if one.high is not None:
            told += voice.say("，至多", ", at most ") + voice.ask(one.high)
        if one.reason:
            told += voice.say("，须说明理由", ", with a reason")
        yield Para(voice.line(voice.sentence(told)))


def _points(voice: Voice, one: Criterion) -> Iterator[Block]:
    yield Subhead(voice.of(one.title))
    yield Para(voice.line(_told(voice, one), one.clause, one.assumes))
    if one.note is not None:
        yield Para((note(voice.of(one.note)),))
    if one.lines:
        columns = (
            Column(voice.say("项目", "Line"), "head"),
            Column(voice.say("如何计分", "Scoring")),
            Column(voice.say("范围", "Range"), "number"),
        )
        rows = [
            (
                (voice.line(voice.of(line.text), line.clause, line.assumes),),
                _scored(voice, line),
                (voice.line(_range(voice, *(line.assessed or (line.low, line.high)))),),
            )
            for line in one.lines.values()
        ]
        yield filled(voice.of(one.title), columns, rows)


def _told(voice: Voice, one: Criterion) -> str:
    """Base, sum, ends, condition to pass, in a sentence or two."""
    said = []
    if one.worth is not None:
        said.append(voice.say(f"分值{figure(one.worth)}分", f"worth {figure(one.worth)} points"))
    said += [told for told in (_summed(voice, one), _ends(voice, one)) if told]
    if one.rescale is not None:
        step = figure(one.rescale)
        said.append(
            voice.say(
                f"有不适用项目的，其余项目按比例折算，取整到{step}",
                f"where lines do not apply the others are scaled up, rounded to {step}",
            )
        )
    if one.bonus:
        said.append(voice.say("计入加分", "counted as the bonus"))
    if one.passed is not None:
        said.append(voice.say("通过条件：", "passed where ") + voice.ask(one.passed))
    return voice.sentence(voice.apart.join(said))


def _summed(voice: Voice, one: Criterion) -> str:
    """How its points come about."""
    base = figure(one.base)
    if one.points is not None:
        return voice.say("得分：", "points: ") + voice.ask(one.points)
    if one.base and one.lines:
        return voice.say(
            f"基础分{base}分，各项在此之上加减", f"from a base of {base}, lines added and taken off"
        )
    if one.base:
        return voice.say(f"固定{base}分", f"{base} points")
    return voice.say("各项得分相加", "the sum of the lines") if one.lines else ""


def _ends(voice: Voice, one: Criterion) -> str:
    ends = _range(voice, one.low, one.high)
    return voice.say(f"合计{ends}", f"in all {ends}") if ends else ""


def _scored(voice: Voice, line: parts.Line) -> Cell:
    if not line.options:
        return (voice.line(upper(voice.ask(line.rule))),)
    return tuple(
        voice.line(
            f"{voice.of(title)}{voice.colon}"
            + (
                voice.say("不适用", "not applicable")
                if points is None
                else voice.say(
                    f"{figure(points)}分", f"{figure(points)} point{'s' * (points != 1)}"
                )
            )
        )
        for title, points in line.options
    )


def _range(voice: Voice, low: Fraction | None, high: Fraction | None) -> str:
    if low is not None and high is not None:
        return voice.say(f"{figure(low)}至{figure(high)}分", f"{figure(low)} to {figure(high)}")
    if low is not None:
        return voice.say(f"不低于{figure(low)}分", f"at least {figure(low)}")
    if high is not None:
        return voice.say(f"不超过{figure(high)}分", f"at most {figure(high)}")
    return ""


def _figure(value: Fraction | None) -> str:
    return "—" if value is None else figure(value)
