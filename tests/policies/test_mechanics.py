"""Every mechanic that rating schemes use (A1 to I6): the folder that shows it, or the test that does."""

from functools import cache
from pathlib import Path

import pytest

from tests.rating.months import rated as by_months
from xingping.policy.scheme.examples import expectations
from xingping.policy.scheme.load import list_builtin, load_scheme
from xingping.rating.examples.check import compare

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LAST = {"A": 8, "B": 25, "C": 13, "D": 15, "E": 9, "F": 10, "G": 8, "H": 7, "I": 6}

SHOWN = {
    "A1": "01-base-minus-review subject=units",
    "A2": "21-ceilings subject=members",
    "A3": "20-college-blocks criteria.work.lines.work_by_kind.rule.text~by(kind",
    "A4": "21-ceilings exempt.when.text~own_wish and agreed",
    "A6": "34-base100-by-status results.line.rule.text~by(status",
    "A7": "09-firms-biennial stars.rule.text~previous + 1",
    "A8": "24-household-plaque local.branch_list",
    "B1": "11-village-star-by-star criteria.democracy.lines.democracy_bodies.rule.text~-5 * count",
    "B2": "20-college-blocks criteria.team.lines.team_complete.low=0",
    "B3": "17-month-and-year criteria.daily.lines.daily_building.low=-20",
    "B4": "36-app-windowed-caps criteria.yearly.lines.yearly_meetings.high=20",
    "B5": "35-credit-ledger criteria.plus.lines.plus_urgent.high=None",
    "B6": "19-level-choice criteria.team.lines.team_complete.options",
    "B7": "04-five-star-110 criteria.backbone.lines.backbone_recruit.assessed",
    "B8": "11-village-star-by-star criteria.team.lines.team_schooling.rule.text~/ 1%",
    "B9": "36-app-windowed-caps criteria.daily.lines.daily_quiz.rule.text~by(result, >= 90",
    "B10": "18-plus-minus-lines criteria.other.lines.other_hazards.low=None",
    "B11": "27-double criteria.review.lines.review_share.rule.text~last(reviews",
    "B15": "35-credit-ledger criteria.minus.lines.minus_inaction.rule.text~by(severity",
    "B16": "35-credit-ledger criteria.plus.lines.plus_hours.rule.text~>= 300",
    "B17": "27-double criteria.contribution.lines.contribution_thanks.rule.text~if(on_tv, 2, 1)",
    "B18": "36-app-windowed-caps criteria.monthly.lines.monthly_signed.rule.text~each month",
    "B19": "35-credit-ledger criteria.minus.lines.minus_twice.rule.text~longest(each half",
    "B20": "20-college-blocks criteria.work.lines.work_by_kind.high=20",
    "B21": "36-app-windowed-caps criteria.daily.lines.daily_like.rule.text~0.5",
    "B22": "25-monthly-points criteria.life.lines.life_each.rule.text~notes",
    "B23": "24-household-plaque criteria.ledger.base=60",
    "B24": "18-plus-minus-lines criteria.other.lines.other_hazards.rule.text~if(removed",
    "B25": "39-red-plum-members criteria.twelve.lines.twelve_linked.rule.text~of links",
    "C1": "31-graduate-30-40-30 results.score.rule.text~30% * mean",
    "C2": "31-graduate-30-40-30 results.score.rule.text~by = self",
    "C3": "02-satisfaction-floor results.satisfaction.rule.text~satisfied / ballots",
    "C4": "31-graduate-30-40-30 results.class_vote.rule.text~mean(ballots",
    "C5": "31-graduate-30-40-30 results.class_vote.rule.text~needing 2/3",
    "C6": "32-vanguard-index results.score.rule.text~lower(100, higher(0",
    "C7": "29-student-60-30-10 criteria.plus.lines.plus_score.high=30",
    "C8": "county-branches results.bonus_free",
    "C9": "county-branches criteria.bonus",
    "C10": "17-month-and-year results.score.rule.text~每月",
    "C11": "09-firms-biennial vetoes.firm.when.text~over 24 months",
    "C12": "39-red-plum-members criteria.twelve.base=12",
    "C13": "01-base-minus-review results.score.rule.text~70% * (base - minus)",
    "D1": "01-base-minus-review bands.rules.4.text~80 <= score < 90",
    "D2": "05-three-year-cycle bands.rules.5.text~>= 95",
    "D3": "01-base-minus-review bands.assumes",
    "D4": "01-base-minus-review bands.rules.3.text~< 80",
    "D5": "31-graduate-30-40-30 bands.rules.pass.text~60 <= score < 75",
    "D6": "05-three-year-cycle bands.rules.0.text~< 80",
    "D7": "11-village-star-by-star stars.rule.text~count(criteria where passed)",
    "D9": "06-ladder-of-tests stars.rule.text~three.passed",
    "D10": "04-five-star-110 bands.rules.5.text~and project",
    "D11": "13-red-flags criteria.party.standards.1",
    "D12": "office-branches criteria.2.standards.5.judged",
    "D13": "34-base100-by-status bands.rules.reach.text~>= line",
    "D15": "office-branches criteria.13.standards.5.require",
    "E1": "06-ladder-of-tests vetoes.four_none.then.value=0",
    "E2": "31-graduate-30-40-30 vetoes.failing.then.value=fail",
    "E3": "02-satisfaction-floor vetoes.floor.then.op=<=",
    "E4": "27-double vetoes.zero.then.target=score",
    "E5": "35-credit-ledger vetoes.discord.then.value=B",
    "E6": "05-three-year-cycle gates.coverage",
    "E7": "32-vanguard-index vetoes.absent.when.text~least_party_days",
    "E8": "09-firms-biennial vetoes.firm.when.text~of firm",
    "E9": "09-firms-biennial vetoes.firm.when.text~24 months",
    "F1": "01-base-minus-review quotas.top.places.5",
    "F2": "21-ceilings quotas.best.places.4",
    "F4": "21-ceilings quotas.worst.places.1",
    "F5": "county-branches quotas.yearly_share.places.5.text~campaign_year",
    "F7": "05-three-year-cycle targets.y1",
    "F8": "39-red-plum-households quotas.coins.kind=reward",
    "F10": "29-student-60-30-10 quotas.third.within=unit",
    "G1": "01-base-minus-review procedure.self_assess",
    "G2": "01-base-minus-review procedure.review",
    "G3": "04-five-star-110 procedure.self_assess",
    "G4": "24-household-plaque procedure.notice",
    "G5": "24-household-plaque procedure.objection",
    "G6": "01-base-minus-review procedure.confirm",
    "G7": "county-branches procedure.recheck",
    "G8": "13-red-flags cycle.unit=half",
    "H1": "01-base-minus-review cycle.unit=year",
    "H3": "09-firms-biennial stars.rule.text~lower(earned",
    "H6": "05-three-year-cycle acts.criticised.when.text~previous year",
    "H7": "10-money-hooks acts.backward",
    "I1": "10-money-hooks acts.advanced",
    "I2": "10-money-hooks pays.party_funds",
    "I3": "03-college-index-cap vetoes.no_certificate",
    "I4": "03-college-index-cap acts.rectify",
    "I5": "34-base100-by-status acts.transfer",
    "I6": "39-red-plum-households quotas.coins.each=month",
}
TESTED = {
    "A5": "tests/rating/test_gates.py::test_the_first_gate_that_fails_says_what_becomes_of_a_subject",
    "B12": "tests/policies/test_mechanics.py::test_points_follow_the_share_of_those_ranked",
    "B13": "tests/policies/test_mechanics.py::test_the_second_time_takes_the_whole_line",
    "B14": "tests/policies/test_mechanics.py::test_what_is_within_the_allowance_costs_nothing",
    "D8": "tests/policies/test_mechanics.py::test_every_line_and_the_total_have_to_hold",
    "D14": "tests/rating/test_giving.py::test_fixed_places_with_a_line_go_to_the_best_above_it",
    "F3": "tests/rating/test_giving.py::test_a_forced_bottom_is_filled_from_the_last",
    "F6": "tests/rating/test_sharing.py::test_the_surplus_of_each_level_takes_the_places_of_the_next",
    "F9": "tests/rating/test_giving.py::test_fixed_places_with_a_line_go_to_the_best_above_it",
    "H2": "tests/policy/scheme/test_changes.py::test_a_title_is_set_to_a_level_taken_down_or_cancelled",
    "H4": "tests/policies/test_mechanics.py::test_an_honour_skips_the_single_step",
    "H5": "tests/policy/scheme/test_changes.py::test_a_change_may_begin_with_a_day_of_the_record_it_reads",
}


