import pytest

from xingping.policy.source import LARGEST_FILE, read_page
from xingping.policy.written import Said


@pytest.fixture
def page(tmp_path):
    def read(raw):
        path = tmp_path / "scheme.nt"
        path.write_bytes(raw)
        return read_page(path, "scheme.nt")

    return read


def told(page):
    return [fault.say("en") for fault in page.faults]


def test_a_file_is_read_with_the_place_of_each_key_and_value(page):
    content = page("# 说明\ntitle:  方案\n".encode()).content

    title = content.entries["title"]
    assert isinstance(title, Said)
    assert (title.text, str(title.at)) == (" 方案", "scheme.nt:2:8")
    assert str(content.key_at["title"]) == "scheme.nt:2:1"


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbftitle: x\n", b"title: x\r\n", b"title: x"])
def test_a_byte_order_mark_and_other_line_ends_do_not_matter(page, raw):
    assert page(raw).content.entries["title"].text == "x"


def test_a_file_in_gb_18030_is_told_as_such_with_its_first_line_and_read_on(page):
    read = page("# a\ntitle: 方案\n".encode("gb18030"))

    assert read.content.entries["title"].text == "方案"
    assert told(read) == [
        (
            "scheme.nt:2:1: the file seems to be in GB 18030 (GBK), UTF-8 is needed\n"
            "  hint: save it as UTF-8"
        )
    ]


def test_a_file_in_utf_16_is_told_as_such_and_read_on(page):
    read = page("title: 方案\n".encode("utf-16"))

    assert read.content.entries["title"].text == "方案"
    assert told(read)[0].startswith(
        "scheme.nt:1:1: the file seems to be in UTF-16, UTF-8 is needed"
    )


def test_a_workbook_under_the_name_of_a_text_is_told(page):
    assert told(page(b"PK\x03\x04\xff\xfe"))[0].startswith(
        "scheme.nt:1:1: this is a Word, Excel or zip file, no text"
    )


def test_a_file_of_no_known_encoding_is_told(page):
    assert told(page(b"title: \xff\xff\n")) == ["scheme.nt:1:1: not a text in UTF-8"]


def test_a_file_that_is_too_large_is_not_read(page):
    assert told(page(b"x" * (LARGEST_FILE + 1))) == [
        "scheme.nt:1:1: the file has 1000001 bytes, at most 1000000"
    ]


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert told(read_page(tmp_path / "scheme.nt", "scheme.nt")) == [
        "scheme.nt:1:1: cannot be read (there is no such file or folder)"
    ]
