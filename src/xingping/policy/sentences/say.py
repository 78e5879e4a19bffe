"""A rule's tree as a sentence, in Chinese or in English."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from xingping.policy.language.tree import Kind, Node
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.chinese.voice import VOICE as CHINESE
from xingping.policy.sentences.english.voice import VOICE as ENGLISH
from xingping.policy.sentences.here import Here
from xingping.policy.sentences.walk import kind_of
from xingping.policy.words import Lang, Text


def ask(
    node: Node,
    scheme: Scheme,
    lang: Lang,
    *,
    year: int | None = None,
    values: Mapping[str, Fraction | str] | None = None,
) -> str:
    """What the rule asks (a condition) or what it is (a value), without a full stop.

    ``year``: the rated year, which fills in the years of a window. ``values``: parameter id -> its
    value this season, told beside the parameter's title; a default is told without it.
    """
    here = place(node, scheme, lang, year, values or {})
    if kind_of(node) is Kind.YES:
        return here.voice.sentence(node, here)
    return here.noun(node)


def ask_both(node: Node, scheme: Scheme) -> Text:
    """What the rule asks or is, in both languages."""
    return Text(ask(node, scheme, "zh"), ask(node, scheme, "en"))


def place(
    node: Node, scheme: Scheme, lang: Lang, year: int | None, values: Mapping[str, Fraction | str]
) -> Here:
    """Where the sentence of ``node`` begins; a line's rule gives points, that of the stars a level."""
    points = any(
        line.rule.tree is node
        for criterion in scheme.criteria.values()
        for line in criterion.lines.values()
    )
    levels = scheme.stars.rule is not None and scheme.stars.rule.tree is node
    voice = CHINESE if lang == "zh" else ENGLISH
    return Here(scheme, lang, voice, year, values, points=points, levels=levels)
