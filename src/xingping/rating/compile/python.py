"""The operators in plain Python: one generated function for each stage of a program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from xingping.rating.compile.program import Program
from xingping.rating.compile.space import Space

StageFunction = Callable[[Sequence[Any], Sequence[Any], Sequence[Any], list[Any]], tuple[Any, ...]]
"""(columns, own fields, lists of records, values so far) -> this stage's values."""


class Writer:
    """Writes the body of one function; each space (subject, piece, record) has its own names."""

    def __init__(self, program: Program, stage: int) -> None:
        self.program = program
        self.stage = stage
        self.lines: list[str] = []
        self.globals: dict[str, Any] = {}
        self.fresh = 0
        self.row_sets = list(program.fields)

    def name(self, lead: str) -> str:
        """A name not used before."""
        self.fresh += 1
        return f"{lead}{self.fresh}"

    def line(self, depth: int, text: str) -> None:
        """One line of the function."""
        self.lines.append("    " * depth + text)

    def function(self) -> tuple[str, dict[str, Any]]:
        """The source of the stage's function and the constants it names."""
        wanted = self.program.stages[self.stage]
        before = sum(len(s) for s in self.program.stages[: self.stage])
        given = {e: f"v[{i}]" for e, i in self.program.slots.items() if i < before}
        self.line(0, "def stage(c, s, r, v):")
        space = Space(self, 1, given=given)
        space.prepare(wanted)
        results = [space.text(e) for e in wanted]
        self.line(1, f"return ({', '.join(results)}{',' if results else ''})")
        return "\n".join(self.lines), self.globals
