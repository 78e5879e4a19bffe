import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "scheme.nt",
        "cycle: year\n",
        "",
        [
            "scheme.nt:1:1: 'cycle' is missing",
        ],
    ),
    (
        "scheme.nt",
        "campaign: 3",
        "campain: 3",
        [
            "scheme.nt:6:1: no key is called 'campain'",
            "hint: did you mean 'campaign'?",
        ],
    ),
    (
        "scheme.nt",
        "subject: units",
        "subject: unit",
        [
            "scheme.nt:4:10: no register is called 'unit'",
            "hint: did you mean 'units'?",
        ],
    ),
    (
        "criteria/2-work.nt",
        "criterion: work",
        "criterion: tidy",
        [
            "criteria/2-work.nt:1:12: the criterion 'tidy' stands in another file too",
            "scheme.nt:37:18: nothing here is called 'work'",
            "hint: known: all, band, campaign_year, eligible, first_year, group, line, name",
            "scheme.nt:48:16: nothing here is called 'work'",
            "hint: known: all, band, campaign_year, eligible, first_year, group, line, name",
            "scheme.nt:76:16: nothing here is called 'work'",
            "hint: known: all, band, campaign_year, eligible, first_year, group, line, name",
            "scheme.nt:119:10: no criterion or line is called 'work'",
            "hint: known: tidy",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_the_whole_folder_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
