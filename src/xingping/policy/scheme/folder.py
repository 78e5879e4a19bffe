"""A scheme folder as files: what may lie in it, what it holds, its digest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from xingping.policy.faults import Place, did_you_mean
from xingping.policy.refusals import why
from xingping.policy.scheme.desk import Desk
from xingping.policy.source import LARGEST_FILE, read_page
from xingping.policy.words import Text
from xingping.policy.written import Keyed, Written

SCHEME, CLAUSES, ASSUMPTIONS = "scheme.nt", "clauses.nt", "assumptions.nt"
REGISTERS, EXAMPLES, CRITERIA = "registers.nt", "examples.nt", "criteria"
ACCEPTED, OVERLAY = "accepted.nt", "overlay.nt"
_FILES = (SCHEME, CLAUSES, ASSUMPTIONS, REGISTERS, EXAMPLES, ACCEPTED)
MOST_FILES = 400
_ENDINGS = re.compile(
    r"(?:\.nt)?(?:\.(?:txt|nt|ya?ml|json|docx?|xlsx?|wps|et|toml|csv))+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a scheme by name (relative, with /), sorted; a file that is empty is missing."""

    path: Path
    pages: Mapping[str, Keyed]
    digest: str

    def page(self, file: str) -> Written | None:
        """What ``file`` says, or None."""
        return self.pages.get(file)

    @property
    def criteria(self) -> list[Keyed]:
        """The files of the criteria, by name."""
        return [page for file, page in self.pages.items() if file.startswith(CRITERIA + "/")]


def read_folder(path: Path, desk: Desk, shared: Path) -> Folder:
    """Read all files of the folder ``path``, which builds on the catalogue file ``shared``.

    The digest is SHA-256 over, for each file sorted by name, its name, a zero byte, its length in
    decimal, a zero byte and its bytes; the shared catalogue comes last, under the name
    ``../registers.nt``. Findings that are accepted change no rating: accepted.nt is not in it.
    """
    _misnamed(path, desk)
    files = _files(path, desk)
    if SCHEME not in files and not desk.faults:
        desk.tell(Place(SCHEME), f"文件夹里没有 {SCHEME}", f"there is no {SCHEME} in the folder")
    hasher = hashlib.sha256()
    pages: dict[str, Keyed] = {}
    for file, where in files.items():
        page = read_page(where, file)
        for fault in page.faults:
            desk.take(fault)
            desk.torn.add(file)
        desk.gaps |= page.gaps or page.content is None
        if page.content is not None:
            pages[file] = page.content
        if file != ACCEPTED:
            _add(hasher, file, where)
    _add(hasher, f"../{REGISTERS}", shared)
    return Folder(path, pages, hasher.hexdigest())


def _misnamed(path: Path, desk: Desk) -> None:
    """Tell files that are meant for the scheme and bear another ending, and folders in their place."""
    try:
        here = [*path.iterdir(), *(path / CRITERIA).glob("*")]
    except OSError as wrong:
        reason = why(wrong)
        zh, en = f"文件夹读不出来（{reason.zh}）", f"the folder cannot be read ({reason.en})"
        desk.tell(Place(SCHEME), zh, en)
        return
    for where in sorted(here)[:MOST_FILES]:
        name, file = where.name, where.relative_to(path).as_posix()
        stem = _ENDINGS.sub("", name)
        meant = f"{stem}.nt" in _FILES if "/" not in file else not name.startswith((".", "README"))
        if meant and name not in {stem, f"{stem}.nt"}:
            zh, en = f"“{name}”的扩展名不对，没有读", f"'{name}' has another ending and is not read"
            desk.tell(Place(file), zh, en, Text(f"改名为 {stem}.nt", f"rename it {stem}.nt"))
        elif meant and name == f"{stem}.nt" and where.is_dir():
            zh, en = "此处应为文件，却是文件夹", "a file is due here, not a folder"
            desk.tell(Place(file), zh, en)


def _add(hasher: hashlib._Hash, file: str, where: Path) -> None:
    try:
        raw = b"" if where.stat().st_size > LARGEST_FILE else where.read_bytes()
    except OSError:
        raw = b""  # told when the file was read, as one that is too large
    hasher.update(f"{file}\0{len(raw)}\0".encode())
    hasher.update(raw)


def _inside(where: Path, home: Path) -> bool:
    try:
        return where.resolve().is_relative_to(home)
    except (OSError, RuntimeError):  # a link that leads back to itself
        return False


def _files(path: Path, desk: Desk) -> dict[str, Path]:
    """The .nt files of a scheme by name, sorted; others are told, links out of the folder too."""
    home = path.resolve()
    found: dict[str, Path] = {}
    rooms = (*path.glob("*.nt"), *path.glob("*/*.nt"), *path.glob(f"{CRITERIA}/*/**/*.nt"))
    there = {p.relative_to(path).as_posix(): p for p in rooms}
    for file, where in sorted(there.items()):
        room, _, _ = file.rpartition("/")
        if file == OVERLAY:
            continue
        if room not in {"", CRITERIA} or (not room and file not in _FILES):
            known = [*_FILES, f"{CRITERIA}/{where.name}"]
            desk.tell(
                Place(file),
                f"方案文件夹里不应有“{file}”",
                f"'{file}' has no place in a scheme folder",
                did_you_mean(file, known),
            )
        elif not _inside(where, home):
            desk.tell(
                Place(file),
                "链接指向文件夹之外，或指向自身",
                "a link that leads out of the folder, or to itself",
                Text("把文件复制到方案文件夹里", "copy the file into the folder"),
            )
        elif where.is_file():
            found[file] = where
        elif not where.is_dir():
            desk.tell(
                Place(file),
                "不是文件：管道、设备，或指向空处的链接",
                "no file: a pipe, a device, or a link that leads nowhere",
                Text("换成文件，或删去", "put a file in its place, or delete it"),
            )
        if len(found) > MOST_FILES:
            desk.tell(Place(file), f"文件超过 {MOST_FILES} 个", f"more than {MOST_FILES} files")
            break
    return found
