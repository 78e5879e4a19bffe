"""The way in: a folder, or the name of a built-in scheme, becomes a `Scheme` or a list of faults."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from xingping.policy.faults import Fault, Place, SchemeFaultyError, did_you_mean
from xingping.policy.language.words import word_table
from xingping.policy.scheme.assembly import assemble
from xingping.policy.scheme.desk import Desk, EnoughFaultsError
from xingping.policy.scheme.folder import OVERLAY, REGISTERS, SCHEME, read_folder
from xingping.policy.scheme.plain import KeyWords
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.scheme.spelled import Spelled
from xingping.policy.source import read_page
from xingping.policy.words import Text
from xingping.policy.written import Keyed, Page


def load_scheme(name_or_folder: str | Path, *, builtin: bool = True) -> Scheme:
    """The scheme in a folder, or the built-in one of that name (unless not ``builtin``).

    Raises ``SchemeFaultyError`` with every fault that was found, at most some two hundred.
    """
    return _loaded(find_scheme(name_or_folder, builtin=builtin), Desk(noting=False))


def load_spelled(folder: Path, *, accepting: bool = False) -> tuple[Scheme, Spelled]:
    """The scheme in ``folder``, and where its files use words of the language.

    ``accepting``: of an overlay, whatever its base is by now. Raises ``SchemeFaultyError`` as
    `load_scheme`.
    """
    desk = Desk()
    return _loaded(folder, desk, accepting=accepting), desk.spelled


def _loaded(folder: Path, desk: Desk, *, accepting: bool = False) -> Scheme:
    scheme: Scheme | None = None
    try:
        shared = _shared()
        for fault in shared.faults:
            desk.take(fault)
        if shared.content is not None:
            scheme = _assembled(folder, desk, shared.content, accepting=accepting)
    except EnoughFaultsError:
        pass
    if desk.faults or scheme is None:
        raise SchemeFaultyError(desk.faults)
    return scheme


def _assembled(folder: Path, desk: Desk, shared: Keyed, *, accepting: bool) -> Scheme | None:
    """The scheme of a folder, or of the overlay in it and the scheme that it builds on."""
    from xingping.policy.overlay.made import Maker, is_overlay  # noqa: PLC0415 -- it assembles, too

    words = key_words()
    if is_overlay(folder):
        return Maker(schemes_folder(), shared, words, accepting=accepting).make(folder, desk)
    read = read_folder(folder, desk, schemes_folder() / REGISTERS)
    return assemble(desk, words, read, shared) if SCHEME in read.pages else None


def find_scheme(name_or_folder: str | Path, *, builtin: bool = True) -> Path:
    """The folder meant. Raises ``SchemeFaultyError`` with 'did you mean' where there is none."""
    written = str(name_or_folder)
    names = list_builtin() if builtin else ()
    if written in names:
        return schemes_folder() / written
    path = Path(name_or_folder)
    try:
        if written and path.is_dir():
            return path
        if path.name == OVERLAY and path.is_file():  # an overlay is this one file
            return path.parent
        there = path.exists()
    except (OSError, ValueError):  # a name too long, or with a zero byte in it
        there = False
    shown = written if len(written) <= 80 else written[:80] + "…"  # noqa: PLR2004 -- one line of a terminal
    if there:
        what = Text(f"“{shown}”不是文件夹", f"'{shown}' is no folder")
        hint: Text | None = Text(
            "方案是一个文件夹，其中有 scheme.nt", "a scheme is a folder with a scheme.nt in it"
        )
    else:
        what = Text(f"没有方案“{shown}”", f"there is no scheme '{shown}'")
        hint = did_you_mean(written.rstrip("/").rpartition("/")[2], names)
    raise SchemeFaultyError([Fault(Place(shown), what, hint)])


def list_builtin() -> tuple[str, ...]:
    """The names of the built-in schemes, sorted."""
    return tuple(sorted(path.parent.name for path in schemes_folder().glob(f"*/{SCHEME}")))


@cache
def schemes_folder() -> Path:
    """Where the built-in schemes and the shared catalogue are."""
    return Path(str(files("xingping").joinpath("schemes")))


@cache
def key_words() -> KeyWords:
    """The keys of scheme files in Chinese."""
    table = word_table()
    english, chinese = table.english, table.chinese
    return KeyWords(english["keys"], chinese["keys"], english["options"], chinese["options"])


@cache
def _shared() -> Page:
    return read_page(schemes_folder() / REGISTERS, f"../{REGISTERS}")
