"""A scheme with prizes whose places add up, and with kinds of conduct of which several may apply."""

SCHEME = """\
scheme: prizes
title: 评奖 | Prizes
clauses: P
subject: units
cycle: year
levels:
  0: 无奖 | no prize
  1: 三等奖 | third prize
  2: 二等奖 | second prize
  3: 一等奖 | first prize
results:
  score:
    title: 考核分 | score
    rule: deeds
quotas:
  prizes:
    title: 奖项名额 | prizes
    kind: exactly
    places:
      3: floor(5% * all)
      2: floor(15% * all) - floor(5% * all)
      1: floor(30% * all) - floor(15% * all)
    by: score
    ties: undecided
    beyond: 0
"""
DEEDS = """\
criterion: deeds
title: 作用 | Deeds
clause: P-1
max: 10
lines:
  volunteers:
    text: 参加志愿服务 | volunteers
    choose:
      有 | yes: 6
      无 | no: 0
  pledges:
    text: 作出承诺 | pledges
    choose:
      有 | yes: 3
      无 | no: 0
  guides:
    text: 结对帮带 | guides
    choose:
      有 | yes: 4
      无 | no: 0
"""
EXAMPLES = """\
选了几项 | several:
  given:
    {points: [{item: volunteers, choice: 有}, {item: pledges, choice: 有}, {item: guides, choice: 无}]}
  expect:
    {score: 9}
全选也不超过十分 | capped:
  given:
    {points: [{item: volunteers, choice: 有}, {item: pledges, choice: 有}, {item: guides, choice: 有}]}
  expect:
    {score: 10}
有一项还没认定 | one not yet decided:
  given:
    {points: [{item: volunteers, choice: 有}, {item: pledges, choice: 无}]}
  expect:
    {score: 6 to 10}
"""
CLAUSES = "says:\n  P-1: 作用 | deeds\n"


def prizes(folder, subjects="", expect=""):
    """The scheme in ``folder``, with an example of several subjects where there are any."""
    several = (
        f"各奖 | prizes:\n  subjects:\n{subjects}  expect:\n    {expect}\n" if subjects else ""
    )
    files = {
        "scheme.nt": SCHEME,
        "criteria/1-deeds.nt": DEEDS,
        "clauses.nt": CLAUSES,
        "examples.nt": EXAMPLES + several,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
