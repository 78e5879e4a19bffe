from xingping.policy.nested import read_text
from xingping.policy.written import Page


def places(text):
    """Every key and text of a page with its column, in order."""
    page = Page("a.nt")
    read_text(text, page)
    assert page.faults == []
    found = []
    walk(page.content, found)
    return found


def walk(written, found):
    if hasattr(written, "entries"):
        for key, value in written.entries.items():
            found.append((key, written.key_at[key].column))
            walk(value, found)
    elif hasattr(written, "items"):
        for value in written.items:
            walk(value, found)
    else:
        found.append((written.text, written.at.column))


def test_everything_in_brackets_knows_its_column():
    assert places("k:\n  {a: 1, b: [{c: 2}, {c: 3, d: x y}], e: z}\n") == [
        ("k", 1),
        ("a", 4),
        ("1", 7),
        ("b", 10),
        ("c", 15),
        ("2", 18),
        ("c", 23),
        ("3", 26),
        ("d", 29),
        ("x y", 32),
        ("e", 39),
        ("z", 42),
    ]


def test_empty_brackets_and_spaces_are_stepped_over():
    assert places("k:\n  [[], {}, { a : 1 } , [ ], b]\n") == [
        ("k", 1),
        ("a", 14),
        ("1", 18),
        ("", 26),
        ("b", 29),
    ]
