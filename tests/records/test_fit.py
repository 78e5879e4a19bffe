import pytest

from tests.records.given import UNITS, A, B, columns, faults, folder, notes

POINTS = "unit,year,item,points,reason\n"


@pytest.mark.parametrize(
    ("row", "cell", "told"),
    [
        ("u1,2026,1,8.41,x", "2:4", "points: for '1' from 0 to 8.4 is expected"),
        ("u1,2026,1,-1,x", "2:4", "points: a number is not negative"),
        ("u1,2026,1,8.4,", "2:5", "reason: points given need a reason"),
        ("u1,2026,1,8.4,\u3000", "2:5", "reason: points given need a reason"),
    ],
)
def test_partial_credit_is_at_most_seventy_percent_and_has_a_reason(tmp_path, row, cell, told):
    path = folder(tmp_path, units=UNITS, points=POINTS + row + "\n")

    assert [(at, said) for at, _, said in faults(path)] == [(f"points.csv:{cell}", told)]


def test_partial_credit_of_exactly_seventy_percent_is_let_pass(tmp_path):
    path = folder(tmp_path, units=UNITS, points=POINTS + "u1,2026,1,8.40,少一次\n")

    assert columns(path, "points")["points"] == [840]


def test_points_without_a_column_for_the_reason_are_told_at_the_points(tmp_path):
    path = folder(tmp_path, units=UNITS, points="unit,year,item,points\nu1,2026,1,5\n")

    assert faults(path) == [("points.csv:2:4", "5", "points: points given need a reason")]


def test_points_are_at_most_those_of_the_item(tmp_path):
    path = folder(
        tmp_path, units=UNITS, points=POINTS + "u1,2026,B-2.1,20.01,\nu1,2026,B-2.5,10,\n"
    )

    assert faults(path, B) == [
        ("points.csv:2:4", "20.01", "points: for 'B-2.1' from 0 to 20 is expected")
    ]


def test_rows_of_another_scheme_are_noted_and_left_out(tmp_path):
    findings = "unit,year,criterion,level\nu1,2026,1,4\nu1,2026,2.0,4\n"
    path = folder(tmp_path, units=UNITS, points=POINTS + "u1,2026,B-2.1,20,\n", findings=findings)

    assert columns(path, "points")["item"] == []
    assert columns(path, "findings")["criterion"] == ["2"]
    assert [at for at, _ in notes(path, A)] == ["findings.csv:2:3", "points.csv:2:3"]
    assert columns(path, "findings", B)["criterion"] == []


@pytest.mark.parametrize(
    ("register", "stars", "told"),
    [
        ("declarations", "0", "3, 4, 5"),
        ("declarations", "2", "3, 4, 5"),
        ("declarations", "6", "3, 4, 5"),
        ("titles", "2", "0, 3, 4, 5"),
    ],
)
def test_a_level_that_the_scheme_does_not_have_is_told(tmp_path, register, stars, told):
    path = folder(tmp_path, units=UNITS, **{register: f"unit,year,stars\nu1,2026,{stars}\n"})

    assert [said.partition(": ")[2] for *_, said in faults(path)] == [
        f"one of these is expected: {told}"
    ]


@pytest.mark.parametrize(
    ("said", "stars"), [("3", 3), ("4.0", 4), ("五星级", 5), ("five stars", 5)]
)
def test_a_level_is_declared_by_number_or_name(tmp_path, said, stars):
    path = folder(tmp_path, units=UNITS, declarations=f"unit,year,stars\nu1,2026,{said}\n")

    assert columns(path, "declarations")["stars"] == [stars]


def test_no_title_is_a_title_of_no_stars(tmp_path):
    path = folder(tmp_path, units=UNITS, titles="unit,year,stars\nu1,2026,0\n")

    assert columns(path, "titles")["stars"] == [0]


def test_a_lesser_title_of_another_scheme_is_let_pass_where_there_is_one_star_to_have(tmp_path):
    path = folder(tmp_path, units=UNITS, titles="unit,year,stars\nu1,2026,4\nu2,2026,6\n")

    assert faults(path, B) == [("titles.csv:3:3", "6", "stars: one of these is expected: 0, 5")]
