"""Clauses and stated readings, and whether everything cites what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.policy.faults import Place
from xingping.policy.scheme.entry import keyed_members, misshapen
from xingping.policy.scheme.scheme import Assumption, Clauses
from xingping.policy.scheme.work import Citation, Work
from xingping.policy.words import Text
from xingping.policy.written import Said, Written

CLAUSE = Text("条款", "clause")
READING = Text("执行口径", "assumption")


class Sources:
    """What a scheme rests on: its clauses and its readings, with their places."""

    def __init__(self, work: Work, assumptions: Written | None, clauses: Written | None) -> None:
        self.work = work
        self.assumptions: dict[str, Assumption] = {}
        self._reading_at: dict[str, Place] = {}
        self._clause_at: dict[str, Place] = {}
        self._decides_at: dict[str, Place] = {}
        self.listed = clauses is not None
        says: dict[str, Text] = {}
        shown: dict[str, Text] = {}
        if clauses is not None:
            page = work.entry(clauses, ("says", "shown"), ("says",))
            says.update(self._texts(page.get("says")))
            shown.update(self._texts(page.get("shown")))
        self.clauses = Clauses(says, shown)
        for name, value, at in keyed_members(work.desk, assumptions) if assumptions else ():
            entry = work.entry(value, ("decides", "reading", "why"), ("decides", "reading", "why"))
            self.assumptions[name] = Assumption(
                name, entry.ids("decides"), entry.title("reading"), entry.title("why")
            )
            self._reading_at[name] = at
            self._decides_at[name] = entry.place("decides")

    def _texts(self, written: Written | None) -> Iterator[tuple[str, Text]]:
        for name, value, at in keyed_members(self.work.desk, written) if written else ():
            self._clause_at.setdefault(name, at)
            if isinstance(value, Said):
                yield name, Text.read(value.text)
            else:
                misshapen(self.work.desk, value, Said)

    def check(self, nested: str, at: Place) -> None:
        """Tell what is cited and not there, and what is there and not cited.

        ``nested``: the reading by which levels contain the lower ones, cited at ``at``.
        """
        if self.work.desk.gaps:  # what cites, or is cited, may have stood there
            return
        if nested:  # it speaks of every standard of every level
            everywhere = tuple({c for citation in self.work.cited for c in citation.clauses})
            self.work.cited.append(Citation(at, everywhere, (nested,)))
        self._check_citations()
        self._check_readings()
        if self.listed:
            self._check_clauses()

    def _check_citations(self) -> None:
        for citation in self.work.cited:
            for clause in citation.clauses if self.listed else ():
                if clause not in self.clauses.says:
                    self.work.desk.unknown(citation.at, CLAUSE, clause, self.clauses.says)
            for reading in citation.assumes:
                if reading not in self.assumptions:
                    self.work.desk.unknown(citation.at, READING, reading, self.assumptions)

    def _check_readings(self) -> None:
        """Each reading is cited by something of every clause that it decides."""
        cited = {clause for citation in self.work.cited for clause in citation.clauses}
        known = set(self.clauses.says) or cited
        pairs = {
            (clause, reading)
            for citation in self.work.cited
            for clause in citation.clauses
            for reading in citation.assumes
        }
        used = {reading for citation in self.work.cited for reading in citation.assumes}
        for name, assumption in self.assumptions.items():
            if name not in used and self.listed:
                self.work.desk.tell(
                    self._reading_at[name],
                    f"没有任何条目引用执行口径“{name}”",
                    f"nothing cites the assumption '{name}'",
                    Text(
                        f"在它所决定的条目里写 执行口径: {name}（即 assumes）",
                        f"write 'assumes: {name}' where it decides",
                    ),
                )
            for clause in assumption.decides:
                self._check_decided(name, clause, known, pairs)

    def _check_decided(
        self, name: str, clause: str, known: set[str], pairs: set[tuple[str, str]]
    ) -> None:
        at = self._decides_at[name]
        if clause not in known:
            self.work.desk.unknown(at, CLAUSE, clause, known)
        elif self.listed and clause not in self.clauses.shown and (clause, name) not in pairs:
            self.work.desk.tell(
                at,
                f"出自“{clause}”的条目都没有引用“{name}”",
                f"nothing that comes from '{clause}' cites '{name}'",
                Text(
                    f"在引用 {clause} 的条目里写 执行口径: {name}（即 assumes）",
                    f"write 'assumes: {name}' where {clause} is cited",
                ),
            )

    def _check_clauses(self) -> None:
        """Each clause is cited or shown, and not both written and unsaid."""
        cited = {clause for citation in self.work.cited for clause in citation.clauses}
        for clause in self.clauses.says:
            if clause not in cited and clause not in self.clauses.shown:
                self.work.desk.tell(
                    self._clause_at[clause],
                    f"没有任何条目引用条款“{clause}”",
                    f"nothing cites the clause '{clause}'",
                    Text(
                        "引用它，或在 shown 中写明为何只展示",
                        "cite it, or say under 'shown' why it is only shown",
                    ),
                )
        for clause in self.clauses.shown:
            if clause not in self.clauses.says:
                self.work.desk.unknown(self._clause_at[clause], CLAUSE, clause, self.clauses.says)
