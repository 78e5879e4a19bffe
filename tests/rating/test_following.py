"""What follows from ratings, told of one subject and counted over all."""

from tests.rating.months import rated
from xingping.rating.explain import explain_rated
from xingping.rating.following import counted_lines, following_lines

ACT = """acts:
  warned:
    clause: S-4
    when: score < 70
    then: 谈话提醒 | the branch is talked to
"""
PAY = """pays:
  bonus:
    title: 绩效 | bonus
    clause: S-5
    unit: 元 | yuan
    rule: 10 * score
"""
COINS = """quotas:
  coins:
    title: 梅花币 | coins
    clause: S-3
    kind: reward
    places:
      5: 1
    within: all
    by: score
    ties: share
    each: month
"""
MONTHLY = PAY + "    each: month\n"
LASTING = PAY + "    each: month\n    from: next month\n    for: 6\n"
SLIPS = [("h1", "2026-01-10", 5), ("h1", "2026-03-10", 30), ("h2", "2026-02-10", 10)]


def found(more):
    return rated(more, ("h1", "h2"), SLIPS)


def one(more, subject, lang):
    ratings = found(more)
    return following_lines(ratings.run.scheme, ratings.of(subject), lang)


def all_(more, lang):
    ratings = found(more)
    return counted_lines(ratings.run.scheme, ratings.ratings, lang)


def test_an_act_is_told_of_whom_it_applies_to_and_counted():
    assert one(ACT, "h1", "zh") == ["由此产生：", "  谈话提醒（S-4）：成立", ""]
    assert one(ACT, "h2", "en") == []
    assert all_(ACT, "en") == ["the branch is talked to (S-4): 1"]


def test_a_pay_is_told_with_its_unit_and_summed():
    assert one(PAY, "h1", "en") == ["What follows:", "  bonus (S-5): 650 yuan", ""]
    assert all_(PAY, "zh") == ["绩效（S-5）：2个，合计1550元"]


def test_a_pay_by_months_is_told_month_by_month_and_summed_over_all():
    assert one(MONTHLY, "h1", "zh")[1] == (
        "  绩效（S-5）：2026-01 950元，2026-02 1000元，2026-03 700元"
    )
    assert all_(MONTHLY, "en") == ["bonus (S-5): 2, 5550 yuan in all"]


def test_an_amount_that_is_paid_again_and_again_says_how_often():
    assert one(LASTING, "h1", "en")[1] == "  bonus (S-5): 650 yuan, each month, 6 times"
    assert all_(LASTING, "zh") == ["绩效（S-5）：2个，合计1550元，每月发放，共6次"]


def test_a_reward_is_told_for_the_months_in_which_it_is_given():
    assert one(COINS, "h1", "zh")[1] == "  梅花币（S-3）：2026-02 得到"
    assert one(COINS, "h2", "en")[1] == "  coins (S-3): 2026-01 given, 2026-03 given"
    assert all_(COINS, "en") == ["coins (S-3): 3"]


def test_an_explanation_has_the_block_and_a_scheme_without_has_none():
    ratings = found(PAY)

    assert "What follows:" in explain_rated(ratings, "h1").lines("en")
    assert "What follows:" not in explain_rated(found(""), "h1").lines("en")
