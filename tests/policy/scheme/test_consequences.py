import pytest

from tests.policy.scheme.tiny import told, write
from xingping.policy.scheme.load import load_scheme

CASES = [
    (
        "scheme.nt",
        "    year: 1",
        "    year: first",
        [
            "scheme.nt:82:11: a number is due here, not 'first'",
            "hint: numbers are written 12, 0.01, -5 or 70%",
        ],
    ),
    (
        "scheme.nt",
        "    each: month",
        "    each: moon",
        [
            "scheme.nt:97:11: no value of 'each' is called 'moon'",
            "hint: did you mean 'month'?",
        ],
    ),
    (
        "scheme.nt",
        "    then: 表扬 | praised\n",
        "",
        [
            "scheme.nt:90:5: 'then' is missing",
        ],
    ),
    (
        "scheme.nt",
        "    unit: 元 | yuan\n",
        "",
        [
            "scheme.nt:94:5: 'unit' is missing",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_targets_acts_and_pays_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected


def test_an_act_keeps_the_readings_it_rests_on(tmp_path):
    folder = write(tmp_path)
    page = folder / "scheme.nt"
    text = page.read_text(encoding="utf-8")
    page.write_text(
        text.replace("    then: 表扬 | praised\n", "    then: 表扬 | praised\n    assumes: T-R1\n"),
        encoding="utf-8",
    )

    assert load_scheme(folder).acts["praise"].assumes == ("T-R1",)
