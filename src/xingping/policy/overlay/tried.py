"""A scheme with values changed to try them: any value of its files, named by its path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xingping.policy.faults import Fault, Place, SchemeFaultyError, did_you_mean
from xingping.policy.scheme.assembly import assemble
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.folder import CRITERIA, REGISTERS, SCHEME, Folder, read_folder
from xingping.policy.scheme.load import find_scheme, key_words, schemes_folder
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.source import read_page
from xingping.policy.words import Text
from xingping.policy.written import Keyed, Listed, Said, Written

WHERE = "--set"
"""What faults name as the file of a value that was set."""


def tried(name_or_folder: str, changes: Mapping[str, str]) -> Scheme:
    """The scheme with each value at ``path`` replaced by a text, as if its file said so.

    A path leads through the keys of scheme.nt (``bands.4``, ``quotas.yearly_share.places.5``) or,
    from ``criteria`` and the criterion's id, through those of its file
    (``criteria.13.standards.4.require``; there a list of rules becomes one rule). Raises
    ``SchemeFaultyError``: a path that leads nowhere, a value that cannot be read, or the scheme's
    own faults.
    """
    desk, words = Desk(), key_words()
    folder = find_scheme(name_or_folder)
    home = schemes_folder()
    read = read_folder(folder, desk, home / REGISTERS)
    shared = read_page(home / REGISTERS, f"../{REGISTERS}").content
    if desk.faults or SCHEME not in read.pages or shared is None:
        raise SchemeFaultyError(desk.faults or [_overlay(name_or_folder)])
    pages = dict(read.pages)
    for path, text in changes.items():
        file, keys = _home(pages, path)
        said = Said(text, f"{WHERE} {path}", ((1, 1),))
        pages[file] = _put(pages[file], keys, said, path)
    made = assemble(desk, words, Folder(folder, pages, read.digest), shared)
    if desk.faults:
        raise SchemeFaultyError(desk.faults)
    return made


def _overlay(name: str) -> Fault:
    return Fault(
        Place(name),
        Text("地方调整不能再用路径改", "an overlay cannot be changed by a path"),
        Text(
            "对它所依据的方案试，或另写一个地方调整，用 --against 对比",
            "try it on the scheme that it builds on, or write another overlay and use --against",
        ),
    )


def _home(pages: Mapping[str, Keyed], path: str) -> tuple[str, list[str]]:
    """The file in which a path begins, and the keys that are left."""
    keys = path.split(".")
    if keys[0] != CRITERIA:
        return SCHEME, keys
    ids: dict[str, str] = {}
    for file, page in pages.items():
        own = page.entries.get(_key(page, "criterion"))
        if file.startswith(CRITERIA + "/") and isinstance(own, Said):
            ids[own.text.strip()] = file
    if len(keys) > 1 and keys[1] in ids:
        return ids[keys[1]], keys[2:]
    raise SchemeFaultyError([_nowhere(path, keys[1] if len(keys) > 1 else "", ids)])


def _put(page: Keyed, keys: list[str], value: Said, path: str) -> Keyed:
    """``page`` with ``value`` in the place of what stands at the end of ``keys``."""
    key = _key(page, keys[0]) if keys else ""
    there = page.entries.get(key)
    if there is None:
        raise SchemeFaultyError([_nowhere(path, keys[0] if keys else "", page.entries)])
    new: Written = value
    if len(keys) > 1:
        if not isinstance(there, Keyed):
            raise SchemeFaultyError([_nowhere(path, keys[1], ())])
        new = _put(there, keys[1:], value, path)
    elif isinstance(there, Keyed):
        raise SchemeFaultyError([_nowhere(path, "", there.entries)])
    elif isinstance(there, Listed) and not value.text.strip():
        raise SchemeFaultyError([_nowhere(path, "", ())])
    return replace(page, entries={**page.entries, key: new})


def _key(page: Keyed, name: str) -> str:
    """The key as this page writes it, in either language."""
    words = key_words()
    english = words.english(name)
    return next((k for k in page.entries if k == name or words.english(k) == english), name)


def _nowhere(path: str, key: str, known: Mapping[str, object] | tuple[()]) -> Fault:
    what = (
        Text(f"路径“{path}”中没有“{key}”", f"the path '{path}' has no '{key}'")
        if key
        else Text(f"路径“{path}”没有写到底", f"the path '{path}' stops short of a value")
    )
    return Fault(Place(f"{WHERE} {path}"), what, did_you_mean(key, list(known)))
