"""The text of an overlay with another digest in it, and nothing else changed."""

from __future__ import annotations

import re

_MORE = r"(?:(?:\r?\n[ \t]*)*\r?\n[ \t]+[^\s][^\r\n]*)*"  # lines further in belong to the value
_LINE = re.compile(rf"^((?:digest|摘要)[ \t]*:)[^\r\n]*{_MORE}", re.MULTILINE)


def with_digest(text: str, digest: str) -> str:
    """``text`` with ``digest`` as its value of that name, on one line whatever stood there.

    Raises ValueError where there is no such line.
    """
    if not _LINE.search(text):
        raise ValueError("an overlay has a line for the digest")
    return _LINE.sub(lambda found: f"{found[1]} {digest}", text, count=1)
