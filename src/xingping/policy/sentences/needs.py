"""What is still needed, until when, and who can do it; what can no longer be reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from xingping.policy.language.tree import Arith, Field, Fold, Rows
from xingping.policy.scheme.bodies import titled
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.chinese import rows as zh_rows
from xingping.policy.sentences.english import rows as en_rows
from xingping.policy.sentences.figures import counted, figure, listed
from xingping.policy.sentences.missing import item_title, several
from xingping.policy.sentences.say import place
from xingping.policy.sentences.titles import field_title, level_title
from xingping.policy.words import Lang, Text

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def until_words(until: date | None, lang: Lang) -> str:
    """（12月31日前） / " by 31 December"; nothing without a day."""
    if until is None:
        return ""
    if lang == "zh":
        return f"（{until.month}月{until.day}日前）"
    return f" by {until.day} {_MONTHS[until.month - 1]}"


def needs_rows(
    rows: Rows, count: int, scheme: Scheme, lang: Lang, *, until: date | None = None
) -> str:
    """So many more records: 还需2次集体文体活动（12月31日前） / two more …s by 31 December."""
    here = place(rows, scheme, lang, None, {}).after(rows.window)
    if lang == "zh":
        said = f"还需{count}{zh_rows.classifier(rows, here)}{zh_rows.rows_words(rows, here)}"
    else:
        noun = en_rows.single(rows, here) if count == 1 else en_rows.many(rows, here)
        said = f"{counted(count, 'en')} more {noun}"
    return said + until_words(until, lang)


def needs_sum(
    fold: Fold, amount: Fraction, scheme: Scheme, lang: Lang, *, until: date | None = None
) -> str:
    """So much more of a field: 完成事项数还需增加3（12月31日前）."""
    here = place(fold, scheme, lang, None, {}).after(fold.rows.window)
    title = here.noun(fold.of) if fold.of is not None else ""
    number = figure(amount)
    said = f"{title}还需增加{number}" if lang == "zh" else f"{number} more on {title}"
    return said + until_words(until, lang)


def needs_whole(
    share: Arith, amount: int, scheme: Scheme, lang: Lang, *, until: date | None = None
) -> str:
    """A share that only new rows without a gap can lift (79 of 100, 80 % asked: five more).

    ``share``: a division of two sums of fields; ``amount``: by how much both have to grow.
    """
    part, whole = _fields(share)
    here = place(share, scheme, lang, None, {})
    first = field_title(here, part.register, part.name)
    second = field_title(here, whole.register, whole.name)
    if lang == "zh":
        said = f"{second}须再增加{amount}，且全部计入{first}，无一缺少"
    else:
        said = f"{amount} more on the {second}, all of them on the {first} too, none missing"
    return said + until_words(until, lang)


def _fields(share: Arith) -> tuple[Field, Field]:
    ends = (share.left, share.right)
    found = [end.of for end in ends if isinstance(end, Fold) and isinstance(end.of, Field)]
    if len(found) != len(ends):
        raise ValueError("a share of two sums of fields is expected")
    return found[0], found[1]


def needs_filled(
    register: str, field: str, count: int, scheme: Scheme, lang: Lang, *, until: date | None = None
) -> str:
    """Records to be filled in: 还需补填2项上级任务的“完成日期”."""
    known = scheme.catalogue.registers[register]
    title = known.fields[field].title(lang)
    if lang == "zh":
        said = f"还需补填{count}{known.counted.zh}{known.title.zh}的“{title}”"
    else:
        noun = known.title.en if count == 1 else several(known)
        said = f"'{title}' to be filled in for {counted(count, 'en')} {noun}"
    return said + until_words(until, lang)


def needs_kept(register: str, year: int | None, scheme: Scheme, lang: Lang) -> str:
    """A register to be completed and listed as kept: 须建齐2026年创新台账，并登记到“台账建立情况”."""
    known = scheme.catalogue.registers[register]
    where = scheme.catalogue.registers["kept"].title(lang)
    if lang == "zh":
        return f"须建齐{'' if year is None else f'{year}年'}{known.title.zh}台账，并登记到“{where}”"
    of = "" if year is None else f" of {year}"
    return f"the register of {several(known)}{of} to be completed and listed in '{where}'"


def needs_finding(item: str, level: str, scheme: Scheme, lang: Lang) -> str:
    """A reviewer's finding: 须由审核人认定第3条达到四星级."""
    title = item_title(item, scheme)
    at = next((one.title for one in scheme.levels if one.id == level), Text(level, level))
    if lang == "zh":
        return f"须由审核人认定{title.zh}达到{at.zh}"
    return f"a reviewer has to find {title.en} at {at.en}"


def needs_points(item: str, scheme: Scheme, lang: Lang) -> str:
    """Points to be given: 须由审核人为“…”评分."""
    title = item_title(item, scheme)
    return (
        f"须由审核人为{title.zh}评分"
        if lang == "zh"
        else f"a reviewer has to give points for {title.en}"
    )


def needs_level(level: Fraction, scheme: Scheme, lang: Lang, *, until: date | None = None) -> str:
    """A declaration: 须申报四星级及以上（10月31日前）."""
    here = place(_NOTHING, scheme, lang, None, {})
    title = level_title(here, level)
    said = f"须申报{title}及以上" if lang == "zh" else f"a declaration of {title} or more"
    return said + until_words(until, lang)


_NOTHING = Rows("subjects", "subjects")
_NO_NAMES: Mapping[str, Text] = {}


def closed_by(by: Sequence[str], lang: Lang, bodies: Mapping[str, Text] = _NO_NAMES) -> str:
    """Who can close it: 由本支部、审核人办理; a rank is in nobody's hands.

    ``bodies``: what the scheme calls them, by id, where it has a name of its own for one.
    """
    names = [titled(one, bodies)(lang) for one in by if one != "ranking"]
    if not names:
        return (
            "由排名产生，各方均不能自定"
            if lang == "zh"
            else "settled by the ranking, in nobody's hands"
        )
    said = listed(names, lang, "和" if lang == "zh" else "and")
    if "ranking" in by:
        return f"由{said}办理，并看排名" if lang == "zh" else f"up to {said}, and to the ranking"
    return f"由{said}办理" if lang == "zh" else f"up to {said}"