def test_no_mechanic_is_missing():
    codes = {f"{letter}{n}" for letter, last in LAST.items() for n in range(1, last + 1)}

    assert SHOWN.keys() | TESTED.keys() == codes


@cache
def folder(name):
    return load_scheme(name if name in list_builtin() else HERE / name)


@cache
def holds(name):
    """Whether all that the folder's examples expect is what the engine gives, by either."""
    scheme = folder(name)
    examples = [example for example in scheme.examples if list(expectations(example))]
    compared = [
        c for e in examples for engine in ("python", "polars") for c in compare(scheme, e, engine)
    ]
    return bool(compared) and all(c.holds for c in compared)


@pytest.mark.parametrize(("code", "where"), SHOWN.items(), ids=SHOWN)
def test_a_folder_shows_the_mechanic_and_its_examples_run(code, where):
    name, _, path = where.partition(" ")
    path, sign, wanted = next(
        ((*path.split(sign, 1)[:1], sign, path.split(sign, 1)[1]) for sign in "~=" if sign in path),
        (path, "", ""),
    )
    thing = folder(name)
    for step in path.split("."):
        thing = thing[step] if hasattr(thing, "keys") else getattr(thing, step)

    if sign == "=":
        assert str(thing) == wanted, code
    elif sign == "~":
        assert wanted in " ".join(str(thing).split()), code
    else:
        assert thing, code
    assert holds(name)


