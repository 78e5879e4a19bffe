import json
import re
import shutil

import pytest

from tests.policy.overlay.small import COUNTY
from xingping.policy.scheme.load import schemes_folder


@pytest.fixture
def overlay(tmp_path, call):
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "overlay.nt").write_text(COUNTY, "utf-8")
    assert call("digest", folder, "--accept").exit_code == 0
    return folder


@pytest.fixture
def mine(tmp_path):
    folder = shutil.copytree(schemes_folder() / "office-branches", tmp_path / "mine")
    page = min((folder / "criteria").glob("*.nt"))
    text = page.read_text("utf-8")
    assert ">= 80%" in text
    page.write_text(text.replace(">= 80%", ">= 85%", 1), "utf-8")
    return folder


def test_a_changed_threshold_is_said_in_both_languages(call, mine):
    chinese = call("diff", "office-branches", mine)
    english = call("diff", "office-branches", mine, "--lang", "en")

    assert (chinese.exit_code, chinese.stderr) == (0, "")
    assert "有 1 处不同" in chinese.stdout
    assert "不低于85%" in chinese.stdout
    assert "at least 85%" in " ".join(english.stdout.split())


def test_a_difference_as_data_says_where_and_what(call, mine):
    told = json.loads(call("diff", "office-branches", mine, "--format", "json").stdout)

    (one,) = told["differences"]
    assert (one["kind"], one["clauses"]) == ("changed", ["A-S3.1"])
    assert "80%" in one["old_rule"]
    assert "85%" in one["new_rule"]


def test_a_scheme_does_not_differ_from_itself(call):
    assert "完全相同" in call("diff", "office-branches", "office-branches").stdout


def test_an_overlay_alone_is_compared_with_its_base(call, overlay):
    told = call("diff", overlay, "--lang", "en").stdout

    assert "20 → 14" in told
    assert "added: criterion" in told
    assert "max of B-2.1: a paper of ours" in told


def test_a_scheme_alone_has_nothing_to_be_compared_with(call):
    result = call("diff", "office-branches", "--lang", "en")

    assert result.exit_code == 2
    assert "is no overlay; give another scheme" in result.stderr


@pytest.mark.parametrize("command", ["check", "fmt"])
def test_the_other_commands_take_an_overlay_for_a_scheme(call, overlay, command):
    assert call(command, overlay).exit_code == 0


def test_a_template_asks_for_the_items_that_an_overlay_adds(call, overlay, tmp_path):
    result = call("template", overlay, "-o", tmp_path / "book.xlsx")

    assert (result.exit_code, (tmp_path / "book.xlsx").exists()) == (0, True)


def test_an_overlay_rates_and_holds_points_to_its_own_bounds(call, overlay, county, tmp_path):
    season = ("--year", 2026, "--set", "first_year=2026", "--format", "json", "--lang", "en")

    refused = call("rate", overlay, county, *season)

    assert refused.exit_code == 1
    assert "B-2.1" in refused.stderr
    assert "14" in refused.stderr
    records = shutil.copytree(county, tmp_path / "records")
    page = records / "points.csv"
    rows = page.read_text("utf-8-sig").splitlines()
    rows = [
        re.sub(r"(B-2\.1.*?,)1[4-9]\.?\d*|(B-2\.1.*?,)20", r"\g<1>\g<2>12", row) for row in rows
    ]
    page.write_text("\n".join(rows) + "\n", "utf-8")

    rated = call("rate", overlay, records, *season)

    assert rated.exit_code == 0, rated.stderr[:2000]
    assert json.loads(rated.stdout)
