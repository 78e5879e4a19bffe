"""A sample office and county on disk, and the command line called in this process."""

import json
import shutil

import pytest
from click.testing import CliRunner

from xingping.cli.main import cli
from xingping.cli.sample import write_sample


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    for which in ("office", "county"):
        write_sample(which, 3, 1, folder / which)
    return folder


@pytest.fixture(scope="session")
def office(made):
    return made / "office"


@pytest.fixture(scope="session")
def county(made):
    return made / "county"


@pytest.fixture
def mine(office, tmp_path):
    """A copy of the office's records to spoil."""
    return shutil.copytree(office, tmp_path / "office")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to stand in."""
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def call():
    """Call the command line with words; gives exit code, stdout and stderr."""

    def called(*words):
        return CliRunner().invoke(cli, [str(word) for word in words])

    return called


@pytest.fixture
def rate_office(call, office):
    """Rate the sample office, with more words."""

    def called(*words, records=office):
        season = ("--year", 2026, "--set", "target_score=85")
        return call("rate", "office-branches", records, *season, *words)

    return called


@pytest.fixture
def ratings(rate_office):
    return json.loads(rate_office("--format", "json").stdout)
