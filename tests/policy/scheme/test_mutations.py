"""Folders spoilt at random and shape by shape: whatever stands in them, all that comes out is faults."""

import random
import re
import shutil
import time
from functools import cache

import nestedtext
import pytest

from tests.policy.scheme.spoiling import at, paths, replaced, shape, spoilt, written
from tests.policy.scheme.test_load import FOLDERS, POLICIES
from tests.policy.scheme.tiny import FILES, write
from xingping.policy.faults import SchemeFaultyError
from xingping.policy.scheme.load import key_words, load_scheme

SHAPES = {"text": "xyz", "map": {"zz": "yy"}, "list": ["zz", "yy"]}
OVERLAYS = sorted(path.parent for path in POLICIES.glob("overlays/*/overlay.nt"))
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def faults_of(folder):
    """The faults of the folder; none if it loads."""
    try:
        load_scheme(folder)
    except SchemeFaultyError as wrong:
        return wrong.faults or ("refused without a fault",)
    return ()


def stands_in(fault, folder):
    """Whether the place of a fault is a line of a file that is there, or might be."""
    path = folder / fault.at.file
    raw = path.read_bytes() if path.is_file() else b""
    return fault.at.column >= 1 and 1 <= fault.at.line <= raw.count(b"\n") + raw.count(b"\r") + 1


def copies(home):
    """Copies of all folders below ``home``; overlays stand where they find what they build on."""
    for overlay in OVERLAYS:
        shutil.copytree(overlay, home / "overlays" / overlay.name)
    folders = [shutil.copytree(folder, home / folder.name) for folder in FOLDERS]
    return folders + [home / "overlays" / overlay.name for overlay in OVERLAYS] * 3


@pytest.mark.parametrize("seed", range(4))
def test_a_spoilt_folder_gives_faults_at_their_places_and_nothing_else_and_soon(tmp_path, seed):
    rng = random.Random(20260101 + seed)
    homes = copies(tmp_path)
    loaded, refused, slowest = 0, 0, 0.0
    for _ in range(100):
        home = rng.choice(homes)
        path = rng.choice(sorted(home.rglob("*.nt")))
        raw = path.read_bytes()
        path.write_bytes(spoilt(rng, raw))

        started = time.perf_counter()
        faults = faults_of(home)
        slowest = max(slowest, time.perf_counter() - started)

        loaded, refused = loaded + (not faults), refused + bool(faults)
        assert all(stands_in(fault, home) for fault in faults)
        assert all(fault.say("zh") and fault.say("en") for fault in faults)
        path.write_bytes(raw)

    assert loaded > 0
    assert refused > loaded
    assert slowest < 2


@cache
def wrong_shapes():
    """Folder -> (file, way to a value, kind of key, wrong shape); each once, in a small folder."""
    found, seen = {}, set()
    for name, files in sorted(sources().items(), key=lambda one: sum(map(len, one[1].values()))):
        for file, text in files.items():
            data = nestedtext.loads(text, "any")
            for way in paths(data):
                kind = ("criteria" if "/" in file else file, *map(known_key, way))
                for shape_name in SHAPES:
                    if shape_name != shape(at(data, way)) and (kind, shape_name) not in seen:
                        seen.add((kind, shape_name))
                        found.setdefault(name, []).append((file, way, kind, shape_name))
    return found


def sources():
    """The texts of every folder, by its name: the small scheme, all schemes, the overlays."""
    texts = {
        folder.name: {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*.nt"))
        }
        for folder in (*FOLDERS, *OVERLAYS)
    }
    return {"tiny": FILES, **texts}


PARTS = 6


@pytest.mark.parametrize("part", range(PARTS))
def test_a_value_of_the_wrong_shape_is_a_fault_at_its_place_at_every_kind_of_key(tmp_path, part):
    write(tmp_path / "tiny")
    copies(tmp_path)
    passed, tried = [], 0
    for name, places in wrong_shapes().items():
        home = tmp_path / name
        home = home if home.is_dir() else tmp_path / "overlays" / name
        for file, way, kind, shape_name in places[part::PARTS]:
            path = home / file
            text = path.read_text(encoding="utf-8")
            data = nestedtext.loads(text, "any")
            if not told_there(home, path, replaced(data, way, SHAPES[shape_name]), way):
                passed.append((name, kind, shape_name))
            path.write_text(text, encoding="utf-8")
            tried += 1

    assert passed == []
    assert tried > 600 // PARTS


def known_key(key):
    """A key of the language, or * for an id or a place in a list."""
    return key if key in key_words().by_english else "*"


def told_there(home, path, data, way):
    """Whether ``data`` in ``path`` has a fault where the value at ``way`` stands."""
    text, where = written(data)
    path.write_text(text, encoding="utf-8")
    file = path.relative_to(home).as_posix()
    last = where[tuple(way)].as_tuple("value")[0] + 1
    first = last if isinstance(way[-1], int) else where[tuple(way)].as_tuple("key")[0] + 1
    lines = [fault.at.line for fault in faults_of(home) if fault.at.file == file]
    return any(first <= line <= last + 1 for line in lines)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_changed_number_that_still_loads_changes_the_digest(tmp_path, folder):
    home = shutil.copytree(folder, tmp_path / folder.name)
    digest, rng, loaded = load_scheme(home).digest, random.Random(7), 0
    for path in sorted(home.rglob("*.nt"))[:4]:
        raw = path.read_text(encoding="utf-8")
        spot = rng.choice([*NUMBER.finditer(raw)] or [re.match("", raw)])
        path.write_text(raw[: spot.end()] + "1" + raw[spot.end() :], encoding="utf-8")
        if not faults_of(home):
            loaded += 1
            assert load_scheme(home).digest != digest
        path.write_text(raw, encoding="utf-8")

    assert loaded > 0
    assert load_scheme(home).digest == digest
