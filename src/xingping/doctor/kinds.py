"""The kinds of finding and what each is called."""

from __future__ import annotations

from collections.abc import Mapping

from xingping.policy.words import Text

WEIGHTS: Mapping[str, Text] = {
    "contradiction": Text("矛盾", "contradiction"),
    "gap": Text("缺口", "gap"),
    "note": Text("提示", "note"),
}

KINDS: Mapping[str, Text] = {}
