"""Every rule of every scheme, said in both languages."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from xingping.policy.scheme.every_rule import every_rule
from xingping.policy.scheme.load import list_builtin, load_scheme
from xingping.policy.sentences import ask

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
