"""The files of a base scheme with an overlay's values and items in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xingping.policy.overlay.page import OverlayPage, Wish
from xingping.policy.scheme.folder import CRITERIA, EXAMPLES, SCHEME
from xingping.policy.scheme.plain import KeyWords
from xingping.policy.written import Keyed, Said, Written


class Pages:
    """The pages of the base, changed one wish after another; the base's own stay as they are."""

    def __init__(self, pages: Mapping[str, Keyed], words: KeyWords) -> None:
        self._words = words
        self._pages = {file: self._without_examples(file, page) for file, page in pages.items()}
        self._pages.pop(EXAMPLES, None)

    def made(self, page: OverlayPage) -> Mapping[str, Keyed]:
        """The pages with the overlay's own examples, instead of those of the base."""
        found = dict(self._pages)
        if isinstance(page.examples, Keyed):
            found[EXAMPLES] = page.examples
        return found

    def take(self, wish: Wish) -> str:
        """Carry out one wish; what stood there before, as written ("" for nothing)."""
        target = wish.target
        if target.key == "criteria":
            return self._add_criterion(wish)
        if not target.of:
            path = [*target.path, target.key]
            page, old = self._put(self._pages[SCHEME], path, wish.value)
            self._pages[SCHEME] = page
            return old
        for file, page in self._pages.items():
            way = self._way_to(file, page, wish)
            if way is not None:
                self._pages[file], old = self._put(page, way, wish.value)
                return old
        return ""

    def _add_criterion(self, wish: Wish) -> str:
        if isinstance(wish.value, Keyed):
            id_ = Said(wish.name, wish.at.file, ((wish.at.line, wish.at.column),))
            entries = {"criterion": id_, **wish.value.entries}
            key_at = {"criterion": wish.at, **wish.value.key_at}
            self._pages[f"{CRITERIA}/overlay-{wish.name}.nt"] = replace(
                wish.value, entries=entries, key_at=key_at
            )
        return ""

    def _way_to(self, file: str, page: Keyed, wish: Wish) -> list[str] | None:
        """The keys that lead to the target, if this page is where it stands."""
        if not file.startswith(CRITERIA + "/"):
            return None
        target = wish.target
        own = page.entries.get(self._key(page, "criterion"))
        is_it = isinstance(own, Said) and own.text.strip() == target.of
        if wish.kind == "add":
            return ["lines", wish.name] if is_it else None
        lines = page.entries.get(self._key(page, "lines"))
        if isinstance(lines, Keyed) and target.of in lines.entries:
            return ["lines", target.of, target.key]
        return [target.key] if is_it else None

    def _put(self, page: Keyed, path: list[str], value: Written) -> tuple[Keyed, str]:
        """``page`` with ``value`` at the end of ``path``, and the text that stood there."""
        key = self._key(page, path[0])
        there = page.entries.get(key)
        if len(path) == 1:
            old = there.text.strip() if isinstance(there, Said) else ""
        else:
            inner = there if isinstance(there, Keyed) else Keyed({}, {}, value.at)
            value, old = self._put(inner, path[1:], value)
        key_at = {**page.key_at, key: page.key_at.get(key, value.at)}
        return replace(page, entries={**page.entries, key: value}, key_at=key_at), old

    def _key(self, page: Keyed, english: str) -> str:
        """The key as this page writes it, in either language."""
        return next((k for k in page.entries if self._words.english(k) == english), english)

    def _without_examples(self, file: str, page: Keyed) -> Keyed:
        """A criterion without its worked examples: they speak of the base."""
        if not file.startswith(CRITERIA + "/"):
            return page
        key = self._key(page, "examples")
        entries = {name: value for name, value in page.entries.items() if name != key}
        return replace(page, entries=entries)
