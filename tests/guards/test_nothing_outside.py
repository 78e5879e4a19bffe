"""A stranger has this repository and nothing beside it."""

import re

from tests.guards.repository import ROOT, files, name_of, text

MACHINE = re.compile(r"(?<![\w.:/~-])/(?:home|root|work|opt|srv|mnt|media|tmp|Users|farm)/\w")
UPWARDS = re.compile(r"(?:\.\./)+[\w.-]*")
PICTURES = ROOT / "docs" / "pictures"


def test_every_file_is_text_but_the_pictures_of_the_documents():
    assert [name_of(path) for path in files() if not picture(path) and not is_text(path)] == []


def test_no_file_names_a_place_on_a_machine():
    named = [place for place in lines() if MACHINE.search(place) and __name__ not in place]

    assert [place for place in named if "test_nothing_outside.py" not in place] == []


def test_no_file_points_out_of_the_repository():
    outside = [
        f"{name_of(path)}: {step}"
        for path in files()
        if not picture(path)
        for step in UPWARDS.findall(text(path))
        if ROOT not in [(path.parent / step).resolve(), *(path.parent / step).resolve().parents]
    ]

    assert outside == []


def lines():
    for path in files():
        if not picture(path):
            for number, line in enumerate(text(path).splitlines(), 1):
                yield f"{name_of(path)}:{number}: {line}"


def picture(path):
    return path.suffix == ".png" and PICTURES in path.parents


def is_text(path):
    content = path.read_bytes()
    try:
        return "\0" not in content.decode("utf-8")
    except UnicodeDecodeError:
        return False
