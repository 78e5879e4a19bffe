"""What follows from ratings, in words: acts, pays and rewards, of one subject or counted over all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from xingping.policy.scheme.outcome import Act, Pay
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.figures import figure
from xingping.policy.sentences.measured import Bounds
from xingping.policy.sentences.results import points_words
from xingping.policy.words import Lang, Text
from xingping.rating.outcome import Range, Rating, Verdict

_HEAD = Text("由此产生：", "What follows:")
_SAID = {"met": Text("成立", "applies"), "not_yet_known": Text("待定", "not yet known")}
_WON = {"met": Text("得到", "given"), "not_yet_known": Text("待定", "not yet known")}
_EACH = {
    "month": Text("每月", "each month"),
    "quarter": Text("每季度", "each quarter"),
    "half": Text("每半年", "each half-year"),
    "year": Text("每年", "each year"),
}


def following_lines(scheme: Scheme, rating: Rating, lang: Lang) -> list[str]:
    """What follows for one subject, headed; acts and rewards that it certainly has not are left out."""
    lines = [
        *_acts(scheme, rating, lang),
        *_pays(scheme, rating, lang),
        *_rewards(scheme, rating, lang),
    ]
    return [_HEAD(lang), *(f"  {line}" for line in lines), ""] if lines else []


def counted_lines(scheme: Scheme, ratings: Sequence[Rating], lang: Lang) -> list[str]:
    """One line for each act, pay and reward: for how many, and what a pay comes to for all."""
    lines = [
        _counted(_named(act.then, act.clause, lang), [r.acts[name] for r in ratings], lang)
        for name, act in scheme.acts.items()
        if ratings
    ]
    for name, pay in scheme.pays.items():
        lines.append(_summed(pay, [_amounts(rating, name) for rating in ratings], lang))
    for name, quota in scheme.quotas.items():
        if any(name in rating.rewards for rating in ratings):
            won = [verdict for rating in ratings for verdict in rating.rewards[name].values()]
            lines.append(_counted(_named(quota.title, quota.clause, lang), won, lang))
    return lines


def _acts(scheme: Scheme, rating: Rating, lang: Lang) -> Iterator[str]:
    for name, verdict in rating.acts.items():
        act: Act = scheme.acts[name]
        if verdict in _SAID:
            said = _SAID[verdict](lang)
            yield _line(_named(act.then, act.clause, lang), [said], act.assumes, lang)


def _pays(scheme: Scheme, rating: Rating, lang: Lang) -> Iterator[str]:
    for name, value in rating.pays.items():
        pay = scheme.pays[name]
        parts = rating.payments.get(name)
        told = [_amount(value, pay, lang)]
        if parts is not None:
            told = [f"{part} {_amount(one, pay, lang)}" for part, one in parts.items()]
        elif pay.each:
            told += _times(pay, lang)
        yield _line(_named(pay.title, pay.clause, lang), told, pay.assumes, lang)


def _rewards(scheme: Scheme, rating: Rating, lang: Lang) -> Iterator[str]:
    for name, parts in rating.rewards.items():
        quota = scheme.quotas[name]
        told = [f"{part} {_WON[v](lang)}".strip() for part, v in parts.items() if v in _WON]
        if told:
            yield _line(_named(quota.title, quota.clause, lang), told, quota.assumes, lang)


def _named(title: Text, clause: str, lang: Lang) -> str:
    """The title with its clause, where it has one."""
    if not clause:
        return title(lang)
    return f"{title.zh}（{clause}）" if lang == "zh" else f"{title.en} ({clause})"


def _line(name: str, told: Iterable[str], assumes: Sequence[str], lang: Lang) -> str:
    """Name, what is told of it, and the readings that it rests on."""
    zh = lang == "zh"
    said = f"{name}{'：' if zh else ': '}{('，' if zh else ', ').join(told)}"
    if not assumes:
        return said
    if zh:
        return f"{said}（执行口径{'、'.join(assumes)}）"
    return f"{said} (assumptions {', '.join(assumes)})"


def _amount(value: Range, pay: Pay, lang: Lang) -> str:
    """900元 / 900 yuan; 待定 without bounds."""
    told = points_words(Bounds(value.low, value.high), lang)
    if value.low is None or value.high is None:
        return told
    return f"{told}{pay.unit.zh}" if lang == "zh" else f"{told} {pay.unit.en}"


def _times(pay: Pay, lang: Lang) -> Iterator[str]:
    """How often an amount is paid that follows from this rating once."""
    each = _EACH.get(pay.each)
    if each is not None:
        yield f"{each.zh}发放" if lang == "zh" else each.en
    if pay.times is not None:
        yield f"共{pay.times}次" if lang == "zh" else f"{pay.times} times"


def _amounts(rating: Rating, name: str) -> list[Range]:
    """The amounts of one pay: of each part of the period, or the one."""
    parts: Mapping[str, Range] | None = rating.payments.get(name)
    return list(parts.values()) if parts is not None else [rating.pays[name]]


def _counted(name: str, verdicts: Sequence[Verdict], lang: Lang) -> str:
    met, unsure = verdicts.count("met"), verdicts.count("not_yet_known")
    return _with_open(name, f"{met}个" if lang == "zh" else str(met), unsure, lang)


def _summed(pay: Pay, amounts: Sequence[Sequence[Range]], lang: Lang) -> str:
    """For how many, and the sum of what is known; an amount that is paid several times counts once."""
    known = [[one.known for one in parts if one.known is not None] for parts in amounts]
    paid = sum(any(one > 0 for one in parts) for parts in known)
    total = sum((one for parts in known for one in parts), Fraction(0))
    unsure = sum(any(one.known is None for one in parts) for parts in amounts)
    told = (
        f"{paid}个，合计{figure(total)}{pay.unit.zh}"
        if lang == "zh"
        else f"{paid}, {figure(total)} {pay.unit.en} in all"
    )
    if pay.each and (pay.start or pay.times is not None):
        told = ("，" if lang == "zh" else ", ").join((told, *_times(pay, lang)))
    return _with_open(_named(pay.title, pay.clause, lang), told, unsure, lang)


def _with_open(name: str, told: str, unsure: int, lang: Lang) -> str:
    """``told`` of ``name``, and how many are not yet known."""
    if lang == "zh":
        return f"{name}：{told}{f'，待定{unsure}个' if unsure else ''}"
    return f"{name}: {told}{f', not yet known: {unsure}' if unsure else ''}"
