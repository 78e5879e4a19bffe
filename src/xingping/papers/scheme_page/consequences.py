"""What follows from a rating: what is paid, what is done, what is said beside it."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.papers.scheme_page.page import Block, Line, Listing, Piece, Subhead
from xingping.papers.scheme_page.voice import Voice, upper
from xingping.policy.scheme.effects import MOMENTS
from xingping.policy.scheme.outcome import Pay
from xingping.policy.words import Text

_STARTS = {
    "next month": "下月",
    "next quarter": "下季度",
    "next half": "下半年",
    "next year": "下年",
}


def consequences(voice: Voice) -> Iterator[Block]:
    """What is paid, what follows in words, what is said beside a rating."""
    scheme = voice.scheme
    if scheme.pays:
        yield Subhead(voice.say("奖励与发放", "Paid"))
        yield Listing(tuple(_pay(voice, one) for one in scheme.pays.values()))
    if scheme.acts:
        yield Subhead(voice.say("随之办理", "What follows"))
        lines = [
            voice.line(
                voice.sentence(voice.where(voice.ask(one.when), voice.of(one.then))),
                one.clause,
                one.assumes,
            )
            for one in scheme.acts.values()
        ]
        yield Listing(tuple(lines))
    if scheme.reports:
        yield Subhead(voice.say("评定时提示", "Said beside a rating"))
        said = [
            (
                Piece(voice.sentence(voice.of(one.text))),
                Piece(
                    voice.say("（", " (where ") + voice.ask(one.when) + voice.say("时）", ")"),
                    "note",
                ),
                *voice.cited("", one.assumes),
            )
            for one in scheme.reports.values()
        ]
        yield Listing(tuple(said))


def _pay(voice: Voice, one: Pay) -> Line:
    unit = voice.of(one.unit)
    told = voice.ask(one.rule) + voice.say(f"（单位：{unit}）", f" (in {unit})")
    if one.each:
        told += voice.say(f"，{voice.every(one.each)}发放", f", paid {voice.every(one.each)}")
    if one.times is not None:
        told += voice.say(f"，共{one.times}次", f", {one.times} times")
    if one.start:
        start = MOMENTS.get(one.start) or Text(_STARTS.get(one.start, one.start), one.start)
        told += voice.say(f"，从{start.zh}起", f", from {start.en}")
    return voice.named(upper(voice.of(one.title)), voice.sentence(told), one.clause, one.assumes)
