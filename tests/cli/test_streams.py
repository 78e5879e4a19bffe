import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

FULL = Path("/dev/full")


@pytest.fixture
def run(office):
    """Rate the office in a process of its own."""

    def ran(*words, locale=None, command="rate", **more):
        rated = [command, "office-branches", office, "--year", 2026, "--set", "target_score=85"]
        started = [sys.executable, "-m", "xingping", *(str(word) for word in (*rated, *words))]
        return subprocess.run(started, env=environment(locale), check=False, **more)

    return ran


def environment(locale=None):
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))
    }
    path = os.pathsep.join(path for path in sys.path if path)
    return kept | {"PYTHONPATH": path} | (locale or {})


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C"},
        {"LANG": "zh_CN.GBK", "LANGUAGE": "en"},
        {"PYTHONIOENCODING": "ascii", "LANG": "en_US.UTF-8"},
        {
            "PYTHONIOENCODING": "latin-1",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "LC_ALL": "C",
        },
    ],
)
def test_the_locale_changes_no_byte(run, locale):
    plain = run(capture_output=True)
    other = run(locale=locale, capture_output=True)

    assert (plain.returncode, other.returncode) == (0, 0)
    assert "名次  编号  名称".encode() in plain.stdout
    assert (other.stdout, other.stderr) == (plain.stdout, plain.stderr)
    assert b"\r" not in plain.stdout


def test_a_message_is_utf_8_too(run):
    ran = run("--fromat", locale={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, capture_output=True)

    assert ran.returncode == 2
    assert ran.stderr.decode("utf-8").startswith("没有选项“--fromat”，是不是“--format”")


def test_a_name_that_is_no_text_stops_nothing():
    started = [sys.executable, "-m", "xingping", "check", b"\xff\xfe"]

    ran = subprocess.run(started, env=environment(), capture_output=True, check=False)

    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"Traceback" not in ran.stderr
    assert ran.stderr.decode("utf-8").startswith("没有方案")


def test_a_reader_that_goes_away_is_no_error_to_talk_about(run):
    reads, writes = os.pipe()
    os.close(reads)

    ran = run(stdout=writes, stderr=subprocess.PIPE)
    os.close(writes)

    assert ran.returncode == 141
    assert b"Error" not in ran.stderr
    assert b"Traceback" not in ran.stderr


def test_a_full_disk_behind_stdout_is_told(run):
    with FULL.open("wb") as full:
        ran = run("--format", "json", stdout=full, stderr=subprocess.PIPE)

    assert ran.returncode == 2
    assert ran.stderr.decode().endswith("读写文件时出错：磁盘已满\n")


def test_an_interrupt_exits_with_130_and_no_traceback():
    code = (
        "import sys, time; from xingping.cli import refusing\n"
        "def work(): print('started', flush=True); time.sleep(60)\n"
        "sys.exit(refusing.run(work))"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    child.stdout.readline()
    time.sleep(0.1)

    child.send_signal(signal.SIGINT)
    _, told = child.communicate(timeout=20)

    assert (child.returncode, told) == (130, b"\n")


def test_without_a_stdout_nothing_goes_wrong():
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m xingping --version >&-"],
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
