"""The words of a template: its first sheet, and the note beside each column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from xingping.policy.catalogue import WHOLE_LIMIT, FieldSpec
from xingping.policy.forms import items, judged, needed
from xingping.policy.language.tree import Kind
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Lang
from xingping.records.layout import KEPT, LEVELS, Layout, allowed_levels
from xingping.records.others import asked_texts
from xingping.records.sayings import plain

_MOST_CLAUSES = 8
_WIDE = 10**6  # limits further apart only say that there are some
_LINES = {
    "zh": (
        "一、每张工作表是一本台账，一行一条记录；没有记录的工作表留空即可。",
        "二、红色带 * 的列不可删去；鼠标移到列名上可看填写要求和依据条款。",
        "三、空着的单元格表示“尚不清楚”，不是零；确实没有的填 0。",
        "四、某年某本台账已建齐，请在“台账建立情况”中登记（单位编号填 * 表示所有单位）；未登记的作“待定”。",
        "五、日期填成 2026-03-01，数字不带单位和 %；不要加合计行；填好后保存为 .xlsx。",
    ),
    "en": (
        "1. Each sheet is a register, each row a record; leave a sheet without records empty.",
        "2. Red columns marked * have to stay; point at a column name to see what it takes and which clauses read it.",
        "3. An empty cell means 'not known', not zero; write 0 where there is none.",
        "4. Where a register is complete for a year, list it in 'registers kept' (unit *: all); else it stays open.",
        "5. Dates are written 2026-03-01, numbers without a unit or %; no rows of totals; save the workbook as .xlsx.",
    ),
}
_TITLE = {"zh": "填写说明", "en": "How to fill in"}


def lines(lang: Lang) -> Sequence[str]:
    """The five lines of the first sheet."""
    return _LINES[lang]


def title(lang: Lang) -> str:
    """The name of the first sheet."""
    return _TITLE[lang]


def is_guide(name: str) -> bool:
    """Whether a sheet is called as the first sheet of a template is; no register is."""
    return any(
        re.fullmatch(rf"{re.escape(known)}(-\d\d)?", name.strip()) for known in _TITLE.values()
    )


def column(layout: Layout, name: str, scheme: Scheme, lang: Lang) -> str:
    """What a column takes: type, limits, step, and what an empty cell says."""
    spec = layout.columns[name].spec
    zh = lang == "zh"
    told = [_kind(layout, name, scheme, lang)]
    if spec.to:
        bound = layout.columns[spec.to].spec.title(lang)
        told.append(f"不大于“{bound}”" if zh else f"not above '{bound}'")
    if layout.columns[name].filled:
        told.append("每行必填" if zh else "in every row")
    elif _reason_needed(layout, name, scheme):
        told.append("给分须写明理由" if zh else "each points given need one")
    elif spec.none and spec.type.kind is Kind.TEXT:
        told.append("可不填" if zh else "may be left empty")
    elif spec.none:
        told.append("空着表示没有" if zh else "empty means none")
    else:
        told.append("空着表示不清楚" if zh else "empty means not known")
    if spec.later:
        told.append("可以后补填" if zh else "may be filled in later")
    return ("；" if zh else "; ").join(told)


def _reason_needed(layout: Layout, name: str, scheme: Scheme) -> bool:
    return (layout.register.id, name) == ("points", "reason") and any(
        item.reason for item in items(scheme).values()
    )


def _kind(layout: Layout, name: str, scheme: Scheme, lang: Lang) -> str:
    spec, kind = layout.columns[name].spec, layout.columns[name].spec.type.kind
    zh = lang == "zh"
    if LEVELS.get(layout.register.id) == name:
        levels = "、".join(allowed_levels(layout.register.id, scheme))
        return f"星级：{levels}" if zh else f"level: {levels.replace('、', ', ')}"
    if kind is Kind.YES:
        return "是 或 否" if zh else "yes or no"
    if kind is Kind.DAY:
        return "日期，如 2026-03-01" if zh else "date, such as 2026-03-01"
    if kind is Kind.CHOICE:
        titles = [title(lang) for title in scheme.catalogue.choices[spec.type.choices].values()]
        return f"选填：{'、'.join(titles)}" if zh else f"one of: {', '.join(titles)}"
    if kind is Kind.NUMBER:
        return _number(spec, limits(layout, name, scheme), lang)
    return _text(layout, name, scheme, lang)


def _number(spec: FieldSpec, bounds: tuple[Fraction, Fraction], lang: Lang) -> str:
    zh = lang == "zh"
    if spec.year:
        return "年份，如 2026" if zh else "year, such as 2026"
    if spec.step == 1:
        told = "整数" if zh else "whole number"
    else:
        told = f"数，精确到 {plain(spec.step)}" if zh else f"number, in steps of {plain(spec.step)}"
    low, high = map(plain, bounds)
    if bounds[1] - bounds[0] >= _WIDE:
        return told
    return told + (f"，{low} 至 {high}" if zh else f", {low} to {high}")


def limits(layout: Layout, name: str, scheme: Scheme) -> tuple[Fraction, Fraction]:
    """The least and the most of a number; of points given, over all items of the scheme."""
    spec = layout.columns[name].spec
    if (layout.register.id, name) == ("points", "points"):
        given = list(items(scheme).values())
        return min((i.low for i in given), default=Fraction(0)), max(
            (i.high for i in given), default=Fraction(0)
        )
    return spec.low or Fraction(0), Fraction(WHOLE_LIMIT) if spec.high is None else spec.high


def _text(layout: Layout, name: str, scheme: Scheme, lang: Lang) -> str:
    spec, zh = layout.columns[name].spec, lang == "zh"
    known = texts(layout.register.id, name, scheme, lang)
    titled = _titled(layout.register.id, name, scheme, lang)
    if titled:
        head = "填其中之一的编号（冒号后是名称）" if zh else "one of these ids"
        return "\n".join([f"{head}：" if zh else f"{head}:", *titled])
    if known:
        return f"填其中之一：{'、'.join(known)}" if zh else f"one of: {', '.join(known)}"
    if spec.refers:
        home = scheme.catalogue.registers[spec.refers].title(lang)
        star = layout.register.id == KEPT
        told = f"编号，须在“{home}”中" if zh else f"id, one of '{home}'"
        return told + (("，* 表示全部" if zh else ", * means all") if star else "")
    if spec.is_id:
        return "编号，按文本填写，不重复" if zh else "id, as text, each once"
    return "文字" if zh else "text"


def texts(register: str, field: str, scheme: Scheme, lang: Lang) -> list[str]:
    """What a text column may say for this scheme to read it: criteria, items, clauses, registers."""
    if (register, field) == ("findings", "criterion"):
        return [*judged(scheme)]
    if (register, field) == ("points", "item"):
        return [*items(scheme)]
    if (register, field) == (KEPT, "register"):
        registers = scheme.catalogue.registers
        return [registers[n].title(lang) for n in needed(scheme) if registers[n].kept_yearly]
    return sorted(asked_texts(scheme).get((register, field), ()))


def _titled(register: str, field: str, scheme: Scheme, lang: Lang) -> list[str]:
    """The ids of criteria or items, a line each: with the title, and the most that may be given."""
    colon = "：" if lang == "zh" else ": "
    if (register, field) == ("findings", "criterion"):
        return [f"{name}{colon}{scheme.criteria[name].title(lang)}" for name in judged(scheme)]
    if (register, field) != ("points", "item"):
        return []
    told = []
    for name, item in items(scheme).items():
        most = f"，至多 {plain(item.high)}" if lang == "zh" else f", at most {plain(item.high)}"
        title = scheme.criteria[item.criterion].title(lang)
        told.append(f"{name}{colon}{title}{'' if item.choices else most}")
    return told


def with_clauses(told: str, clauses: Sequence[str], lang: Lang) -> str:
    """A note with the clauses that read the column."""
    known = [clause for clause in clauses if clause]
    if not known:
        return told
    some = " ".join(known[:_MOST_CLAUSES]) + (" …" if known[_MOST_CLAUSES:] else "")
    return f"{told}\n依据：{some}" if lang == "zh" else f"{told}\nread by: {some}"
