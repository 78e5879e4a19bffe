from contextlib import suppress
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records.given import book, faults, raw_book, scheme, text_row
from xingping.records.reading import read_records
from xingping.records.table import RecordsFaultyError
from xingping.records.workbook import package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROWS = text_row(1, "unit", "group") + text_row(2, "u1", "g")
DAMAGED = "the workbook is damaged or cut short and cannot be read"


def told(path):
    return [said for *_, said in faults(path)]


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 17])
def test_what_is_no_workbook_is_told(tmp_path, content):
    (tmp_path / "r.xlsx").write_bytes(content)

    assert told(tmp_path / "r.xlsx") == [DAMAGED]


def test_a_truncated_workbook_is_told(tmp_path):
    whole = book(tmp_path / "r.xlsx", units=[["unit", "group"], ["u1", "g"]]).read_bytes()
    (tmp_path / "r.xlsx").write_bytes(whole[: len(whole) * 2 // 3])

    assert told(tmp_path / "r.xlsx") == [DAMAGED]


def test_a_password_is_told(tmp_path):
    (tmp_path / "r.xlsx").write_bytes(OLE + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le"))

    assert told(tmp_path / "r.xlsx") == ["the workbook is protected by a password"]


def test_the_old_format_is_told_whatever_its_name(tmp_path):
    for name in ("r.xls", "r.xlsx", "r"):
        (tmp_path / name).write_bytes(OLE + b"\0" * 1000)

        assert told(tmp_path / name) == ["this is the old .xls format"]


def test_another_zip_is_told(tmp_path):
    with ZipFile(tmp_path / "r.xlsx", "w") as other:
        other.writestr("content.xml", "<x/>")

    assert told(tmp_path / "r.xlsx") == ["this is no .xlsx workbook"]


def test_another_compression_is_told(tmp_path):
    raw_book(tmp_path / "r.xlsx", ROWS)
    with ZipFile(tmp_path / "r.xlsx", "a", ZIP_BZIP2) as more:
        more.writestr("xl/x.xml", "<x/>")

    assert told(tmp_path / "r.xlsx") == [DAMAGED]


def test_a_part_that_unpacks_to_far_more_than_its_size_is_refused(tmp_path):
    raw_book(tmp_path / "r.xlsx", ROWS)
    with ZipFile(tmp_path / "r.xlsx", "a", ZIP_DEFLATED) as more:
        more.writestr("xl/media/x.bin", b"\0" * (33 << 20))

    assert told(tmp_path / "r.xlsx")[0].startswith("the workbook unpacks to more than 512 MB")


def test_what_is_unpacked_is_counted_whatever_is_declared(tmp_path, monkeypatch):
    path = raw_book(tmp_path / "r.xlsx", ROWS)
    monkeypatch.setattr(package.Package, "_inspect", lambda _package: None)
    monkeypatch.setattr(package, "UNPACKED_LIMIT", 100)

    assert told(path)[0].startswith("the workbook unpacks to more than")


def test_a_large_file_is_refused_before_it_is_opened(tmp_path):
    with (tmp_path / "r.xlsx").open("wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.truncate(200 << 20)

    assert told(tmp_path / "r.xlsx") == ["the workbook is larger than 64 MB"]


def test_too_many_parts_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "_PARTS", 2)

    assert told(raw_book(tmp_path / "r.xlsx", ROWS))[0].startswith("the workbook unpacks")


@settings(max_examples=60)
@given(st.data())
def test_any_damage_is_told_and_never_a_traceback(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("damage", numbered=True)
    whole = bytearray(raw_book(folder / "r.xlsx", ROWS).read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    (folder / "r.xlsx").write_bytes(whole)

    with suppress(RecordsFaultyError):
        read_records(folder / "r.xlsx", scheme(), year=2026)
