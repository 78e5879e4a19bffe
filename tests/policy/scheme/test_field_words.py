import pytest

from xingping.policy.scheme.field_words import in_english, spelled_field
from xingping.policy.scheme.load import key_words


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("整数", "whole"),
        ("日期", "day"),
        ("空为无", "empty means none"),
        ("上级后补", "later by superior"),
        ("至 expected", "to expected"),
        ("步长 0.1", "step 0.1"),
    ],
)
def test_a_type_or_option_has_two_spellings(chinese, english):
    words = key_words()

    assert in_english(chinese, words) == in_english(english, words) == english
    assert spelled_field(["栏", "field"], [english], words).zh == f"栏 | field | {chinese}"


def test_a_list_of_the_scheme_keeps_its_id():
    assert in_english("year", key_words(), {"year"}) == "year"
    assert spelled_field(["栏", "field"], ["members_status"], key_words()).zh.endswith(
        "members_status"
    )
