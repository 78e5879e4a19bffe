"""A case as a worked example in the form of the scheme's files, to be pasted and kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import nestedtext as nt

from xingping.policy.scheme.example import Example

_WIDTH = 96  # records that fit stand on one line


def example_lines(example: Example) -> Iterator[str]:
    """The lines of the example, to stand in examples.nt or under ``examples`` of its criterion."""
    yield f"{example.title.zh} | {example.title.en}:"
    if example.on:
        yield f"  on: {example.on}"
    yield from _block("given", example.given, 2)
    yield from _block("kept", example.kept, 2)
    if example.subjects:
        yield "  subjects:"
    for one in example.subjects:
        yield f"    {one.id}:"
        if one.times > 1:
            yield f"      times: {one.times}"
        yield from _block("given", one.given, 6)
        yield from _block("expect", one.expect, 6)
    yield from _block("expect", example.expect, 2)


def _block(key: str, value: Mapping[str, object], indent: int) -> Iterator[str]:
    """``key:`` and what stands below it; nothing where there is nothing."""
    if not value:
        return
    yield f"{' ' * indent}{key}:"
    for line in nt.dumps(_plain(value), width=_WIDTH).splitlines():
        yield f"{' ' * (indent + 2)}{line}"


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return str(value)
