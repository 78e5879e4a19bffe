import pytest

from xingping.records.saving import save_bytes, saved


def test_a_file_appears_whole(tmp_path):
    save_bytes(tmp_path / "a.txt", b"whole")

    assert (tmp_path / "a.txt").read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [tmp_path / "a.txt"]


def test_a_failure_leaves_what_was_there(tmp_path):
    (tmp_path / "a.txt").write_text("before")

    def fail_half_way():
        with saved(tmp_path / "a.txt") as draft:
            draft.write_text("half")
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        fail_half_way()

    assert (tmp_path / "a.txt").read_text() == "before"
    assert list(tmp_path.iterdir()) == [tmp_path / "a.txt"]


def test_a_folder_is_not_written_over(tmp_path):
    with pytest.raises(IsADirectoryError):
        save_bytes(tmp_path, b"")
    with pytest.raises(FileNotFoundError):
        save_bytes(tmp_path / "none" / "a.txt", b"")


def test_what_cannot_be_written_is_named_as_it_was_asked_for(tmp_path):
    with pytest.raises(FileNotFoundError) as error:
        save_bytes(tmp_path / "none" / "a.txt", b"")

    assert error.value.filename == str(tmp_path / "none" / "a.txt")


def test_who_may_read_a_file_stays(tmp_path):
    page = tmp_path / "result.csv"
    page.write_bytes(b"old")
    page.chmod(0o600)
    save_bytes(page, b"new")

    assert (page.read_bytes(), page.stat().st_mode & 0o777) == (b"new", 0o600)
