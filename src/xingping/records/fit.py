"""What rows must be by the scheme: points within their item, levels that exist, rows of other schemes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from xingping.policy.forms import PointItem, items, judged
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.records import misfits, sayings
from xingping.records.draft import Draft
from xingping.records.sheet import Findings
from xingping.records.table import Value
from xingping.records.written import name_key

_FINDINGS, _POINTS, _TITLES, _DECLARATIONS = "findings", "points", "titles", "declarations"
_NAMED = 15  # ids named in a note
_SINGLE = 2  # levels of a scheme with only one star to have


def fits(draft: Draft, scheme: Scheme, found: Findings) -> None:
    """Check the rows that reviewers and branches write with the scheme in hand."""
    checks: Mapping[str, Callable[[Draft, Scheme, Findings], None]] = {
        _FINDINGS: _findings,
        _POINTS: _points,
        _TITLES: _titles,
        _DECLARATIONS: _declarations,
    }
    check = checks.get(draft.layout.register.id)
    if check is not None:
        check(draft, scheme, found)


def _plain_id(value: object, known: Mapping[str, object]) -> str:
    """An id as the scheme writes it: ``1.0`` is how some programs write 1."""
    written = str(value)
    bare = written.removesuffix(".0")
    return bare if written not in known and bare in known else written


def _rename(draft: Draft, name: str, known: Mapping[str, object]) -> None:
    if name in draft.columns:
        draft.columns[name] = [
            value if value is None else _plain_id(value, known) for value in draft.columns[name]
        ]


def _findings(draft: Draft, scheme: Scheme, found: Findings) -> None:
    asked = judged(scheme)
    _rename(draft, "criterion", asked)
    _of_others(draft, "criterion", asked, found)
    _levels(draft, "level", {level.value for level in scheme.levels}, scheme, found)


def _of_others(draft: Draft, name: str, known: Mapping[str, object], found: Findings) -> None:
    """Leave out and note rows about what this scheme does not ask."""
    strange: dict[Value, int] = {}
    for row, value in enumerate(draft.column(name)):
        if value is None or value in known or row in draft.dropped:
            continue
        draft.dropped.add(row)
        strange.setdefault(value, row)
    some = [*known][:_NAMED]
    more = len(known) > _NAMED
    for value, row in strange.items():
        place = f"{draft.sheet.place}:{draft.sheet.cell(draft.lines[row], draft.at[name])}"
        found.note(
            place,
            f"本方案不读“{value}”的行，未计入；可填：{'、'.join(some)}{'……' if more else ''}",
            f"this scheme does not read rows of '{value}'; they are not counted; "
            f"it reads: {', '.join(some)}{' ...' if more else ''}",
        )


def _points(draft: Draft, scheme: Scheme, found: Findings) -> None:
    known = items(scheme)
    _rename(draft, "item", known)
    _of_others(draft, "item", known, found)
    if "choice" in draft.columns:
        _choices(draft, known, found)
    names, given, reasons = draft.column("item"), draft.column("points"), draft.column("reason")
    step = draft.layout.columns["points"].spec.step
    for row in draft.rows():
        item, points = known.get(str(names[row])), given[row]
        if item is None or not isinstance(points, int):
            continue
        _check_points(draft, row, points * step, item, found)
        if item.reason and reasons[row] is None and not draft.is_bad("reason", row):
            at = "reason" if "reason" in draft.at else "points"
            draft.tell(found, at, row, misfits.NO_REASON, "" if at == "reason" else None)


def _check_points(
    draft: Draft, row: int, points: Fraction, item: PointItem, found: Findings
) -> None:
    if not item.low <= points <= item.high:
        problem = misfits.not_within(item.id, item.low, item.high)
        if points < 0:
            problem = sayings.out_of_limits(item.low, item.high, negative=True)
        draft.tell(found, "points", row, problem)


def _choices(draft: Draft, known: Mapping[str, PointItem], found: Findings) -> None:
    """Of a rubric, the option chosen is one of its options; kept by its title."""
    names = draft.column("item")
    for row in draft.rows():
        item, chosen = known.get(str(names[row])), draft.column("choice")[row]
        if item is None or not item.choices or chosen is None:
            continue
        titles = {name_key(title): title for title in item.choices}
        title = titles.get(name_key(str(chosen)))
        if title is None:
            allowed = Text("、".join(item.choices), ", ".join(item.choices))
            problem = sayings.not_listed(str(chosen), allowed, item.choices)
            draft.tell(found, "choice", row, problem)
        else:
            draft.columns["choice"][row] = title


def _titles(draft: Draft, scheme: Scheme, found: Findings) -> None:
    _levels(draft, "stars", {level.value for level in scheme.levels}, scheme, found)


def _declarations(draft: Draft, scheme: Scheme, found: Findings) -> None:
    _levels(draft, "stars", {level.value for level in scheme.levels[1:]}, scheme, found)


def _levels(draft: Draft, name: str, allowed: set[int], scheme: Scheme, found: Findings) -> None:
    """Every level is one the scheme has; with one star to have, lesser titles are of others."""
    least, most = scheme.levels[0].value, scheme.levels[-1].value
    shared = len(scheme.levels) == _SINGLE
    shown = "、".join(str(value) for value in sorted(allowed))
    values = draft.column(name)
    for row in draft.rows():
        value = values[row]
        if not isinstance(value, int) or value in allowed or (shared and least < value < most):
            continue
        draft.tell(found, name, row, misfits.no_level(shown))
