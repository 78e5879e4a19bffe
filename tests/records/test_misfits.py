from fractions import Fraction

from tests.records.given import UNITS, faults, folder
from xingping.records import misfits


def test_points_outside_an_item_name_the_item_and_its_limits():
    assert misfits.not_within("5", Fraction(0), Fraction(21, 5)).expected.zh == (
        "“5”这一项应在 0 至 4.2 分之间"
    )


def test_a_level_is_one_of_the_scheme_s_and_words_are_told_so_too(tmp_path):
    rows = "unit,year,stars\nu1,2026,五颗星\nu1,2025,4\n"
    path = folder(tmp_path, units=UNITS, declarations=rows)

    assert faults(path) == [
        ("declarations.csv:2:3", "五颗星", "stars declared: one of these is expected: 3, 4, 5")
    ]
