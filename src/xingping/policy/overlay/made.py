"""An overlay's folder made into a scheme: its base read, its wishes granted, its digest checked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from xingping.policy.faults import Fault, Place, SchemeFaultyError, did_you_mean
from xingping.policy.overlay.allowed import check_allowed
from xingping.policy.overlay.applied import Pages
from xingping.policy.overlay.overlay import Addition, Overlay, Setting
from xingping.policy.overlay.page import OverlayPage, Wish, read_overlay
from xingping.policy.overlay.points import check_points
from xingping.policy.scheme.assembly import assemble
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.folder import (
    ACCEPTED,
    OVERLAY,
    REGISTERS,
    SCHEME,
    Folder,
    read_folder,
)
from xingping.policy.scheme.plain import KeyWords
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.source import read_page
from xingping.policy.words import Text
from xingping.policy.written import Keyed, Said


class Maker:
    """Makes schemes of overlays; ``home``: where the built-in schemes and the catalogue are.

    ``accepting``: the digest of the base is not compared, to see what the overlay does by now.
    """

    def __init__(
        self, home: Path, shared: Keyed, words: KeyWords, *, accepting: bool = False
    ) -> None:
        self.home, self.shared, self.words, self.accepting = home, shared, words, accepting

    def make(self, folder: Path, desk: Desk) -> Scheme | None:
        """The scheme; what is wrong with the overlay is told at the desk.

        Raises ``SchemeFaultyError`` with the faults of the base where that is faulty.
        """
        read = read_page(folder / OVERLAY, OVERLAY)
        for fault in read.faults:
            desk.take(fault)
            desk.torn.add(OVERLAY)
        _nothing_else(folder, desk)
        if read.content is None:
            return None
        page = read_overlay(desk, self.words, read.content, accepting=self.accepting)
        where = self._base_folder(folder, page, desk)
        if where is None:
            return None
        base, files = self._base(where, page)
        if page.digest and page.digest != base.digest:
            _tell_changed(desk, page, base, folder)
        granted = [
            one
            for one in check_allowed(desk, base, page.wishes)
            if not _is_there(desk, base, one[0])
        ]
        pages = Pages(files.pages, self.words)
        settings, additions = [], []
        for wish, _ in granted:
            old = pages.take(wish)
            if wish.kind == "set":
                settings.append(_setting(wish, old, page.why))
            else:
                additions.append(_addition(wish))
        digest = _digest(base, folder / OVERLAY)
        shown = {**pages.made(page), **_accepted(folder, files, desk)}
        made = assemble(desk, self.words, Folder(folder, shown, digest), self.shared)
        check_points(desk, base, made, granted)
        overlay = Overlay(page.id, page.title, base, tuple(settings), tuple(additions))
        return replace(made, title=page.title, overlay=overlay)

    def _base_folder(self, folder: Path, page: OverlayPage, desk: Desk) -> Path | None:
        """A built-in scheme, or a folder seen from that of the overlay."""
        names = sorted(path.parent.name for path in self.home.glob(f"*/{SCHEME}"))
        if page.of in names:
            return self.home / page.of
        where = folder / page.of
        if page.of and (where / SCHEME).is_file():
            return where
        if page.of and (where / OVERLAY).is_file():
            desk.tell(
                page.of_at,
                f"“{page.of}”本身是地方调整，不能再作依据",
                f"'{page.of}' is an overlay itself, and nothing can be built on it",
                Text(
                    "写它所依据的方案，并把两处的改动合在一起",
                    "name the scheme that it builds on, and put both together",
                ),
            )
        elif page.of:
            desk.tell(
                page.of_at,
                f"找不到所依据的方案“{page.of}”",
                f"the scheme '{page.of}' that this builds on is not there",
                did_you_mean(page.of, names)
                or Text(
                    "写内置方案的名称，或从本文件夹看去的路径，如 ../city-scheme",
                    "write a built-in scheme, or a path seen from this folder, as ../city-scheme",
                ),
            )
        return None

    def _base(self, where: Path, page: OverlayPage) -> tuple[Scheme, Folder]:
        """The base; its faults are told under its own name."""
        desk = Desk()
        files = read_folder(where, desk, self.home / REGISTERS)
        base = assemble(desk, self.words, files, self.shared) if SCHEME in files.pages else None
        if desk.faults or base is None:
            raise SchemeFaultyError(
                [
                    Fault(
                        replace(fault.at, file=f"{page.of}/{fault.at.file}"), fault.what, fault.hint
                    )
                    for fault in desk.faults
                ]
            )
        return base, files


def is_overlay(folder: Path) -> bool:
    """Whether a folder holds an overlay and no scheme of its own."""
    return (folder / OVERLAY).is_file() and not (folder / SCHEME).exists()


def _accepted(folder: Path, base: Folder, desk: Desk) -> dict[str, Keyed]:
    """What the base accepts of the doctor's findings, and what the overlay accepts besides."""
    where = folder / ACCEPTED
    if not where.is_file():
        return {}
    read = read_page(where, ACCEPTED)
    for fault in read.faults:
        desk.take(fault)
        desk.torn.add(ACCEPTED)
    own, first = read.content, base.pages.get(ACCEPTED)
    if own is None or first is None:
        return {} if own is None else {ACCEPTED: own}
    entries, key_at = {**first.entries, **own.entries}, {**first.key_at, **own.key_at}
    return {ACCEPTED: replace(own, entries=entries, key_at=key_at)}


