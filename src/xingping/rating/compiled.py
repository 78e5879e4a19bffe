"""A scheme compiled for one season: its program, its outputs, its generated functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import Any

from xingping.policy.scheme.scheme import Scheme
from xingping.rating.compile.expressions import E, walk
from xingping.rating.compile.outputs import Outputs, ends, outputs_of, population_aggs
from xingping.rating.compile.program import Program, plan
from xingping.rating.compile.python import StageFunction, Writer
from xingping.rating.compile.setting import Setting
from xingping.rating.compile.space import Space
from xingping.rating.compile.whole import Whole

STARS = frozenset({"stars low", "stars high"})


@dataclass(slots=True)
class Compiled:
    """``rank_order``: the ranks that become known together, before the stage of the same place."""

    setting: Setting
    whole: Whole
    outputs: Outputs
    program: Program
    rank_order: list[list[str]]
    functions: dict[int, StageFunction] = field(default_factory=dict)
    group_functions: dict[str, Any] = field(default_factory=dict)
    traces: dict[Any, Any] = field(default_factory=dict)
    lenses: dict[tuple[E, ...], tuple[Program, StageFunction]] = field(default_factory=dict)

    def function(self, stage: int) -> StageFunction:
        """The generated function of a stage."""
        if stage not in self.functions:
            source, names = Writer(self.program, stage).function()
            self.functions[stage] = execute(source, names)
        return self.functions[stage]

    def group_function(self, name: str) -> tuple[list[E], StageFunction]:
        """For a condition over all subjects: its aggregates, and the function of their values."""
        if name not in self.group_functions:
            condition = self.outputs.group[name]
            aggs = population_aggs(condition)
            writer = Writer(self.program, 0)
            writer.line(0, "def stage(c, s, r, v):")
            space = Space(writer, 1, given={e: f"v[{i}]" for i, e in enumerate(aggs)})
            texts = [space.text(e) for e in ends(condition)]
            writer.line(1, f"return ({texts[0]}, {texts[1]})")
            self.group_functions[name] = (aggs, execute("\n".join(writer.lines), {}))
        found: tuple[list[E], StageFunction] = self.group_functions[name]
        return found

    def numbers(self, wanted: tuple[E, ...], counts: Mapping[str, int]) -> tuple[int, ...]:
        """Values that rest on nothing but how many subjects there are; ``counts``: by column."""
        if wanted not in self.lenses:
            program = plan(wanted, [frozenset()])
            source, names = Writer(program, 0).function()
            self.lenses[wanted] = (program, execute(source, names))
        program, work = self.lenses[wanted]
        worked = work([counts.get(name, 0) for name in program.columns], (), (), [])
        return tuple(
            int(e.args[0]) if e.op in {"int", "bool"} else int(worked[program.slots[e]])
            for e in wanted
        )


def execute(source: str, names: Mapping[str, Any]) -> StageFunction:
    """The function that generated source defines; it holds no text of a user's but quoted words."""
    space = dict(names)
    exec(compile(source, "<scheme>", "exec"), space)  # noqa: S102 -- source is written by Writer from typed trees
    found: StageFunction = space["stage"]
    return found


def compile_setting(setting: Setting) -> Compiled:
    """Compile a scheme for a season."""
    whole = Whole(setting)
    outputs = outputs_of(whole)
    order = _rank_order(outputs)
    arrive = [frozenset[str]()]
    arrive += [frozenset(c for name in names for c in rank_columns(name)) for names in order]
    arrive.append(STARS)
    roots = list(outputs.roots())
    return Compiled(setting, whole, outputs, plan(roots, arrive), order)


def rank_columns(name: str) -> tuple[str, ...]:
    """The columns that a rank gives."""
    return f"{name} best", f"{name} worst", f"{name} ranked low", f"{name} ranked high"


def _rank_order(outputs: Outputs) -> list[list[str]]:
    """Ranks in rounds: those of a round rest on those of earlier rounds only."""
    left = dict(outputs.ranks)
    rounds = []
    while left:
        pending = {c for name in left for c in rank_columns(name)}
        ready = [
            name
            for name, keys in left.items()
            if not any(_columns(e) & pending for key in keys for e in ends(key))
        ]
        rounds.append(ready or list(left))
        left = {name: keys for name, keys in left.items() if name not in rounds[-1]}
    return rounds


def _columns(root: E) -> set[str]:
    names: set[str] = set()
    seen: set[E] = set()
    stack = [root]
    while stack:
        e = stack.pop()
        if e in seen:
            continue
        seen.add(e)
        if e.op in {"col", "flag"}:
            names.add(e.args[0])
        stack.extend(a for a in e.args if isinstance(a, E))
    return names


@lru_cache(maxsize=64)
def _cached(key: tuple[Any, ...]) -> Compiled:
    scheme, year, on, parameters, reach = key
    setting = Setting.of(scheme.scheme, year, on, dict(parameters), reach=reach)
    return compile_setting(setting)


class _Same:
    """A scheme as a key: itself, and no other, however alike."""

    __slots__ = ("scheme",)

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme

    def __hash__(self) -> int:
        return id(self.scheme)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.scheme is self.scheme


def compiled(
    scheme: Scheme,
    year: int,
    on: int,
    parameters: Mapping[str, Fraction | str],
    *,
    reach: bool = False,
) -> Compiled:
    """The compiled scheme for a season, kept for the next time it is asked for."""
    key = (_Same(scheme), year, on, tuple(sorted(parameters.items())), reach)
    return _cached(key)


__all__ = ["Compiled", "compile_setting", "compiled", "walk"]
