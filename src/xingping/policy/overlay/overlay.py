"""What a scheme keeps of the overlay it was made with: the base, and what was set and added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xingping.policy.words import Text

if TYPE_CHECKING:
    from xingping.policy.scheme.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Setting:
    """One value set: ``target`` as written, the values as written (``old`` "" where none), why."""

    target: str
    old: str
    new: str
    why: Text


@dataclass(frozen=True, slots=True)
class Addition:
    """One thing added to ``target`` (`lines of plus`)."""

    target: str
    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Overlay:
    """``base``: the scheme it builds on, whole; its id and its digest stand there."""

    id: str
    title: Text
    base: Scheme
    settings: tuple[Setting, ...]
    additions: tuple[Addition, ...]
