"""The files of a new scheme that passes `check`, for its author to change."""

from __future__ import annotations

import re
from collections.abc import Mapping

from xingping.policy.scheme.load import list_builtin, schemes_folder
from xingping.policy.words import Text

KINDS = ("standards", "points")
UNTITLED = "新方案 | New scheme"
LONGEST_NAME = 60
_NAME = re.compile(r"[A-Za-z\u3400-\u9fff][A-Za-z0-9_\u3400-\u9fff-]*")


def why_no_name(name: str) -> Text | None:
    """Why no scheme can be called ``name``, or None."""
    if name in list_builtin():
        return Text(
            f"“{name}”是内置方案的名称，请换一个",
            f"'{name}' is the name of a built-in scheme; choose another",
        )
    if len(name) > LONGEST_NAME:
        return Text(
            f"名称有 {len(name)} 个字符，最多 {LONGEST_NAME} 个",
            f"the name has {len(name)} characters, at most {LONGEST_NAME}",
        )
    if not _NAME.fullmatch(name):
        return Text(
            f"“{name}”不能作方案的名称：只用汉字、英文字母、数字、“-”和“_”，以汉字或字母开头",
            f"'{name}' cannot name a scheme: use letters, digits, '-' and '_' (Chinese characters "
            "too), and begin with a letter",
        )
    return None


def new_scheme(name: str, title: str = UNTITLED, kind: str = KINDS[0]) -> Mapping[str, str]:
    """File name -> text of a scheme with the id ``name``; ``kind`` is one of ``KINDS``."""
    home = schemes_folder() / "new" / kind
    one_line = " ".join(title.split())
    return {
        path.relative_to(home).as_posix(): path.read_text("utf-8")
        .replace("@SCHEME@", name)
        .replace("@TITLE@", one_line)
        for path in sorted(home.rglob("*.nt"))
    }
