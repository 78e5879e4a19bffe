import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from xingping.cli.calling import typed
from xingping.cli.main import cli
from xingping.cli.width import width


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    """Where the demonstration is shown once, and what it showed."""
    place = tmp_path_factory.mktemp("stage")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        return place, CliRunner().invoke(cli, ["demo"])


@pytest.fixture
def shown(stage, monkeypatch):
    """What it showed, standing where it was shown."""
    place, result = stage
    monkeypatch.chdir(place)
    return result


def test_the_demonstration_shows_tables_reasons_and_a_cut_line(shown):
    lines = shown.stdout.splitlines()

    assert (shown.exit_code, shown.stderr) == (0, "")
    assert [line for line in lines if re.match("[一二三四五]、", line)] == [
        "一、一个机关的党支部",
        "二、为什么：信息处党支部 (u05)",
        "三、一个县的村党支部，按名额评选",
        "四、名额与入选线",
        "五、同一个县的党员",
    ]
    assert "……共 109 行" in lines
    assert max(width(line) for line in lines if "xingping" not in line) <= 100


def test_every_command_it_shows_can_be_typed(shown, call):
    commands = [
        line.removeprefix("$").strip().removeprefix(typed("").strip()).strip()
        for line in shown.stdout.splitlines()
        if line.removeprefix("$").strip().startswith(typed(""))
    ]

    assert len(commands) == 10
    assert {line: call(*shlex.split(line)).exit_code for line in commands} == dict.fromkeys(
        commands, 0
    )


def test_it_can_be_shown_again_but_not_in_a_folder_of_others(shown, call):
    here = Path()
    (here / "mine").mkdir()
    (here / "mine" / "letter.txt").write_text("mine")

    again, refused = call("demo"), call("demo", "-o", "mine", "--lang", "en")

    assert again.stdout == shown.stdout
    assert refused.exit_code == 2
    assert refused.stderr.startswith("the folder 'mine' holds other things;")


def test_in_english(call, here):
    result = call("demo", "--lang", "en")

    assert result.exit_code == 0
    assert "\n2. Why: 信息处党支部 (u05)\n" in result.stdout
    assert "... 109 rows in all" in result.stdout
