"""Scheme A as one DuckDB SQL statement, from Parquet files to a Parquet file.

A verdict is two booleans, l (certainly met) and h (possibly met); points are hundredths.
"""

import sys
from pathlib import Path

import duckdb

LEVELS = (3, 4, 5)
WORTH = {1: 12, 2: 8, 3: 8, 4: 10, 5: 6, 6: 8, 7: 10, 8: 8, 9: 10, 10: 6, 11: 6, 12: 8}
JUDGED = {(c, k) for c in (2, 3, 5, 7, 9, 10, 11, 12) for k in LEVELS} - {(9, 3), (11, 3)}
BITS = {"meetings": 1, "tasks": 2, "honours": 4, "activities": 8, "plans": 16, "innovations": 32}
BITS |= {"appraisals": 64, "cases": 128, "circulars": 1024}
Sides = tuple[str, str]


def kept(register: str, years: int = 1) -> str:
    """Whether the register was kept in this and earlier years."""
    mask = BITS[register] * (2**years - 1)
    return f"kept & {mask} = {mask}"


def true(flag: str) -> str:
    """A flag of a branch that may have no row."""
    return f"coalesce({flag}, false)"


def both(*sides: Sides) -> Sides:
    """Every part."""
    return tuple(" AND ".join(f"({part})" for part in side) for side in zip(*sides, strict=True))


def share(part: str, whole: str, percent: int, register: str) -> Sides:
    """A share, its sums within bounds (see scheme_a.sql): open where not kept, or of nothing."""
    open_ = f"NOT ({kept(register)}) OR coalesce({whole}, 0) = 0"
    sure = f"{part} * 100 >= {whole}_may * {percent}"
    may = f"{part}_may * 100 >= {whole}_best * {percent}"
    return f"NOT ({open_}) AND {sure}", f"({open_}) OR {may}"


def least(low: str, high: str, register: str) -> Sides:
    """At least so many, from tests on the low and the high bound."""
    return true(low), f"NOT ({kept(register)}) OR {true(high)}"


def none(sure: str, may: str, register: str, years: int = 1) -> Sides:
    """None of those, from flags on both sides."""
    return f"{kept(register, years)} AND NOT {true(may)}", f"NOT {true(sure)}"


def tasks(late: str, open_: str) -> Sides:
    """Every task, from flags on both sides."""
    return none(f"t.{late}", f"t.{open_}", "tasks")


def first() -> dict[int, Sides]:
    """Criterion 1."""
    full = share("m.present", "m.expected", 100, "meetings")
    most = share("m.present", "m.expected", 80, "meetings")
    mostly = (
        f"{kept('tasks')} AND 5 * coalesce(t.undone_may, 0) <= coalesce(t.keys, 0)",
        f"NOT ({kept('tasks')}) OR 5 * coalesce(t.undone, 0) <= coalesce(t.keys_may, 0)",
    )
    done = tasks("other_undone", "other_open")
    nobody = none("m.late > 0", "m.late > 0 OR m.late_open", "meetings")
    return {
        3: both(most, mostly, done),
        4: both(full, tasks("late", "late_open"), done),
        5: both(full, nobody, tasks("poor", "poor_open")),
    }


def planned() -> dict[int, Sides]:
    """The computed part of criterion 11."""
    year = least("p.years >= 1", "p.years >= 1", "plans")
    quarters = least("p.quarters >= 4", "p.quarters >= 4", "plans")
    return {
        3: both(year, share("p.year_done", "p.year_items", 80, "plans")),
        4: both(year, quarters, share("p.done", "p.items", 90, "plans")),
        5: both(year, quarters, share("p.done", "p.items", 100, "plans")),
    }


def named(most: int) -> Sides:
    """Criterion 6."""
    known = f"{kept('circulars')} AND NOT {true('r.persons_open')}"
    return (
        f"{known} AND coalesce(r.persons_may, 0) <= {most}",
        f"coalesce(r.persons, 0) <= {most}",
    )


