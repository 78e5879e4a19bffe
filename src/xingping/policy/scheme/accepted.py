"""Findings of the doctor that the authors of a scheme know of and accept, each with its reason."""

from __future__ import annotations

import re

from xingping.policy.scheme.assumptions import CLAUSE
from xingping.policy.scheme.entry import Entry, keyed_members
from xingping.policy.scheme.scheme import Accepted, Clauses
from xingping.policy.scheme.work import Work
from xingping.policy.words import Text
from xingping.policy.written import Written

_KEYS = ("finding", "clause", "digest", "why")
_DIGEST = re.compile(r"[0-9a-f]{12}", re.ASCII)


def read_accepted(work: Work, page: Written | None, clauses: Clauses) -> dict[str, Accepted]:
    """The acceptances by id; a digest that is none and a missing reason are told."""
    found: dict[str, Accepted] = {}
    for name, value, at in keyed_members(work.desk, page) if page is not None else ():
        entry = work.entry(value, _KEYS, ("finding", "digest", "why"))
        for clause in entry.ids("clause"):
            if clause not in clauses.says:
                work.desk.unknown(entry.place("clause"), CLAUSE, clause, clauses.says)
        found[name] = Accepted(
            id=name,
            finding=entry.plain("finding"),
            clauses=entry.ids("clause"),
            digest=_digest(work, entry),
            why=entry.title("why"),
            at=at,
        )
    return found


def _digest(work: Work, entry: Entry) -> str:
    said = entry.said("digest")
    if said is None or _DIGEST.fullmatch(said.text.strip()):
        return said.text.strip() if said else ""
    work.desk.tell(
        said.at,
        "摘要应为 12 位十六进制数",
        "a digest of 12 hexadecimal digits is due here",
        Text("从 xingping doctor 的输出中原样复制", "copy it from what xingping doctor prints"),
    )
    return ""
