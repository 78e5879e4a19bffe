import shutil

import pytest

from tests.doctor.asking import asked, clear, found
from xingping.doctor.questions.levels_reached import ask_levels
from xingping.policy.scheme.load import list_builtin, load_scheme


def test_a_level_out_of_reach_is_told_with_the_highest_score():
    (finding,) = found(ask_levels, "level-unreachable")

    assert finding.about == ("2",)
    assert finding.said.zh == "没有任何情形能评上二星：条件合在一起做不到，考核分最高只有100分。"


def test_a_level_that_is_just_in_reach_is_not_told():
    assert clear(ask_levels, "level-unreachable")


@pytest.mark.parametrize("name", list_builtin())
def test_every_level_of_the_built_in_schemes_is_in_reach(name):
    assert asked(ask_levels, load_scheme(name)) == []


def test_a_level_that_only_a_lack_of_places_leads_to_is_in_reach(tmp_path):
    folder = tmp_path / "21-ceilings-organisations"
    shutil.copytree("tests/policies/21-ceilings-organisations", folder)
    page = folder / "scheme.nt"
    page.write_text(page.read_text("utf-8").replace("5: score >= 90", "5: score < 90"), "utf-8")

    assert all(finding.about != ("3",) for finding in asked(ask_levels, load_scheme(folder)))
