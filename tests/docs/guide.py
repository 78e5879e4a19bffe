"""A guide as a reader follows it: its blocks in order, written to files or run as commands.

```nt vanguard/scheme.nt     the whole of a file; with a + behind the name, more of it
```sh                        commands; a ```text block behind it is what they print, … stands for lines left out
"""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from tests.guards.repository import text
from xingping.cli.main import cli

BLOCK = re.compile(r"^```(\w+)(?: (\S+))?( \+)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = "…"


@dataclass(frozen=True, slots=True)
class Block:
    kind: str
    name: str
    more: bool
    body: str


def blocks(guide):
    """The blocks of a guide, in the reader's order."""
    found = BLOCK.findall(text(guide))
    return [Block(kind, name, bool(more), body) for kind, name, more, body in found]


def written(block):
    """Write the file that a block shows, or add to it."""
    path = Path(block.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text("utf-8") if block.more else ""
    path.write_text(before + block.body, "utf-8")


def told(commands):
    """What the commands of a block print, run where we stand."""
    return "".join(one for line in commands.splitlines() for one in _run(shlex.split(line)))


def _run(words):
    program, *rest = words
    if program == "rm":
        for name in rest:
            Path(name).unlink()
        return
    assert program == "xingping", f"a guide runs rm and xingping, not {program}"
    result = CliRunner().invoke(cli, [word for word in rest if word != "--watch"])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    yield result.output


def same(shown, found):
    """Whether what is shown is what was printed, but for time and for what … leaves out."""
    parts = [
        re.escape(_plain(part)) for part in re.split(rf"^{LEFT_OUT}\n", shown, flags=re.MULTILINE)
    ]
    return re.fullmatch("(?:.*\n)*".join(parts), _plain(found)) is not None


def _plain(output):
    output = re.sub(r"python -m xingping|pytest", "xingping", output)
    output = re.sub(r"\b\d+\.\d( s\b| 秒)", r"0.0\1", output)
    return "".join(line.rstrip() + "\n" for line in output.splitlines())
