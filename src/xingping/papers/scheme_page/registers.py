"""The registers that a scheme needs: what each holds, who makes it, until when."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.papers.scheme_page.page import Block, Column, Para, filled
from xingping.papers.scheme_page.voice import Voice, note, upper
from xingping.policy.catalogue import YARDSTICKS, Register
from xingping.policy.forms import needed
from xingping.policy.words import Text

_MAKERS = {
    "branch": Text("支部", "the branch"),
    "reviewer": Text("审核人", "the reviewer"),
    "superior": Text("上级", "a superior"),
    "department": Text("有关部门", "the departments concerned"),
    "committee": Text("党委", "the committee"),
    "member": Text("党员", "the members"),
}


def registers(voice: Voice) -> Iterator[Block]:
    """A table of the registers to keep, and what else is to be known of them."""
    known = voice.scheme.catalogue.registers
    columns = (
        Column(voice.say("台账", "Register"), "head"),
        Column(voice.say("谁填", "Made by")),
        Column(voice.say("栏目", "Fields that are read")),
        Column(voice.say("说明", "Remarks")),
    )
    rows = []
    for name, fields in needed(voice.scheme).items():
        register = known[name]
        titles = [voice.of(spec.title) for key, spec in register.fields.items() if key in fields]
        rows.append(
            (
                (voice.line(upper(voice.of(register.title))),),
                (voice.line(voice.of(_MAKERS[register.made_by])),),
                (voice.line(voice.listed(titles)),),
                (voice.line(voice.apart.join(_remarks(voice, register))),),
            )
        )
    yield filled(voice.say("要建的台账", "The registers to keep"), columns, rows)
    told = voice.say(
        "规则读取的栏目如上；支部填写的表由 xingping template 生成。",
        "These are the fields that the rules read; xingping template makes the workbook.",
    )
    yield Para((note(told),))


def _remarks(voice: Voice, register: Register) -> Iterator[str]:
    if register.kept_yearly:
        yield voice.say("逐年登记是否建齐", "declared complete year by year")
    if register.planned:
        yield voice.say("事先排定", "planned beforehand")
    if register.private:
        yield voice.say("不公开", "private")
    if register.due:
        yield (
            voice.say("年底前补齐", "complete by the year's end")
            if register.due == "year"
            else (voice.say("季度末前补齐", "complete by the quarter's end"))
        )
    if register.yardstick:
        told = voice.of(YARDSTICKS[register.yardstick])
        yield voice.say(f"属{told}，不宜作考核指标", f"{told}: no yardstick for a branch")
