"""Text that exists in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lang = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """``中文 | English``; without the English half the Chinese stands for both."""

    zh: str
    en: str

    @classmethod
    def read(cls, written: str) -> Text:
        """Split ``中文 | English`` at the first bar between spaces."""
        zh, bar, en = written.partition(" | ")
        return cls(zh.strip(), en.strip() if bar else zh.strip())

    def __call__(self, lang: Lang = "zh") -> str:
        """The text in ``lang``."""
        return self.zh if lang == "zh" else self.en
