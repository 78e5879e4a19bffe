"""The numba peer's last third: committees ranked, stars, and the kernel that runs it all."""

import numpy as np
from numba import njit

from bench import numba_scatter as s
from bench.numba_cache import cache
from bench.numba_criteria import CASES, criteria, settle

RATED, NOT_RATED, PROVISIONAL, VETOED = range(4)


@njit
def rank(a, b, points, words, ranks):
    """Ranks of one committee, branches a to b, from everyone's bounds (A-R6); none for a vetoed one."""
    (low, high), (flags, kept), (best, worst) = points, words, ranks
    certain = np.empty(b - a, np.int64)
    possible = np.empty(b - a, np.int64)
    for u in range(a, b):
        may = flags[u] & s.VETO_OPEN or not kept[u] >> CASES & 1
        certain[u - a] = -1 if may else low[u]
        possible[u - a] = -1 if flags[u] & s.VETO else high[u]
    certain.sort()
    possible.sort()
    for u in range(a, b):
        best[u], worst[u] = -1, -1
        if not flags[u] & s.VETO:
            best[u] = 1 + (b - a) - np.searchsorted(certain, high[u], side="right")
            above = (b - a) - np.searchsorted(possible, low[u], side="right")
            worst[u] = 1 + above - (high[u] > low[u])


@njit
def band(points):
    """A-R1, as how many levels."""
    return (points >= 7500) + (points >= 8500) + (points >= 9500)


@njit
def stars(held, points, declared, words, result):
    """Certain stars, possible stars, state."""
    (lows, highs), (low, high), (flags, kept) = held, points, words
    certain = possible = 0
    state = VETOED if flags & s.VETO else RATED if declared > 0 else NOT_RATED
    if state == RATED:
        certain = min(lows, band(low), declared - 2)
        possible = min(highs, band(high), declared - 2)
        veto_open = flags & s.VETO_OPEN or not kept >> CASES & 1
        certain = 0 if veto_open else certain
        state = PROVISIONAL if veto_open or certain != possible else RATED
    result[0] = certain + 2 * (certain > 0)
    result[1] = possible + 2 * (possible > 0)
    result[2] = state


@njit
def last_criterion(u, points, ranks, target, out):
    """Criterion 13: levels that hold on each side."""
    (low, high), (best, worst) = points, ranks
    reached, reached_may = low >= target, high >= target
    ranked = best >= 0
    lows = (ranked and worst <= 5) or reached
    lows |= (ranked and worst <= 3 and reached) << 1 | (ranked and worst <= 1 and reached) << 2
    highs = (ranked and best <= 5) or reached_may
    highs |= (ranked and best <= 3 and reached_may) << 1 | (
        ranked and best <= 1 and reached_may
    ) << 2
    return settle(out, u, 13, lows, highs)


@njit
def gather(tables, season, n):
    """Every record at its branch: two words, sums, findings, points, assessment, declaration."""
    years, end, last, on, year, _ = season
    sums, holes = np.zeros((n, s.WIDTH), np.int32), np.zeros((n, s.HOLES), np.int64)
    flags, kept = np.zeros(n, np.int32), np.zeros(n, np.int32)
    findings, points = np.full((n, 13), -1, np.int8), np.zeros((n, 13), np.int32)
    recorded, declared = np.full(n, -1, np.int32), np.zeros(n, np.int32)
    s.add_kept(tables[0], kept)
    s.add_meetings(tables[1], (sums, holes), flags, years[0], last)
    s.add_tasks(tables[2], sums, flags, (years[0], end), on)
    s.add_cases(tables[3], flags, years, last, on)
    s.add_circulars(tables[4], sums, flags, years, last)
    s.add_honours(tables[5], flags, years[0], last)
    s.add_activities(tables[6], sums, years[0], last)
    s.add_plans(tables[7], sums, holes, year)
    s.add_innovations(tables[8], flags, years[0], last)
    s.add_appraisals(tables[9], sums, year, on)
    s.put(tables[10], findings, year)
    s.put(tables[11], points, year)
    s.put_one(tables[12], recorded, year, -2)
    s.put_one(tables[13], declared, year, 0)
    return (flags, kept), (sums, holes), (findings, points), recorded, declared


@njit(cache=cache())
def kernel(tables, edges, season):
    """Everything: registers as tuples of arrays, committees as edges, days and target; columns out."""
    n, target = edges[-1], season[-1]
    words, sums, reviewed, recorded, declared = gather(tables, season, n)
    out, result = np.empty((39, n), np.int8), np.empty((3, n), np.int8)
    low, high = np.empty(n, np.int32), np.empty(n, np.int32)
    best, worst = np.empty(n, np.int32), np.empty(n, np.int32)
    held, held_may = np.empty(n, np.int8), np.empty(n, np.int8)
    for u in range(n):
        held[u], held_may[u], low[u], high[u] = criteria(u, sums, words, reviewed, out)
        if recorded[u] != -1:
            low[u], high[u] = max(recorded[u], 0), recorded[u] if recorded[u] >= 0 else 10_000
    for c in range(edges.size - 1):
        rank(edges[c], edges[c + 1], (low, high), words, (best, worst))
    for u in range(n):
        bounds = low[u], high[u]
        lows, highs = last_criterion(u, bounds, (best[u], worst[u]), target, out)
        both = min(held[u], lows), min(held_may[u], highs)
        stars(both, bounds, declared[u], (words[0][u], words[1][u]), result[:, u])
    return out, low, high, best, worst, result
