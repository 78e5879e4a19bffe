"""A small scheme whose score comes from dated deductions, to be looked at month by month."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from xingping.policy.scheme.load import load_scheme
from xingping.rating.rate import rate
from xingping.records.table import Records, Table

REGISTERS = """registers:
  homes:
    title: 农户 | home
    counted: 户 | home
    kept: always
    fields:
      home: 户号 | home id | id
  slips:
    title: 扣分 | slip
    counted: 次 | slip
    date: found_on
    subject: home
    kept: always
    fields:
      found_on: 发现日期 | found on | day
      off: 扣分值 | points off | whole, from 0, to 50
"""
SCHEME = """scheme: months
title: 按月试验 | Months on trial
subject: homes
cycle: {cycle}
levels:
  3: 三梅 | three
  4: 四梅 | four
  5: 五梅 | five
results:
  score:
    title: 指数 | index
    rule: 100 - sum(slips, off)
bands:
  5: score >= 90
  4: 80 <= score < 90
  3: score < 80
stars:
  rule: band
ranks:
  rank:
    title: 名次 | rank
    by: score
    within: all
    ties: share
"""


@cache
def scheme(more, cycle="quarter"):
    """The scheme with further keys."""
    folder = Path(mkdtemp(prefix="months"))
    (folder / "scheme.nt").write_text(SCHEME.format(cycle=cycle) + more, "utf-8")
    (folder / "registers.nt").write_text(REGISTERS, "utf-8")
    return load_scheme(folder)


def rated(more, homes, slips, *, on=date(2026, 3, 31), cycle="quarter", **how):
    """Ratings by id; ``slips``: (home, day, points off)."""
    records = Records(
        {
            "homes": Table("homes", {"home": list(homes)}, [f"homes.csv:{n}" for n in homes]),
            "slips": Table(
                "slips",
                {
                    "home": [home for home, _, _ in slips],
                    "found_on": [date.fromisoformat(day).toordinal() for _, day, _ in slips],
                    "off": [off for _, _, off in slips],
                },
                [f"slips.csv:{n}" for n in range(len(slips))],
            ),
        }
    )
    return rate(scheme(more, cycle), records, year=2026, on=on, **how)