@pytest.mark.parametrize(("code", "where"), TESTED.items(), ids=TESTED)
def test_the_test_that_shows_a_mechanic_is_there(code, where):
    path, _, name = where.partition("::")
    text = (ROOT / path).read_text("utf-8")

    assert f"def {name}" in text, code


# ------------------------------------------------------------------ what no folder shows


def paid(rule, slips, homes=("h1",)):
    """What a rule comes to for each home, in March 2026."""
    pay = f"pays:\n  p:\n    title: 钱 | money\n    unit: 元 | yuan\n    rule: {rule}\n"
    found = by_months(pay, homes, slips)
    return [found.of(home).pays["p"].known for home in homes]


def test_points_follow_the_share_of_those_ranked():
    homes = tuple(f"h{n}" for n in range(20))
    slips = [(home, "2026-01-05", n) for n, home in enumerate(homes) if n]

    found = paid(
        "by(rank / rank_ranked, <= 5% -> 8, <= 10% -> 6, <= 50% -> 3, otherwise -> 0)", slips, homes
    )

    assert found == [8, 6, *[3] * 8, *[0] * 10]


def test_the_second_time_takes_the_whole_line():
    rule = "if(count(slips) >= 2, 0, 10)"
    once, twice = [("h1", "2026-01-05", 1)], [("h1", "2026-01-05", 1), ("h1", "2026-02-05", 1)]

    assert (paid(rule, once), paid(rule, twice)) == ([10], [0])


def test_what_is_within_the_allowance_costs_nothing():
    rule = "-2 * higher(0, count(slips) - 2)"
    slips = [("h1", f"2026-01-0{day}", 1) for day in range(1, 5)]

    assert [paid(rule, slips[:n]) for n in (2, 3, 4)] == [[0], [-2], [-4]]


def test_an_honour_skips_the_single_step():
    # the honour here: a single slip of 50; the step before was 3
    rule = "if(any(slips, off >= 50), stars, lower(stars, 3 + 1))"

    assert paid(rule, [("h1", "2026-01-05", 5)]) == [4]
    assert paid(
        "if(any(slips, off <= 5), stars, lower(stars, 3 + 1))", [("h1", "2026-01-05", 5)]
    ) == [5]


CRITERIA = """criterion: {name}
title: {title}
max: 50
pass: points >= 40
lines:
  {name}_given:
    text: 得分 | points
    max: 50
"""
TWO = """scheme: two
title: 每项与总分 | Each and all
subject: units
cycle: year
levels:
  0: 无 | none
  5: 五星 | five
results:
  score:
    title: 总分 | total
    rule: sum(criteria, points)
  honours:
    title: 可评优 | may be honoured
    type: yes
    rule: score >= 90
vetoes:
  case:
    title: 立案 | a case
    when: count(cases) >= 1
    then: honours = no
stars:
  rule: if(every(criteria, passed) and score >= 90, 5, 0)
"""
EXAMPLES = """都过且够总分 | all pass and the total is there:
  given:
    {points: [{item: one_given, points: 50}, {item: two_given, points: 40}]}
  expect:
    {stars: 5, honours: yes}
一项不过 | one fails:
  given:
    {points: [{item: one_given, points: 50}, {item: two_given, points: 39.5}]}
  expect:
    {stars: 0}
总分不够 | the total is short:
  given:
    {points: [{item: one_given, points: 49}, {item: two_given, points: 40}]}
  expect:
    {stars: 0, honours: no}
立案只影响评优 | a case bars from honours alone:
  given:
    {points: [{item: one_given, points: 50}, {item: two_given, points: 50}], cases: [{}]}
  expect:
    {stars: 5, honours: no}
"""


@pytest.mark.parametrize("engine", ["python", "polars"])
def test_every_line_and_the_total_have_to_hold(tmp_path, engine):
    (tmp_path / "criteria").mkdir()
    (tmp_path / "scheme.nt").write_text(TWO, "utf-8")
    (tmp_path / "examples.nt").write_text(EXAMPLES, "utf-8")
    for name, title in (("one", "第一项 | one"), ("two", "第二项 | two")):
        written = CRITERIA.format(name=name, title=title)
        (tmp_path / "criteria" / f"{name}.nt").write_text(written, "utf-8")
    scheme = load_scheme(tmp_path)

    compared = [c for example in scheme.examples for c in compare(scheme, example, engine)]

    assert [(c.what, c.wanted, c.found) for c in compared if not c.holds] == []
    assert len(compared) == 7
