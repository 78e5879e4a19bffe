"""What the guards look at: the files of this repository, as they lie on the disk."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "xingping"
SCHEMES = SRC / "schemes"
FOLDERS = ("src", "tests", "bench", "docs", "tools", ".ci", ".github")
LEFT_BEHIND = {"__pycache__", ".hypothesis", ".ipynb_checkpoints"}


def name_of(path):
    """The path as a person would write it."""
    return path.relative_to(ROOT).as_posix()


def files(*folders, suffix=""):
    """Every file under the folders, in order; without a folder, those beside the README too."""
    tops = [ROOT / folder for folder in folders or FOLDERS]
    found = [path for top in tops for path in top.rglob(f"*{suffix}") if path.is_file()]
    if not folders:
        found += [path for path in ROOT.glob(f"*{suffix}") if path.is_file()]
    return sorted(path for path in found if not LEFT_BEHIND.intersection(path.parts))


def text(path):
    return path.read_text("utf-8")


def syntax(path):
    return ast.parse(text(path), str(path))


def ours(suffix=".py"):
    """The package's own code."""
    return files("src", suffix=suffix)
