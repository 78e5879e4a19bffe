"""In which order the outputs of a scheme are worked out: stages, parted by ranks and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.expressions import E, carried_by

LEAVES = frozenset({"int", "bool"})


@dataclass(slots=True)
class Program:
    """``stages``: what each stage works out, as places in one list of values per subject.

    ``arrive``: the columns that become known before each stage (ranks, then stars); ``slots``: the
    place of each expression; ``fields``: by set of records, the fields read; ``own``: the
    subject's own fields; ``columns``: all other columns, base ones and arriving ones.
    """

    arrive: Sequence[frozenset[str]]
    stages: list[list[E]] = field(default_factory=list)
    slots: dict[E, int] = field(default_factory=dict)
    fields: dict[RowSet, list[str]] = field(default_factory=dict)
    own: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many values each subject ends with."""
        return len(self.slots)


def plan(roots: Iterable[E], arrive: Sequence[frozenset[str]]) -> Program:
    """The stages for ``roots``; ``arrive[i]`` holds the columns known from stage i on."""
    roots = list(dict.fromkeys(roots))
    program = Program(arrive)
    late = _Lateness(arrive)
    for stage in range(len(arrive)):
        wanted: dict[E, None] = {}
        for root in roots:
            _frontier(root, stage, late, wanted, program.slots, top=True)
        for e in wanted:
            program.slots[e] = len(program.slots)
        program.stages.append(list(wanted))
    _collect(roots, program)
    return program


class _Lateness:
    """The first stage in which an expression can be worked out."""

    def __init__(self, arrive: Sequence[frozenset[str]]) -> None:
        self.stage_of = {name: i for i, names in enumerate(arrive) for name in names}
        self.memo: dict[E, int] = {}

    def __call__(self, e: E) -> int:
        stack = [e]
        while stack:  # no recursion: a sum of many lines is as deep as it is long
            one = stack[-1]
            inner = [a for a in one.args if isinstance(a, E)]
            missing = [a for a in inner if a not in self.memo]
            if missing:
                stack.extend(missing)
                continue
            stack.pop()
            self.memo[one] = self._own(one, [self.memo[a] for a in inner])
        return self.memo[e]

    def _own(self, e: E, inner: list[int]) -> int:
        if e.op in {"col", "flag"}:
            return self.stage_of.get(e.args[0], 0)
        return max(inner, default=0)


def _frontier(
    e: E,
    stage: int,
    late: _Lateness,
    wanted: dict[E, None],
    done: Mapping[E, int],
    *,
    top: bool = False,
) -> None:
    """The largest expressions that this stage can work out and that are still to be done."""
    seen: set[E] = set()
    stack = [(e, top)]
    while stack:
        one, is_root = stack.pop()
        if one in seen or one in done or one in wanted:
            continue
        seen.add(one)
        if one.op in LEAVES and not is_root:
            continue
        if late(one) <= stage:
            if is_root or one.op not in {"col", "flag"}:
                wanted[one] = None
            continue
        stack.extend((a, False) for a in _inner(one))


def _inner(e: E) -> list[E]:
    """What an expression of the subject rests on, in the subject's own space."""
    return carried_by(e) if e.op == "agg" else [a for a in e.args if isinstance(a, E)]


def _collect(roots: Iterable[E], program: Program) -> None:  # noqa: C901 -- one case per kind of leaf
    """The records' fields, own fields and columns that ``roots`` read."""
    seen: set[tuple[E, RowSet | None]] = set()
    stack: list[tuple[E, RowSet | None, tuple[RowSet | None, ...]]] = [(e, None, ()) for e in roots]
    while stack:
        e, rows, outer = stack.pop()
        if (e, rows) in seen:
            continue
        seen.add((e, rows))
        if e.op in {"null", "filled", "truth", "is"}:
            names = program.own if rows is None else program.fields.setdefault(rows, [])
            if e.args[0] not in names:
                names.append(e.args[0])
        elif e.op in {"col", "flag"}:
            if e.args[0] not in program.columns:
                program.columns.append(e.args[0])
        elif e.op == "agg":
            inner = e.args[1] if isinstance(e.args[1], RowSet) else None
            if inner is not None:
                program.fields.setdefault(inner, [])
            stack.extend((a, inner, (*outer, rows)) for a in e.args[2:])
        elif e.op == "up":
            back = outer[-1] if outer else None
            stack.append((e.args[0], back, outer[:-1]))
        else:
            stack.extend((a, rows, outer) for a in e.args if isinstance(a, E))


def everything_below(roots: Iterable[E]) -> Iterator[E]:
    """Every expression that these rest on, in any space, each once."""
    seen: set[E] = set()
    stack = list(roots)
    while stack:
        e = stack.pop()
        if e not in seen:
            seen.add(e)
            yield e
            stack.extend(a for a in e.args if isinstance(a, E))


def late(program: Program) -> frozenset[str]:
    """The columns that become known between stages."""
    return frozenset(name for names in program.arrive for name in names)
