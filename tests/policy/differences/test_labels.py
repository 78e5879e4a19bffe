import inspect
import re

from xingping.policy import catalogue
from xingping.policy.differences.compare import names_of
from xingping.policy.differences.labels import label
from xingping.policy.scheme import allowance, criterion, example, outcome, scheme, steps

LEAVES = {"Overlay", "Place", "Rule", "Text"}  # told whole, or not at all
UNTOLD = {"at", "expect_at", "folder", "digest", "levels_numeric", "overlay", "asked", "assessed"}


def test_every_part_of_a_scheme_has_a_name_in_both_languages():
    kinds = [
        kind
        for room in (allowance, catalogue, criterion, example, outcome, scheme, steps)
        for _, kind in inspect.getmembers(room, inspect.isclass)
        if kind.__name__ not in LEAVES
    ]
    parts = {name for kind in kinds for name in getattr(kind, "__dataclass_fields__", ())} - UNTOLD

    assert [
        name for name in sorted(parts) if not re.search("[\u4e00-\u9fff]", label(name).zh)
    ] == []
    assert label("working_days").en == "working days"
    assert names_of(label("title")) == ("zh", "en")
