import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "scheme.nt",
        "    clause: T-1\n",
        "",
        [
            "assumptions.nt:2:12: nothing that comes from 'T-1' cites 'T-R1'",
            "hint: write 'assumes: T-R1' where T-1 is cited",
            "clauses.nt:2:3: nothing cites the clause 'T-1'",
            "hint: cite it, or say under 'shown' why it is only shown",
        ],
    ),
    (
        "scheme.nt",
        "    clause: T-1\n",
        "    clause: T-9\n",
        [
            "assumptions.nt:2:12: nothing that comes from 'T-1' cites 'T-R1'",
            "hint: write 'assumes: T-R1' where T-1 is cited",
            "clauses.nt:2:3: nothing cites the clause 'T-1'",
            "hint: cite it, or say under 'shown' why it is only shown",
            "scheme.nt:17:13: no clause is called 'T-9'",
            "hint: did you mean 'T-4'?",
        ],
    ),
    (
        "assumptions.nt",
        "  decides: T-1",
        "  decides: T-1 T-7",
        [
            "assumptions.nt:2:12: no clause is called 'T-7'",
            "hint: did you mean 'T-4'?",
        ],
    ),
    (
        "assumptions.nt",
        "  decides: T-1",
        "  decides: T-1 T-2",
        [
            "assumptions.nt:2:12: nothing that comes from 'T-2' cites 'T-R1'",
            "hint: write 'assumes: T-R1' where T-2 is cited",
        ],
    ),
    (
        "assumptions.nt",
        "T-R1:",
        "T-R2:",
        [
            "assumptions.nt:1:1: nothing cites the assumption 'T-R2'",
            "hint: write 'assumes: T-R2' where it decides",
            "assumptions.nt:2:12: nothing that comes from 'T-1' cites 'T-R2'",
            "hint: write 'assumes: T-R2' where T-1 is cited",
            "scheme.nt:17:13: no assumption is called 'T-R1'",
            "hint: did you mean 'T-R2'?",
            "scheme.nt:26:12: no assumption is called 'T-R1'",
            "hint: did you mean 'T-R2'?",
        ],
    ),
    (
        "clauses.nt",
        "  T-4: 只展示",
        "  T-5: 只展示",
        [
            "clauses.nt:5:3: nothing cites the clause 'T-4'",
            "hint: cite it, or say under 'shown' why it is only shown",
            "clauses.nt:7:3: no clause is called 'T-5'",
            "hint: did you mean 'T-4'?",
        ],
    ),
    (
        "assumptions.nt",
        "  why: 原文未定 | the source is silent\n",
        "",
        [
            "assumptions.nt:2:3: 'why' is missing",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_cited_and_not_there_or_there_and_not_cited_is_told(
    tmp_path, file, old, new, expected
):
    assert told(tmp_path, file, old, new) == expected
