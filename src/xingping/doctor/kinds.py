"""The kinds of finding and what each is called."""

from __future__ import annotations

from collections.abc import Mapping

from xingping.doctor.answering import ANSWERING_KINDS
from xingping.doctor.levels import LEVELS_KINDS
from xingping.doctor.offered import OFFERED_KINDS
from xingping.doctor.structure import STRUCTURE_KINDS
from xingping.doctor.together import TOGETHER_KINDS
from xingping.policy.words import Text

WEIGHTS: Mapping[str, Text] = {
    "contradiction": Text("矛盾", "contradiction"),
    "gap": Text("缺口", "gap"),
    "note": Text("提示", "note"),
}

KINDS: Mapping[str, Text] = {
    **STRUCTURE_KINDS,
    **LEVELS_KINDS,
    **TOGETHER_KINDS,
    **OFFERED_KINDS,
    **ANSWERING_KINDS,
}