def _nothing_else(folder: Path, desk: Desk) -> None:
    for path in sorted(folder.rglob("*.nt")):
        file = path.relative_to(folder).as_posix()
        if file not in {OVERLAY, ACCEPTED}:
            desk.tell(
                Place(file),
                f"地方调整的文件夹里只有 {OVERLAY}（和 {ACCEPTED}），不应有“{file}”",
                f"the folder of an overlay holds {OVERLAY} (and {ACCEPTED}); '{file}' has no place in it",
            )


def _tell_changed(desk: Desk, page: OverlayPage, base: Scheme, folder: Path) -> None:
    desk.tell(
        page.digest_at,
        f"所依据的方案“{base.id}”在此后有改动（现在的摘要是 {base.digest[:12]}…），改了什么已无从得知",
        f"the scheme '{base.id}' that this builds on has changed since (its digest is now "
        f"{base.digest[:12]}…); what changed cannot be known from here",
        Text(
            f"运行 xingping digest {folder.name} 看看本调整现在改了什么，核对无误后加 --accept 写入新的摘要",
            f"run xingping digest {folder.name} to see what the overlay changes by now; after review "
            "add --accept, which writes the new digest",
        ),
    )


def _is_there(desk: Desk, base: Scheme, wish: Wish) -> bool:
    """Whether what is added has the id of something of the base: told, and not added."""
    taken = wish.kind == "add" and (
        wish.name in base.criteria or any(wish.name in one.lines for one in base.criteria.values())
    )
    if taken:
        desk.tell(
            wish.at,
            f"编号“{wish.name}”在方案中已有",
            f"the id '{wish.name}' is taken in the scheme",
            Text("换一个编号，如加上本地名称", "choose another, with the name of the place in it"),
        )
    return taken


def _setting(wish: Wish, old: str, why: Mapping[str, Text]) -> Setting:
    new = wish.value.text.strip() if isinstance(wish.value, Said) else ""
    name = str(wish.target)
    return Setting(name, old, new, why.get(name, Text("", "")))


def _addition(wish: Wish) -> Addition:
    entries = wish.value.entries if isinstance(wish.value, Keyed) else {}
    said = [entries.get(key) for key in ("text", "title", "说明", "名称")]
    text = next((one.text for one in said if isinstance(one, Said)), wish.name)
    return Addition(str(wish.target), wish.name, Text.read(text))


def _digest(base: Scheme, path: Path) -> str:
    """SHA-256 over the base's digest, a zero byte, and the bytes of the overlay."""
    try:
        raw = path.read_bytes()
    except OSError:
        raw = b""  # told when the file was read
    return hashlib.sha256(f"{base.digest}\0".encode() + raw).hexdigest()
