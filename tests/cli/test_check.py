import json
import shutil

import pytest

from xingping.cli.helping import built_in
from xingping.policy.scheme.load import schemes_folder


@pytest.fixture
def spoilt(tmp_path):
    folder = shutil.copytree(schemes_folder() / "office-branches", tmp_path / "mine")
    page = folder / "scheme.nt"
    page.write_text(
        page.read_text("utf-8").replace("last(declarations, stars)", "last(declaration, stars)"),
        "utf-8",
    )
    return folder


@pytest.mark.parametrize("name", built_in())
def test_a_built_in_scheme_has_no_fault(call, name):
    result = call("check", name)

    assert (result.exit_code, result.stderr) == (0, "")
    assert f"（{name}）：无误。" in result.stdout


def test_what_a_sound_scheme_holds_is_counted(call):
    told = json.loads(call("check", "office-branches", "--format", "json").stdout)

    assert told["faults"] == []
    assert told["counts"]["criteria"] == 13
    assert set(told["counts"]) == {"criteria", "rules", "clauses", "assumptions", "examples"}


def test_faults_are_listed_with_place_and_hint_and_exit_with_1(call, spoilt):
    chinese, english = call("check", spoilt), call("check", spoilt, "--lang", "en")

    assert (chinese.exit_code, english.exit_code) == (1, 1)
    place = chinese.stdout.partition(" ")[0]
    assert place.startswith("scheme.nt:")
    assert english.stdout.startswith(place)
    assert "did you mean 'declarations'?" in english.stdout
    assert chinese.stderr.endswith("处差错，请逐处改正后再检查\n")


def test_faults_as_json_have_their_place(call, spoilt):
    result = call("check", spoilt, "--format", "json", "--lang", "en")
    told = json.loads(result.stdout)

    assert result.exit_code == 1
    assert told["counts"] is None
    assert set(told["faults"][0]) == {"file", "line", "column", "what", "hint"}
    assert told["faults"][0]["file"] == "scheme.nt"


@pytest.fixture
def departed(tmp_path):
    """The county's scheme with a share that its examples do not expect."""
    folder = shutil.copytree(schemes_folder() / "county-branches", tmp_path / "county")
    page = folder / "scheme.nt"
    page.write_text(
        page.read_text("utf-8").replace("1 -> ceil(30% * all)", "1 -> ceil(20% * all)"), "utf-8"
    )
    return folder


def test_an_example_that_departs_is_told_with_place_expected_and_found(call, departed):
    chinese, english = call("check", departed), call("check", departed, "--lang", "en")

    assert (chinese.exit_code, english.exit_code) == (1, 1)
    first = english.stdout.splitlines()[0]
    assert first.startswith("examples.nt:")
    assert first.endswith("'109 branches, year 1' expects places: 33; the rating says 22")
    assert "示例“109 个村支部，第一年”的 places：应为 33，评定得 22" in chinese.stdout
    assert "处示例与评定结果不符" in chinese.stderr
    assert "无误" not in chinese.stdout


def test_departures_as_json_stand_beside_the_faults(call, departed):
    told = json.loads(call("check", departed, "--format", "json", "--lang", "en").stdout)

    assert told["faults"] == []
    assert told["counts"]["criteria"] == 6
    assert set(told["departures"][0]) == {"file", "line", "column", "what", "hint"}
