from tests.policy.scheme.tiny import edit, write
from xingping.policy.differences.compare import compare
from xingping.policy.differences.words import MOST_WRITTEN, between, to_json
from xingping.policy.scheme.load import load_scheme


def pair(tmp_path, file, old, new):
    base = load_scheme(write(tmp_path / "base"))
    return base, load_scheme(edit(tmp_path / "other", file, old, new))


def test_a_parameter_is_told_with_both_values(tmp_path):
    old, new = pair(tmp_path, "scheme.nt", "    default: 60", "    default: 61")

    assert list(between(old, new, "zh"))[1:] == ["  参数“分数线”（line） · 默认值（T-1）：60 → 61"]
    assert list(between(old, new, "en"))[1:] == [
        "  parameter 'line' (line) · default (T-1): 60 → 61"
    ]


def test_a_rule_is_told_as_two_sentences_and_as_written(tmp_path):
    old, new = pair(
        tmp_path,
        "criteria/1-tidy.nt",
        "count(activities where recorded) >= 2",
        "count(activities where recorded) >= 3",
    )

    told = list(between(old, new, "en"))

    assert told[1].strip() == (
        "criterion 'Tidiness' (tidy) · standard of level 2 · require 1 (T-3):"
    )
    assert told[2].strip().startswith("before: ")
    assert told[2].endswith("at least 2 this year") or "2" in told[2]
    assert "3" in told[3]
    assert told[4].strip() == (
        "written: count(activities where recorded) >= 2 → count(activities where recorded) >= 3"
    )


def test_texts_that_differ_in_the_other_language_only_are_told_in_both(tmp_path):
    old, new = pair(tmp_path, "clauses.nt", "there is a line", "there is a limit")

    assert list(between(old, new, "zh"))[1].endswith(
        "设分数线 | there is a line → 设分数线 | there is a limit"
    )


def test_schemes_that_say_the_same_are_told_so(tmp_path):
    old, new = pair(tmp_path, "clauses.nt", "says:\n", "# a comment\nsays:\n")

    assert list(between(old, old, "en")) == ["'Tiny' and 'Tiny' are the same"]
    assert list(between(old, new, "en")) == [
        "'Tiny' and 'Tiny' say the same; only comments, empty lines or the order of files differ"
    ]


def test_a_difference_as_data_has_path_clauses_and_both_values(tmp_path):
    old, new = pair(tmp_path, "scheme.nt", "  1: line <= score < 80", "  1: line <= score < 70")
    (one,) = compare(old, new)

    told = to_json(one, old, new, "en")

    assert (told["kind"], told["path"], told["clauses"]) == ("changed", "bands.rules.1", ["T-2"])
    assert (told["old_rule"], told["new_rule"]) == ("line <= score < 80", "line <= score < 70")


def test_lines_that_are_only_written_in_another_way_are_shown_up_to_a_number(tmp_path):
    old = load_scheme(write(tmp_path / "base"))
    folder = write(tmp_path / "other")
    page = folder / "scheme.nt"
    page.write_text(page.read_text("utf-8").replace("    title: ", "    名称: "), "utf-8")
    few = list(between(old, load_scheme(folder), "en"))
    for english, chinese in (
        ("clause", "条款"),
        ("when", "情形"),
        ("rule", "规则"),
        ("then", "处理"),
    ):
        text = page.read_text("utf-8").replace(f"    {english}: ", f"    {chinese}: ")
        page.write_text(text, "utf-8")
    many = list(between(old, load_scheme(folder), "zh"))

    assert few[0].startswith("'Tiny' and 'Tiny' mean the same; ")
    assert few[0].endswith(" lines are written in another way:")
    assert "意思相同" in many[0]
    assert len(many) == MOST_WRITTEN + 2
    assert many[-1] == "  …"
