import pytest

from xingping.policy.scheme.load import load_scheme
from xingping.rating.rate import rate
from xingping.records.reading import read_records

SCHEME = """\
scheme: tiny
title: 小方案 | tiny scheme
subject: units
cycle: year
campaign: 3
levels:
  0: 未达星级 | no star
  3: 三星级 | three stars
  5: 五星级 | five stars
parameters:
  line:
    title: 五星线 | line of five stars
    type: points
    default: 90
    between: 0 to 100
  first_year:
    title: 首年 | first year
    type: year
    needed: no
results:
  score:
    title: 考核分 | score
    rule: last(assessments, score)
bands:
  5: score >= line
  3: 60 <= score < line
  0: score < 60
ranks:
  rank:
    title: 名次 | rank
    by: score
    within: all
    ties: share
stars:
  rule: band
vetoes:
  serious:
    title: 严重违纪 | serious breach
    when: any(cases where withdrawn_on = none, serious and party_member)
    then: stars = 0
    unranked: yes
targets:
  most:
    rule: share(subjects, stars >= 3) >= 75%
  best:
    year: 2
    rule: share(subjects, stars >= 5) >= 50%
"""
SCORES = {"u1": "95", "u2": "88", "u3": "70", "u4": "50"}


@pytest.fixture
def scheme(tmp_path):
    return write(tmp_path / "tiny", SCHEME)


def write(folder, text):
    folder.mkdir()
    (folder / "scheme.nt").write_text(text, "utf-8")
    return load_scheme(folder)


def office(folder, years, vetoed=()):
    """Four units with the same scores in all ``years``; ``vetoed``: (unit, year)."""
    folder.mkdir(exist_ok=True)
    (folder / "units.csv").write_text(
        "unit,name,group\n" + "".join(f"{u},支部{u},甲\n" for u in SCORES), "utf-8"
    )
    rows = [f"{u},{y},{points}\n" for y in years for u, points in SCORES.items()]
    (folder / "assessments.csv").write_text("unit,year,score\n" + "".join(rows), "utf-8")
    cases = [f"{u},{y}-05-01,yes,yes\n" for u, y in vetoed]
    (folder / "cases.csv").write_text(
        "unit,filed_on,serious,party_member\n" + "".join(cases), "utf-8"
    )
    kept = [f"cases,{y},*\n" for y in years]
    (folder / "kept.csv").write_text("register,year,unit\n" + "".join(kept), "utf-8")
    return folder


@pytest.fixture
def rated(scheme, tmp_path):
    """A function that rates the four units by a scheme with parameters."""

    def work(by=None, years=(2024, 2025, 2026), vetoed=(), **parameters):
        one = by or scheme
        records = read_records(office(tmp_path / "records", years, vetoed), one, year=2026)
        return rate(one, records, year=2026, parameters=parameters)

    return work
