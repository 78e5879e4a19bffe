"""The engine as the bench runs it: the one place that knows its entry points.

`python -m bench.engine FOLDER OUT YEAR ON TARGET` rates a folder of Parquet files, like the peers.
"""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal

TieRule = Literal["undecided", "share", "none"]
SCHEME = "office-branches"
YEAR, TARGET = 2026, 85
XINGPING = str(Path(sys.executable).parent / "xingping")


def rate_files(folder: str, out: str, year: str, on: str, target: str) -> None:
    """Rate a folder of Parquet files; the target is in hundredths.

    Writes one row a branch: unit, v_<criterion>_<level> (0, 1, 2), score_low and score_high in
    hundredths, rank_best and rank_worst (null where vetoed), stars, stars_possible, state.
    """
    os.environ.setdefault("POLARS_MAX_THREADS", "1")  # read when Polars is loaded; a process a core

    from xingping.rating.ranges import rate_parquet  # noqa: PLC0415 -- peers run without the engine

    rate_parquet(
        SCHEME,
        Path(folder),
        Path(out),
        year=int(year),
        on=date.fromisoformat(on),
        parameters={"target_score": Decimal(target) / 100},
    )


def office_command(folder: str, out: str, year: str, on: str, target: str) -> list[str]:
    """The command line that rates an office from CSV, as an official would run it."""
    return [
        *(XINGPING, "rate", SCHEME, folder, "--year", year, "--on", on),
        *("--set", f"target_score={Decimal(target) / 100}", "--format", "json", "-o", out),
    ]


def check_command() -> list[str]:
    """The command line that checks the scheme and runs its worked examples."""
    return [XINGPING, "check", SCHEME]


def load_command() -> list[str]:
    """A process that does nothing but load the scheme."""
    code = "from xingping.policy.scheme.load import load_scheme; load_scheme(%r)"
    return [sys.executable, "-c", code % SCHEME]


def doctor_command() -> list[str]:
    """A process that loads the scheme and puts every question of the doctor to it."""
    code = (
        "from xingping.doctor.examine import examine; "
        "from xingping.policy.scheme.load import load_scheme; examine(load_scheme(%r))"
    )
    return [sys.executable, "-c", code % SCHEME]


def places(bounds: Sequence[tuple[int, int]], number: int, ties: TieRule) -> list[str]:
    """'in', 'out' or 'open' for each pair of bounds, for so many places."""
    from xingping.rating.selection import Candidate, select  # noqa: PLC0415 -- peers run without the engine

    candidates = [Candidate(lo, hi, sure=True, could=True, clear=True) for lo, hi in bounds]
    return [
        "in" if one.certain else "open" if one.possible else "out"
        for one in select(candidates, number, None, ties)
    ]


def one_branch(folder: str, unit: str) -> tuple[Callable[[], object], Callable[[], object]]:
    """Two calls on records in memory: re-rate one branch; explain it, reach included."""
    from xingping.policy.scheme.load import load_scheme  # noqa: PLC0415 -- peers run without the engine
    from xingping.rating.explain import explain_rated  # noqa: PLC0415 -- as above
    from xingping.rating.rate import rate  # noqa: PLC0415 -- as above
    from xingping.rating.single import rate_again  # noqa: PLC0415 -- as above
    from xingping.records.reading import read_records  # noqa: PLC0415 -- as above

    scheme = load_scheme(SCHEME)
    records = read_records(Path(folder), scheme, year=YEAR)
    rated = rate(scheme, records, year=YEAR, parameters={"target_score": TARGET})
    return lambda: rate_again(rated, unit), lambda: explain_rated(rated, unit).to_json()


if __name__ == "__main__":
    rate_files(*sys.argv[1:])
