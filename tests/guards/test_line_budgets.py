"""A file fits in the head: no file outgrows its shelf (aim at 80 lines)."""

import pytest

from tests.guards.repository import files, name_of, text

SHELVES = [
    ("src", ".py", 250),
    ("tools", ".py", 250),
    ("bench", ".py", 300),
    ("tests", ".py", 300),
    ("src", "criteria/*.nt", 70),
    ("src", ".lark", 120),
]


@pytest.mark.parametrize(("folder", "suffix", "limit"), SHELVES)
def test_no_file_outgrows_its_shelf(folder, suffix, limit):
    sizes = {name_of(path): len(text(path).splitlines()) for path in files(folder, suffix=suffix)}

    assert {name: lines for name, lines in sizes.items() if lines > limit} == {}
