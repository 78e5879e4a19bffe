"""A small scheme of its own with a quota to try, and people with a mark each, some not known."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from xingping.policy.scheme.load import load_scheme
from xingping.rating.rate import rate
from xingping.records.table import Records, Table

PEOPLE = """registers:
  people:
    title: 参评人 | person
    counted: 人 | person
    kept: always
    fields:
      person: 编号 | person id | id
      team: 组别 | team | text
      mark: 得分 | mark | whole, from 0, to 20
      second: 次要得分 | second mark | whole, from 0, to 20
      barred: 被否决 | barred | yes
      absent: 未参加 | absent | yes
      free: 免评 | free | yes
      senior: 资深 | senior | yes
"""
SCHEME = """scheme: share
title: 名额试验 | Places on trial
subject: people
cycle: year
levels:
  1: 一档 | one
  2: 二档 | two
  3: 三档 | three
  4: 四档 | four
exempt:
  when: free
not_rated:
  when: absent
results:
  score:
    title: 总分 | score
    rule: mark
"""
BANDS = """bands:
  4: mark >= 15
  3: 10 <= mark < 15
  2: 5 <= mark < 10
  1: mark < 5
stars:
  rule: band
"""
NO_LINE = ""
VETOES = """vetoes:
  barred:
    title: 否决 | veto
    when: barred
    then: stars = 1
    unranked: yes
"""


@cache
def scheme(quotas, bands=BANDS, more=""):
    """A scheme with these quotas (text indented by two)."""
    folder = Path(mkdtemp(prefix="share"))
    written = f"{SCHEME}{bands}{VETOES}quotas:\n{quotas}{more}"
    (folder / "scheme.nt").write_text(written, "utf-8")
    (folder / "registers.nt").write_text(PEOPLE, "utf-8")
    return load_scheme(folder)


def quota(places, by="mark", **more):
    """A quota as written; ``places``: level -> rule."""
    lines = ["  q:", "    title: 名额 | places", "    places:"]
    lines += [f"      {level}: {rule}" for level, rule in places.items()]
    given = {"by": by, "ties": "undecided", "beyond": "next", **more}
    lines += [f"    {key}: {value}" for key, value in given.items() if value is not None]
    return "\n".join(lines) + "\n"


def people(*marks, **columns):
    """Records of p0, p1, ... with these marks (None: not known) and further columns, if given."""
    count = len(marks)
    no = [False] * count
    own = {
        "person": [f"p{n}" for n in range(count)],
        "mark": [None if mark is None else int(mark) for mark in marks],
        "barred": no,
        "absent": no,
        "free": no,
        "senior": no,
    }
    kept = {"register": [], "year": [], "unit": []}
    return Records(
        {
            "people": Table(
                "people", {**own, **columns}, [f"people.csv:{n}" for n in range(count)]
            ),
            "kept": Table("kept", kept, []),
        }
    )


def levels(policy, records, engine="python"):
    """(certain, possible, state) of each person, in order."""
    rated = rate(policy, records, year=2026, engine=engine)
    by_id = {rating.subject: rating for rating in rated}
    return [
        (by_id[s].stars, by_id[s].stars_possible, by_id[s].state)
        for s in records.tables["people"].columns["person"]
    ]


def settled(policy, records, engine="python"):
    """The level of each person, where all is known."""
    found = levels(policy, records, engine)
    assert all(low == high for low, high, _ in found), found
    return [low for low, _, _ in found]
