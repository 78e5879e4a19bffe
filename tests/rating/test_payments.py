"""What is paid for each month by the score, the level and the rank of that month."""

from datetime import date
from fractions import Fraction

from tests.rating.months import rated

PAY = """pays:
  bonus:
    title: 绩效 | bonus
    unit: 元 | yuan
    rule: {rule}
    each: {each}
{more}"""
SLIPS = [("h1", "2026-01-10", 5), ("h1", "2026-03-10", 25), ("h2", "2026-02-10", 10)]


def paid(rule, each="month", more="", **how):
    found = rated(PAY.format(rule=rule, each=each, more=more), ("h1", "h2"), SLIPS, **how)
    return found.of("h1"), found.of("h2")


def amounts(rating):
    return {part: value.known for part, value in rating.payments["bonus"].items()}


def test_the_money_of_a_month_follows_the_score_of_that_month():
    one, other = paid("round(800 * score / 100, 0.01)")

    assert amounts(one) == {"2026-01": 760, "2026-02": 800, "2026-03": 600}
    assert amounts(other) == {"2026-01": 800, "2026-02": 720, "2026-03": 800}
    assert one.pays["bonus"].known == Fraction(560)  # by the score of the quarter


def test_the_level_and_the_rank_of_a_month_are_its_own():
    assert amounts(paid("100 * stars")[0]) == {"2026-01": 500, "2026-02": 500, "2026-03": 300}
    assert amounts(paid("rank")[0]) == {"2026-01": 2, "2026-02": 1, "2026-03": 2}


def test_quarters_of_a_year_are_paid_one_by_one():
    one, _ = paid("score", "quarter", cycle="year", on=date(2026, 12, 31))

    assert amounts(one) == {"2026-Q1": 70, "2026-Q2": 100, "2026-Q3": 100, "2026-Q4": 100}


def test_what_begins_later_and_runs_on_is_one_amount():
    one, _ = paid("100 * stars", more="    from: next month\n    for: 6\n")

    assert one.payments == {}
    assert one.pays["bonus"].known == 300
    assert one.to_json()["pays"] == {"bonus": "300.00"}


def test_json_gives_each_month_its_money():
    one, _ = paid("score")

    assert one.to_json()["pays"] == {
        "bonus": {"2026-01": "95.00", "2026-02": "100.00", "2026-03": "75.00"}
    }
