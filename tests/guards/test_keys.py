"""What `keys.nt` says of scheme files is what their readers ask for, key for key."""

import shutil
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import nestedtext

from tests.guards.repository import ROOT, SCHEMES
from xingping.policy.faults import SchemeFaultyError
from xingping.policy.scheme.entry import Entry
from xingping.policy.scheme.load import load_scheme

PLACES = nestedtext.load(SCHEMES / "keys.nt")

RARE = {
    "accepted.nt": "one:\n  finding: none\n",
    "examples.nt": "two:\n  subjects:\n    a:\n      times: 2\n",
}

# Maps that only add to another, or have ids beside their keys.
PARTS = [{"fields", "phrases"}]


def test_every_map_that_is_read_is_described():
    undescribed = [
        sorted(known) for known, _ in asked() if not any(fits(known, place) for place in PLACES)
    ]

    assert undescribed == []


def test_every_map_that_is_described_is_read_and_needs_what_it_says():
    unread = [
        place
        for place in PLACES
        if not any(fits(known, place) and due == needed(place) for known, due in asked())
    ]

    assert unread == []


def test_every_key_has_a_name_in_chinese():
    chinese = nestedtext.load(SCHEMES / "words.nt")["keys"]
    nameless = {key for told in PLACES.values() for key in told["keys"]} - set(chinese)

    assert nameless == set()


def fits(known, place):
    """Whether a reader that knows these keys reads the map described at ``place``."""
    keys = frozenset(PLACES[place]["keys"])
    return keys <= known if "beside" in PLACES[place] else keys == known


def needed(place):
    return {key for key, line in PLACES[place]["keys"].items() if line.startswith("!")}


@cache
def asked():
    """What the readers of maps were asked for: the keys they know and those they need."""
    found = set()

    def look(frame, event, _):
        if event == "call" and frame.f_code is Entry.__init__.__code__:
            known, needed = frame.f_locals["known"], frame.f_locals["needed"]
            found.add((frozenset(known), frozenset(needed)))

    with tempfile.TemporaryDirectory() as name:
        folders = [
            *ROOT.glob("tests/policies/*/"),
            *ROOT.glob("tests/policies/overlays/*/"),
            *SCHEMES.glob("*/"),
            rare(Path(name) / "rare"),
        ]
        sys.setprofile(look)
        try:
            for folder in folders:
                with suppress(SchemeFaultyError):  # another test tells
                    load_scheme(folder)
        finally:
            sys.setprofile(None)
    return [(known, needed) for known, needed in found if set(known) not in PARTS]


def rare(folder):
    """A scheme with the maps that no other one has."""
    shutil.copytree(SCHEMES / "new" / "points", folder)
    for file, text in RARE.items():
        (folder / file).write_text(text, "utf-8")
    return folder
