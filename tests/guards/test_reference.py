"""The generated pages say what the code says."""

import subprocess
import sys

from tests.guards.repository import ROOT


def test_the_reference_has_no_drift(tmp_path):
    subprocess.run([sys.executable, ROOT / "tools/reference.py", tmp_path], check=True, cwd=ROOT)

    written = {page.name: page.read_text("utf-8") for page in sorted(tmp_path.glob("*.md"))}
    kept = {p.name: p.read_text("utf-8") for p in sorted((ROOT / "docs/reference").glob("*.md"))}
    assert kept == written, "run `make docs` and commit docs/reference"
