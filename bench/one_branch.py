"""One branch while somebody waits: warm calls in one process, in milliseconds.

`python -m bench.one_branch FOLDER YEAR ON TARGET` prints one JSON object.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bench import engine
from bench.peer_plain import Season, judge, rate_one
from bench.plain_reading import read

CALLS = 60


def plain(folder: str, season: Season) -> tuple[str, Callable[[], object]]:
    """The branch with the most records, and its re-rating by the plain peer, the others as rated."""
    facts = read(Path(folder))
    unit = max(sorted(facts), key=lambda name: sum(map(len, facts[name].rows.values())))
    mine = facts[unit]
    others = [judge(f, season) for u, f in facts.items() if f.group == mine.group and u != unit]
    return unit, lambda: rate_one(unit, judge(mine, season), others, season)


def milliseconds(
    call: Callable[[], object],
    calls: int = CALLS,
    clock: Callable[[], float] = time.perf_counter,
) -> float:
    """The median time of a warm call."""
    call()
    found = []
    for _ in range(calls):
        began = clock()
        call()
        found.append(clock() - began)
    return 1000 * statistics.median(found)


def main(folder: str, year: str, on: str, target: str) -> None:
    """Print the milliseconds of each call."""
    unit, call = plain(folder, Season(int(year), date.fromisoformat(on), int(target)))
    found: dict[str, object] = {"plain": milliseconds(call)}
    try:
        rate, explain = engine.one_branch(folder, unit)
        found |= {"engine": milliseconds(rate), "explain": milliseconds(explain)}
    except ImportError as missing:
        found["missing"] = str(missing)
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
