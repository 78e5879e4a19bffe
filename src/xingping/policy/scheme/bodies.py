"""Who takes the steps of the year: the bodies every scheme knows, and those that it names itself."""

from __future__ import annotations

from collections.abc import Mapping

from xingping.policy.scheme.desk import shortened
from xingping.policy.scheme.entry import Entry, misshapen
from xingping.policy.scheme.work import Work
from xingping.policy.words import Text
from xingping.policy.written import Said

BODIES: Mapping[str, Text] = {
    "branch": Text("本支部", "the branch"),
    "member": Text("党员", "the members"),
    "fellows": Text("支部党员", "fellow members"),
    "leader": Text("支部书记", "the secretary of the branch"),
    "masses": Text("群众", "the public"),
    "committee": Text("党委", "the committee"),
    "township": Text("乡镇（街道）党（工）委", "the township committee"),
    "county": Text("县委组织部", "the county organisation department"),
    "city": Text("市委组织部", "the city organisation department"),
    "superior": Text("上级", "a superior"),
    "reviewer": Text("审核人", "the reviewer"),
    "inspector": Text("验收人", "the inspector"),
    "department": Text("有关部门", "the departments concerned"),
    "departments": Text("有关部门", "the departments concerned"),
    "anyone": Text("任何人", "anyone"),
}
ANOTHER = "another"  # someone other than who did it first; no body of its own
_BODY = Text("办理机构", "body")
_DECLARE = Text(
    "在 scheme.nt 的 bodies 中写上“编号: 名称”，即可使用",
    "declare it under 'bodies' in scheme.nt, as 'id: name', and it may be used",
)


def read_bodies(work: Work, scheme: Entry) -> dict[str, Text]:
    """The bodies that the scheme names, by id: its own, and other names for the known ones."""
    bodies: dict[str, Text] = {}
    for name, value, at in scheme.members("bodies"):
        if not isinstance(value, Said):
            misshapen(work.desk, value, Said)
        elif not value.text.strip():
            work.desk.tell(value.at, f"“{name}”是空的", f"'{name}' is empty")
        elif name == ANOTHER:
            work.desk.tell(
                at,
                f"“{ANOTHER}”表示换一个人，不能作机构编号",
                f"'{ANOTHER}' means someone else, and cannot name a body",
            )
        else:
            bodies[name] = Text.read(value.text)
    return bodies


def body(work: Work, entry: Entry, key: str, own: Mapping[str, Text], *, another: bool) -> str:
    """The id of the body under ``key``, "" where there is none; it may be given by its name.

    ``own``: those the scheme declares. ``another``: whether *someone else* will do.
    """
    said = entry.said(key)
    if said is None:
        return ""
    name, known = said.text.strip(), {**BODIES, **own}
    if another and name == ANOTHER:
        return name
    found = name if name in known else called(name, known)
    if found:
        title = known[found].zh
        if called(title, known) == found:  # or its title would name another
            work.desk.spelled.option(said, Text(title, found))
        return found
    names = [*known, ANOTHER] if another else list(known)
    if not any(shortened(name)[:3].lower() == one[:3] for one in names):
        work.desk.tell(
            said.at,
            f"没有{_BODY.zh}“{shortened(name)}”",
            f"no {_BODY.en} is called '{shortened(name)}'",
            _DECLARE,
        )
    else:
        work.desk.unknown(said.at, _BODY, name, names)
    return ""


def called(name: str, known: Mapping[str, Text]) -> str:
    """The first body of that name, in either language."""
    return next((id_ for id_, title in known.items() if name in {title.zh, title.en}), "")


def titled(id_: str, own: Mapping[str, Text]) -> Text:
    """What a body is called: by the scheme itself, else as everywhere, else by its id."""
    return own.get(id_) or BODIES.get(id_) or Text(id_, id_)
