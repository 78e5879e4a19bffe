"""What an overlay may set or add to a scheme: the part of it called `local`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from xingping.policy.scheme.allowance import CRITERIA, Allowance, Target, read_target
from xingping.policy.scheme.entry import Entry
from xingping.policy.scheme.work import Work
from xingping.policy.words import Text
from xingping.policy.written import Keyed, Said, Written

LOCAL_KEYS = ("clause", "assumes", "set", "between", "add", "at most", "points")
ITEM_KEYS = ("max", "min", "worth", "base")
PARAMETER_KEYS = ("default", "between")
_AT_MOST = "at most"
_SHAPES = Text(
    "写成 parameters.参数.default、max of 分项，或 lines of 标准",
    "write parameters.NAME.default, max of ITEM, or lines of CRITERION",
)
_PATH, _ITEM = Text("可调整的路径", "path"), Text("标准或分项", "criterion or line")


def read_local(work: Work, scheme: Entry, criteria: Mapping[str, Entry]) -> dict[str, Allowance]:
    """The allowances by id; each names something that is there."""
    local = {}
    for name, value, _ in scheme.members("local"):
        entry = work.entry(value, LOCAL_KEYS)
        found = _allowance(work, name, entry)
        if found is not None:
            _must_be_there(work, scheme, criteria, found, entry)
            local[name] = found
    return local


def _allowance(work: Work, name: str, entry: Entry) -> Allowance | None:
    clause, assumes = work.cite(entry)
    low, high = entry.range("between")
    least, most = entry.range("points")
    at_most = entry.whole(_AT_MOST)
    if ("set" in entry) == ("add" in entry):
        work.desk.tell(entry.at, "此处应有“set”或“add”之一", "either 'set' or 'add' is due here")
        return None
    kind: Literal["set", "add"] = "set" if "set" in entry else "add"
    for key in ("between",) if kind == "add" else (_AT_MOST, "points"):
        if key in entry:
            work.desk.tell(
                entry.key_place(key),
                f"“{key}”不能与“{kind}”同用",
                f"'{key}' does not go with '{kind}'",
            )
    said = entry.said(kind)
    if said is None:
        return None
    target = read_target(said.text)
    if target is None or (kind == "add") != (target.key in {"lines", CRITERIA}):
        work.desk.tell(
            said.at,
            f"读不懂“{said.text.strip()}”",
            f"'{said.text.strip()}' cannot be read",
            _SHAPES,
        )
        return None
    if kind == "add":
        low, high = least, most
    return Allowance(name, kind, target, low, high, at_most, clause, assumes, entry.at)


def _must_be_there(
    work: Work,
    scheme: Entry,
    criteria: Mapping[str, Entry],
    allowed: Allowance,
    entry: Entry,
) -> None:
    target, at = allowed.target, entry.place(allowed.kind)
    if target.of:
        items = {*criteria, *(line for one in criteria.values() for line in one.ids_of("lines"))}
        known = set(criteria) if target.key == "lines" else items
        if target.of not in known:
            work.desk.unknown(at, _ITEM, target.of, known)
        elif allowed.kind == "set" and target.key not in ITEM_KEYS:
            work.desk.unknown(at, Text("可调整的键", "key to set"), target.key, ITEM_KEYS)
    elif target.path and not _in_page(scheme, target):
        work.desk.unknown(at, _PATH, str(target), paths_of(scheme))


def _in_page(scheme: Entry, target: Target) -> bool:
    first, *rest = target.path
    if first == "parameters" and len(rest) == 1:
        return rest[0] in scheme.ids_of("parameters") and target.key in PARAMETER_KEYS
    here: Written | None = scheme.get(first)
    for name in (*rest, target.key):
        here = here.entries.get(name) if isinstance(here, Keyed) else None
    return isinstance(here, Said)


def paths_of(scheme: Entry) -> list[str]:
    """The paths of parameters that an overlay could set: for hints."""
    return [
        f"parameters.{name}.{key}" for name in scheme.ids_of("parameters") for key in PARAMETER_KEYS
    ]
