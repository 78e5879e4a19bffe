from datetime import date
from fractions import Fraction

import pytest

from tests.policy.sentences.samples import rule, scheme
from xingping.policy.sentences.needs import (
    closed_by,
    needs_filled,
    needs_finding,
    needs_kept,
    needs_level,
    needs_points,
    needs_rows,
    needs_sum,
    needs_whole,
    until_words,
)
from xingping.policy.words import Text

LAST = date(2026, 12, 31)


def both(words, *args, **more):
    return [words(*args, scheme(), lang, **more) for lang in ("zh", "en")]


def test_more_records_are_counted_with_their_last_day():
    assert both(needs_rows, rule("7", "5").first.rows, 2, until=LAST) == [
        "还需2次有活动记录的集体文体活动（12月31日前）",
        "two more group cultural or sports activities with records by 31 December",
    ]
    assert both(needs_rows, rule("11", "4", 1).first.rows, 1) == [
        "还需1份季度工作计划",
        "one more quarter plan",
    ]


def test_more_of_a_field_is_told_by_the_field():
    assert both(needs_sum, rule("11", "4", 2).first.left, Fraction(2), until=LAST) == [
        "完成事项数还需增加2（12月31日前）",
        "2 more on the number of items done by 31 December",
    ]


def test_a_share_is_lifted_by_records_without_a_gap():
    zh, en = both(needs_whole, rule("1", "3").first, 28)

    assert zh == "应到人数须再增加28，且全部计入实到人数，无一缺少"
    assert (
        en == "28 more on the number expected, all of them on the number present too, none missing"
    )


def test_a_share_of_something_else_is_refused():
    with pytest.raises(ValueError, match="two sums of fields"):
        needs_whole(
            scheme("county-branches").results["satisfaction"].rule.tree.of, 1, scheme(), "zh"
        )


def test_a_field_to_fill_in_is_named():
    assert both(needs_filled, "tasks", "done_on", 1) == [
        "还需补填1项上级任务的“完成日期”",
        "'done on' to be filled in for one superior's task",
    ]


def test_a_reviewer_is_asked_for_findings_and_points():
    assert both(needs_finding, "3", "4") == [
        "须由审核人认定第3条达到四星级",
        "a reviewer has to find criterion 3 at four stars",
    ]
    assert both(needs_points, "3") == [
        "须由审核人为第3条评分",
        "a reviewer has to give points for criterion 3",
    ]


def test_a_declaration_has_its_deadline():
    assert both(needs_level, Fraction(4), until=date(2026, 10, 31)) == [
        "须申报四星级及以上（10月31日前）",
        "a declaration of four stars or more by 31 October",
    ]


def test_who_can_close_it_is_named_and_a_rank_is_in_nobodys_hands():
    assert closed_by(["branch", "reviewer"], "zh") == "由本支部和审核人办理"
    assert closed_by(["branch", "ranking"], "en") == "up to the branch, and to the ranking"
    assert closed_by(["ranking"], "zh") == "由排名产生，各方均不能自定"


def test_a_body_is_called_what_its_scheme_calls_it():
    own = {"committee": Text("机关党委", "the office's committee")}

    assert closed_by(["committee"], "zh") == "由党委办理"
    assert closed_by(["committee"], "zh", own) == "由机关党委办理"
    assert (
        closed_by(["committee", "branch"], "en", own)
        == "up to the office's committee and the branch"
    )


def test_without_a_day_nothing_is_said_of_it():
    assert until_words(None, "zh") == ""


def test_a_register_not_kept_is_to_be_completed_and_listed():
    assert both(needs_kept, "innovations", 2026) == [
        "须建齐2026年创新台账，并登记到“台账建立情况”",
        "the register of innovations of 2026 to be completed and listed in 'registers kept'",
    ]
