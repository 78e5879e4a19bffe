"""The distribution over the levels, before and after, as a drawing (SVG) that stands by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from xingping.doctor.trial.comparing import Comparison, Count
from xingping.policy.words import Lang, Text

_WIDTH, _LEFT, _RIGHT = 720, 150, 90
_BAR, _GAP, _TOP = 18, 16, 64
_BEFORE, _AFTER, _INK, _LINE = "#a9c3dc", "#123f63", "#1c2026", "#dde0e5"
_FONT = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif"


def picture(found: Comparison, names: tuple[Text, Text], lang: Lang = "zh") -> str:
    """One pair of bars for each level, best first: solid what is certain, outlined what is possible.

    ``names``: what the two sides are called.
    """
    levels = _levels(found)
    most = max((max(a.possible, b.possible) for _, a, b in levels), default=0) or 1
    height = _TOP + len(levels) * (2 * _BAR + _GAP) + 34
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" '
            f'viewBox="0 0 {_WIDTH} {height}" role="img" '
            f"aria-label={quoteattr(_told(levels, names, lang))} font-family={quoteattr(_FONT)}>"
        ),
        f"<title>{escape(_title(found, lang))}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        _text(16, 26, _title(found, lang), size=16, weight="bold"),
        *_legend(names, lang),
    ]
    for at, (title, before, after) in enumerate(levels):
        y = _TOP + at * (2 * _BAR + _GAP)
        parts.append(_text(_LEFT - 12, y + _BAR + 5, title(lang), anchor="end"))
        parts.extend(_bar(y, before, most, _BEFORE, lang))
        parts.extend(_bar(y + _BAR, after, most, _AFTER, lang))
    bottom = height - 34
    parts.append(
        f'<path d="M{_LEFT} {_TOP - 6}V{bottom - _GAP + 6}" stroke="{_LINE}" stroke-width="1.5"/>'
    )
    note = Text(
        "实心：已定的个数；空心：待定，最多还可能有的个数",
        "solid: certain; outlined: not yet known, at most so many more",
    )
    parts.append(_text(16, height - 14, note(lang), size=12))
    return "\n".join([*parts, "</svg>", ""])


def _levels(found: Comparison) -> list[tuple[Text, Count, Count]]:
    """The levels of both sides, best first, by id."""
    before = {one.level: one for one in found.counts_before}
    after = {one.level: one for one in found.counts_after}
    titles = {level.id: level.title for level in (*found.before.levels, *found.after.levels)}
    order = [level.id for level in found.after.levels]
    order = [*(level for level in before if level not in order), *order]
    none = {level: Count(level, 0, 0) for level in order}
    return [
        (titles[level], before.get(level, none[level]), after.get(level, none[level]))
        for level in reversed(order)
    ]


def _bar(y: int, count: Count, most: int, fill: str, lang: Lang) -> Iterator[str]:
    room = _WIDTH - _LEFT - _RIGHT
    solid, whole = (room * n // most for n in (count.certain, count.possible))
    if whole > solid:
        yield (
            f'<rect x="{_LEFT}" y="{y + 1.5}" width="{whole}" height="{_BAR - 3}" fill="#fff" '
            f'stroke="{fill}" stroke-width="1.5" stroke-dasharray="4 3"/>'
        )
    if solid:
        yield f'<rect x="{_LEFT}" y="{y + 1}" width="{solid}" height="{_BAR - 2}" fill="{fill}"/>'
    yield _text(_LEFT + whole + 6, y + _BAR - 4, number(count, lang), size=13)


def number(count: Count, lang: Lang) -> str:
    """5, or 5至8 / 5 to 8 where some are not yet known."""
    if count.certain == count.possible:
        return str(count.certain)
    between = "至" if lang == "zh" else " to "
    return f"{count.certain}{between}{count.possible}"


def _legend(names: tuple[Text, Text], lang: Lang) -> Iterator[str]:
    x = 16
    for name, fill in zip(names, (_BEFORE, _AFTER), strict=True):
        yield f'<rect x="{x}" y="38" width="14" height="12" fill="{fill}"/>'
        yield _text(x + 20, 49, name(lang), size=13)
        x += 20 + 26 + sum(13 if ord(letter) > 0x2E7F else 7 for letter in name(lang))  # noqa: PLR2004 -- wide letters begin there


def _title(found: Comparison, lang: Lang) -> str:
    title = found.after.title(lang)
    return f"{title}：星级分布" if lang == "zh" else f"{title}: distribution of levels"


def _told(levels: Sequence[tuple[Text, Count, Count]], names: tuple[Text, Text], lang: Lang) -> str:
    told = [
        f"{title(lang)} {names[0](lang)} {number(before, lang)}, {names[1](lang)} {number(after, lang)}"
        for title, before, after in levels
    ]
    return "; ".join(told)


def _text(
    x: int, y: float, said: str, *, size: int = 14, weight: str = "normal", anchor: str = "start"
) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" '
        f'fill="{_INK}">{escape(said)}</text>'
    )
