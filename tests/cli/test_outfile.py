import os
import shutil
import threading
from pathlib import Path

import pytest

from xingping.cli.outfile import apart, may_write, write
from xingping.cli.usage import UsageFaultError


def test_a_folder_is_no_file(rate_office, here):
    (here / "there").mkdir()

    result = rate_office("-o", "there")

    assert result.exit_code == 2
    assert result.stderr.startswith("“there”是文件夹，请写出文件名，如 there/result.xlsx\n")


def test_a_file_in_a_folder_that_is_missing(rate_office, here):
    result = rate_office("-o", "no/result.csv")

    assert result.exit_code == 2
    assert result.stderr.startswith("没有文件夹“no”，请先建立，或换一个位置\n")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("option", ["-o", "--report"])
def test_the_records_are_never_overwritten(rate_office, mine, option):
    before = (mine / "units.csv").read_bytes()

    result = rate_office(option, mine / "units.csv", records=mine)

    assert result.exit_code == 2
    assert "是台账或方案本身，写出会把它覆盖，请换一个文件名" in result.stderr
    assert (mine / "units.csv").read_bytes() == before


def test_a_link_to_the_records_is_the_records(mine, tmp_path):
    link = tmp_path / "link.csv"
    link.symlink_to(mine / "units.csv")

    with pytest.raises(UsageFaultError):
        may_write(link, [mine])


@pytest.mark.parametrize("own", ["scheme.nt", "criteria/1-meetings.nt"])
def test_a_scheme_is_never_overwritten_by_its_page(call, here, own):
    call("new", "mine")
    before = (here / "mine" / own).read_bytes()

    result = call("show", "mine", "--no-findings", "-o", f"mine/{own}")

    assert result.exit_code == 2
    assert "是台账或方案本身" in result.stderr
    assert (here / "mine" / own).read_bytes() == before


def test_a_file_that_is_there_is_replaced_whole(tmp_path):
    target, link = tmp_path / "old", tmp_path / "link"
    target.write_bytes(b"old" * 100)
    link.symlink_to(target)

    write(link, b"new")

    assert target.read_bytes() == b"new"
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "old"]


def test_a_pipe_takes_what_comes(tmp_path):
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()

    write(pipe, b"through")
    reader.join(10)

    assert got == [b"through"]
    assert pipe.is_fifo()


def test_a_full_output_leaves_nothing_half_written(rate_office, mine, tmp_path):
    shutil.copy(mine / "units.csv", tmp_path / "result.csv")
    (mine / "units.csv").write_text("unit,name\n", "utf-8")
    before = (tmp_path / "result.csv").read_bytes()

    result = rate_office("-o", tmp_path / "result.csv", records=mine)

    assert result.exit_code == 1
    assert (tmp_path / "result.csv").read_bytes() == before


def test_a_link_to_itself_is_told(rate_office, here):
    (here / "loop").symlink_to(here / "loop")

    result = rate_office("-o", "loop")

    assert result.exit_code == 2
    assert result.stderr == "“loop”无法读写：链接绕回自身。请核对路径和权限，或换一个位置\n"


def test_a_device_that_takes_nothing_is_named():
    with pytest.raises(OSError, match="/dev/full"):
        write(Path("/dev/full"), b"much")


def test_two_outputs_are_two_files(tmp_path):
    apart(tmp_path / "one", tmp_path / "two")
    (tmp_path / "one").touch()
    (tmp_path / "link").symlink_to("one")
    (tmp_path / "twin").hardlink_to(tmp_path / "one")

    for other in ("one", "link", "twin"):
        with pytest.raises(UsageFaultError):
            apart(tmp_path / "one", tmp_path / other)
