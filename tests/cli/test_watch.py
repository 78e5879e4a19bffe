import os
import shutil
import signal
import subprocess
import sys
import threading
import time

import click
import pytest

from xingping.cli.refusing import DATA, StoppedError
from xingping.cli.watch import stamps, watch
from xingping.policy.scheme.load import schemes_folder

PATIENCE = 20  # seconds for a loaded machine


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(schemes_folder() / "new" / "standards", tmp_path / "mine")


def test_a_change_of_any_scheme_file_is_seen(folder):
    before = stamps(folder)
    page = folder / "criteria" / "1-meetings.nt"
    page.write_text(page.read_text("utf-8") + "# more\n", "utf-8")

    assert stamps(folder) != before
    assert len(before) == 5


def test_a_folder_that_is_away_has_no_files(tmp_path):
    assert stamps(tmp_path / "nowhere") == {}


def test_it_looks_at_once_and_after_each_change_whatever_stops_a_look(folder, capsys):
    looks = []

    def look():
        looks.append(len(list(folder.glob("*.nt"))))
        if len(looks) == 1:
            shutil.rmtree(folder)
            raise StoppedError("有差错", "faulty", DATA)
        if len(looks) == 2:
            folder.mkdir()
            (folder / "scheme.nt").write_text("scheme: x\n", "utf-8")
            raise OSError(5, "gone", "scheme.nt")
        raise KeyboardInterrupt

    with pytest.raises(click.exceptions.Exit) as ended:
        watch(folder, look, 0.01)

    assert ended.value.exit_code == 130
    assert looks == [3, 0, 1]
    assert "有差错" in capsys.readouterr().err


def test_files_that_are_still_being_written_are_waited_for(folder):
    sizes = []
    page = folder / "scheme.nt"
    whole = page.read_text("utf-8")

    def save():
        for end in range(0, len(whole), 200):
            page.write_text(whole[:end], "utf-8")
            time.sleep(0.02)
        page.write_text(whole + "# saved\n", "utf-8")

    saving = threading.Thread(target=save)

    def look():
        sizes.append(page.read_text("utf-8"))
        if len(sizes) == 1:
            saving.start()
        elif sizes[-1].endswith("# saved\n"):
            raise KeyboardInterrupt

    with pytest.raises(click.exceptions.Exit):
        watch(folder, look, 0.2)
    saving.join()

    assert len(sizes) == 2


def test_the_command_checks_again_after_a_change_and_ends_with_130(folder):
    command = [sys.executable, "-m", "xingping", "check", str(folder), "--watch", "--lang", "en"]
    environ = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ
    )
    killer = threading.Timer(PATIENCE, process.kill)
    killer.start()
    try:
        first = process.stdout.readline()
        page = folder / "scheme.nt"
        page.write_text(
            page.read_text("utf-8").replace("rule: standards", "rule: standard"), "utf-8"
        )
        second = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, told = process.communicate()
    finally:
        killer.cancel()

    assert "no faults" in first
    assert second.startswith("scheme.nt:")
    assert process.returncode == 130
    assert "Traceback" not in told
