"""A case in words: the records of each register, with what stands in their cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from xingping.policy.catalogue import FieldSpec, Register
from xingping.policy.language.tree import Kind
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text


def told(scheme: Scheme, given: Mapping[str, object]) -> Text:
    """What is given, register by register; every cell by its title, no cell that says nothing."""
    parts = [*_parameters(scheme, given), *_own(scheme, given), *_registers(scheme, given)]
    if not parts:
        return Text("没有任何记录", "no records at all")
    return Text("；".join(p.zh for p in parts), "; ".join(p.en for p in parts))


def _parameters(scheme: Scheme, given: Mapping[str, object]) -> Iterator[Text]:
    for name, spec in scheme.parameters.items():
        if name in given:
            yield Text(f"{spec.title.zh} {given[name]}", f"{spec.title.en} {given[name]}")


def _own(scheme: Scheme, given: Mapping[str, object]) -> Iterator[Text]:
    if "subject" in given:
        register = scheme.catalogue.registers[scheme.subject]
        yield _row(scheme, register, cast("Mapping[str, str]", given["subject"]))


def _registers(scheme: Scheme, given: Mapping[str, object]) -> Iterator[Text]:
    for name, register in scheme.catalogue.registers.items():
        for row in cast("list[Mapping[str, str]]", given.get(name, [])):
            yield _row(scheme, register, row)


def _row(scheme: Scheme, register: Register, row: Mapping[str, str]) -> Text:
    cells = [
        _cell(scheme, register.fields[name], text) for name, text in row.items() if name != "times"
    ]
    zh, en = "，".join(c.zh for c in cells), ", ".join(c.en for c in cells)
    times = row.get("times", "1")
    counted = (
        Text(f"（共{times}{register.counted.zh}）", f" ({times} of them)")
        if times != "1"
        else Text("", "")
    )
    if not cells:
        return Text(
            f"{register.title.zh}{counted.zh or '一' + register.counted.zh}",
            register.title.en + counted.en,
        )
    return Text(f"{register.title.zh}{counted.zh}：{zh}", f"{register.title.en}{counted.en}: {en}")


def _cell(scheme: Scheme, spec: FieldSpec, text: str) -> Text:
    if spec.type.kind is Kind.YES:
        said = Text("是", "yes") if text == "yes" else Text("否", "no")
    else:
        said = scheme.catalogue.choices.get(spec.type.choices, {}).get(text, Text(text, text))
    return Text(f"{spec.title.zh} {said.zh}", f"{spec.title.en} {said.en}")
