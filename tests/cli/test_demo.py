import re
import shlex

import pytest

from xingping.cli.width import width


@pytest.fixture
def shown(call, here):
    return call("demo")


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
    commands = re.findall(r"^(?:\$|  ?) ?(xingping .*)$", shown.stdout, re.MULTILINE)

    assert len(commands) == 8
    assert {line: call(*shlex.split(line)[1:]).exit_code for line in commands} == dict.fromkeys(
        commands, 0
    )


def test_it_can_be_shown_again_but_not_in_a_folder_of_others(shown, call, here):
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
