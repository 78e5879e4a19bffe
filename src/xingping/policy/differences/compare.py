"""Two schemes compared through and through: no value of one that is not looked at in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Literal

from xingping.policy.differences.difference import Difference, Part
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

_NOT_COMPARED = frozenset(
    {"at", "expect_at", "folder", "digest", "levels_numeric", "overlay", "asked"}
)
# Read from other keys, which are compared: a line's range of assessed points from its min and max.
_FOLLOWS = frozenset({"assessed"})
_Where = tuple[Part, ...]


def compare(old: Scheme, new: Scheme) -> list[Difference]:
    """Every difference, in the order of the scheme's parts.

    Where an overlay made ``new`` from ``old``, examples and accepted findings are those of the
    base, and are not compared. Schemes of different files with no other difference give the lines
    that are written in another way; comments and empty lines make no difference.
    """
    within = new.overlay is not None and new.overlay.base is old
    found: list[Difference] = []
    for part in fields(Scheme):
        if part.name in _NOT_COMPARED or (within and part.name in {"examples", "accepted"}):
            continue
        before, after = getattr(old, part.name), getattr(new, part.name)
        found += _differ(before, after, (Part(part.name, keyed=True),), ())
    if not found and old.digest != new.digest and not within:
        found += _written(old.folder, new.folder)
    return found


def _differ(
    old: object, new: object, where: _Where, clauses: tuple[str, ...]
) -> Iterator[Difference]:
    if old is new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _maps(old, new, where, clauses)
    elif isinstance(old, tuple | list) and isinstance(new, tuple | list):
        yield from _rows(old, new, where, clauses)
    elif type(old) is type(new) and names_of(new) and not isinstance(new, Rule | Text):
        yield from _things(old, new, where, _clauses_of(new) or _clauses_of(old) or clauses)
    elif not _same(old, new):
        yield Difference(_kind(old, new), where, clauses, old, new)


def _same(old: object, new: object) -> bool:
    """Whether two leaves say the same; rules without a text are made of other keys."""
    if isinstance(old, Rule) and isinstance(new, Rule):
        return old.tree == new.tree or not (old.text or new.text)
    return old == new


def _kind(old: object, new: object) -> Literal["changed", "added", "removed"]:
    if _empty(old):
        return "added"
    return "removed" if _empty(new) else "changed"


def _empty(value: object) -> bool:
    return value is None or value in ("", ())


def _things(
    old: object, new: object, where: _Where, clauses: tuple[str, ...]
) -> Iterator[Difference]:
    for name in names_of(new):
        if name in _NOT_COMPARED or name in _FOLLOWS:
            continue
        own = (*where, Part(name, keyed=True))
        yield from _differ(getattr(old, name), getattr(new, name), own, clauses)


def names_of(thing: object) -> tuple[str, ...]:
    """The fields of a dataclass, () for anything else."""
    if is_dataclass(thing) and not isinstance(thing, type):
        return tuple(part.name for part in fields(thing))
    return ()


def _maps(
    old: Mapping[str, object], new: Mapping[str, object], where: _Where, clauses: tuple[str, ...]
) -> Iterator[Difference]:
    for name, value in old.items():
        if name not in new:
            own = _clauses_of(value) or clauses
            yield Difference("removed", (*where, _part(name, value)), own, value, None)
    for name, value in new.items():
        here = (*where, _part(name, value))
        if name not in old:
            yield Difference("added", here, _clauses_of(value) or clauses, None, value)
        else:
            yield from _differ(old[name], value, here, clauses)
    before, after = [n for n in old if n in new], [n for n in new if n in old]
    if before != after:
        yield Difference("order", where, clauses, tuple(before), tuple(after))


def _rows(
    old: Sequence[object], new: Sequence[object], where: _Where, clauses: tuple[str, ...]
) -> Iterator[Difference]:
    """Rows by their names where they have any, else by number; bare words as one value."""
    names = [[_name(row) for row in rows] for rows in (old, new)]
    if all(name for rows in names for name in rows) and all(len(set(n)) == len(n) for n in names):
        first, second = (
            dict(zip(n, rows, strict=True)) for n, rows in zip(names, (old, new), strict=True)
        )
        yield from _maps(first, second, where, clauses)
        return
    if all(isinstance(row, str) for row in (*old, *new)):
        if tuple(old) != tuple(new):
            yield Difference("changed", where, clauses, tuple(old), tuple(new))
        return
    for number in range(max(len(old), len(new))):
        before = old[number] if number < len(old) else None
        after = new[number] if number < len(new) else None
        here = (*where, Part(str(number + 1)))
        if before is None or after is None:
            if before is not after:
                yield Difference(_kind(before, after), here, clauses, before, after)
        else:
            yield from _differ(before, after, here, clauses)


def _name(row: object) -> str:
    """What a row of a list is called, by which it is found again in another list."""
    own = getattr(row, "id", "")
    title = getattr(row, "title", None)
    if isinstance(title, Text) and not own:
        return f"{getattr(row, 'criterion', '')} {title.zh}".strip()
    return own if isinstance(own, str) else ""


def _part(name: str, value: object) -> Part:
    title = getattr(value, "title", None) or getattr(value, "text", None)
    return Part(str(name), title if isinstance(title, Text) else None)


def _clauses_of(value: object) -> tuple[str, ...]:
    clause = getattr(value, "clause", "")
    return tuple(clause.split()) if isinstance(clause, str) else ()


def _written(old: Path, new: Path) -> Iterator[Difference]:
    """The lines of the files that are written in another way, comments and empty lines aside."""
    before, after = _lines(old), _lines(new)
    for file in sorted({*before, *after}):
        gone = [line for line in before.get(file, []) if line not in after.get(file, [])]
        come = [line for line in after.get(file, []) if line not in before.get(file, [])]
        for number in range(max(len(gone), len(come))):
            was = gone[number] if number < len(gone) else None
            now = come[number] if number < len(come) else None
            yield Difference("written", (Part(file),), (), was, now)


def _lines(folder: Path) -> dict[str, list[str]]:
    found = {}
    for path in sorted((*folder.glob("*.nt"), *folder.glob("*/*.nt"))):
        text = path.read_text("utf-8", errors="replace")
        lines = [line.strip() for line in re.split(r"[\r\n]+", text)]
        name = path.relative_to(folder).as_posix()
        found[name] = [line for line in lines if line and not line.startswith("#")]
    return found
