"""From points to a level: scores, bands, levels, ranks; what overrules them; how many may have a level."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.papers.scheme_page.page import (
    Block,
    Column,
    Line,
    Listing,
    Para,
    Piece,
    Subhead,
    Table,
)
from xingping.papers.scheme_page.voice import Voice, note, upper
from xingping.papers.scheme_page.worked import SIZES, worked
from xingping.policy.scheme.outcome import Quota, Rank, Result
from xingping.policy.sentences.figures import figure
from xingping.policy.sentences.results import effect_words
from xingping.policy.words import Text

_TIES = {
    "share": Text("同分并列，取较好名次（1、1、3）", "equals share the better rank (1, 1, 3)"),
    "dense": Text(
        "同分并列，后面的紧接（1、1、2）", "equals share a rank, the next follows (1, 1, 2)"
    ),
    "worse": Text("同分并列，取较差名次（2、2、3）", "equals share the worse rank (2, 2, 3)"),
    "undecided": Text("同分的先后由有权机关决定", "who of equals goes first has to be decided"),
}
_KINDS = {
    "at most": Text("名额至多如下", "at most the places below"),
    "exactly": Text(
        "名额须恰好如下（强制分布）", "exactly the places below (a forced distribution)"
    ),
    "guide": Text("参考比例如下，不限制评定", "the places below as a guide, which limits nobody"),
    "reward": Text("奖励名额如下，不影响等级", "rewards as below, which change no level"),
}
_AT_LINE = {
    "undecided": Text(
        "名额线上同分的，由有权机关决定", "equals at the line are settled by a decision"
    ),
    "share": Text("名额线上同分的都入选", "equals at the line all have a place"),
    "none": Text("名额线上同分的都不入选", "of equals at the line none has a place"),
}


def levels(voice: Voice) -> Iterator[Block]:
    """The levels from the best down, with the band of each, and the rule that gives one."""
    scheme = voice.scheme
    bands = scheme.bands
    if bands is None and scheme.levels:
        titles = voice.listed([voice.of(one.title) for one in reversed(scheme.levels)])
        yield Para(voice.line(voice.sentence(voice.say("由高到低：", "From the best: ") + titles)))
    if bands is not None:
        lines = [
            voice.named(voice.of(one.title), voice.ask(bands.rules[one.id]))
            for one in reversed(scheme.levels)
            if one.id in bands.rules
        ]
        yield Listing(tuple(lines))
        told = voice.say("分数段的出处：", "The bands come from:")
        if bands.printed:
            told = voice.say(f"原文写作：{bands.printed}。", f"As printed: {bands.printed}.")
        if bands.printed or bands.clause or bands.assumes:
            yield Para(voice.line(told, bands.clause, bands.assumes))
    if scheme.stars.rule is not None:
        stars = scheme.stars
        told = voice.say("评定等级：", "The level given: ") + voice.ask(scheme.stars.rule)
        yield Para(voice.line(voice.sentence(told), stars.clause, stars.assumes))


def results(voice: Voice) -> Iterator[Block]:
    """Every named result, and the ranks."""
    scheme = voice.scheme
    if scheme.results:
        yield Listing(tuple(_result(voice, one) for one in scheme.results.values()))
    if scheme.ranks:
        yield Subhead(voice.say("排名", "Ranks"))
        yield Listing(tuple(_rank(voice, one) for one in scheme.ranks.values()))


def _result(voice: Voice, one: Result) -> Line:
    told = voice.ask(one.rule)
    if one.total is not None:
        total = figure(one.total)
        told += voice.say(f"；满分{total}分", f"; {total} in all")
    return voice.named(upper(voice.of(one.title)), voice.sentence(told), one.clause, one.assumes)


def _rank(voice: Voice, one: Rank) -> Line:
    by = voice.say("；同分再看", ", then ").join(voice.ask(rule) for rule in one.by)
    among = within(voice, one.within)
    told = voice.say(
        f"{among}按{by}由好到次排列；{voice.of(_TIES[one.ties])}",
        f"{among}, by {by}, the best first; {voice.of(_TIES[one.ties])}",
    )
    return voice.named(upper(voice.of(one.title)), voice.sentence(told), one.clause, one.assumes)


def within(voice: Voice, field: str) -> str:
    """Among whom: all, or those alike in a field of their register."""
    if field == "all":
        return voice.say("在全部对象中", "among all")
    register = voice.scheme.catalogue.registers[voice.scheme.subject]
    title = voice.of(register.fields[field].title)
    return voice.say(f"在同一“{title}”内", f"within one {title}")


def overruled(voice: Voice) -> Iterator[Block]:
    """Who takes part, gates, exemptions, vetoes."""
    yield from _before(voice)
    scheme = voice.scheme
    lines = []
    for veto in scheme.vetoes.values():
        told = voice.where(voice.ask(veto.when), effect_words(veto.then, scheme, voice.lang))
        if veto.unranked:
            told += voice.say("，不参加排名", ", and there is no rank")
        lines.append(
            voice.named(
                upper(voice.of(veto.title)), voice.sentence(told), veto.clause, veto.assumes
            )
        )
    if lines:
        yield Subhead(voice.say("否决情形", "Vetoes"))
        yield Listing(tuple(lines))


def _before(voice: Voice) -> Iterator[Block]:
    scheme = voice.scheme
    if scheme.not_rated is not None:
        one = scheme.not_rated
        told = voice.where(voice.ask(one.when), voice.say("本期不评", "not rated this time"))
        told = voice.sentence(told)
        yield Para(voice.line(told, one.clause, one.assumes))
    if scheme.exempt is not None:
        free = scheme.exempt
        exempt = voice.say("免评，不占名额", "exempt, taking no place")
        told = voice.where(voice.ask(free.when), exempt)
        if free.stars is not None:
            level = voice.level(free.stars)
            told += voice.say(f"，保留{level}", f", and keeping {level}")
        yield Para(voice.line(voice.sentence(told), free.clause, free.assumes))
    if scheme.gates:
        yield Subhead(voice.say("门槛", "Gates"))
        lines = []
        for gate in scheme.gates.values():
            told = voice.say(f"须{voice.ask(gate.when)}", f"{upper(voice.ask(gate.when))}")
            effect = effect_words(gate.other, scheme, voice.lang)
            told += voice.say(f"；否则{effect}，不再计分", f"; otherwise {effect}, without a score")
            name = voice.of(gate.title)
            line = voice.line(voice.sentence(told), gate.clause, gate.assumes)
            named = gate.title.zh != gate.id
            lines.append((Piece(f"{name}{voice.colon}", "strong"), *line) if named else line)
        yield Listing(tuple(lines))


def quotas(voice: Voice) -> Iterator[Block]:
    """Each quota: its places by level, among whom, in which order, and what becomes of the rest."""
    for one in voice.scheme.quotas.values():
        yield Subhead(upper(voice.of(one.title)))
        yield Para(voice.line(voice.sentence(_quota(voice, one)), one.clause, one.assumes))
        lines = [
            voice.named(voice.level(level), voice.ask(rule)) for level, rule in one.places.items()
        ]
        yield Listing(tuple(lines))
        if one.share is not None:
            told = voice.say("当年比例：", "The share of the year: ") + voice.ask(one.share)
            yield Para((note(voice.sentence(told)),))
        yield from _worked(voice, one)


def _worked(voice: Voice, one: Quota) -> Iterator[Block]:
    """How many places that makes, for some numbers of subjects."""
    rows = [
        (
            (voice.line(_of_year(voice, found.year) + voice.level(level)),),
            *((voice.line(str(number)),) for number in numbers),
        )
        for found in worked(voice.scheme, one)
        for level, numbers in found.places.items()
    ]
    if rows:
        columns = (
            Column(voice.say("名额", "Places"), "head"),
            *(Column(voice.say(f"共{size}个", f"of {size}"), "number") for size in SIZES),
        )
        yield Table(voice.say("名额算例", "Places worked out"), columns, tuple(rows))


def _of_year(voice: Voice, year: int | None) -> str:
    return "" if year is None else voice.say(f"第{year}年，", f"year {year}, ")


def _quota(voice: Voice, one: Quota) -> str:
    among = within(voice, one.within)
    said = [f"{among}{voice.say('，', ', ')}{voice.of(_KINDS[one.kind])}"]
    if one.each:
        said.append(voice.say(f"{voice.every(one.each)}一次", voice.every(one.each)))
    if one.rounding:
        said.append(
            voice.say("几个份额一起取整（最大余数）", "rounded together by largest remainder")
        )
    if one.of is not None:
        said.append(voice.say("限于：", "only those of whom this holds: ") + voice.ask(one.of))
    by = voice.say("，同分再看", ", then ").join(voice.ask(rule) for rule in one.by)
    said.append(voice.say(f"按{by}从高到低取", f"by {by}, the highest first"))
    said.append(voice.of(_AT_LINE[one.ties]))
    if one.beyond == "next":
        said.append(
            voice.say("没有名额的归入下一等级", "those without a place go to the next level")
        )
    elif one.beyond:
        level = voice.level(one.beyond)
        said.append(
            voice.say(f"没有名额的评为“{level}”", f"those without a place are given '{level}'")
        )
    return voice.apart.join(said)
