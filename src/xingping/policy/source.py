"""A scheme file read: UTF-8, not too large, NestedText that remembers where everything stands."""

from __future__ import annotations

from pathlib import Path

from xingping.policy.faults import Fault, Place
from xingping.policy.nested import read_text
from xingping.policy.refusals import why
from xingping.policy.words import Text
from xingping.policy.written import Page

LARGEST_FILE = 1_000_000  # bytes


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
    """The text in UTF-8; anything else is a fault at the first line that is not."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        at = Place(page.file, raw.count(b"\n", 0, wrong.start) + 1)
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        page.faults.append(Fault(at, Text("不是 UTF-8 编码的文本", "not a text in UTF-8")))
        return None
    what = Text(
        "文件似为 GB 18030（GBK）编码，应为 UTF-8",
        "the file seems to be in GB 18030 (GBK), UTF-8 is needed",
    )
    page.faults.append(Fault(at, what, Text("请另存为 UTF-8 编码", "save it as UTF-8")))
    return None
