import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "scheme.nt",
        "    beyond: 1\n",
        "",
        [
            "scheme.nt:71:5: 'beyond' is missing: the level of those without a place",
        ],
    ),
    (
        "scheme.nt",
        "    beyond: 1",
        "    beyond: 4",
        [
            "scheme.nt:78:13: no level is called '4'",
            "hint: known: 0, 1, 2, next",
        ],
    ),
    (
        "scheme.nt",
        "      2: floor(30% * all)",
        "      7: floor(30% * all)",
        [
            "scheme.nt:73:7: no level is called '7'",
            "hint: known: 0, 1, 2",
        ],
    ),
    (
        "scheme.nt",
        "      2: floor(30% * all)",
        "      2: floor(30% * al)",
        [
            "scheme.nt:73:22: nothing here is called 'al'",
            "hint: did you mean 'all'?",
        ],
    ),
    (
        "scheme.nt",
        "    places:\n      2: floor(30% * all)",
        "    places: floor(30% * all)",
        [
            "scheme.nt:72:13: 'key: value' lines is due here, not a text",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_quotas_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
