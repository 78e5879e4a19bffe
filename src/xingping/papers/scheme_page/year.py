"""What happens in the year: the steps, and what becomes of titles."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.papers.scheme_page.page import Block, Column, Line, Listing, filled
from xingping.papers.scheme_page.uses import title_of
from xingping.papers.scheme_page.voice import Voice, upper
from xingping.policy.scheme.effects import MOMENTS
from xingping.policy.scheme.procedure import SAYS
from xingping.policy.scheme.steps import (
    EVERY_LEVEL,
    Change,
    Deadline,
    Drawn,
    Moment,
    MonthDay,
    Step,
    TitleEffect,
)

_MONTHS = "January February March April May June July August September October November December"


def procedure(voice: Voice) -> Iterator[Block]:
    """The steps as a table: what, who, for whom, by when, and how."""
    steps = list(voice.scheme.procedure.values())
    if not steps:
        return
    columns = (
        Column(voice.say("步骤", "Step"), "head"),
        Column(voice.say("谁办", "Who")),
        Column(voice.say("适用", "For")),
        Column(voice.say("时限", "By")),
        Column(voice.say("办法", "How")),
    )
    rows = [
        (
            (
                voice.line(
                    upper(voice.of(title_of(voice.scheme.procedure, step.id))),
                    step.clause,
                    step.assumes,
                ),
            ),
            (voice.line(voice.body(step.who)),),
            (voice.line(_whom(voice, step)),),
            tuple(voice.line(told) for told in _when(voice, step)),
            tuple(voice.line(upper(told)) for told in _how(voice, step)),
        )
        for step in steps
    ]
    yield filled(voice.say("程序", "The steps of the year"), columns, rows)


def _whom(voice: Voice, step: Step) -> str:
    said = [voice.levels(step.levels)] if step.levels else []
    if step.when is not None:
        said.append(voice.ask(step.when))
    return voice.say("，", ", ").join(said) or voice.say("全部", "all")


def _when(voice: Voice, step: Step) -> Iterator[str]:
    if step.begins is not None:
        begins = _day(voice, step.begins)
        yield voice.say(f"{begins}起", f"from {begins}")
    groups: dict[str, list[str]] = {}
    for level, until in step.by.items():
        groups.setdefault(_until(voice, until), []).append(level)
    for told, levels in groups.items():
        apart = "" if levels == [EVERY_LEVEL] else voice.levels(levels) + voice.colon
        yield apart + told
    if step.every:
        yield voice.every(step.every)
    if step.working_days is not None:
        days = step.working_days
        yield voice.say(f"{days}个工作日", f"{days} working days")


def _until(voice: Voice, until: Deadline) -> str:
    if until.day is None:
        body = voice.body(until.set_by)
        return voice.say(f"由{body}定日", f"on a day set by {body}")
    day = _day(voice, until.day)
    return voice.say(f"{day}前（含当日）", f"by {day}")


def _day(voice: Voice, day: MonthDay) -> str:
    return voice.say(f"{day.month}月{day.day}日", f"{day.day} {_MONTHS.split()[day.month - 1]}")


def _how(voice: Voice, step: Step) -> Iterator[str]:
    if step.each:
        yield voice.say("逐个进行", "one by one")
    yield from _entered(voice, step)
    yield from _looked_at(voice, step)
    if step.restart:
        yield voice.say("内容有变的，重新起算", "begins anew where the content changes")
    if step.closed_by:
        body = voice.body(step.closed_by)
        yield voice.say(f"由{body}销号", f"closed by {body}")
    if step.answered_by:
        body = voice.body(step.answered_by)
        yield voice.say(f"由{body}答复", f"answered by {body}")
    if step.gives is not None:
        yield voice.say("发给：", "given: ") + voice.of(step.gives)
    if step.ties is not None:
        body = voice.body(step.ties.by)
        kept = voice.say("，并记录在案", ", on record") if step.ties.on_record else ""
        yield (
            voice.say(f"名额线上同分的，由{body}决定", f"equals at the line: decided by {body}")
            + kept
        )
    yield from _outcome(voice, step)


def _entered(voice: Voice, step: Step) -> Iterator[str]:
    if step.enters:
        title = voice.of(voice.scheme.catalogue.registers[step.enters].title)
        told = voice.say(f"结果记入“{title}”", f"entered in '{title}'")
        if step.at_most:
            level = voice.level(step.at_most)
            told += voice.say(f"，最高{level}", f", at most {level}")
        yield told
    if step.may:
        then = ""
        if step.then:
            title = voice.of(title_of(voice.scheme.procedure, step.then))
            then = voice.say(f"，转入“{title}”", f", which leads to '{title}'")
        may = step.may == "object"
        yield (
            voice.say("可提出异议" if may else "可退回", "may object" if may else "may return it")
            + then
        )
    if step.says:
        parts = voice.listed([voice.of(SAYS[one]) for one in step.says])
        yield voice.say(f"写明：{parts}", f"says: {parts}")


def _looked_at(voice: Voice, step: Step) -> Iterator[str]:
    for drawn, zh, en in (
        (step.on_paper, "书面检查", "on paper"),
        (step.on_site, "到现场", "on site"),
        (step.sample, "抽样", "a sample"),
    ):
        if drawn is not None:
            yield voice.say(zh, en) + voice.colon + _drawn(voice, drawn)
    if step.beside is not None:
        yield voice.say("另加：", "beside these: ") + voice.ask(step.beside)


def _drawn(voice: Voice, drawn: Drawn) -> str:
    if drawn.number is None:
        return voice.say("全部", "all of them")
    return voice.ask(drawn.number)


def _outcome(voice: Voice, step: Step) -> Iterator[str]:
    start = f"{_from(voice, step.counts_from)}" if step.counts_from is not None else ""
    if step.failed is not None:
        yield voice.say("不合格的", "failed: ") + start + _effect(voice, step.failed)
    if step.disqualified is not None:
        yield (
            voice.say("应取消资格的", "disqualified: ") + start + _effect(voice, step.disqualified)
        )


def _effect(voice: Voice, effect: TitleEffect) -> str:
    if effect.op == "-":
        down = effect.down
        return voice.say(f"称号降{down}档", f"the title goes down {down} level{'s' * (down != 1)}")
    level = voice.level(effect.level)
    return voice.say(f"称号改为“{level}”", f"the title becomes '{level}'")


def _from(voice: Voice, moment: Moment) -> str:
    name = _moment(voice, moment)
    return voice.say(f"自{name}起，", f"from {name}, ")


def _moment(voice: Voice, moment: Moment) -> str:
    if not moment.register:
        return voice.of(MOMENTS[moment.name])
    register = voice.scheme.catalogue.registers[moment.register]
    title = voice.of(register.fields[moment.name].title)
    return voice.say(f"{title}", f"the day '{title}' of {voice.of(register.title)}")


def changes(voice: Voice) -> Iterator[Block]:
    """What becomes of titles held."""
    lines = [_change(voice, one) for one in voice.scheme.changes.values()]
    if lines:
        yield Listing(tuple(lines))


def _change(voice: Voice, one: Change) -> Line:
    when = voice.ask(one.when)
    start = _from(voice, one.counts_from) if one.counts_from is not None else ""
    told = voice.where(when, start + _effect(voice, one.then))
    if one.restored is not None:
        name = _moment(voice, one.restored)
        told += voice.say(f"；自{name}起恢复", f"; given back from {name}")
    if one.also is not None:
        told += voice.apart + voice.of(one.also)
    name = upper(voice.of(title_of(voice.scheme.changes, one.id)))
    return voice.named(name, voice.sentence(told), one.clause, one.assumes)
