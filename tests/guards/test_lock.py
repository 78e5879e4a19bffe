"""The environment is the same for everyone: every package pinned, by hash, from anywhere."""

import re
import tomllib

from tests.guards.repository import ROOT, text

LOCK = text(ROOT / "requirements.lock")
ENTRIES = re.split(r"(?m)^(?=[a-z])", LOCK)[1:]


def test_every_package_is_pinned_to_a_version_and_to_hashes():
    loose = [
        entry.split()[0]
        for entry in ENTRIES
        if not re.match(r"[\w.-]+==\S+[^\n]*(\n\s+--hash=sha256:\w{64}[ \\]*)+$", entry)
    ]

    assert loose == []


def test_the_lock_names_no_index_and_no_path():
    assert re.findall(r"https?:|file:|--(?:extra-)?index|--find-links| @ |^/|\./", LOCK) == []


def test_the_lock_holds_all_that_the_project_asks_for():
    project = tomllib.loads(text(ROOT / "pyproject.toml"))
    asked = [
        *project["project"]["dependencies"],
        *(p for g in project["dependency-groups"].values() for p in g),
    ]
    locked = {entry.partition("==")[0] for entry in ENTRIES}

    assert {re.match(r"[\w.-]+", name)[0] for name in asked} - locked == set()
