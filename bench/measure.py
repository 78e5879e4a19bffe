"""Measuring commands: CPU seconds of the process tree, wall time, peak memory, medians, ratios.

Every run is a process started afresh. Commands to be compared run in turn (A B A B), after one run
each that is not measured: it fills the caches of Python, Numba and the disk.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class RunFailedError(Exception):
    """A measured command did not exit with 0; the text is what it said."""


@dataclass(frozen=True)
class Sample:
    """One run, or the medians of several: seconds of CPU and wall time, peak MB of the tree."""

    cpu: float
    wall: float
    peak: float
    runs: int = 1


def environment() -> dict[str, str]:
    """The environment of a run: byte code may be kept, this project is importable."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    root = Path(__file__).resolve().parent.parent
    return kept | {"PYTHONPATH": os.pathsep.join([str(root / "src"), str(root)])}


def run(command: Sequence[str]) -> Sample:
    """Run a command to its end and measure it."""
    launch = [sys.executable, "-I", "-S", str(Path(__file__).parent / "launch.py")]
    told = subprocess.run(
        [*launch, *command], env=environment(), capture_output=True, text=True, check=True
    )
    used = json.loads(told.stdout)
    if used.pop("code"):
        last = "".join(told.stderr.strip().splitlines()[-1:])
        raise RunFailedError(f"{' '.join(command[1:4])}: {last}")
    return Sample(**used)


def median(samples: Sequence[Sample]) -> Sample:
    """The medians of several runs, each figure by itself."""
    return Sample(
        statistics.median(s.cpu for s in samples),
        statistics.median(s.wall for s in samples),
        statistics.median(s.peak for s in samples),
        len(samples),
    )


def compare(commands: dict[str, Sequence[str]], runs: int) -> dict[str, Sample]:
    """Medians of commands run in turn, after one unmeasured run of each."""
    for command in commands.values():
        run(command)
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            samples[name].append(run(command))
    return {name: median(found) for name, found in samples.items()}


def line(name: str, got: Sample) -> str:
    """One command's figures."""
    return (
        f"  {name:<28} CPU {got.cpu:7.3f} s   wall {got.wall:7.3f} s   "
        f"peak {got.peak:6.0f} MB   median of {got.runs}"
    )


def ratio(text: str, ours: float, theirs: float, aim: float | None = None) -> str:
    """A ratio, and whether it is within its aim."""
    value = ours / theirs
    told = "" if aim is None else f"   aim <= {aim:g}: {'yes' if value <= aim else 'NO'}"
    return f"  {text:<60} {value:6.2f}{told}"
