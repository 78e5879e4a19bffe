"""The type and the options of a field in either language: 整数, 至 expected, 空为无."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from xingping.policy.scheme.plain import KeyWords
from xingping.policy.words import Text

_HEADS = ("from", "to", "step")  # words that a value follows


def in_english(piece: str, words: KeyWords, own: Collection[str] = ()) -> str:
    """A type or an option in English words; names the catalogue has itself (``own``) stay."""
    if piece in own:
        return piece
    head, space, value = piece.partition(" ")
    if space and words.option(head) in _HEADS:
        return f"{words.option(head)} {value.strip()}"
    return words.option(piece)


def spelled_field(titles: Sequence[str], pieces: Sequence[str], words: KeyWords) -> Text:
    """A whole line of a field, its type and options (in English) spelled in both languages."""
    start = " | ".join(titles)
    chinese = ", ".join(_in_chinese(piece, words) for piece in pieces)
    return Text(f"{start} | {chinese}", f"{start} | {', '.join(pieces)}")


def _in_chinese(piece: str, words: KeyWords) -> str:
    head, space, value = piece.partition(" ")
    if space and head in _HEADS:
        return f"{words.spelled(head).zh} {value}"
    return words.spelled(piece).zh
