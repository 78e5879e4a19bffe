"""What a branch has to fill in for one year's rating, and what another scheme asks for already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from xingping.doctor.finding import Finding
from xingping.doctor.questions.peers import peers_of
from xingping.doctor.visit import Visit
from xingping.doctor.wording import listed
from xingping.policy.catalogue import Register
from xingping.policy.forms import needed, rated_id
from xingping.policy.language import tree
from xingping.policy.scheme.every_rule import every_rule
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

_BY_BRANCH = {"branch", "member"}  # the branch and its members
_KEPT = "kept"
_CYCLES = {"month": 12, "quarter": 4, "half": 2, "year": 1}  # in a year


@dataclass(frozen=True, slots=True)
class Asked:
    """One register that a branch fills in. ``rows``: at least so many a year, 0 = as they come."""

    register: Register
    fields: tuple[str, ...]
    rows: Fraction


def asked_of_branches(scheme: Scheme) -> tuple[Asked, ...]:
    """What branches and their members fill in so that the rules can be read, in catalogue order.

    The subject's id (printed on the form) is not counted, nor are fields that may stay empty and
    no rule reads. Who is rated, and titles and results, come from elsewhere.
    """
    found = []
    for name, read in needed(scheme).items():
        register = scheme.catalogue.registers[name]
        if name in {scheme.subject, _KEPT} or register.comes == "never" or _lists(register):
            continue
        fields = tuple(
            spec.id
            for spec in register.fields.values()
            if spec.id in read
            and spec.id != rated_id(scheme)
            and (spec.later_by or register.made_by) in _BY_BRANCH
        )
        if fields:
            found.append(Asked(register, fields, _rows(scheme, register)))
    return tuple(found)


def _lists(register: Register) -> bool:
    """A register that lists people or units once is no yearly form."""
    return any(spec.is_id for spec in register.fields.values())


def _rows(scheme: Scheme, register: Register) -> Fraction:
    """The fewest rows of a year: what a rule demands; one where a row stands for the year."""
    wanted = max((_demanded(node, register.id) for node in _nodes(scheme)), default=Fraction(0))
    whole_year = register.placed_by_year or (not register.date and bool(register.unique))
    cycles = Fraction(_CYCLES[scheme.cycle.unit], scheme.cycle.count)
    return max(wanted, Fraction(whole_year)) * cycles


def _nodes(scheme: Scheme) -> Iterator[tree.Node]:
    for rule in every_rule(scheme):
        yield from walk(rule.tree)


def _demanded(node: tree.Node, register: str) -> Fraction:
    """``count(rows) >= 5`` demands five rows, so does ``rows needing 5``."""
    if isinstance(node, tree.Rows) and node.name == register:
        needing = node.needing
        return needing.value if isinstance(needing, tree.Number) else Fraction(0)
    if not isinstance(node, tree.Compare) or not isinstance(node.first, tree.Fold):
        return Fraction(0)
    rows = node.first.rows
    if node.first.fold != "count" or rows.name != register or rows.source != "register":
        return Fraction(0)
    found = [
        bound.value + (1 if op == ">" else 0)
        for op, bound in node.rest
        if op in {">", ">=", "="} and isinstance(bound, tree.Number)
    ]
    return max(found, default=Fraction(0)) if _at_once(rows.window) else Fraction(0)


def _at_once(window: tree.Window | None) -> bool:
    """Whether the rows are those of one period."""
    return window is None or window.kind == "this"


def ask_burden(visit: Visit) -> Iterator[Finding]:
    """How many cells a branch fills in at least, for each event how many more, and what is shared."""
    scheme = visit.scheme
    asked = asked_of_branches(scheme)
    if not asked:
        return
    fixed = sum((len(one.fields) * one.rows for one in asked), Fraction(0))
    shared = _shared(asked, scheme, peers_of(visit))
    if fixed < 1 and not shared:
        return  # only what happens is noted down, with no number to it
    zh, en = _told(scheme.catalogue.registers[scheme.subject], asked, int(fixed))
    more = _told_shared(shared)
    yield Finding(
        kind="burden",
        about=tuple(one.register.id for one in asked),
        clauses=(),
        said=Text(f"{zh}。{more.zh}", f"{en}.{more.en}"),
        proof=_counted(asked),
        ways=(
            Text(
                "能从已有台账、表格导入的先导入，不让支部重填",
                "import what exists in other tables first, and let no branch type it again",
            ),
            Text(
                "改由掌握情况的部门填报",
                "let those who know the facts already fill them in",
            ),
            Text("减少要填的栏目或次数", "ask for fewer fields, or less often"),
        ),
        weight="note",
        facts=(
            ("fields a year", str(fixed)),
            *((one.register.id, str(len(one.fields))) for one in asked),
        ),
    )


def _told(whose: Register, asked: tuple[Asked, ...], fixed: int) -> tuple[str, str]:
    yearly = [one for one in asked if one.rows]
    events = [
        Text(
            f"每{one.register.counted.zh}{one.register.title.zh}{len(one.fields)}栏",
            f"{len(one.fields)} for each {one.register.counted.en} of '{one.register.title.en}'",
        )
        for one in asked
        if not one.rows
    ]
    whole = (
        f"每年要由支部或党员填写至少{fixed}栏，分在{len(yearly)}张表里",
        f"at least {fixed} cells a year, in {len(yearly)} tables",
    )
    told = listed(events, most=len(events))
    if not yearly:
        whole = f"由支部或党员填写：{told.zh}", told.en
    elif events:
        whole = f"{whole[0]}；另外{told.zh}", f"{whole[1]}; besides, {told.en}"
    zh = f"每{whose.counted.zh}{whose.title.zh}{whole[0]}"
    en = f"For each {whose.title.en} the branch or its members fill in {whole[1]}"
    return zh, en


def _counted(asked: tuple[Asked, ...]) -> Text:
    names = listed(
        (
            Text(
                f"{one.register.title.zh}{len(one.fields)}栏 × {_times(one).zh}",
                f"{one.register.title.en} {len(one.fields)} x {_times(one).en}",
            )
            for one in asked
        ),
        most=len(asked),
    )
    return Text(f"按规则所读栏目计：{names.zh}。", f"by the fields that rules read: {names.en}.")


def _times(one: Asked) -> Text:
    if not one.rows:
        return Text("实际发生数", "as they come")
    return Text(f"{one.rows}行", f"{one.rows} rows")


def _shared(
    asked: tuple[Asked, ...], scheme: Scheme, peers: tuple[Scheme, ...]
) -> Mapping[str, tuple[Text, int]]:
    """Peer id -> its title, and how many of the fields asked for it asks of the same subjects too."""
    own = {(one.register.id, name) for one in asked for name in one.fields}
    found = {}
    for peer in peers:
        if peer.subject != scheme.subject:
            continue
        theirs = {(one.register.id, name) for one in asked_of_branches(peer) for name in one.fields}
        if own & theirs:
            found[peer.id] = (peer.title, len(own & theirs))
    return found


def _told_shared(shared: Mapping[str, tuple[Text, int]]) -> Text:
    if not shared:
        return Text("", "")
    each = listed(
        Text(f"“{title.zh}”也要其中{count}种栏目", f"'{title.en}' asks for {count} of these fields")
        for title, count in shared.values()
    )
    return Text(
        f"{each.zh}；台账共用，填一次即可。",
        f" {each.en} too; registers are shared, once is enough.",
    )
