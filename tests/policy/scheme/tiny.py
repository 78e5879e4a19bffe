"""A small scheme that has one of everything, and what is told about it once something is changed."""

from __future__ import annotations

from xingping.policy.faults import SchemeFaultyError
from xingping.policy.scheme.load import load_scheme

FILES = {
    "scheme.nt": """\
scheme: tiny
title: 小方案 | Tiny
clauses: T
subject: units
cycle: year
campaign: 3
levels:
  0: 无星 | no star
  1: 一星 | one star
  2: 二星 | two stars
parameters:
  line:
    title: 分数线 | line
    type: points
    default: 60
    between: 50 to 70
    clause: T-1
    assumes: T-R1
  first_year:
    title: 创建首年 | first year
    type: year
checks:
  fair:
    rule: line <= 65
every_criterion:
  assumes: T-R1
  points: by(met, >= 2 -> worth, >= 1 -> 80% * worth, otherwise -> lower(granted, 50% * worth))
  granted:
    title: 给分 | credit
    rule: last(points where item = number, points) otherwise 0
    max: 50% * worth
    reason: needed
results:
  score:
    title: 考核分 | score
    clause: T-2
    rule: tidy + work
    total: 100
bands:
  clause: T-2
  printed: 60 以上
  2: score >= 80
  1: line <= score < 80
  0: score < line
ranks:
  rank:
    title: 名次 | rank
    by: score, work
    within: group
    ties: share
stars:
  clause: T-2
  rule: lower(band, standards)
exempt:
  when: any(titles, stars >= 2)
  stars: 2
not_rated:
  when: count(declarations) = 0
vetoes:
  case:
    title: 立案 | a case
    when: count(cases where withdrawn_on = none) >= 1
    then: stars = 0
    unranked: yes
gates:
  open:
    when: count(meetings) >= 1
    else: not rated
quotas:
  best:
    title: 二星名额 | places
    places:
      2: floor(30% * all)
    share: by(campaign_year, 1 -> 30%, otherwise -> 0%)
    within: all
    by: score, work
    ties: undecided
    beyond: 1
targets:
  half:
    rule: share(subjects, stars >= 1) >= 50%
    year: 1
reports:
  none:
    text: 无人达标 | nobody
    when: not any(subjects, stars >= 1)
    within: group
acts:
  praise:
    when: stars = 2
    then: 表扬 | praised
pays:
  award:
    title: 奖金 | award
    unit: 元 | yuan
    rule: 100 * score
    each: month
    from: next month
    for: 6
procedure:
  declare:
    title: 申报 | declaration
    who: branch
    for: 1 2
    by:
      1: set by committee
      2: 10-31
  review:
    who: committee
    enters: findings
    working_days: 5
    sample: ceil(30% * all)
changes:
  lost:
    when: failed_recheck
    then: title = 0
local:
  more:
    add: lines of work
    at most: 2
    points: 0 to 2
""",
    "clauses.nt": """\
says:
  T-1: 设分数线 | there is a line
  T-2: 依分定星 | the score decides
  T-3: 整洁 | tidy
  T-4: 要有精神 | in good spirits
shown:
  T-4: 只展示 | only shown
""",
    "assumptions.nt": """\
T-R1:
  decides: T-1
  reading: 分数线为 60 | the line is 60
  why: 原文未定 | the source is silent
""",
    "criteria/1-tidy.nt": """\
criterion: tidy
title: 整洁 | Tidiness
clause: T-3
worth: 40
standards:
  1:
    judged: 整洁 | tidy
  2:
    judged: 很整洁 | very tidy
    require: count(activities where recorded) >= 2
examples:
  恰好两次 | exactly two:
    given:
      {judged: 2, activities: [{times: 2, recorded: yes}]}
    expect:
      {1: met, 2: met}
""",
    "criteria/2-work.nt": """\
criterion: work
title: 工作 | Work
note: 说明 | a note
clause: T-3
base: 10
min: 0
max: 60
pass: points >= 30
item: T-3
by_line: yes
bonus: yes
lines:
  given:
    text: 评分 | given
    max: 40
  counted:
    text: 计次 | counted
    min: -5
    points: 2 * count(meetings) - count(cases)
  choice:
    text: 选项 | a choice
    choose:
      好 | good: 10
      差 | bad: 0
      不适用 | not applicable: -
""",
    "examples.nt": """\
满分 | full:
  given:
    {subject: {group: g1}, points: [{item: given, points: 40}], line: 60}
  kept:
    cases: 2
  expect:
    {stars: 0 to 2, score: 0 to 100}
零分 | nothing:
  like: 满分 | full
  given:
    points:
      []
  expect:
    {state: rated}
""",
}


def write(folder, **changed):
    """The files of the scheme in ``folder``; ``changed``: whole files, without .nt."""
    files = {**FILES, **{f"{name}.nt": text for name, text in changed.items()}}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is not None:
            path.write_text(text, encoding="utf-8")
    return folder


def edit(folder, file, old, new):
    """The scheme with ``old`` replaced by ``new`` in ``file``, where it stands once."""
    write(folder)
    path = folder / file
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert text.count(old) == 1 or not old, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new) if old else new, encoding="utf-8")
    return folder


def faults(folder, lang="en"):
    """The lines of everything told about the scheme in ``folder``."""
    try:
        load_scheme(folder)
    except SchemeFaultyError as wrong:
        return [line.strip() for fault in wrong.faults for line in fault.say(lang).splitlines()]
    return []


def told(folder, file, old, new):
    """What is told once ``old`` has become ``new``."""
    return faults(edit(folder, file, old, new))
