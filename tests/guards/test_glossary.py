"""One word per idea: what GLOSSARY.md says holds in labels and identifiers."""

import ast
import re
from functools import cache

from tests.guards.repository import ROOT, SCHEMES, files, name_of, ours, syntax, text

ROW = re.compile(r"^\| (?P<zh>[^|]+) \| (?P<en>[^|]+) \| `(?P<name>\w+)` \| (?P<note>[^|]*)\|$")
LABEL = re.compile(r"^\s*(?:[\w.-]+: )?(?P<zh>[\u4e00-\u9fff]+) \| (?P<en>[^|]+?)(?: \|.*)?$")


def test_no_word_stands_for_two_ideas():
    for column in ("zh", "en", "name"):
        column_words = [
            row[column] for row in rows() if not (column == "name" and row["en"] == "no star")
        ]
        assert sorted(column_words) == sorted(set(column_words)), column


def test_a_label_that_is_a_term_is_translated_as_the_glossary_says():
    english = {row["zh"]: row["en"] for row in rows()}
    other = [
        f"{name_of(path)}:{number}: {label['zh']} is {english[label['zh']]!r}, not {label['en']!r}"
        for path in files("src", suffix=".nt")
        for number, line in enumerate(text(path).splitlines(), 1)
        if (label := LABEL.match(line))
        and label["zh"] in english
        and not any(
            word in label["en"].lower() for word in english[label["zh"]].lower().split(", ")
        )
    ]

    assert other == []


def test_no_identifier_uses_a_word_that_the_glossary_turns_down():
    banned = {word for row in rows() for word in re.findall(r"not `(\w+)`", row["note"])}
    found = [
        f"{name_of(path)}:{node.lineno}: {node.name}"
        for path in ours()
        if SCHEMES not in path.parents
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        if banned.intersection(re.findall(r"[a-z]+", re.sub(r"(?=[A-Z])", "_", node.name).lower()))
    ]

    assert found == []


@cache
def rows():
    found = [row for line in text(ROOT / "GLOSSARY.md").splitlines() if (row := ROW.match(line))]
    assert len(found) > 40
    return [{key: value.strip() for key, value in row.groupdict().items()} for row in found]
