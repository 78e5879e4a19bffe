"""Folders spoilt at random: whatever stands in them, all that comes out is a list of faults."""

import random
import shutil
import time

from tests.policy.scheme.test_load import FOLDERS
from xingping.policy.faults import SchemeFaultyError
from xingping.policy.scheme.load import load_scheme

SIGNS = "：，,()（）{}[]\"'|#>-<=%:\t 　é是无0a.\n\0"
VALUES = ("5", "x y", "{a: 1}", "[]", "", "yes", "sum(meetings)", "1 to 2", "- a")


def spoil(rng, lines):
    """One random change to the lines of a file."""
    row, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    line, place = lines[row], rng.randrange(len(lines[row]) + 1)
    match rng.randrange(8):
        case 0:
            del lines[row]
        case 1:
            lines[row], lines[other] = lines[other], line
        case 2:
            lines.insert(row, lines[other])
        case 3:
            lines[row] = " " * rng.randrange(5) + line.lstrip()
        case 4:
            lines[row] = line[:place] + rng.choice(SIGNS) + line[place:]
        case 5:
            lines[row] = line[:place] + line[place + 1 :]
        case 6:
            words = line.split(" ")
            rng.shuffle(words)
            lines[row] = " ".join(words)
        case _:
            lines[row] = line.partition(":")[0] + ": " + rng.choice(VALUES)


def test_a_spoilt_folder_gives_faults_and_nothing_else_and_soon(tmp_path):
    rng = random.Random(20260101)
    loaded, refused, slowest, told = 0, 0, 0.0, []
    for number in range(400):
        folder = tmp_path / str(number)
        shutil.copytree(rng.choice(FOLDERS), folder)
        path = rng.choice(sorted(folder.rglob("*.nt")))
        lines = path.read_text(encoding="utf-8").split("\n")
        for _ in range(rng.choice((1, 1, 2, 3))):
            spoil(rng, lines)
            lines = lines or [""]
        path.write_text("\n".join(lines), encoding="utf-8")

        started = time.perf_counter()
        try:
            load_scheme(folder)
            loaded += 1
        except SchemeFaultyError as wrong:
            refused += 1
            told += [fault.say("zh") for fault in wrong.faults]
        slowest = max(slowest, time.perf_counter() - started)
        shutil.rmtree(folder)

    assert loaded > 0
    assert refused > loaded
    assert all(told)
    assert slowest < 2
