"""The grammar for editors is what the words and keys make of it, and marks real files."""

import json
import re
import subprocess
import sys
from functools import cache

import pytest

from tests.guards.repository import ROOT, SCHEMES, files, text

KEPT = ROOT / "editors" / "xingping.tmLanguage.json"
GRAMMAR = json.loads(text(KEPT))
PAGES = [*files("tests", suffix=".nt"), *SCHEMES.rglob("*/*.nt")]


def test_the_grammar_has_no_drift(tmp_path):
    subprocess.run([sys.executable, ROOT / "tools/highlighting.py", tmp_path], check=True)

    assert text(tmp_path / KEPT.name) == text(KEPT), "run `make docs` and commit editors"


def test_every_line_of_every_scheme_is_marked_by_one_kind_of_line():
    bare = [
        f"{path.name}: {line}"
        for path in PAGES
        for line in text(path).splitlines()
        if line.strip() and not any(compiled(one["match"]).match(line) for one in lines())
    ]

    assert bare == []


def test_comments_and_only_comments_are_marked_as_such():
    for path in PAGES:
        for line in text(path).splitlines():
            is_comment = line.lstrip().startswith("#")
            assert is_comment == ("comment.line" in marks(line).get(line, "")) or not line.strip()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("    require: count(cases where serious over 2 years) = 0", {
            "require": "key.rule", "count": "support.function", "cases": "variable.other",
            "where": "keyword.control", "years": "time", "2": "numeric", "=": "operator",
        }),
        ("    要求: 次数(立案 其中 严重 近 2 年) = 0", {
            "要求": "key.rule", "次数": "support.function", "立案": "variable.other",
            "其中": "keyword.control", "年": "time", "2": "numeric", "=": "operator",
        }),
        ("  5: 85 <= score < 95", {"5": "tag", "85": "numeric", "<=": "operator", "score": "variable"}),
        ("title: 会议 | Meetings and more", {"title": "key.xingping", "会议 | Meetings and more": "string"}),
        ("      > + 合计(每月, 月度分) ÷ 12, 0.01)", {
            ">": "item", "合计": "function", "每": "each", "月": "time", "÷": "operator", "0.01": "numeric",
        }),
        ("      - every(tasks where not key, done_on != none)", {
            "-": "item", "every": "function", "not": "control", "!=": "operator", "none": "constant.language",
        }),
        ("      {cases: [{ago: 1, serious: yes}]}", {"ago": "field", "1": "numeric", "{": "punctuation"}),
        ("  恰好八成 | exactly 80 %:", {"恰好八成 | exactly 80 %": "tag"}),
        ('    when: any(attestations where clause = "B-5.1", holds)', {'"B-5.1"': "string.quoted"}),
        ("# 说明 count(cases) = 0", {"# 说明 count(cases) = 0": "comment"}),
    ],
)  # fmt: skip
def test_a_line_is_marked(line, expected):
    found = marks(line)

    assert {
        word: scope in found.get(word, "") for word, scope in expected.items()
    } == dict.fromkeys(expected, True)


def marks(line):
    """What stands in the line -> how it is marked."""
    for one in lines():
        found = compiled(one["match"]).match(line)
        if found:
            return dict(captured(one, found))
    return {}


def captured(pattern, found):
    if "name" in pattern:
        yield found[0], pattern["name"]
    for number, capture in pattern.get("captures", {}).items():
        inside = found[int(number)]
        if inside and "name" in capture:
            yield inside, capture["name"]
        elif inside:
            for include in capture["patterns"]:
                yield from within(inside, resolved(include)["patterns"])


def within(told, patterns):
    """The first pattern that matches earliest takes its part, as editors do it."""
    at = 0
    while at < len(told):
        hits = [
            (hit.start(), order, hit)
            for order, one in enumerate(patterns)
            if (hit := compiled(one["match"]).search(told, at))
        ]
        if not hits:
            return
        _, order, hit = min(hits)
        yield hit[0], patterns[order]["name"]
        at = max(hit.end(), at + 1)


def lines():
    return [resolved(one) for one in GRAMMAR["patterns"]]


def resolved(include):
    return GRAMMAR["repository"][include["include"].removeprefix("#")]


@cache
def compiled(pattern):
    return re.compile(pattern)