def computed() -> dict[tuple[int, int], Sides]:
    """What the registers say, by criterion and level."""
    held = kept("appraisals")
    appraised = (f"{held} AND {true('ap.sure')}", f"NOT ({held}) OR coalesce(ap.may, true)")
    some = least("i.some", "i.some", "innovations")
    tables = {
        1: first(),
        4: {3 + n: none(f"c.c{n}", f"c.c{n}", "cases", n + 1) for n in range(3)},
        5: {5: least("h.sure", "h.may", "honours")},
        6: {5 - most: named(most) for most in range(3)},
        7: {5: least("a.sure >= 2", "a.may >= 2", "activities")},
        8: {3 + n: none(f"r.e{n}", f"r.e{n}_may", "circulars", n + 1) for n in range(3)},
        9: dict.fromkeys(LEVELS, appraised),
        11: planned(),
        12: {3: some, 4: some, 5: least("i.sure", "i.may", "innovations")},
    }
    return {(c, level): sides for c, found in tables.items() for level, sides in found.items()}


def levels(tests: list[str]) -> str:
    """The highest of three levels whose test and lower tests hold (A-R19)."""
    three, four, five = (f"coalesce({test}, false)" for test in tests)
    return f"CASE WHEN NOT {three} THEN 0 WHEN NOT {four} THEN 3 WHEN NOT {five} THEN 4 ELSE 5 END"


def criteria() -> list[str]:
    """Columns nl and nh of criteria 1 to 12: the highest level that holds on each side."""
    told, found = computed(), []
    for number in WORTH:
        parts: list[list[str]] = [[], []]
        for level in LEVELS:
            sides = [told[number, level]] if (number, level) in told else []
            if (number, level) in JUDGED:
                test = f"f.f{number} >= {level}"
                sides.append((f"coalesce({test}, false)", f"coalesce({test}, true)"))
            for side, part in zip(parts, both(*sides), strict=True):
                side.append(f"({part})")
        found += [f"{levels(p)} AS n{s}_{number}" for s, p in zip("lh", parts, strict=True)]
    return found


def points(number: int, side: str) -> str:
    """Points of a criterion on one side, in hundredths (A-R2)."""
    worth = WORTH[number]
    given = (
        f"greatest(g{number}, 0)" if side == "l" else f"if(g{number} < 0, {worth * 70}, g{number})"
    )
    given = f"least(coalesce({given}, 0), {worth * 70})"
    arms = " ".join(f"WHEN {k} THEN {worth * p}" for k, p in ((5, 100), (4, 90), (3, 80)))
    return f"(CASE n{side}_{number} {arms} ELSE {given} END)"


def over(pattern: str) -> str:
    """A pattern for criteria 1 to 12, with commas."""
    return ", ".join(pattern.format(c=number) for number in WORTH)


def ladder(side: str) -> str:
    """The highest level of criterion 13 on one side."""
    rank, points_ = ("rank_worst", "low") if side == "l" else ("rank_best", "high")
    reached = f"{points_} >= $target"
    return levels(
        [
            f"(coalesce({rank} <= 5, false) OR {reached})",
            f"({rank} <= 3 AND {reached})",
            f"({rank} <= 1 AND {reached})",
        ]
    )


def star(held: str, score: str) -> str:
    """Stars on one side: band, standards and declaration, the lowest (A-R3, A-R4)."""
    band = f"CASE WHEN {score} >= 9500 THEN 5 WHEN {score} >= 8500 THEN 4 WHEN {score} >= 7500 THEN 3 ELSE 0 END"
    return f"if(veto, 0, least({band}, {held}, declared))"


