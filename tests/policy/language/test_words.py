import re

import pytest

from xingping.policy.language.words import SECTIONS, read_table, word_table


def test_a_word_is_understood_in_either_language_and_spelled_in_both():
    table = word_table()

    assert table.meaning("keywords", "其中") == table.meaning("keywords", "where") == "where"
    assert table.meaning("folds", "其中") is None
    assert table.spell("folds", "count", "zh") == "次数"
    assert table.spell("folds", "count", "en") == "count"
    assert table.spell("operators", "<", "zh") == "<"


def test_every_chinese_word_leads_back_to_its_english():
    table = word_table()

    for section in SECTIONS:
        for english, chinese in table.chinese[section].items():
            assert table.meaning(section, chinese) == english


def table_with(**changed):
    return {section: changed.get(section, {}) for section in SECTIONS}


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ([], "the table of words has the sections"),
        (table_with(folds={"count": "次数", "sum": "次数"}), "two meanings in 'folds'"),
        (table_with(folds={"count": "次数"}, names={"all": "次数"}), "two roles"),
        (table_with(folds={"count": "次 数"}), "no Chinese word"),
    ],
)
def test_a_table_in_which_a_word_has_two_roles_is_refused(written, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        read_table(written)


def test_a_unit_of_time_may_be_one_word_for_one_and_for_several():
    table = read_table(table_with(units={"day": "日"}, spans={"days": "日"}))

    assert table.meaning("units", "日") == "day"
    assert table.meaning("spans", "日") == "days"
