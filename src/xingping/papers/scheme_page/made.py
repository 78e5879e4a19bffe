"""The page of a scheme, made of its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from xingping.papers.scheme_page.clause_by_clause import Clauses
from xingping.papers.scheme_page.consequences import consequences
from xingping.papers.scheme_page.criteria import criteria
from xingping.papers.scheme_page.found import Found
from xingping.papers.scheme_page.opening import changed, overview, parameters, targets
from xingping.papers.scheme_page.page import Block, Law, Page, Piece, Section, Tag
from xingping.papers.scheme_page.registers import registers
from xingping.papers.scheme_page.standing import levels, overruled, quotas, results
from xingping.papers.scheme_page.uses import PARTS
from xingping.papers.scheme_page.voice import Voice
from xingping.papers.scheme_page.year import changes, procedure
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Lang, Text

_BUILDERS: Mapping[str, Callable[[Voice], Iterator[Block]]] = {
    "targets": targets,
    "levels": levels,
    "criteria": criteria,
    "results": results,
    "overruled": overruled,
    "quotas": quotas,
    "parameters": parameters,
    "procedure": procedure,
    "changes": changes,
    "consequences": consequences,
}
_SHOWN_DIGEST = 8  # digits shown beside the title; the whole stands in the overview


def scheme_page(scheme: Scheme, lang: Lang = "zh", findings: Sequence[Found] | None = None) -> Page:
    """The page of ``scheme``; ``findings``: what the doctor found, None where it was not asked."""
    voice = Voice(scheme, lang)
    title = scheme.title if scheme.overlay is None else scheme.overlay.title
    return Page(
        lang=lang,
        title=title(lang),
        tags=tuple(_tags(voice, findings)),
        note=_note(voice),
        lead=() if scheme.purpose is None else ((Piece(scheme.purpose(lang)),),),
        sections=tuple(_sections(voice, findings)),
    )


def _tags(voice: Voice, findings: Sequence[Found] | None) -> Iterator[Tag]:
    if voice.scheme.incomplete is not None:
        yield Tag(voice.say("尚不完整", "incomplete"), "warn")
    if voice.scheme.overlay is not None:
        yield Tag(voice.say("地方调整", "local overlay"), "wait")
    new = sum(one.status == "new" for one in findings or ())
    if new:
        yield Tag(voice.say(f"{new}项发现待处理", f"findings to deal with: {new}"), "warn")
    elif findings is not None:
        yield Tag(voice.say("检验无待处理发现", "examined, nothing to deal with"), "done")


def _note(voice: Voice) -> str:
    digest = voice.scheme.digest[:_SHOWN_DIGEST]
    halves = f"{digest[:4]}-{digest[4:]}"
    return voice.say(
        f"方案 {voice.scheme.id}，校验码 {halves}", f"{voice.scheme.id}, digest {halves}"
    )


def _sections(voice: Voice, findings: Sequence[Found] | None) -> Iterator[Section]:
    yield _section(voice, "overview", Text("概要", "Overview"), overview(voice))
    blocks = list(changed(voice))
    if blocks:
        yield _section(voice, "overlay", Text("本地调整", "What this place changes"), blocks)
    for anchor, build in _BUILDERS.items():
        blocks = list(build(voice))
        if blocks:
            count = len(voice.scheme.criteria) if anchor == "criteria" else 0
            yield _section(voice, anchor, PARTS[anchor], blocks, count)
    title = Text("要建的台账", "Registers to keep")
    yield _section(voice, "registers", title, registers(voice))
    yield from _clauses(voice, findings)


def _clauses(voice: Voice, findings: Sequence[Found] | None) -> Iterator[Section]:
    clauses = Clauses(voice, findings or ())
    laws = list(clauses.laws())
    if laws:
        count = sum(isinstance(one, Law) for one in laws)
        yield _section(voice, "clauses", Text("逐条", "Clause by clause"), laws, count)
    blocks = list(clauses.other_readings())
    if blocks:
        title = Text("执行口径", "Readings")
        yield _section(voice, "readings", title, blocks, len(voice.scheme.assumptions))
    if findings is not None:
        title = Text("检查发现", "Findings")
        yield _section(voice, "findings", title, clauses.other_findings(), len(findings))


def _section(
    voice: Voice, anchor: str, title: Text, blocks: Iterator[Block] | list[Block], count: int = 0
) -> Section:
    shown = voice.say(f"{count}项", str(count)) if count else ""
    return Section(anchor, voice.of(title), tuple(blocks), shown)
