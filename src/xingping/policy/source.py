"""A scheme file read: UTF-8, not too large, NestedText that remembers where everything stands."""

from __future__ import annotations

import codecs
from pathlib import Path

from xingping.policy.faults import Fault, Place
from xingping.policy.nested import read_text
from xingping.policy.refusals import why
from xingping.policy.words import Text
from xingping.policy.written import Page

LARGEST_FILE = 1_000_000  # bytes
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


def read_page(path: Path, file: str) -> Page:
    """Read the map in ``path``; ``file`` is its name in faults."""
    page = Page(file)
    try:
        size = path.stat().st_size
        raw = b"" if size > LARGEST_FILE else path.read_bytes()
    except OSError as wrong:
        page.faults.append(Fault(Place(file), _unreadable(wrong)))
        return page
    if size > LARGEST_FILE:
        what = Text(
            f"文件有 {size} 字节，最大 {LARGEST_FILE}",
            f"the file has {size} bytes, at most {LARGEST_FILE}",
        )
        page.faults.append(Fault(Place(file), what))
        return page
    text = decoded(raw, page)
    if text is not None:
        read_text(text, page)
    return page


def _unreadable(wrong: OSError) -> Text:
    reason = why(wrong)
    return Text(f"文件读不出来（{reason.zh}）", f"cannot be read ({reason.en})")


def decoded(raw: bytes, page: Page) -> str | None:
    """The text in UTF-8; what is not is a fault at its first line, and read as what it may be."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        at = Place(page.file, raw.count(b"\n", 0, wrong.start) + 1)
    if raw.startswith(_OFFICE):
        what = Text(
            "这是 Word、Excel 或压缩文件，不是文本", "this is a Word, Excel or zip file, no text"
        )
        hint = Text("新建纯文本文件，把内容贴进去", "paste its content into a new plain text file")
        page.faults.append(Fault(Place(page.file), what, hint))
        return None
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for coding, name in (("utf-16", "UTF-16"),) if wide else (("gb18030", "GB 18030（GBK）"),):
        try:
            text = raw.decode(coding)
        except UnicodeDecodeError:
            continue
        what = Text(
            f"文件似为 {name} 编码，应为 UTF-8",
            f"the file seems to be in {name.replace('（', ' (').replace('）', ')')}, UTF-8 is needed",
        )
        page.faults.append(Fault(at, what, Text("请另存为 UTF-8 编码", "save it as UTF-8")))
        return text
    page.faults.append(Fault(at, Text("不是 UTF-8 编码的文本", "not a text in UTF-8")))
    return None
