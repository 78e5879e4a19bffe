"""Every rule of every scheme, said in both languages."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from xingping.policy.language.names import Names
from xingping.policy.language.rules import read_rule
from xingping.policy.language.scope import Scope
from xingping.policy.scheme.every_rule import every_rule
from xingping.policy.scheme.load import list_builtin, load_scheme
from xingping.policy.sentences import ask, ask_both
from xingping.policy.words import Text

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent for path in (HERE.parents[1] / "policies").glob("*/scheme.nt"))
SCHEMES = [*list_builtin(), *FOLDERS]
GOLDEN = HERE / "sentences.txt"
QUOTED = re.compile(r"“[^”]*”|[A-Z]+\d*-[A-Z]?[\d.]+\w*")  # quoted texts and the ids of clauses
YEAR = 2026


def said(name):
    """Each different rule of a scheme with its two sentences, in order."""
    scheme = load_scheme(name)
    for rule in every_rule(scheme):
        yield (
            " ".join(rule.text.split()),
            *(ask(rule.tree, scheme, lang, year=YEAR) for lang in ("zh", "en")),
        )


def table(names):
    """The golden table: a rule, its Chinese and its English, then an empty line."""
    blocks = []
    for name in names:
        found = dict.fromkeys(said(name))
        blocks.append(f"== {name} ==\n")
        blocks += [f"{rule}\n{zh}\n{en}\n" for rule, zh, en in found]
    return "\n".join(blocks)


def test_the_sentences_of_the_built_in_schemes_are_those_that_were_read_aloud():
    assert table(list_builtin()) == GOLDEN.read_text(encoding="utf-8")


def test_a_rule_is_asked_in_both_languages_at_once():
    scheme = load_scheme("office-branches")
    node = next(iter(scheme.targets.values())).rule.tree

    assert ask_both(node, scheme) == Text(ask(node, scheme, "zh"), ask(node, scheme, "en"))


@pytest.mark.parametrize("name", SCHEMES, ids=lambda name: Path(name).name)
def test_every_rule_of_a_scheme_has_a_sentence_in_each_language(name):
    for rule, zh, en in said(name):
        assert zh.strip(), rule
        assert en.strip(), rule


@pytest.mark.parametrize("name", SCHEMES, ids=lambda name: Path(name).name)
def test_no_chinese_sentence_holds_an_id_or_an_english_word(name):
    found = [zh for _, zh, _ in said(name) if re.search("[A-Za-z_]", QUOTED.sub("", zh))]

    assert found == []


@pytest.mark.parametrize("name", SCHEMES, ids=lambda name: Path(name).name)
def test_no_english_sentence_holds_an_id_or_a_chinese_word(name):
    found = [en for _, _, en in said(name) if re.search(r"[\u3000-\u9fff]|\w_|_\w", en)]

    assert found == []


@pytest.mark.parametrize("name", SCHEMES, ids=lambda name: Path(name).name)
def test_brackets_and_quotation_marks_come_in_pairs(name):
    for _, *sentences in said(name):
        for one in sentences:
            assert all(one.count(a) == one.count(b) for a, b in ("（）", "()", "“”")), one
            assert "  " not in one


def test_a_parameter_is_told_with_the_value_of_the_season():
    scheme = load_scheme("office-branches")
    rule = scheme.criteria["13"].standards["4"].require[1]

    zh, en = (
        ask(rule.tree, scheme, lang, values={"target_score": Fraction(85)}) for lang in ("zh", "en")
    )

    assert zh == "考核分不低于目标考核分（85分）"
    assert en == "the score is at least the target score (85)"


def test_a_window_of_years_is_told_without_years_where_none_is_given():
    scheme = load_scheme("office-branches")
    rule = scheme.criteria["4"].standards["5"].require[0]

    assert ask(rule.tree, scheme, "zh") == "连续三年没有未撤案的立案"
    assert (
        ask(rule.tree, scheme, "en")
        == "there is no case filed and not withdrawn in three consecutive years"
    )


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            "count(meetings over 24 months) >= 3",
            "近24个月上级会议活动不少于3次",
            "there are at least 3 meetings and events in the last 24 months",
        ),
        (
            "count(cases over previous year) = 0",
            "上年没有立案",
            "there is no case filed in the previous year",
        ),
        (
            "count(activities over 2 periods) > 2",
            "最近两个周期（含本周期）活动多于2次",
            "there are more than 2 activities in the last two periods, this one included",
        ),
        (
            "longest(each month, count(meetings) = 0) <= 2",
            "本年连续出现“当月没有上级会议活动”的月数不超过2",
            "at most 2 months in a row hold that there is no superior's meeting or event in that month",
        ),
        (
            "any(tasks where grade in (good, outstanding), key)",
            "本年有完成质量为较好或出色的重点工作任务",
            "there is a key task with grade good or outstanding this year",
        ),
        (
            "not (count(cases) >= 1 and count(meetings) >= 2)",
            "本年并非“立案不少于1件，且上级会议活动不少于2次”",
            (
                "it is not so that there is at least 1 case filed this year"
                " and there are at least 2 meetings and events this year"
            ),
        ),
        (
            "3 < count(meetings) <= 5",
            "本年上级会议活动次数在3（不含）至5（含）之间",
            "the number of meetings and events this year is above 3 and at most 5",
        ),
        (
            "abs(count(meetings) - 4)",
            "（本年上级会议活动次数－4）的绝对值",
            "the size of (the number of meetings and events this year - 4)",
        ),
        (
            "count(meetings where evidence) >= 2",
            "本年有佐证材料的会议活动不少于2次",
            "there are at least 2 meetings and events with evidence this year",
        ),
        (
            "last(tasks where key, done_on) <= last(tasks, due_on)",
            "本年最近一项重点工作任务的完成日期不晚于最近一项上级任务的完成期限",
            (
                "the day of completion in the last key task this year is on or before"
                " the due date in the last superior's task this year"
            ),
        ),
        (
            "since != none",
            "已填成立日期",
            "'set up on' is filled in",
        ),
    ],
)
def test_what_no_built_in_scheme_says_reads_well_too(text, zh, en):
    scheme = load_scheme("office-branches")
    node = read_rule(text, Scope(Names(scheme.catalogue, scheme.subject)))

    assert ask(node, scheme, "zh", year=YEAR) == zh
    assert ask(node, scheme, "en", year=YEAR) == en


@pytest.mark.parametrize(
    ("folder", "text", "zh", "en"),
    [
        (
            "09-firms-biennial",
            "any(firm_events of firm over 24 months, yes)",
            "近24个月所在企业有企业失信违法记录",
            "there is a firm's record of the firm in the last 24 months",
        ),
        (
            "03-college-index-cap",
            "stars in (3, 4)",
            "星级为三星或四星",
            "the star level is three stars or four stars",
        ),
        (
            "11-village-star-by-star",
            "-3 * higher(0, floor(mean(cadres, age) - 48))",
            "－3×（（本年村干部的平均年龄－48）（舍去小数取整）（不足0的按0计））",
            ("-3 × ((the mean age of village cadres this year - 48) (rounded down) (at least 0))"),
        ),
    ],
)
def test_rules_of_other_schemes_read_well_too(folder, text, zh, en):
    scheme = load_scheme(HERE.parents[1] / "policies" / folder)
    (rule,) = (rule for rule in every_rule(scheme) if rule.text == text)

    assert ask(rule.tree, scheme, "zh", year=YEAR) == zh
    assert ask(rule.tree, scheme, "en", year=YEAR) == en
