"""Differences in words: where, what it was, what it is; rules as sentences and as written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from fractions import Fraction

from xingping.policy.differences.compare import compare, names_of
from xingping.policy.differences.difference import Difference, Part
from xingping.policy.differences.labels import label
from xingping.policy.overlay.overlay import Overlay
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.figures import figure
from xingping.policy.sentences.say import ask
from xingping.policy.words import Lang, Text

KINDS: Mapping[str, Text] = {
    "added": Text("增加", "added"),
    "removed": Text("去掉", "removed"),
    "order": Text("次序有变", "another order"),
    "written": Text("写法有变", "written in another way"),
}
_NOTHING = {"zh": "（无）", "en": "(none)"}
MOST_WRITTEN = 20  # lines shown where all that differs is how they are written
_LISTED = {"zh": "、", "en": ", "}
_APART = {"zh": "；", "en": "; "}
_YES_NO = {"zh": ("是", "否"), "en": ("yes", "no")}
_UNTOLD = frozenset({"at", "id", "title", "text", "asked", "assessed", "expect_at"})


def between(old: Scheme, new: Scheme, lang: Lang) -> Iterator[str]:
    """The differences of two schemes, a head and a paragraph each."""
    found = compare(old, new)
    written = [one for one in found if one.kind == "written"]
    yield _head(old, new, len(found), lang) if not written else _alike(old, new, len(found), lang)
    for one in found if not written else written[:MOST_WRITTEN]:
        yield from _told(one, old, new, lang)
    if len(written) > MOST_WRITTEN:
        yield "  …"
    if new.overlay is not None and new.overlay.base is old:
        yield from _reasons(new.overlay, lang)


def _reasons(overlay: Overlay, lang: Lang) -> Iterator[str]:
    """Why each value of an overlay is set."""
    if overlay.settings:
        yield "理由：" if lang == "zh" else "reasons:"
    for one in overlay.settings:
        yield f"  {one.target}{'：' if lang == 'zh' else ': '}{one.why(lang)}"


def _alike(old: Scheme, new: Scheme, count: int, lang: Lang) -> str:
    """The head where all that differs is how lines are written."""
    if lang == "zh":
        return f"“{old.title.zh}”与“{new.title.zh}”相比，意思相同，有 {count} 行写法不同："
    return (
        f"'{old.title.en}' and '{new.title.en}' mean the same; "
        f"{count} line{'s are' if count != 1 else ' is'} written in another way:"
    )


def _head(old: Scheme, new: Scheme, count: int, lang: Lang) -> str:
    names = [f"{one.title(lang)}" for one in (old, new)]
    if lang == "zh":
        which = f"“{names[0]}”与“{names[1]}”相比"
        if count:
            return f"{which}，有 {count} 处不同："
        same = "完全相同" if old.digest == new.digest else "内容相同，只有注释、空行或文件次序不同"
        return f"{which}：{same}"
    which = f"'{names[0]}' and '{names[1]}'"
    if count:
        return f"{which}: {count} difference{'s' * (count != 1)}:"
    if old.digest == new.digest:
        return f"{which} are the same"
    return f"{which} say the same; only comments, empty lines or the order of files differ"


def _told(one: Difference, old: Scheme, new: Scheme, lang: Lang) -> Iterator[str]:
    place, colon = where(one, lang), "：" if lang == "zh" else ": "
    if one.kind in {"added", "removed"} and not one.is_rule:
        kind, scheme = KINDS[one.kind](lang), new if one.kind == "added" else old
        value = one.new if one.kind == "added" else one.old
        said = list(_details(value, scheme, lang))
        if isinstance(value, str | Fraction | int | Text | tuple) and not said:
            said = [value_words(value, scheme, lang)]
        yield f"  {kind}{colon}{place}"
        yield from (f"      {line}" for line in said)
        return
    was, now = _both(one, old, new, lang)
    if not one.is_rule:
        kind = KINDS[one.kind](lang) if one.kind in KINDS else ""
        kind += ("，" if lang == "zh" else ", ") if kind else ""
        yield f"  {place}{colon}{kind}{was} → {now}"
        return
    yield f"  {place}{colon}"
    yield f"      {'原' if lang == 'zh' else 'before'}{colon}{was}"
    yield f"      {'现' if lang == 'zh' else 'after'}{colon}{now}"
    written = [_written(rule) for rule in (one.old, one.new)]
    yield f"      {'写法' if lang == 'zh' else 'written'}{colon}{written[0]} → {written[1]}"


def _written(rule: object) -> str:
    return " ".join(rule.text.split()) if isinstance(rule, Rule) else "…"


def where(one: Difference, lang: Lang) -> str:
    """The way to a difference in words, with the clauses it comes from."""
    said: list[str] = []
    for part in one.where:
        name = _part_words(part, lang)
        if said and not part.is_key:
            said[-1] += name if lang == "zh" else f" {name}"
        else:
            said.append(name)
    told = " · ".join(said).strip()
    if one.clauses:
        listed = ("、" if lang == "zh" else ", ").join(one.clauses)
        told += f"（{listed}）" if lang == "zh" else f" ({listed})"
    return told


def _part_words(part: Part, lang: Lang) -> str:
    if part.is_key:
        return label(part.key)(lang)
    if part.title is None:
        return f" {part.key}" if lang == "zh" else part.key
    title = part.title(lang)
    return f"“{title}”（{part.key}）" if lang == "zh" else f"'{title}' ({part.key})"


def value_words(value: object, scheme: Scheme, lang: Lang) -> str:
    """A leaf in words; a rule as its sentence, a whole thing by its parts."""
    if value is None or value in ("", ()):
        return _NOTHING[lang]
    if isinstance(value, Rule):
        return ask(value.tree, scheme, lang)
    if isinstance(value, Mapping):
        inner = (f"{name}: {value_words(one, scheme, lang)}" for name, one in value.items())
        return "{" + ", ".join(inner) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _LISTED[lang].join(value_words(one, scheme, lang) for one in value)
    if names_of(value) and not isinstance(value, Text):
        return _APART[lang].join(_details(value, scheme, lang)) or _NOTHING[lang]
    return _plain(value, lang)


def _plain(value: object, lang: Lang) -> str:
    if isinstance(value, Text):
        return value(lang)
    if isinstance(value, bool):
        return _YES_NO[lang][not value]
    if isinstance(value, Fraction | int):
        return figure(value)
    return str(value.value) if isinstance(value, Enum) else str(value)


def _both(one: Difference, old: Scheme, new: Scheme, lang: Lang) -> tuple[str, str]:
    """The old and the new; texts that differ in the other language only, in both."""
    was, now = value_words(one.old, old, lang), value_words(one.new, new, lang)
    if was == now and isinstance(one.old, Text) and isinstance(one.new, Text):
        return f"{one.old.zh} | {one.old.en}", f"{one.new.zh} | {one.new.en}"
    return was, now


def _details(value: object, scheme: Scheme, lang: Lang) -> Iterator[str]:
    """What there is to say of a whole thing, its title aside: a line for each part."""
    if isinstance(value, Rule | Text) or not names_of(value):
        return
    colon = "：" if lang == "zh" else ": "
    for name in names_of(value):
        inner = getattr(value, name)
        if name in _UNTOLD or inner is None or inner is False or inner in ("", ()) or inner == {}:
            continue
        if isinstance(inner, Rule) and not inner.text:
            continue
        yield f"{label(name)(lang)}{colon}{value_words(inner, scheme, lang)}"


def to_json(one: Difference, old: Scheme, new: Scheme, lang: Lang) -> dict[str, object]:
    """A difference as data: kind, path, where, clauses, old, new, and rules as written."""
    was, now = _both(one, old, new, lang)
    told: dict[str, object] = {
        "kind": one.kind,
        "path": one.path,
        "where": where(one, lang),
        "clauses": list(one.clauses),
        "old": None if one.old is None else was,
        "new": None if one.new is None else now,
    }
    if one.is_rule:
        told["old_rule"] = one.old.text if isinstance(one.old, Rule) else None
        told["new_rule"] = one.new.text if isinstance(one.new, Rule) else None
    return told
