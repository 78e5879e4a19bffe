"""Clause by clause: what each says, where it is used, the readings that decide it, what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from xingping.papers.scheme_page.found import Found
from xingping.papers.scheme_page.page import Block, Box, Law, Line, Para, Piece, Tag
from xingping.papers.scheme_page.uses import PARTS, Use, clauses_of, uses
from xingping.papers.scheme_page.voice import Voice, note, upper
from xingping.policy.words import Text

_STATUS = {
    "accepted": (Text("已接受", "accepted"), "done"),
    "new": (Text("新发现，待处理", "new, to be dealt with"), "warn"),
    "note": (Text("提示", "note"), "wait"),
    "open": (Text("未判定", "open"), "wait"),
}

_MOST = 8  # clauses told of one reading
_ROOM = {"zh": 90, "en": 240}  # letters of a case or a proof


@dataclass(slots=True)
class Clauses:
    """What has been shown so far: a box stands with the first clause that it belongs to."""

    voice: Voice
    found: Sequence[Found]
    readings: set[str] = field(default_factory=set)
    findings: set[int] = field(default_factory=set)

    def laws(self) -> Iterator[Block]:
        """Every clause of the scheme, with what belongs to it."""
        cited: dict[str, list[Use]] = {}
        for use in uses(self.voice.scheme):
            for clause in use.clauses.split():
                cited.setdefault(clause, []).append(use)
        for clause in clauses_of(self.voice.scheme):
            yield self._law(clause, cited.get(clause, []))

    def _law(self, clause: str, cited: Sequence[Use]) -> Law:
        scheme, voice = self.voice.scheme, self.voice
        says, shown = scheme.clauses.says.get(clause), scheme.clauses.shown.get(clause)
        line: Line = (Piece(voice.sentence(voice.of(says))),) if says is not None else ()
        if shown is not None:
            told = voice.say("只供查阅，不参与计算：", "Shown and not computed: ") + voice.of(shown)
            line = (
                *line,
                note(
                    f" {voice.sentence(told)}"
                    if line and voice.lang == "en"
                    else voice.sentence(told)
                ),
            )
        boxes: list[Box] = []
        names = dict.fromkeys(voice.of(use.name) for use in cited if use.name != PARTS[use.part])
        title = next(iter(names)) if len(names) == 1 else ""
        more: list[Line] = list(_used(voice, cited, title))
        again: list[Line] = []
        for name in scheme.assumptions:
            if clause in scheme.assumptions[name].decides:
                self._reading(name, boxes, again)
        for number, one in enumerate(self.found, start=1):
            if clause in one.clauses:
                self._finding(number, one, boxes, again)
        if again:
            seen = tuple(piece for one in again for piece in (Piece(" "), *one))
            more.append((note(voice.say("另见", "See also")), *seen))
        return Law(clause, clause, upper(title), line, tuple(more), tuple(boxes))

    def _reading(self, name: str, boxes: list[Box], again: list[Line]) -> None:
        if name in self.readings:
            again.append((Piece(name, "clause", name),))
        else:
            boxes.append(self._box_of(name))

    def _box_of(self, name: str) -> Box:
        voice, one = self.voice, self.voice.scheme.assumptions[name]
        self.readings.add(name)
        reading = voice.sentence(voice.of(one.reading))
        why = voice.say("理由：", " Reason: ") + voice.sentence(voice.of(one.why))
        title = voice.say(f"执行口径 {name}", f"Reading {name}")
        decides = voice.cited(" ".join(one.decides[:_MOST])) if len(one.decides) > 1 else ()
        if len(one.decides) > _MOST:
            count = len(one.decides)
            decides = (*decides, note(voice.say(f" 等{count}条", f" and others, {count} in all")))
        return Box("reading", title, name, (Piece(reading), note(why), *decides))

    def _finding(self, number: int, one: Found, boxes: list[Box], again: list[Line]) -> None:
        if number in self.findings:
            again.append((Piece(_number(self.voice, number), "", _anchor(number)),))
        else:
            boxes.append(self._box_of_finding(number, one))

    def _box_of_finding(self, number: int, one: Found) -> Box:
        voice = self.voice
        self.findings.add(number)
        status, mark = _STATUS[one.status]
        more: list[Line] = [(note(_shortened(voice, told)),) for told in one.shown]
        if one.ways:
            ways = voice.apart.join(way.rstrip("。.") for way in one.ways)
            more.append((note(voice.say("出路：", "Ways out: ") + voice.sentence(ways)),))
        if one.why:
            told = voice.say("接受理由：", "Accepted because: ") + voice.sentence(one.why)
            more.append((note(told),))
        line = (Piece(voice.sentence(one.said)), *voice.cited(" ".join(one.clauses)))
        name = f"{_number(voice, number)}{voice.colon}{one.title}"
        tag = Tag(voice.of(status), mark)  # type: ignore[arg-type]  # -- one of the marks
        return Box("finding", name, _anchor(number), line, tuple(more), tag)

    def other_readings(self) -> Iterator[Block]:
        """Links to all readings, then those that belong to no clause."""
        voice = self.voice
        named = [one for one in voice.scheme.assumptions if one in self.readings]
        if named:
            told = voice.say("随条文列出：", "Shown with the clauses:")
            yield Para((Piece(told), *voice.cited(" ".join(named))))
        for name in voice.scheme.assumptions:
            if name not in self.readings:
                yield self._box_of(name)

    def other_findings(self) -> Iterator[Block]:
        """How many there are, links to those shown, then those that belong to no clause."""
        voice = self.voice
        new = sum(one.status == "new" for one in self.found)
        if not self.found:
            yield Para((Piece(voice.say("没有发现问题。", "Nothing was found.")),))
            return
        count = len(self.found)
        yield Para(
            (
                Piece(
                    voice.say(
                        f"共{count}项，其中待处理{new}项。",
                        f"{count} in all, {new} to be dealt with.",
                    )
                ),
            )
        )
        for number, one in enumerate(self.found, start=1):
            if number in self.findings:
                name = f"{_number(voice, number)}{voice.colon}{one.title}"
                status = voice.of(_STATUS[one.status][0])
                yield Para(
                    (
                        Piece(name, "", _anchor(number)),
                        note(voice.say(f"（{status}）", f" ({status})")),
                        *voice.cited(" ".join(one.clauses)),
                    )
                )
            else:
                yield self._box_of_finding(number, one)


def _used(voice: Voice, cited: Sequence[Use], known: str) -> Iterator[Line]:
    """Where a clause is used: each section once, with the things in it, but for the one ``known``."""
    by_part: dict[str, dict[str, None]] = {}
    for use in cited:
        by_part.setdefault(use.part, {})[voice.of(use.name)] = None
    for part, names in by_part.items():
        title = voice.of(PARTS[part])
        told = [name for name in names if name not in {title, known}]
        yield (
            note(voice.say("用于", "Used in ")),
            Piece(title, "", part),
            note(f"{voice.colon}{voice.listed(told)}" if told else ""),
        )


def _shortened(voice: Voice, told: str) -> str:
    """A case or a proof at reading length; the doctor tells the whole."""
    most = _ROOM[voice.lang]
    if len(told) <= most:
        return voice.sentence(told)
    kept = told[:most].rstrip("，。；、 ,;.")
    return kept + voice.say("……（全文见 xingping doctor）", " … (xingping doctor tells the whole)")


def _number(voice: Voice, number: int) -> str:
    return voice.say(f"检查发现{number}", f"Finding {number}")


def _anchor(number: int) -> str:
    return f"finding-{number}"
