"""What earlier periods are: months, quarters, halves, two and three years, over the turn of a year."""

from datetime import date

import pytest

from tests.rating.months import rated, scheme
from xingping.rating.rate import rate
from xingping.records.table import Records, Table

PAY = (
    "pays:\n  p:\n    title: 次数 | times\n    unit: 次 | times\n    rule: count(slips {window})\n"
)
CASES = [
    ("month", "over previous period", date(2026, 1, 31), "2025-12-01", "2025-12-31"),
    ("month", "over 2 periods", date(2026, 1, 31), "2025-12-01", "2026-01-31"),
    ("quarter", "over previous period", date(2026, 2, 10), "2025-10-01", "2025-12-31"),
    ("quarter", "over 2 periods", date(2026, 3, 31), "2025-10-01", "2026-03-31"),
    ("quarter", "over 3 periods", date(2026, 6, 30), "2025-10-01", "2026-06-30"),
    ("half", "over previous period", date(2026, 6, 30), "2025-07-01", "2025-12-31"),
    ("half", "over 2 periods", date(2026, 12, 31), "2026-01-01", "2026-12-31"),
    ("year", "over 2 periods", date(2026, 12, 31), "2025-01-01", "2026-12-31"),
    ("2 years", "", date(2026, 12, 31), "2025-01-01", "2026-12-31"),
    ("2 years", "over previous period", date(2026, 12, 31), "2023-01-01", "2024-12-31"),
    ("2 years", "over 2 periods", date(2026, 12, 31), "2023-01-01", "2026-12-31"),
    ("3 years", "", date(2026, 12, 31), "2024-01-01", "2026-12-31"),
    ("3 years", "over previous period", date(2026, 12, 31), "2021-01-01", "2023-12-31"),
    ("quarter", "over this year", date(2026, 6, 30), "2026-01-01", "2026-06-30"),
    ("quarter", "over previous year", date(2026, 6, 30), "2025-01-01", "2025-12-31"),
    ("month", "over 24 months", date(2026, 3, 15), "2024-03-16", "2026-03-15"),
]


def day_after(text, days):
    return date.fromordinal(date.fromisoformat(text).toordinal() + days).isoformat()


@pytest.mark.parametrize("engine", ["python", "polars"])
@pytest.mark.parametrize("case", CASES)
def test_a_window_begins_and_ends_where_it_says(case, engine):
    cycle, window, on, first, last = case
    within = [("h1", first, 1), ("h1", last, 1)]
    without = [("h1", day_after(first, -1), 1), ("h1", day_after(last, 1), 1)]

    found = rated(
        PAY.format(window=window), ("h1",), [*within, *without], on=on, cycle=cycle, engine=engine
    )

    assert found.of("h1").pays["p"].known == 2


@pytest.mark.parametrize(
    ("unit", "cycle", "expected"),
    [
        ("day", "month", 2),
        ("week", "quarter", 2),
        ("month", "quarter", 2),
        ("quarter", "year", 1),
        ("half", "year", 1),
        ("year", "2 years", 1),
    ],
)
def test_each_runs_over_the_parts_of_the_period(unit, cycle, expected):
    rule = f"sum(each {unit}, lower(1, count(slips)))"
    slips = [("h1", "2026-03-03", 1), ("h1", "2026-03-03", 1), ("h1", "2026-03-17", 1)]
    if unit == "month":
        slips.append(("h1", "2026-01-20", 1))
    pay = PAY.format(window="").replace("count(slips )", rule)

    found = rated(pay, ("h1",), slips, on=date(2026, 3, 31), cycle=cycle)

    assert found.of("h1").pays["p"].known == expected


def test_two_low_periods_running_are_seen_over_the_turn_of_a_year():
    act = (
        "acts:\n  twice:\n    then: 约谈 | a talk\n    when:\n"
        '      > stars < 4 and (last(results over previous period where scheme = "months", stars)\n'
        "      > otherwise 5) < 4\n"
    )

    def twice(stars, ended="2025-12-31"):
        day = [date.fromisoformat(ended).toordinal()]
        records = Records(
            {
                "homes": Table("homes", {"home": ["h1"]}, ["homes.csv:2"]),
                "slips": Table(
                    "slips",
                    {"home": ["h1"], "found_on": [date(2026, 2, 1).toordinal()], "off": [30]},
                    ["slips.csv:2"],
                ),
                "results": Table(
                    "results",
                    {"home": ["h1"], "period_end": day, "scheme": ["months"], "stars": [stars]},
                    ["results.csv:2"],
                ),
            }
        )
        found = rate(scheme(act), records, year=2026, on=date(2026, 3, 31))
        return found.of("h1").acts["twice"]

    assert twice(3) == "met"
    assert twice(4) == "not_met"
    assert twice(3, "2025-09-30") == "not_met"
