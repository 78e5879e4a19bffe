"""The questions of the bench, each answered with sizes, medians and ratios against a named peer."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import agree, engine, measure, population

SEASON = ("2026", "2026-12-31", "8500")
ENGINE, KERNEL, SQL, PLAIN = "engine", "Numba kernel", "DuckDB SQL", "plain Python"
MODULES = {
    ENGINE: "bench.engine",
    KERNEL: "bench.peer_numba",
    SQL: "bench.peer_duckdb",
    PLAIN: "bench.peer_plain",
}
# how far the kernel may stand from DuckDB (CPU at 100,000 branches) and still be a fair limit
KERNEL_TO_SQL = 1.6
QUOTA, GROWTH = 20_000, 20  # subjects within one share; ten times as many (a square: 100)
WHO = ("engine", "plain")


@dataclass
class Bench:
    """One session: where files go, sizes, runs, whether all outputs were equal."""

    folder: Path
    small: int
    large: int
    runs: int
    with_engine: bool
    equal: bool = True

    def command(self, name: str, records: Path) -> tuple[Path, list[str]]:
        """Where a peer writes, and the command that rates a folder with it."""
        out = self.folder / f"{records.name}-{MODULES[name]}.parquet"
        return out, [sys.executable, "-m", MODULES[name], str(records), str(out), *SEASON]

    def check(self, one: Path, other: Path, text: str) -> str:
        """Whether two outputs are the same, row by row."""
        found = agree.differences(one, other)
        self.equal = self.equal and not found
        return "\n".join([f"  {text}: {'equal' if not found else 'DIFFERENT'}", *found[:5]])


def missing() -> str:
    """Why the engine cannot be measured, or nothing."""
    code = "from xingping.rating.ranges import rate_parquet"
    tried = subprocess.run(
        [sys.executable, "-c", code],
        env=measure.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    return "".join(tried.stderr.strip().splitlines()[-1:])


def one(bench: Bench) -> Iterator[str]:
    """One branch, re-rated and explained, warm."""
    records = bench.folder / "office"
    command = [sys.executable, "-m", "bench.one_branch", str(records), *SEASON]
    told = [
        json.loads(
            subprocess.run(
                command, env=measure.environment(), capture_output=True, check=True
            ).stdout
        )
        for _ in range(bench.runs)
    ]
    median = {
        name: sorted(run[name] for run in told)[len(told) // 2]
        for name in told[0]
        if name != "missing"
    }
    yield f"one branch of 14, warm, 60 calls in each of {bench.runs} processes (ms)"
    yield f"  {PLAIN:<28} {median['plain']:8.3f}"
    if "engine" not in median:
        yield f"  engine: not measured: {told[0]['missing']}"
        return
    yield f"  {'engine, verdicts':<28} {median['engine']:8.3f}"
    yield f"  {'engine, explanation':<28} {median['explain']:8.3f}"
    yield measure.ratio("verdicts, engine to plain Python", median["engine"], median["plain"])
    yield measure.ratio("verdicts, to the aim of 1 ms", median["engine"], 1, 1)
    yield measure.ratio("explanation with reach, to the aim of 100 ms", median["explain"], 100, 1)


def office(bench: Bench) -> Iterator[str]:
    """An office of 14 branches from CSV, the whole process."""
    records = bench.folder / "office"
    theirs, ours = bench.folder / "office.csv", bench.folder / "office.json"
    commands: dict[str, Sequence[str]] = {
        PLAIN: [sys.executable, "-m", MODULES[PLAIN], str(records), str(theirs), *SEASON]
    }
    if Path(engine.XINGPING).exists():
        commands[ENGINE] = engine.office_command(str(records), str(ours), *SEASON)
    yield "an office of 14 branches from CSV, the whole process"
    try:
        got = measure.compare(commands, bench.runs)
    except measure.RunFailedError as failed:
        yield f"  engine: not measured: {failed}"
        got = measure.compare({PLAIN: commands[PLAIN]}, bench.runs)
    yield from (measure.line(name, sample) for name, sample in got.items())
    if ENGINE in got:
        yield measure.ratio("wall, engine to plain Python", got[ENGINE].wall, got[PLAIN].wall)
        yield bench.check(theirs, ours, "engine and plain Python")


def many(bench: Bench, branches: int, names: Sequence[str]) -> Iterator[str | dict]:
    """A population from Parquet: lines, then the medians by name."""
    records = bench.folder / str(branches)
    rows = population.write(population.Shape(branches=branches), records)
    found = sum(rows.values()) - rows["units"]
    yield f"{branches:,} branches, {found:,} records, Parquet to Parquet, the whole process"
    commands = {name: bench.command(name, records) for name in names}
    got = measure.compare({name: command for name, (_, command) in commands.items()}, bench.runs)
    yield from (measure.line(name, sample) for name, sample in got.items())
    for name in names:
        if name != KERNEL:
            yield bench.check(commands[KERNEL][0], commands[name][0], f"{name} and {KERNEL}")
    yield got


def population_lines(bench: Bench) -> Iterator[str]:
    """Two sizes, the ratios at the larger, and the growth between them."""
    names = [KERNEL, SQL] + [ENGINE] * bench.with_engine
    *lines, small = many(bench, bench.small, [*names, PLAIN])
    yield from lines
    *lines, large = many(bench, bench.large, names)
    yield from lines
    at = f"CPU at {bench.large:,}"
    fair = KERNEL_TO_SQL if bench.large >= 100_000 else None
    yield measure.ratio(f"{at}, kernel to DuckDB", large[KERNEL].cpu, large[SQL].cpu, fair)
    if bench.with_engine:
        ours = large[ENGINE]
        yield measure.ratio(f"{at}, engine to kernel", ours.cpu, large[KERNEL].cpu, 1.5)
        yield measure.ratio(f"{at}, engine to DuckDB", ours.cpu, large[SQL].cpu)
        yield measure.ratio("peak memory, engine to kernel", ours.peak, large[KERNEL].peak)
        plain = small[PLAIN].cpu / small[ENGINE].cpu
        yield f"  {f'CPU at {bench.small:,}, plain Python to engine':<60} {plain:6.2f}"
    for name in names:
        text = f"{name}: CPU, {bench.large:,} to {bench.small:,}"
        yield measure.ratio(text, large[name].cpu, small[name].cpu, 11 if name == ENGINE else None)
        yield measure.ratio(f"{name}: wall", large[name].wall, small[name].wall)


def quotas(bench: Bench) -> Iterator[str]:
    """The places of a quota for many, against plain sort and cut, and how it grows."""
    told = {}
    for subjects in (QUOTA // 10, QUOTA):
        command = [sys.executable, "-m", "bench.places", str(subjects)]
        runs = [
            json.loads(
                subprocess.run(
                    command, env=measure.environment(), capture_output=True, check=True
                ).stdout
            )
            for _ in range(bench.runs)
        ]
        same = all(run.pop("same") for run in runs)
        bench.equal = bench.equal and same
        told[subjects] = {n: sorted(run[n] for run in runs)[len(runs) // 2] for n in runs[0]}
    yield f"the places of a quota for {QUOTA:,} subjects, warm, {bench.runs} processes (CPU ms)"
    yield from (f"  {name:<44} {ms:8.2f}" for name, ms in told[QUOTA].items())
    yield f"  engine and plain sort and cut: {'equal' if same else 'DIFFERENT'}"
    for kind in ("few ties", "many ties"):
        large, small = told[QUOTA], told[QUOTA // 10]
        yield measure.ratio(f"engine to plain, {kind}", *(large[f"{k}, {kind}"] for k in WHO))
        for name in (f"engine, {kind}", f"engine, {kind}, every third unknown"):
            text = f"{name}: {QUOTA:,} to {QUOTA // 10:,}"
            yield measure.ratio(text, large[name], small[name], GROWTH)


def policy(bench: Bench) -> Iterator[str]:
    """Checking the scheme with its examples, and the doctor, against loading it."""
    commands = {"load": engine.load_command(), "doctor": engine.doctor_command()}
    if Path(engine.XINGPING).exists():
        commands["check with examples"] = engine.check_command()
    yield "the scheme loaded, checked, examined: the whole process (no peer)"
    try:
        got = measure.compare(commands, bench.runs)
    except measure.RunFailedError as failed:
        yield f"  not measured: {failed}"
        return
    yield from (measure.line(name, sample) for name, sample in got.items())
    for name, aim in (("check with examples", 1.5), ("doctor", 10)):
        if name in got:
            yield measure.ratio(f"CPU, {name} to loading", got[name].cpu, got["load"].cpu)
            yield measure.ratio(f"CPU, {name}, to the aim of {aim:g} s", got[name].cpu, aim, 1)


def starting(bench: Bench) -> Iterator[str]:
    """`xingping --help`."""
    yield "xingping --help"
    if not Path(engine.XINGPING).exists():
        yield "  not measured: there is no xingping command beside this Python"
        return
    got = measure.compare({"xingping --help": [engine.XINGPING, "--help"]}, bench.runs)
    yield measure.line("xingping --help", got["xingping --help"])
    yield measure.ratio("wall, to the aim of 0.4 s", got["xingping --help"].wall, 0.4, 1)


def main() -> int:
    """Answer every question; 1 if two outputs differ."""
    asked = argparse.ArgumentParser(prog="bench", description=__doc__)
    asked.add_argument("--quick", action="store_true", help="a tenth of the size, three runs")
    asked.add_argument("--branches", type=int, help="size of the large population")
    asked.add_argument("--runs", type=int)
    got = asked.parse_args()
    large = got.branches or (10_000 if got.quick else 100_000)
    runs = got.runs or (3 if got.quick else 5)
    reason = missing()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), large // 10, large, runs, not reason)
        population.office(bench.folder / "office")
        print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, medians of {runs} runs")
        if reason:
            print(f"engine for many branches: not measured: {reason}")
        for question in (one, office, population_lines, quotas, policy, starting):
            for told in question(bench):
                print(told, flush=True)
            print()
    return 0 if bench.equal else 1


if __name__ == "__main__":
    sys.exit(main())
