"""Whoever silences a tool says why, in the same line."""

import re
import tokenize

from tests.guards.repository import ROOT, files, name_of, text

SILENCED = re.compile(r"#\s*(?:ruff:\s*)?(noqa|type:\s*ignore|pragma|fmt:\s*(?:off|skip))")
REASONED = {
    "noqa": re.compile(r"noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)* +-- \w"),
    "type": re.compile(r"type: ignore\[[\w, -]+\] +# +-- \w"),
    "pragma": re.compile(r"pragma: no (?:cover|branch) +-- \w"),
    "fmt": re.compile(r"fmt: (?:off|skip)"),
}
EXCEPTION = re.compile(r'^\s+"[A-Z]+\d*",(?P<reason> +# .*)?$')


def test_every_silenced_line_says_why():
    mute = [
        f"{name_of(path)}:{token.start[0]}: {token.string}"
        for path in files("src", "tests", "bench", "tools", suffix=".py")
        for token in comments(path)
        if (found := SILENCED.match(token.string))
        and not REASONED[re.split(r"\W", found[1])[0]].search(token.string)
    ]

    assert mute == []


def test_every_exception_from_a_ruff_rule_has_a_reason_beside_it():
    lines = text(ROOT / "pyproject.toml").splitlines()
    exceptions = [found for line in lines if (found := EXCEPTION.match(line))]

    assert exceptions
    assert [found[0] for found in exceptions if not found["reason"]] == []


def comments(path):
    with path.open("rb") as source:
        return [
            token for token in tokenize.tokenize(source.readline) if token.type == tokenize.COMMENT
        ]
