"""A scheme folder rewritten in one style, and proof that it still says the same."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from xingping.policy.format.meaning import meaning
from xingping.policy.format.rewriting import Wanted, most_words, rewritten
from xingping.policy.scheme.load import load_spelled
from xingping.policy.words import Lang

_OVERLAY = "overlay.nt"
_ROOMS = ("*.nt", "criteria/*.nt")


class OtherMeaningError(Exception):
    """The folder would mean something else once rewritten: a fault of ours, nothing is written."""


class ChangedMeanwhileError(Exception):
    """A file was written to while it was read; carries its name."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One file as it is and as it would be."""

    path: Path
    before: bytes
    after: str

    @property
    def changes(self) -> bool:
        """Whether the file would be another."""
        return self.before != self.after.encode()


def format_folder(folder: Path, words: Lang | None = None) -> Mapping[str, Draft]:
    """Each file of the scheme in ``folder`` by name, as it would be; nothing is written.

    ``words``: for keys and rules; None keeps what most of them are written in. Raises
    ``SchemeFaultyError`` where the scheme has faults, ``OSError``, ``OtherMeaningError``,
    ``ChangedMeanwhileError``.
    """
    paths = {
        path.relative_to(folder).as_posix(): path for room in _ROOMS for path in folder.glob(room)
    }
    raw = {file: path.read_bytes() for file, path in paths.items() if path.is_file()}
    scheme, spelled = load_spelled(folder)
    wanted = Wanted(words, words) if words else most_words(spelled, paths)
    drafts: dict[str, Draft] = {}
    for file, path in sorted(paths.items()):
        before = path.read_bytes()
        if raw.get(file) != before:
            raise ChangedMeanwhileError(file)
        after = rewritten(before.decode("utf-8"), file, spelled, wanted)
        drafts[file] = Draft(path, before, after)
    beside = folder.resolve().parent if _OVERLAY in paths else None  # it finds its base from there
    with tempfile.TemporaryDirectory(prefix=".", dir=beside) as name:
        copy = Path(name)
        for file, draft in drafts.items():
            place = copy / file
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(draft.after.encode())
        if meaning(load_spelled(copy)[0]) != meaning(scheme):
            raise OtherMeaningError(str(folder))
    return drafts
