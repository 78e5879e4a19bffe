"""The package itself: cheap to import, with one door to the engine."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import xingping

ROOT = Path(__file__).resolve().parents[1]


def test_the_version_is_that_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert xingping.__version__ == project["version"]


def test_importing_the_package_loads_no_library():
    asked = "import sys, xingping; print({'click', 'lark', 'numpy', 'polars'} & {*sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT / "src"
    )

    assert done.stdout == "set()\n"


def test_rate_is_the_engines_one_call():
    assert callable(xingping.rate)
    assert xingping.rate.__module__.startswith("xingping.rating")


def test_a_name_that_is_not_there_is_said_by_name():
    with pytest.raises(AttributeError) as refused:
        _ = xingping.ratings

    assert str(refused.value) == "module 'xingping' has no attribute 'ratings'"
