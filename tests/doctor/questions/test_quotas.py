import re
from shutil import copytree

import pytest

from tests.doctor.asking import SCHEMES, asked, clear, found
from xingping.doctor.questions.quotas import ask_quotas
from xingping.policy.scheme.load import load_scheme


@pytest.mark.parametrize("kind", ["quota-sum", "quota-level-empty", "quota-no-place"])
def test_each_kind_is_found_where_it_is_and_just_not_beside_it(kind):
    assert len(found(ask_quotas, kind)) == 1
    assert clear(ask_quotas, kind)


def test_the_largest_group_without_a_place_is_named():
    (finding,) = found(ask_quotas, "quota-no-place")

    assert ("none_up_to", "9") in finding.facts


@pytest.mark.parametrize("name", ["office-branches", "county-branches", "county-members"])
def test_the_built_in_schemes_have_nothing_of_the_kind(name):
    assert asked(ask_quotas, load_scheme(name)) == []


@pytest.mark.parametrize(
    "changes",
    [
        [("stars:\n  clause: T-1\n  rule: band\n", "")],
        [("  3: 60 <= score < 90\n  0: score < 60", "  3: 0 <= score < 90\n  0: score < 0")],
    ],
)
def test_a_level_that_only_a_veto_gives_needs_no_places(tmp_path, changes):
    folder = tmp_path / "scheme"
    copytree(SCHEMES / "quota-level-empty" / "found", folder)
    text = (folder / "scheme.nt").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    if "stars:\n" not in text:
        text = re.sub(r"bands:\n(  .*\n)+", "", text).replace("T-2", "T-1 T-2")
    (folder / "scheme.nt").write_text(text, "utf-8")

    kinds = [one.kind for one in asked(ask_quotas, load_scheme(folder))]
    assert "quota-level-empty" not in kinds
