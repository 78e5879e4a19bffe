import shutil

import pytest

from xingping.policy.format.meaning import meaning
from xingping.policy.scheme.load import load_scheme, schemes_folder

HOME = schemes_folder() / "new" / "points"


@pytest.fixture
def changed(tmp_path):
    def means(old, new):
        folder = shutil.copytree(HOME, tmp_path / new.strip())
        page = folder / "scheme.nt"
        text = page.read_text("utf-8")
        assert old in text
        page.write_text(text.replace(old, new), "utf-8")
        return meaning(load_scheme(folder))

    return means


def test_how_a_rule_is_written_means_nothing(changed):
    assert changed("80 <= score < 90", "80≤考核分＜90".replace("＜", " < ")) == meaning(
        load_scheme(HOME)
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("80 <= score < 90", "80 <= score <= 90"),
        ("30% * rated", "31% * rated"),
        ("ties: share", "ties: dense"),
    ],
)
def test_what_a_scheme_says_does(changed, old, new):
    assert changed(old, new) != meaning(load_scheme(HOME))
