"""The places of a quota: warm calls in one process, CPU milliseconds, beside plain sort and cut.

`python -m bench.places SUBJECTS` prints one JSON object.
"""

import json
import random
import sys
import time

from bench import engine
from bench.one_branch import milliseconds
from bench.peer_places import sort_and_cut

CALLS = 5
SHARE = 3  # tenths of all
RULES = ("undecided", "share", "none")


def scores(subjects: int, different: int) -> list[int]:
    """Made-up scores in hundredths, at most so many different ones."""
    drawn = random.Random(1)
    return [drawn.randrange(different) for _ in range(subjects)]


def main(written: str) -> None:
    """Print the milliseconds of each call, and whether engine and peer say the same."""
    subjects = int(written)
    number = subjects * SHARE // 10
    found: dict[str, object] = {"same": True}
    for kind, different in (("few ties", subjects // 2), ("many ties", 50)):
        mine = scores(subjects, different)
        for rule in RULES:
            theirs = sort_and_cut(mine, number, rule)
            found["same"] &= engine.places([(s, s) for s in mine], number, rule) == theirs
        found[f"plain, {kind}"] = milliseconds(
            lambda mine=mine: sort_and_cut(mine, number, "undecided"), CALLS, time.process_time
        )
        known = [(s, s) for s in mine]
        found[f"engine, {kind}"] = milliseconds(
            lambda known=known: engine.places(known, number, "undecided"), CALLS, time.process_time
        )
        found[f"engine, {kind}, every third unknown"] = milliseconds(
            lambda mine=mine: engine.places(
                [(s, s + 20 * (n % 3 == 0)) for n, s in enumerate(mine)], number, "undecided"
            ),
            CALLS,
            time.process_time,
        )
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
