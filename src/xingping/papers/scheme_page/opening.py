"""What a reader wants to know first: what the scheme is, what a place has changed, what the year sets, the aims."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.papers.scheme_page.page import Block, Line, Listing, Pairs, Para, Piece
from xingping.papers.scheme_page.voice import Voice, note
from xingping.policy.differences.compare import compare
from xingping.policy.differences.difference import Difference
from xingping.policy.differences.labels import label
from xingping.policy.differences.words import KINDS, value_words
from xingping.policy.scheme.outcome import Parameter, Target
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

_UNITS = {
    "month": Text("个月", "month"),
    "quarter": Text("个季度", "quarter"),
    "half": Text("个半年", "half-year"),
    "year": Text("年", "year"),
}


def overview(voice: Voice) -> Iterator[Block]:
    """Who is rated, how often, for how long, and how much there is."""
    scheme = voice.scheme
    pairs: list[tuple[str, Line]] = [
        (
            voice.say("评定对象", "Rated"),
            (Piece(voice.of(scheme.catalogue.registers[scheme.subject].title)),),
        ),
        (voice.say("评定周期", "Cycle"), (Piece(_cycle(voice)),)),
    ]
    if scheme.campaign:
        years = voice.say(f"{scheme.campaign}年", f"{scheme.campaign} years")
        pairs.append((voice.say("创建期", "Campaign"), (Piece(years),)))
    pairs.append(
        (voice.say("等级", "Levels"), (Piece(voice.levels(one.id for one in scheme.levels)),))
    )
    if not scheme.levels:
        pairs.pop()
    pairs.append((voice.say("校验码", "Digest"), (Piece(scheme.digest, "note"),)))
    yield Pairs(tuple(pairs))
    if scheme.incomplete is not None:
        told = voice.of(scheme.incomplete)
        yield Para((Piece(voice.say("尚不完整：", "Incomplete: "), "strong"), Piece(told)))


def _cycle(voice: Voice) -> str:
    cycle = voice.scheme.cycle
    unit = voice.of(_UNITS[cycle.unit])
    if cycle.count == 1:
        return voice.say(f"每{unit.removeprefix('个')}一次", f"every {unit}")
    return voice.say(f"每{cycle.count}{unit}一次", f"every {cycle.count} {unit}s")


def changed(voice: Voice) -> Iterator[Block]:
    """What an overlay sets and adds, before and after, with the reasons."""
    overlay = voice.scheme.overlay
    if overlay is None:
        return
    base = voice.of(overlay.base.title)
    yield Para(
        voice.line(
            voice.say(
                f"本方案在“{base}”之上调整如下，其余各条照原方案执行。",
                f"This scheme changes '{base}' as follows; all else stands.",
            )
        )
    )
    reasons = {one.target: one.why for one in overlay.settings}
    found = [one for one in compare(overlay.base, voice.scheme) if one.path not in {"title", "id"}]
    yield Listing(tuple(_difference(voice, overlay.base, one, reasons) for one in found))
    paths = {one.path for one in found}
    rest = [voice.of(why) for target, why in reasons.items() if target not in paths]
    if rest:
        told = voice.say("理由：", "Reasons: ") + voice.apart.join(dict.fromkeys(rest))
        yield Para((note(voice.sentence(told)),))


def _difference(voice: Voice, base: Scheme, one: Difference, reasons: dict[str, Text]) -> Line:
    place = _place(voice, one)
    old, new = (
        value_words(one.old, base, voice.lang),
        value_words(one.new, voice.scheme, voice.lang),
    )
    if one.kind in {"added", "removed"} and not one.is_rule:
        text = f"{place}{voice.apart}{new if one.kind == 'added' else old}"
        return (Piece(f"{voice.of(KINDS[one.kind])}{voice.colon}", "strong"), Piece(text))
    told = voice.say(f"由“{old}”改为“{new}”", f"from '{old}' to '{new}'")
    why = reasons.get(one.path)
    reason = voice.say("　理由：", " Reason: ") + voice.of(why) if why is not None else ""
    return (Piece(place, "strong"), Piece(f"{voice.colon}{told}"), note(reason))


def _place(voice: Voice, one: Difference) -> str:
    """The way to it by titles: keys and ids are for authors."""
    said: list[str] = []
    for part in one.where:
        if part.title is not None:
            said.append(voice.quoted(voice.of(part.title)))
        elif part.is_key:
            said.append(voice.of(label(part.key)))
        else:
            said.append(part.key)
    return voice.say("", " ").join(said)


def parameters(voice: Voice) -> Iterator[Block]:
    """What the season sets, within which limits; what it has to meet."""
    scheme = voice.scheme
    if scheme.parameters:
        lines = [
            voice.named(voice.of(one.title), _value(voice, one), one.clause, one.assumes)
            for one in scheme.parameters.values()
        ]
        yield Listing(tuple(lines))
    if scheme.checks:
        yield Para(voice.line(voice.say("年度参数还须符合：", "They also have to meet:")))
        yield Listing(
            tuple(voice.line(voice.sentence(voice.ask(one.rule))) for one in scheme.checks.values())
        )


def _value(voice: Voice, one: Parameter) -> str:
    if one.default is None:
        told = voice.say("由本年度设定，没有默认值", "set for the season; there is no default")
        if not one.needed:
            told = voice.say("由本年度设定，可以不填", "set for the season; may be left out")
    else:
        told = voice.say("默认", "by default ") + _shown(voice, one.default)
    if one.low is not None and one.high is not None:
        low, high = _shown(voice, one.low), _shown(voice, one.high)
        told += voice.say(f"，可在{low}至{high}之间设定", f", between {low} and {high}")
    elif one.low is not None:
        told += voice.say(
            f"，不低于{_shown(voice, one.low)}", f", at least {_shown(voice, one.low)}"
        )
    elif one.high is not None:
        told += voice.say(
            f"，不高于{_shown(voice, one.high)}", f", at most {_shown(voice, one.high)}"
        )
    return told


def _shown(voice: Voice, value: object) -> str:
    return value_words(value, voice.scheme, voice.lang)


def targets(voice: Voice) -> Iterator[Block]:
    """The aims over all subjects, in words and, where it differs, as printed."""
    lines = [_target(voice, one) for one in voice.scheme.targets.values()]
    if lines:
        yield Listing(tuple(lines))
        yield Para(
            (
                note(
                    voice.say(
                        "目标只作报告，不用于评定。",
                        "Targets are reported; nobody is rated by them.",
                    )
                ),
            )
        )


def _target(voice: Voice, one: Target) -> Line:
    told = voice.sentence(voice.ask(one.rule))
    if one.literal is not None:
        literal = voice.ask(one.literal)
        told += voice.say(f"原文字面为：{literal}。", f" As printed: {literal}.")
    if one.year is None:
        return voice.line(told, one.clause, one.assumes)
    return voice.named(
        voice.say(f"第{one.year}年", f"Year {one.year}"), told, one.clause, one.assumes
    )
