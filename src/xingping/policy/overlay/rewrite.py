"""The text of an overlay with another digest in it, and nothing else changed."""

from __future__ import annotations

import re

_LINE = re.compile(r"^((?:digest|摘要)\s*:)[^\r\n]*", re.MULTILINE)


def with_digest(text: str, digest: str) -> str:
    """``text`` with ``digest`` on its line of that name. ValueError where it has no such line."""
    if not _LINE.search(text):
        raise ValueError("an overlay has a line for the digest")
    return _LINE.sub(lambda found: f"{found[1]} {digest}", text, count=1)
