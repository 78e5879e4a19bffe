"""The overlays of counties and villages: what they make of their base, whatever its digest is by now."""

import shutil
from pathlib import Path

import pytest

from xingping.policy.differences.compare import compare
from xingping.policy.overlay.rewrite import with_digest
from xingping.policy.scheme.load import load_scheme, load_spelled

HERE = Path(__file__).parent
OVERLAYS = sorted(path.parent.name for path in HERE.glob("*/overlay.nt"))


@pytest.fixture
def fresh(tmp_path):
    """A copy of an overlay that names the digest its base has now."""

    def copied(name):
        base = load_spelled(HERE / name, accepting=True)[0].overlay.base
        folder = shutil.copytree(HERE / name, tmp_path / "overlays" / name)
        page = folder / "overlay.nt"
        text = page.read_text("utf-8").replace("of: ../..", f"of: {HERE.parent.as_posix()}")
        page.write_text(with_digest(text, base.digest), "utf-8")
        return load_scheme(folder)

    return copied


@pytest.mark.parametrize("name", OVERLAYS)
def test_an_overlay_loads_and_differs_from_its_base_only_in_what_it_says(name, fresh):
    scheme = fresh(name)
    overlay = scheme.overlay

    found = [one for one in compare(overlay.base, scheme) if one.path != "title"]

    assert len(found) == len(overlay.settings) + len(overlay.additions)


def test_there_are_three_overlays():
    assert OVERLAYS == ["32-wulin", "35-village", "county-team"]


@pytest.mark.parametrize("name", OVERLAYS)
def test_the_digest_an_overlay_names_is_that_of_its_base(name):
    """Where this fails, review what has changed, then: xingping digest FOLDER --accept."""
    assert load_scheme(HERE / name).overlay is not None