def statement() -> str:
    """The whole statement."""
    sums = {s: " + ".join(points(c, s) for c in WORTH) for s in "lh"}
    verdicts = [
        f"(nl_{c} >= {k})::TINYINT + (nh_{c} >= {k})::TINYINT AS v_{c}_{k}"
        for c in range(1, 14)
        for k in LEVELS
    ]
    registers = (Path(__file__).parent / "scheme_a.sql").read_text(encoding="utf-8")
    return f"""COPY ({registers},
judged AS (
  SELECT u.unit, u."group" AS com, coalesce(k.bits, 0) | coalesce(w.bits, 0) AS kept,
         {", ".join(criteria())}, {over("g.g{c}")}, s.score, coalesce(d.declared, 0) AS declared,
         coalesce(c.veto, false) AS veto, coalesce(c.veto_may, false) OR NOT ({kept("cases")}) AS veto_may
  FROM read_parquet($folder || '/units.parquet') AS u
  LEFT JOIN kept_rows AS k USING (unit) LEFT JOIN kept_rows AS w ON w.unit = '*'
  LEFT JOIN meetings AS m USING (unit) LEFT JOIN tasks AS t USING (unit) LEFT JOIN cases AS c USING (unit)
  LEFT JOIN circulars AS r USING (unit) LEFT JOIN honours AS h USING (unit) LEFT JOIN activities AS a USING (unit)
  LEFT JOIN plans AS p USING (unit) LEFT JOIN innovations AS i USING (unit) LEFT JOIN appraisals AS ap USING (unit)
  LEFT JOIN findings AS f USING (unit) LEFT JOIN granted AS g USING (unit)
  LEFT JOIN assessments AS s USING (unit) LEFT JOIN declarations AS d USING (unit)
),
scored AS (
  SELECT *, CASE WHEN score IS NULL THEN {sums["l"]} ELSE greatest(score, 0) END AS low,
         CASE WHEN score IS NULL THEN {sums["h"]} WHEN score < 0 THEN 10000 ELSE score END AS high
  FROM judged
),
ranks AS (
  SELECT a.unit, 1 + count(*) FILTER (b.low > a.high AND NOT b.veto_may) AS rank_best,
         1 + count(*) FILTER (b.high > a.low AND b.unit <> a.unit) AS rank_worst
  FROM scored AS a JOIN scored AS b USING (com) WHERE NOT a.veto AND NOT b.veto GROUP BY a.unit
),
ranked AS (
  SELECT *, {ladder("l")} AS nl_13, {ladder("h")} AS nh_13, least({over("nl_{c}")}, nl_13) AS held,
         least({over("nh_{c}")}, nh_13) AS held_may
  FROM scored LEFT JOIN ranks USING (unit)
),
starred AS (
  SELECT *, if(veto_may, 0, {star("held", "low")}) AS certain, {star("held_may", "high")} AS possible FROM ranked
)
SELECT unit, {", ".join(verdicts)}, low::INT AS score_low, high::INT AS score_high,
       rank_best::INT AS rank_best, rank_worst::INT AS rank_worst,
       certain::TINYINT AS stars, possible::TINYINT AS stars_possible,
       CASE WHEN veto THEN 'vetoed' WHEN declared = 0 THEN 'not_rated'
            WHEN veto_may OR certain <> possible THEN 'provisional' ELSE 'rated' END AS state
FROM starred
) TO $out (FORMAT parquet)"""  # noqa: S608 -- made of the constants above


def text(value: str) -> str:
    """A text as SQL writes it."""
    return "'" + value.replace("'", "''") + "'"


def main(folder: str, out: str, year: str, on: str, target: str) -> None:
    """Rate a folder from the command line."""
    filled = statement()
    given = {
        "folder": text(folder),
        "out": text(out),
        "year": str(int(year)),
        "on": text(on),
        "target": str(int(target)),
    }
    for name, value in given.items():
        filled = filled.replace(f"${name}", value)
    duckdb.connect().execute(filled)


if __name__ == "__main__":
    main(*sys.argv[1:])
