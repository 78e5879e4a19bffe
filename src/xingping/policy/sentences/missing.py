"""Verdicts in words, and what is missing where a thing is not yet known."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from xingping.policy.catalogue import Register
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.figures import plural
from xingping.policy.sentences.measured import Missing, MissingKind, Verdict
from xingping.policy.words import Lang, Text

VERDICTS: Mapping[str, Text] = {
    "met": Text("达标", "met"),
    "not_met": Text("未达标", "not met"),
    "not_yet_known": Text("待定", "not yet known"),
}


def verdict_words(verdict: Verdict, lang: Lang) -> str:
    """达标, 未达标, 待定 / met, not met, not yet known."""
    return VERDICTS[verdict](lang)


def missing_words(missing: Missing, scheme: Scheme, lang: Lang) -> str:
    """What is not there yet: 2024年立案台账未登记建立 / the register of cases filed is not kept in 2024."""
    return _SAID[missing.kind](missing, scheme)(lang)


def several(register: Register) -> str:
    """The English plural of what a register holds."""
    many = register.phrases.get("many")
    return plural(register.title.en) if many is None else many.en


def _register(missing: Missing, scheme: Scheme) -> Register:
    return scheme.catalogue.registers[missing.register]


def _not_kept(missing: Missing, scheme: Scheme) -> Text:
    register = _register(missing, scheme)
    year_zh = "" if missing.year is None else f"{missing.year}年"
    year_en = "" if missing.year is None else f" in {missing.year}"
    return Text(
        f"{year_zh}{register.title.zh}台账未登记建立",
        f"register of {several(register)} not kept{year_en}",
    )


def quoted(title: str) -> str:
    """A title in quotation marks; those it has itself become single ones."""
    return f"“{title.replace('“', '‘').replace('”', '’')}”"


def item_title(item: str, scheme: Scheme) -> Text:
    """第3条 / criterion 3 where criteria are numbered, else the title of the criterion or line."""
    criterion = scheme.criteria.get(item)
    if criterion is not None and not item.isdecimal():
        return Text(quoted(criterion.title.zh), f"'{criterion.title.en}'")
    if criterion is not None:
        return Text(f"第{item}条", f"criterion {item}")
    lines = (c.lines[item] for c in scheme.criteria.values() if item in c.lines)
    line = next(lines, None)
    if line is None:
        return Text(item, item)
    return Text(quoted(line.text.zh), f"'{line.text.en}'")


def _no_finding(missing: Missing, scheme: Scheme) -> Text:
    title = item_title(missing.item, scheme)
    return Text(f"{title.zh}尚无审核认定", f"no reviewer's finding yet for {title.en}")


def _no_points(missing: Missing, scheme: Scheme) -> Text:
    title = item_title(missing.item, scheme)
    return Text(f"{title.zh}尚未评分", f"no points given yet for {title.en}")


def _no_record(missing: Missing, scheme: Scheme) -> Text:
    title = _register(missing, scheme).title
    return Text(f"尚无{title.zh}记录", f"no {title.en} on record yet")


def _empty(missing: Missing, scheme: Scheme) -> Text:
    register = _register(missing, scheme)
    spec = register.fields[missing.field]
    records = "record" if missing.count == 1 else "records"
    return Text(
        f"有{missing.count}条{register.title.zh}记录未填“{spec.title.zh}”",
        f"'{spec.title.en}' is empty in {missing.count} {records} of {several(register)}",
    )


def _ahead(missing: Missing, scheme: Scheme) -> Text:
    register = _register(missing, scheme)
    one = missing.count == 1
    name = register.title.en if one else several(register)
    day = register.fields[register.date].title.zh if register.date else "日期"
    return Text(
        f"有{missing.count}{register.counted.zh}{register.title.zh}的{day}未到",
        f"{missing.count} {name} {'is' if one else 'are'} still ahead",
    )


def _differ(missing: Missing, scheme: Scheme) -> Text:
    register = _register(missing, scheme)
    return Text(
        f"最后一日有两{register.counted.zh}{register.title.zh}，记录不一致",
        f"two {several(register)} on the last day differ",
    )


def _too_few(missing: Missing, scheme: Scheme) -> Text:
    register = _register(missing, scheme)
    return Text(
        f"{register.title.zh}不足{missing.count}{register.counted.zh}",
        f"fewer than {missing.count} {several(register)}",
    )


def _others(missing: Missing, scheme: Scheme) -> Text:
    del missing
    title = scheme.catalogue.registers[scheme.subject].title
    return Text(f"其他{title.zh}的结果未定", f"results of another {title.en} are still open")


_SAID: dict[MissingKind, Callable[[Missing, Scheme], Text]] = {
    "not_kept": _not_kept,
    "no_finding": _no_finding,
    "no_points": _no_points,
    "no_record": _no_record,
    "empty": _empty,
    "ahead": _ahead,
    "differ": _differ,
    "too_few": _too_few,
    "others": _others,
}
