"""Where the faults of a folder are gathered while it is read."""

from __future__ import annotations

from collections.abc import Collection

from xingping.policy.faults import Fault, Place, did_you_mean
from xingping.policy.scheme.spelled import Spelled
from xingping.policy.words import Text

MOST_FAULTS = 200  # nobody mends more at one sitting


class EnoughFaultsError(Exception):
    """So many faults that reading on is of no use."""


class Desk:
    """Takes faults, each of them once.

    ``torn``: files of which a line could not be read; what is missing there may stand in it.
    ``gaps``: whether parts of the folder are lost; while they are, nothing is told of names that may
    have stood there. ``spelled``: where the words of the language stand, if
    they are to be noted.
    """

    def __init__(self, *, noting: bool = True) -> None:
        self._faults: dict[Fault, None] = {}
        self._unsure: dict[Fault, None] = {}
        self.torn: set[str] = set()
        self.gaps = False
        self.spelled = Spelled(noting=noting)

    @property
    def faults(self) -> list[Fault]:
        """All faults, by place."""
        told = self._faults if self.gaps else {**self._faults, **self._unsure}
        return sorted(told, key=lambda fault: (fault.at.file, fault.at.line, fault.at.column))

    def tell(self, at: Place, zh: str, en: str, hint: Text | None = None) -> None:
        """Note that something at ``at`` is wrong."""
        self.take(Fault(at, Text(zh, en), hint))

    def unknown(
        self, at: Place, kind: Text, name: str, known: Collection[str], *, sure: bool = False
    ) -> None:
        """Note that no ``kind`` (such as 条款, clause) is called ``name``.

        ``sure``: the scheme itself cannot add to ``known``.
        """
        shown = shortened(name)
        what = Text(f"没有{kind.zh}“{shown}”", f"no {kind.en} is called '{shown}'")
        self.take(Fault(at, what, did_you_mean(name, known)), sure=sure)

    def take(self, fault: Fault, *, sure: bool = True) -> None:
        """Note a fault that someone else has put into words; one not ``sure`` needs no gaps."""
        (self._faults if sure else self._unsure)[fault] = None
        if len(self._faults) + len(self._unsure) >= MOST_FAULTS:
            raise EnoughFaultsError


def shortened(text: str, most: int = 40) -> str:
    """One line of ``text``, cut after ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most] + "…"
