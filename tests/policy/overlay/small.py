"""The small scheme with an overlay beside it, and what is told about it."""

from __future__ import annotations

from tests.policy.scheme.tiny import faults, write
from xingping.policy.overlay.rewrite import with_digest
from xingping.policy.scheme.load import load_scheme

OVERLAY = """\
overlay: tiny-here
title: 本地小方案 | Tiny, here
of: ../tiny
digest: 0
set:
  parameters.line.default: 62
add:
  lines of work:
    here_choir:
      text: 合唱 | the choir
      points: lower(2, count(meetings))
why:
  parameters.line.default: 本地文件 | a paper of ours
"""
ALLOWED = """\
  line:
    set: parameters.line.default
    between: 60 to 65
  given:
    set: max of given
    between: 0 to 40
"""
COUNTY = """\
overlay: here
title: 本县 | our county
of: county-branches
digest: 0
set:
  max of B-2.1: 14
add:
  lines of team:
    here_meetings:
      text: 三会一课 | meetings
      max: 6
      points: assessed
why:
  max of B-2.1: 本县文件 | a paper of ours
"""


def beside(folder, text=OVERLAY, *, allowed=ALLOWED, digest=True):
    """The folder of the overlay ``text``, with the scheme it builds on in ``tiny`` beside it."""
    base = folder / "tiny"
    if not base.exists():
        write(base)
        page = base / "scheme.nt"
        page.write_text(page.read_text("utf-8") + allowed, "utf-8")
    if digest:
        text = with_digest(text, load_scheme(base).digest)
    here = folder / "here"
    here.mkdir(exist_ok=True)
    (here / "overlay.nt").write_text(text, "utf-8")
    return here


def told(folder, old, new, **more):
    """What is told once ``old`` has become ``new`` in the overlay."""
    assert OVERLAY.count(old) == 1
    return faults(beside(folder, OVERLAY.replace(old, new), **more))
