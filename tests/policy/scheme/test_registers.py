from importlib.resources import files

import pytest

from tests.policy.scheme.tiny import told

SHARED = files("xingping").joinpath("schemes", "registers.nt").read_text(encoding="utf-8")
LINES = SHARED.splitlines()
HELD_ON = LINES.index("  meetings:") + 1
HELD_ON += [line.strip().split(" |")[0] for line in LINES[HELD_ON:]].index("held_on: 召开日期") + 1
CASES_AT = LINES.index("  cases:") + 1

CASES = [
    (
        "registers.nt",
        "",
        (
            "registers:\n"
            "  meetings:\n"
            "    title: 会议 | meeting\n"
            "    fields:\n"
            "      place: 地点 | place | text\n"
        ),
        [
            "registers.nt:3:5: no key is called 'title'",
            "hint: known: fields, phrases",
        ],
    ),
    (
        "registers.nt",
        "",
        "registers:\n  meetings:\n    fields:\n      place: 召开日期 | place | text\n",
        [
            f"registers.nt:4:14: the title '召开日期' is taken (see ../registers.nt:{HELD_ON}:16)",
            "hint: rules go by title and could not tell them apart; change one of them",
        ],
    ),
    (
        "registers.nt",
        "",
        (
            "registers:\n"
            "  small talk:\n"
            "    title: 谈话 | talk\n"
            "    counted: 次 | talk\n"
            "    fields:\n"
            "      held on: 日期 | held | day\n"
        ),
        [
            ("registers.nt:2:3: the id 'small talk' may hold letters, digits and underscores only"),
            ("registers.nt:6:7: the id 'held on' may hold letters, digits and underscores only"),
        ],
    ),
    (
        "registers.nt",
        "",
        (
            "registers:\n"
            "  talks:\n"
            "    title: 立案 | talk\n"
            "    counted: 次 | talk\n"
            "    fields:\n"
            "      held: 日期 | held | day\n"
        ),
        [
            f"registers.nt:2:3: the title '立案' is taken (see ../registers.nt:{CASES_AT}:3)",
            "hint: rules go by title and could not tell them apart; change one of them",
        ],
    ),
    (
        "registers.nt",
        "",
        "choices:\n  body:\n    office: 机关 | office\n  talk:\n    long: \n      - x\n",
        [
            "registers.nt:2:3: the list 'body' is in the shared catalogue already",
            "registers.nt:6:7: a text is due here, not a list",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_what_a_scheme_adds_to_the_catalogue_is_told(
    tmp_path, file, old, new, expected
):
    assert told(tmp_path, file, old, new) == expected
