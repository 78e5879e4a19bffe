"""One map of a scheme file: its keys read by name and type, what nobody knows told."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from fractions import Fraction

from xingping.policy.faults import Place
from xingping.policy.scheme.desk import Desk, shortened
from xingping.policy.scheme.meant import number_meant, range_meant, write, yes_meant
from xingping.policy.scheme.plain import KeyWords, as_number
from xingping.policy.scheme.separators import in_both, spaced
from xingping.policy.words import Text
from xingping.policy.written import Keyed, Listed, Said, Written

KEY = Text("键", "key")
_NUMBERS = Text("数写成 12、0.01、-5 或 70%", "numbers are written 12, 0.01, -5 or 70%")
_SHAPES = {
    Said: Text("一行文字", "a text"),
    Listed: Text("列表", "a list"),
    Keyed: Text("“键: 值”", "'key: value' lines"),
}


class Entry:
    """A map with known keys.

    Keys may be written in Chinese (``words``). A key that is not ``known``, and one of ``needed``
    that is missing, are told at once; a value of the wrong shape or type when it is read.
    """

    def __init__(
        self,
        desk: Desk,
        words: KeyWords,
        written: Written,
        known: Collection[str],
        needed: Collection[str] = (),
    ) -> None:
        self.desk = desk
        self.words = words
        self.at = written.at
        self._entries: dict[str, Written] = {}
        self._key_at: dict[str, Place] = {}
        if not isinstance(written, Keyed):
            misshapen(desk, written, Keyed)
            return
        for name, value in written.entries.items():
            self._take(name, value, written.key_at[name], known)
        others = [name for name in written.entries if name not in self._entries]
        for name in needed:
            if name in self._entries or self.at.file in desk.torn:
                continue
            if not get_close_matches(name, others, n=1, cutoff=0.6):  # else told as nobody's key
                desk.tell(self.at, f"缺少“{words.shown(name)}”", f"'{name}' is missing")

    def _take(self, name: str, value: Written, at: Place, known: Collection[str]) -> None:
        key = name if name in known else self.words.english(name)
        if key not in known:
            self.desk.unknown(at, KEY, name, known, sure=True)
        elif key in self._entries:
            self.desk.tell(at, f"“{name}”写了两遍", f"'{name}' is written twice")
        else:
            self._entries[key], self._key_at[key] = value, at
            self.desk.spelled.key(at, name, key)

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def names(self) -> tuple[str, ...]:
        """The keys that are there, in English."""
        return tuple(self._entries)

    def get(self, key: str) -> Written | None:
        """What stands under ``key``, whatever its shape."""
        return self._entries.get(key)

    def place(self, key: str) -> Place:
        """Where the value of ``key`` stands, or the map where there is none."""
        value = self._entries.get(key)
        return self.at if value is None else value.at

    def key_place(self, key: str) -> Place:
        """Where ``key`` itself stands, or the map where there is none."""
        return self._key_at.get(key, self.at)

    def said(self, key: str) -> Said | None:
        """The text under ``key`` with its place."""
        value = self._entries.get(key)
        if value is None or isinstance(value, Said):
            return value
        misshapen(self.desk, value, Said)
        return None

    def plain(self, key: str, default: str = "") -> str:
        """The text under ``key``."""
        said = self.said(key)
        return default if said is None else said.text.strip()

    def word(self, key: str, special: Collection[str], default: str = "") -> str:
        """The text under ``key``: a name, or one of the ``special`` words in either language."""
        said = self.said(key)
        if said is None:
            return default
        written = said.text.strip()
        chosen = written if written in special else self.words.option(written)
        if chosen not in special:
            return written
        self.desk.spelled.option(said, self.words.spelled(chosen))
        return chosen

    def text(self, key: str) -> Text | None:
        """The text in both languages under ``key``; an empty one is told."""
        said = self.said(key)
        if said is None:
            return None
        if not said.text.strip():
            self.desk.tell(said.at, f"“{key}”是空的", f"'{key}' is empty")
        return in_both(self.desk, said)

    def title(self, key: str = "title") -> Text:
        """The text under ``key``, or an empty one (a needed key that is missing was told)."""
        return self.text(key) or Text("", "")

    def ids(self, key: str) -> tuple[str, ...]:
        """The ids under ``key``, separated by spaces."""
        said = self.said(key)
        return () if said is None else spaced(self.desk, said)

    def among(self, key: str, allowed: Collection[str], default: str = "") -> str:
        """One of the words ``allowed``."""
        said = self.said(key)
        if said is None:
            return default
        written = said.text.strip()
        for chosen in (written, self.words.option(written)):
            if chosen in allowed:
                self.desk.spelled.option(said, self.words.spelled(chosen))
                return chosen
        word = Text(f"“{self.words.shown(key)}”的取值", f"value of '{key}'")
        self.desk.unknown(said.at, word, said.text, allowed, sure=True)
        return default

    def yes(self, key: str, *, default: bool = False) -> bool:
        """A yes or a no."""
        said = self.said(key)
        if said is None:
            return default
        written = said.text.strip()
        if written in {"yes", "是", "no", "否"}:
            chosen = written in {"yes", "是"}
            self.desk.spelled.option(said, Text("是", "yes") if chosen else Text("否", "no"))
            return chosen
        self.desk.tell(
            said.at,
            f"此处应为 yes 或 no，写的是“{shortened(said.text)}”",
            f"yes or no is due here, not '{shortened(said.text)}'",
            write(yes_meant(said.text)),
        )
        return False

    def number(self, key: str) -> Fraction | None:
        """A number: 12, 0.01, -5 or 70%."""
        said = self.said(key)
        if said is None:
            return None
        value = as_number(said.text)
        if value is None:
            not_a_number(self.desk, said)
        return value

    def whole(self, key: str) -> int | None:
        """A whole number."""
        value = self.number(key)
        if value is not None and value.denominator != 1:
            self.desk.tell(self.place(key), "此处应为整数", "a whole number is due here")
        return None if value is None else int(value)

    def range(self, key: str) -> tuple[Fraction | None, Fraction | None]:
        """Two numbers, as in ``0 to 20`` or ``0 至 20``."""
        said = self.said(key)
        if said is None:
            return None, None
        first, to, last = said.text.replace(" 至 ", " to ").partition(" to ")
        low, high = as_number(first), as_number(last)
        if not to or low is None or high is None or low > high:
            self.desk.tell(
                said.at,
                f"此处应为“小 to 大”，写的是“{shortened(said.text)}”",
                f"'low to high' is due here, not '{shortened(said.text)}'",
                write(range_meant(said.text)),
            )
            return None, None
        first, last = first.strip(), last.strip()
        self.desk.spelled.option(said, Text(f"{first} 至 {last}", f"{first} to {last}"))
        return low, high

    def members(self, key: str) -> Iterator[tuple[str, Written, Place]]:
        """The entries of a map whose keys are ids: id, value, place of the id."""
        value = self._entries.get(key)
        if value is not None:
            yield from keyed_members(self.desk, value)

    def ids_of(self, key: str) -> tuple[str, ...]:
        """The ids in the map under ``key``; its shape is told elsewhere."""
        value = self._entries.get(key)
        return tuple(value.entries) if isinstance(value, Keyed) else ()

    def rows(self, key: str) -> tuple[Written, ...]:
        """The items of a list; a single text stands for a list of one."""
        value = self._entries.get(key)
        if value is None:
            return ()
        if isinstance(value, Listed):
            return value.items
        if isinstance(value, Said):
            return (value,)
        misshapen(self.desk, value, Listed)
        return ()


def keyed_members(desk: Desk, value: Written) -> Iterator[tuple[str, Written, Place]]:
    """The entries of ``value``; told if it is no map."""
    if isinstance(value, Keyed):
        for name, inner in value.entries.items():
            yield name.strip(), inner, value.key_at[name]
    else:
        misshapen(desk, value, Keyed)


def misshapen(desk: Desk, value: Written, due: type[Said | Listed | Keyed]) -> None:
    """Tell that ``value`` has another shape than ``due``."""
    if isinstance(value, Said) and not value.text and value.file in desk.torn:
        return
    desk.gaps = True
    want, have = _SHAPES[due], _SHAPES[type(value)]
    desk.tell(
        value.at, f"此处应为{want.zh}，写的是{have.zh}", f"{want.en} is due here, not {have.en}"
    )


def not_a_number(desk: Desk, said: Said) -> None:
    """Tell that a number was due."""
    desk.tell(
        said.at,
        f"此处应为数，写的是“{shortened(said.text)}”",
        f"a number is due here, not '{shortened(said.text)}'",
        write(number_meant(said.text), _NUMBERS),
    )
