"""Runs one command and prints what it used; small, since a child's peak memory begins with its parent's.

`python -I -S launch.py COMMAND...` prints JSON: exit code, CPU and wall seconds, peak MB of the tree.
Linux counts the largest process only, so the tree is also looked at every 20 ms where /proc is.
"""

import json
import os
import sys
import threading
import time

PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 2**20
MB = 2**20 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in


def words(file: str) -> list[str]:
    """The words of a file of /proc, none when the process is gone."""
    try:
        with open(file, encoding="ascii") as text:  # noqa: PTH123 -- pathlib is memory too
            return text.read().split()
    except OSError:
        return []


def resident(pid: int) -> float:
    """Resident MB of a process and its descendants."""
    found, total = [pid], 0.0
    for one in found:
        found += map(int, words(f"/proc/{one}/task/{one}/children"))
        total += int((words(f"/proc/{one}/statm") or [0, 0])[1]) * PAGE_MB
    return total


def main(command: list[str]) -> None:
    """Run, watch, print."""
    peak, over = [0.0], threading.Event()

    def watch() -> None:
        while not over.wait(0.02):
            peak.append(max(peak.pop(), resident(child)))

    began = time.perf_counter()
    out = (os.POSIX_SPAWN_DUP2, 2, 1)  # what it prints goes where its faults go
    child = os.posix_spawn(command[0], command, os.environ, file_actions=[out])
    watching = threading.Thread(target=watch)
    watching.start()
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - began
    over.set()
    watching.join()
    found = {"cpu": used.ru_utime + used.ru_stime, "wall": wall}
    found["peak"] = max(peak[0], used.ru_maxrss / MB)
    print(json.dumps({"code": os.waitstatus_to_exitcode(status), **found}))


if __name__ == "__main__":
    main(sys.argv[1:])
