import os
import subprocess
import sys
import time

import pytest

from xingping import __version__
from xingping.cli.main import TITLES

HEAVY = ("polars", "numpy", "lark", "nestedtext", "xlsxwriter")


def test_help_lists_every_command_in_chinese(call):
    result = call("--help")

    assert result.exit_code == 0
    assert [name for name in TITLES if f"  {name} " not in result.stdout] == []
    assert "选项" in result.stdout


def test_help_is_english_wherever_the_language_stands(call):
    pages = [call(*words).stdout for words in (("--lang", "en", "--help"), ("--help", "--lang=en"))]

    assert pages[0] == pages[1]
    assert pages[0].startswith("Usage: xingping [OPTIONS] COMMAND ...")


def test_without_a_command_the_help_is_shown(call):
    assert call().stdout == call("--help").stdout


def test_version(call):
    assert call("--version").stdout == f"xingping {__version__}\n"


def test_a_misspelt_command_is_guessed(call):
    result = call("raet")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("没有命令“raet”，是不是“rate”？\n")


def test_a_command_that_resembles_none_is_told_what_there_is(call):
    assert call("zzz", "--lang", "en").stderr.startswith(
        "there is no command 'zzz'; known: demo, new, check, "
    )


@pytest.mark.parametrize("name", TITLES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_command_explains_itself_in_both_languages(call, name, lang):
    result = call(name, "--help", "--lang", lang)

    assert result.exit_code == 0
    assert result.stdout.startswith("用法：" if lang == "zh" else "Usage: ")
    assert all(len(line) <= 100 for line in result.stdout.splitlines())
    if lang == "en":
        assert result.stdout.isascii()


def test_help_loads_nothing_heavy_and_is_quick():
    code = (
        "import sys; from xingping.cli.main import cli\n"
        "try: cli.main(['--help'])\n"
        f"except SystemExit: print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment()
    )
    taken = min(timed("--help") for _ in range(5))

    assert ran.stderr == "[]\n"
    assert taken < 0.4


def timed(*words):
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "xingping", *words],
        capture_output=True,
        check=True,
        env=environment(),
    )
    return time.perf_counter() - start


def environment():
    return os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
