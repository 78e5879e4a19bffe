"""The names of one space (a subject, a piece of time, a record) in a generated function."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.expressions import BIG, E, carried_by, walk
from xingping.rating.compile.matching import Population
from xingping.rating.compile.setting import Pieces

if TYPE_CHECKING:
    from xingping.rating.compile.python import Writer

DEEPEST = 30  # nesting of one expression, before it is given a name


START = {"sum": "0", "max": str(-BIG), "min": str(BIG), "run": "0"}


class Space:
    """The names of one space, and the lines that make them."""

    def __init__(
        self,
        writer: Writer,
        depth: int,
        *,
        given: dict[E, str] | None = None,
        outer: Space | None = None,
        cells: dict[str, str] | None = None,
        index: str = "",
    ) -> None:
        self.writer = writer
        self.depth = depth
        self.names: dict[E, str] = dict(given or {})
        self.outer = outer
        self.cells = cells
        self.index = index
        self.uses: dict[E, int] = {}

    def prepare(self, roots: list[E]) -> None:
        """Write the loops that ``roots`` need, in the order in which they rest on each other."""
        nodes = [e for e in self._walk(roots) if e not in self.names]
        for e in nodes:
            for a in e.args:
                if isinstance(a, E):
                    self.uses[a] = self.uses.get(a, 0) + 1
        for root in roots:
            self.uses[root] = self.uses.get(root, 0) + 1
        aggs = [e for e in nodes if e.op == "agg"]
        while aggs:
            ready = [e for e in aggs if all(need not in aggs for need in self._needs(e))]
            self._loops(ready)
            aggs = [e for e in aggs if e not in ready]

    def _walk(self, roots: list[E]) -> list[E]:
        found: dict[E, None] = {}
        stack = list(roots)
        while stack:
            fresh = [e for e in walk(stack, self.names) if e not in found]
            found.update(dict.fromkeys(fresh))
            stack = [need for e in fresh if e.op == "agg" for need in carried_by(e)]
            stack = [e for e in stack if e not in found and e not in self.names]
        return list(found)

    def _needs(self, agg: E) -> list[E]:
        return [e for e in self._walk(carried_by(agg)) if e.op == "agg"]

    def _loops(self, aggs: list[E]) -> None:
        by_rows: dict[Any, list[E]] = {}
        for e in aggs:
            by_rows.setdefault(e.args[1], []).append(e)
        for rows, group in by_rows.items():
            if isinstance(rows, Population):
                continue
            if isinstance(rows, Pieces):
                self._over_pieces(rows, group)
            elif rows.pieces is None or self.index:
                self._over_records(rows, group)
            else:
                msg = f"records of pieces outside of them: {rows}"
                raise TypeError(msg)

    def _over_records(self, rows: RowSet, group: list[E]) -> None:
        """One loop over the records of the subject (or of all its pieces at once)."""
        writer = self.writer
        each = rows.pieces
        self._name_carried(group)
        for e in group:
            name = self.names[e] = writer.name("a")
            writer.line(self.depth, f"{name} = {START[e.args[0]]}")
        fields = writer.program.fields[rows]
        names = {f: writer.name("f") for f in fields}
        place = writer.row_sets.index(rows)
        depth = self.depth
        source = f"r[{place}]" if each is None else f"r[{place}][{self.index}]"
        unpack = ", ".join(names[f] for f in fields) + ("," if len(fields) == 1 else "")
        writer.line(depth, f"for {unpack or '_'} in {source}:")
        inner = Space(writer, depth + 1, outer=self, cells=names)
        inner.accumulate(group, self.names)

    def _over_pieces(self, pieces: Pieces, group: list[E]) -> None:
        writer = self.writer
        self._name_carried(group)
        for e in group:
            self.names[e] = writer.name("a")
            writer.line(self.depth, f"{self.names[e]} = {START[e.args[0]]}")
            if e.args[0] == "run":
                writer.line(self.depth, f"{self.names[e]}_now = 0")
        index = writer.name("i")
        writer.line(self.depth, f"for {index} in range({len(pieces.spans)}):")
        inner = Space(writer, self.depth + 1, outer=self, index=index)
        inner.accumulate(group, self.names)

    def _name_carried(self, group: list[E]) -> None:
        """Give a name to all that the loop reads of this space."""
        for e in dict.fromkeys(need for agg in group for need in carried_by(agg)):
            if e not in self.names:
                self.uses[e] = 2
                written = self.text(e)
                if e not in self.names:
                    self.names[e] = written

    def accumulate(self, group: list[E], totals: dict[E, str]) -> None:
        """The inside of a loop: add each record (or piece) to its totals."""
        pairs = [(e, *_guarded(e)) for e in group]
        self.prepare([x for _, guard, value in pairs for x in (guard, value)])
        by_guard: dict[E, list[tuple[E, E]]] = {}
        for e, guard, value in pairs:
            by_guard.setdefault(guard, []).append((e, value))
        for guard, parts in by_guard.items():
            if guard.op == "bool" and guard.args[0]:
                for e, value in parts:
                    self._add(self.depth, e, totals[e], self.text(value))
                continue
            test = self.text(guard)
            texts = [self.text(value) for _, value in parts]
            self.writer.line(self.depth, f"if {test}:")
            for (e, _), text in zip(parts, texts, strict=True):
                self._add(self.depth + 1, e, totals[e], text)
            for e, _ in parts:
                if e.args[0] == "run":
                    self.writer.line(self.depth, f"else: {totals[e]}_now = 0")

    def _add(self, depth: int, e: E, total: str, text: str) -> None:
        line = self.writer.line
        match e.args[0]:
            case "sum":
                line(depth, f"{total} += {text}")
            case "max":
                line(depth, f"if {text} > {total}: {total} = {text}")
            case "min":
                line(depth, f"if {text} < {total}: {total} = {text}")
            case _:
                line(depth, f"{total}_now += 1")
                line(depth, f"if {total}_now > {total}: {total} = {total}_now")

    def text(self, e: E) -> str:
        """The expression as Python text; what is used twice, or nested deep, gets a name."""
        nodes = walk([e], self.names)
        depth: dict[E, int] = {}
        texts: dict[E, str] = {}
        for node in nodes:
            written = self._write(node, texts)
            deep = 1 + max((depth.get(a, 0) for a in node.args if isinstance(a, E)), default=0)
            simple = node.op in {"int", "bool", "null", "filled", "truth"}
            if not simple and (self.uses.get(node, 0) > 1 or deep > DEEPEST):
                name = self.writer.name("t")
                self.writer.line(self.depth, f"{name} = {written}")
                self.names[node] = name
                deep = 0
            else:
                texts[node] = written
            depth[node] = deep
        return self.names.get(e) or texts[e]

    def _write(self, e: E, texts: dict[E, str]) -> str:  # noqa: C901, PLR0911, PLR0912 -- one case per operator
        def of(a: E) -> str:
            return self.names.get(a) or texts[a]

        args = e.args
        match e.op:
            case "int" | "bool":
                return str(args[0])
            case "col" | "flag":
                return self._column(args[0])
            case "null" | "filled" | "truth" | "is":
                return self._cell(e)
            case "up":
                return self._carry(args[0])
            case "add":
                return f"({of(args[0])} + {of(args[1])})"
            case "mul":
                return f"({of(args[0])} * {of(args[1])})"
            case "div":
                return f"({of(args[0])} // {of(args[1])})"
            case "min" | "max":
                return f"{e.op}({of(args[0])}, {of(args[1])})"
            case "ge" | "gt" | "eq":
                sign = {"ge": ">=", "gt": ">", "eq": "=="}[e.op]
                return f"({of(args[0])} {sign} {of(args[1])})"
            case "and" | "or":
                return "(" + f" {e.op} ".join(of(a) for a in args) + ")"
            case "not":
                return f"(not {of(args[0])})"
            case "if":
                return f"({of(args[1])} if {of(args[0])} else {of(args[2])})"
            case _:
                msg = f"no Python meaning: {e!r}"
                raise TypeError(msg)

    def _column(self, name: str) -> str:
        return f"c[{self.writer.program.columns.index(name)}]"

    def _cell(self, e: E) -> str:
        field = e.args[0]
        own = self.writer.program.own
        cell = f"s[{own.index(field)}]" if self.cells is None else self.cells[field]
        match e.op:
            case "null":
                return f"({cell} is None)"
            case "filled":
                return f"({cell} or 0)"
            case "truth":
                return f"({cell} is True)"
            case _:
                return f"({cell} == {e.args[1]!r})"

    def _carry(self, e: E) -> str:
        if self.outer is None:
            raise TypeError(e)
        return self.outer.names[e]


def _guarded(e: E) -> tuple[E, E]:
    """What has to hold for a record to be added, and what it then adds."""
    kind, _, where, value = e.args
    if kind == "sum" and where.op == "bool" and value.op == "if":
        test, then, other = value.args
        if other.op == "int" and other.args[0] == 0:
            return test, then
    return where, value
