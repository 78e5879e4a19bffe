import errno

import openpyxl
import pytest

from xingping.records import saved_book as module
from xingping.records.saved_book import saved_book


@pytest.mark.parametrize("large", [False, True])
def test_a_workbook_appears_whole(tmp_path, large):
    with saved_book(tmp_path / "a.xlsx", large=large) as book:
        book.add_worksheet("s").write_string(0, 0, "x")
        assert not (tmp_path / "a.xlsx").exists()

    assert openpyxl.load_workbook(tmp_path / "a.xlsx")["s"]["A1"].value == "x"
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_what_the_machine_refuses_is_an_oserror_that_names_the_file(tmp_path):
    with pytest.raises(OSError, match=r"none.*a\.xlsx"), saved_book(tmp_path / "none" / "a.xlsx"):
        pass


def test_a_disk_that_fills_up_while_writing_is_an_oserror(tmp_path):
    full = module.FileCreateError(OSError(errno.ENOSPC, "full"))

    with pytest.raises(OSError, match=r"a\.xlsx") as error, saved_book(tmp_path / "a.xlsx"):
        raise full

    assert error.value.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []
