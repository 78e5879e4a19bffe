import pytest

from tests.policy.overlay.small import told

WHY = "  parameters.line.default: 本地文件 | a paper of ours\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            WHY,
            "  {}\n",
            [
                "overlay.nt:6:3: nothing says why 'parameters.line.default' is set",
                "hint: write under 'why': 'parameters.line.default: the document or the reason'",
            ],
        ),
        (
            WHY,
            WHY + "  max of given: 别的 | other\n",
            [
                "overlay.nt:14:3: no value that is set is called 'max of given'",
                "hint: known: lines of work, parameters.line.default",
            ],
        ),
        (
            WHY,
            "  parameters.line.default:\n",
            ["overlay.nt:13:27: the reason is empty"],
        ),
        (
            "  parameters.line.default: 62",
            "  the line: 62",
            [
                "overlay.nt:6:3: 'the line' cannot be read",
                "hint: write parameters.NAME.default, max of ITEM, or lines of CRITERION",
            ],
        ),
        ("title: 本地小方案 | Tiny, here\n", "", ["overlay.nt:1:1: 'title' is missing"]),
        ("set:\n", "sets:\n", ["overlay.nt:5:1: no key is called 'sets'"]),
    ],
)
def test_what_is_wrong_with_the_file_of_an_overlay_is_told(tmp_path, old, new, expected):
    found = told(tmp_path, old, new)

    assert [line for line in expected if line not in found] == []


def test_a_base_that_is_not_named_is_told(tmp_path):
    assert told(tmp_path, "of: ../tiny", "of:")[0] == (
        "overlay.nt:3:4: the scheme that this builds on is not named"
    )
