from tests.records.given import A, B, scheme
from xingping.records import guidance
from xingping.records.layout import layouts


def told(name, register, field, lang="zh"):
    return guidance.column(layouts(scheme(name))[register], field, scheme(name), lang)


def test_a_column_says_what_it_takes():
    assert told(A, "activities", "held_on") == "日期，如 2026-03-01；每行必填"
    assert told(A, "activities", "group", "en") == "yes or no; empty means not known"
    assert told(A, "meetings", "present") == "整数；不大于“应到人数”；空着表示不清楚"
    assert told(A, "assessments", "score") == "数，精确到 0.01，0 至 100；空着表示不清楚"
    assert (
        told(B, "points", "points", "en")
        == "number, in steps of 0.01, 0 to 20; empty means not known"
    )
    assert told(A, "declarations", "stars", "en") == "level: 3, 4, 5; empty means not known"
    assert told(A, "tasks", "done_on") == "日期，如 2026-03-01；空着表示没有；可以后补填"
    assert told(A, "plans", "year", "en") == "year, such as 2026; in every row"
    assert told(A, "units", "name", "en") == "text; empty means not known"


def test_ids_of_criteria_and_items_stand_with_their_titles_and_limits():
    assert "\n2：党支部班子\n" in told(A, "findings", "criterion")
    assert "\n2: Branch leadership, at most 5.6\n" in told(A, "points", "item", "en")
    assert told(A, "points", "reason") == "文字；给分须写明理由"
    assert told(A, "points", "by") == "文字；可不填"


def test_the_sheet_of_guidance_is_known_again():
    assert guidance.is_guide("填写说明")
    assert guidance.is_guide("How to fill in-02")
    assert not guidance.is_guide("说明")


def test_texts_that_the_scheme_reads_are_listed():
    assert guidance.texts("points", "item", scheme(B), "zh") == [
        "B-2.1",
        "B-2.2",
        "B-2.3",
        "B-2.4",
        "B-2.5",
    ]
    assert guidance.texts("findings", "criterion", scheme(A), "zh") == [
        "2",
        "3",
        "5",
        "7",
        "9",
        "10",
        "11",
        "12",
    ]
    assert "活动" in guidance.texts("kept", "register", scheme(A), "zh")
    assert guidance.texts("attestations", "clause", scheme(B), "zh")[0] == "B-5.1"


def test_five_lines_explain_the_workbook():
    assert len(guidance.lines("zh")) == len(guidance.lines("en")) == 5


def test_only_the_first_clauses_are_named():
    assert guidance.with_clauses("x", ["A"] * 9, "en") == "x\nread by: A A A A A A A A …"
    assert guidance.with_clauses("x", ["", ""], "zh") == "x"
