import pytest

from tests.policy.sentences.samples import scheme
from xingping.policy.sentences.measured import Missing
from xingping.policy.sentences.missing import item_title, missing_words, verdict_words


@pytest.mark.parametrize(
    ("missing", "zh", "en"),
    [
        (
            Missing("not_kept", "cases", year=2024),
            "2024年立案台账未登记建立",
            "register of cases filed not kept in 2024",
        ),
        (
            Missing("no_finding", item="3"),
            "第3条尚无审核认定",
            "no reviewer's finding yet for criterion 3",
        ),
        (Missing("no_points", item="3"), "第3条尚未评分", "no points given yet for criterion 3"),
        (
            Missing("no_record", "appraisals"),
            "尚无民主评议记录",
            "no democratic appraisal on record yet",
        ),
        (
            Missing("empty", "circulars", "persons"),
            "有1条通报与问责记录未填“涉及人次”",
            "'persons named' is empty in 1 record of circulars and accountability decisions",
        ),
        (
            Missing("ahead", "tasks", count=2),
            "有2项上级任务的完成期限未到",
            "2 tasks are still ahead",
        ),
        (
            Missing("differ", "appraisals"),
            "最后一日有两次民主评议，记录不一致",
            "two democratic appraisals on the last day differ",
        ),
        (Missing("too_few", "ballots", count=3), "党员测评不足3张", "fewer than 3 ballots"),
        (Missing("others"), "其他单位的结果未定", "results of another branch are still open"),
    ],
    ids=lambda value: getattr(value, "kind", ""),
)
def test_what_is_missing_is_named(missing, zh, en):
    assert missing_words(missing, scheme(), "zh") == zh
    assert missing_words(missing, scheme(), "en") == en


def test_a_verdict_has_three_values():
    assert [verdict_words(v, "zh") for v in ("met", "not_met", "not_yet_known")] == [
        "达标", "未达标", "待定",
    ]  # fmt: skip


def test_criteria_without_a_number_and_lines_go_by_their_titles():
    county = scheme("county-branches")

    assert item_title("team", county).zh == "“领导班子好”"
    assert item_title("public_survey", county).zh.startswith("“群众满意率")
    assert item_title("nowhere", county).zh == "nowhere"
