"""The numba peer's second half: sums and flags of a branch to verdicts, score, rank and stars."""

import numpy as np
from numba import njit

from bench import numba_scatter as s
from bench.numba_scatter import (
    add_activities,
    add_appraisals,
    add_cases,
    add_circulars,
    add_honours,
    add_innovations,
    add_kept,
    add_meetings,
    add_plans,
    add_tasks,
    put,
    put_one,
)

# bits of `kept`, one word a branch
MEETINGS, TASKS, HONOURS, ACTIVITIES, PLANS, INNOVATIONS, APPRAISALS = range(7)
CASES, CIRCULARS = 7, 10  # three bits each: this year, the one before, two before
WORTH = np.array((0, 12, 8, 8, 10, 6, 8, 10, 8, 10, 6, 6, 8))
RATED, NOT_RATED, PROVISIONAL, VETOED = range(4)


@njit
def settle(out, u, number, low, high):
    """Nest three levels (bits 1, 2, 4), write their verdicts, give back how many hold on each side."""
    lows = highs = 0
    while lows < 3 and low >> lows & 1:
        lows += 1
    while highs < 3 and high >> highs & 1:
        highs += 1
    for level in range(3):
        out[3 * number - 3 + level, u] = (level < lows) + (level < highs)
    return lows, highs


@njit
def credit(number, levels, granted):
    """Points of a criterion at which so many levels hold, in hundredths (A-R2)."""
    if levels:
        return WORTH[number] * (70 + 10 * levels)
    return min(granted, WORTH[number] * 70)


@njit
def judged(found):
    """A finding as the levels it meets on each side: bits 1, 2, 4."""
    if found < 0:
        return 0, 7
    bits = 7 if found >= 5 else 3 if found == 4 else found == 3
    return bits, bits


@njit
def ratio(part, whole, percent, open_):
    """A share as bits on both sides; open when not known."""
    if open_ or whole == 0:
        return False, True
    return part * 100 >= whole * percent, part * 100 >= whole * percent


@njit
def first(sums, flags, kept):
    """Criterion 1."""
    hole = not kept >> MEETINGS & 1 or flags & s.MEETING_HOLE != 0
    most, most_may = ratio(sums[s.PRESENT], sums[s.EXPECTED], 80, hole)
    full, full_may = ratio(sums[s.PRESENT], sums[s.EXPECTED], 100, hole)
    nobody_may = sums[s.LATE] == 0
    nobody = nobody_may and kept >> MEETINGS & 1 and not flags & s.LATE_OPEN
    tasks = kept >> TASKS & 1
    mostly = tasks and 5 * sums[s.UNDONE_MAY] <= sums[s.KEYS]
    mostly_may = not tasks or 5 * sums[s.UNDONE] <= sums[s.KEYS_MAY]
    others = tasks and not flags & s.OTHER_OPEN
    others_may = not flags & s.OTHER_UNDONE
    low = most and mostly and others
    low |= (full and tasks and not flags & s.KEY_LATE_OPEN and others) << 1
    best = tasks and not flags & (s.KEY_POOR_OPEN | s.OTHER_POOR_OPEN)
    low |= (full and nobody and best) << 2
    high = most_may and mostly_may and others_may
    high |= (full_may and not flags & s.KEY_LATE and others_may) << 1
    high |= (full_may and nobody_may and not flags & (s.KEY_POOR | s.OTHER_POOR)) << 2
    return low, high


@njit
def clean(sure, may, kept):
    """None in one, two, three years: three bits each of certain, possible, kept."""
    low = high = 0
    for level in range(3):
        years = (2 << level) - 1
        low |= (may & years == 0 and kept & years == years) << level
        high |= (sure & years == 0) << level
    return low, high


@njit
def named(sums, flags, kept):
    """Criterion 6."""
    known = kept >> CIRCULARS & 1 and not flags & s.PERSONS_OPEN
    low = high = 0
    for level in range(3):
        low |= (known and sums[s.PERSONS_MAY] <= 2 - level) << level
        high |= (sums[s.PERSONS] <= 2 - level) << level
    return low, high


@njit
def appraised(sums, flags, kept):
    """The computed part of criterion 9, the same at every level."""
    if flags & s.UNDATED or sums[s.HELD_ON] == 0 or not kept >> APPRAISALS & 1:
        return 0, 7
    return 7 * (sums[s.HELD_ALL] == 1), 7 * (sums[s.HELD_MAY] == 1)


@njit
def planned(sums, flags, kept):
    """The computed part of criterion 11."""
    known = kept >> PLANS & 1
    year, quarters = sums[s.YEAR_PLANS] >= 1, sums[s.QUARTERS] >= 4
    hole, all_hole = not known or flags & s.YEAR_HOLE != 0, not known or flags & s.PLAN_HOLE != 0
    most, most_may = ratio(sums[s.YEAR_DONE], sums[s.YEAR_ITEMS], 80, hole)
    well, well_may = ratio(sums[s.ALL_DONE], sums[s.ALL_ITEMS], 90, all_hole)
    full, full_may = ratio(sums[s.ALL_DONE], sums[s.ALL_ITEMS], 100, all_hole)
    low = (year and most) | (year and quarters and well) << 1 | (year and quarters and full) << 2
    one, all_ = not known or year, not known or (year and quarters)
    return low, (one and most_may) | (all_ and well_may) << 1 | (all_ and full_may) << 2


@njit
def told(number, sums, flags, kept):
    """What the registers say of one criterion: bits 1, 2, 4 for the levels, certain and possible."""
    low = high = 7
    if number == 1:
        low, high = first(sums, flags, kept)
    elif number == 4:
        bits = flags >> s.CASE & 7
        low, high = clean(bits, bits, kept >> CASES & 7)
    elif number == 5:
        low = 3 | (flags & s.HONOUR != 0) << 2
        high = 3 | (flags & s.HONOUR_OPEN != 0 or not kept >> HONOURS & 1) << 2
    elif number == 6:
        low, high = named(sums, flags, kept)
    elif number == 7:
        low = 3 | (sums[s.ACTIVE] >= 2) << 2
        high = 3 | (sums[s.ACTIVE_MAY] >= 2 or not kept >> ACTIVITIES & 1) << 2
    elif number == 8:
        low, high = clean(flags >> s.ERROR & 7, flags >> s.ERROR_OPEN & 7, kept >> CIRCULARS & 7)
    elif number == 9:
        low, high = appraised(sums, flags, kept)
    elif number == 11:
        low, high = planned(sums, flags, kept)
    elif number == 12:
        free = not kept >> INNOVATIONS & 1
        low = 3 * (flags & s.IDEA != 0) | (flags & s.IDEA_KNOWN != 0) << 2
        high = 3 * (flags & s.IDEA != 0 or free) | (flags & s.IDEA_OPEN != 0 or free) << 2
    return low, high


@njit
def criteria(u, sums, flags, kept, findings, points, out):
    """Verdicts 1 to 12 of a branch; levels that hold at all 12 and points, on each side."""
    held, held_may, low_points, high_points = 3, 3, 0, 0
    for number in range(1, 13):
        low, high = told(number, sums[u], flags[u], kept[u])
        if number not in (1, 4, 6, 8):
            found, found_may = judged(findings[u, number])
            spared = 1 if number in (9, 11) else 0
            low &= found | spared
            high &= found_may | spared
        lows, highs = settle(out, u, number, low, high)
        held, held_may = min(held, lows), min(held_may, highs)
        given = points[u, number]
        low_points += credit(number, lows, max(given, 0))
        high_points += credit(number, highs, given if given >= 0 else 10_000)
    return held, held_may, low_points, high_points


@njit
def rank(a, b, low, high, flags, kept, best, worst):
    """Ranks of one committee, branches a to b, from everyone's bounds (A-R6); none for a vetoed one."""
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
def stars(u, held, held_may, low, high, declared, flags, kept, result):
    """Certain stars, possible stars, state."""
    certain = possible = 0
    state = VETOED if flags & s.VETO else RATED if declared > 0 else NOT_RATED
    if state == RATED:
        certain = min(held, band(low), declared - 2)
        possible = min(held_may, band(high), declared - 2)
        veto_open = flags & s.VETO_OPEN or not kept >> CASES & 1
        certain = 0 if veto_open else certain
        state = PROVISIONAL if veto_open or certain != possible else RATED
    result[0, u] = certain + 2 * (certain > 0)
    result[1, u] = possible + 2 * (possible > 0)
    result[2, u] = state


@njit
def last_criterion(u, low, high, best, worst, target, out):
    """Criterion 13: levels that hold on each side."""
    reached, reached_may = low >= target, high >= target
    ranked = best >= 0
    lows = (ranked and worst <= 5) or reached
    lows |= (ranked and worst <= 3 and reached) << 1 | (ranked and worst <= 1 and reached) << 2
    highs = (ranked and best <= 5) or reached_may
    highs |= (ranked and best <= 3 and reached_may) << 1 | (ranked and best <= 1 and reached_may) << 2
    return settle(out, u, 13, lows, highs)


@njit(cache=True)
def kernel(tables, edges, season):
    """Everything: registers as tuples of arrays, committees as edges, days and target; columns out."""
    years, end, last, on, year, target = season
    n = edges[-1]
    sums = np.zeros((n, s.WIDTH), np.int32)
    flags, kept = np.zeros(n, np.int32), np.zeros(n, np.int32)
    findings, points = np.full((n, 13), -1, np.int8), np.zeros((n, 13), np.int32)
    recorded, declared = np.full(n, -1, np.int32), np.zeros(n, np.int32)
    add_kept(tables[0], kept)
    add_meetings(tables[1], sums, flags, years[0], last)
    add_tasks(tables[2], sums, flags, years[0], end, on)
    add_cases(tables[3], flags, years, last, on)
    add_circulars(tables[4], sums, flags, years, last)
    add_honours(tables[5], flags, years[0], last)
    add_activities(tables[6], sums, years[0], last)
    add_plans(tables[7], sums, flags, year)
    add_innovations(tables[8], flags, years[0], last)
    add_appraisals(tables[9], sums, flags, year, on)
    put(tables[10], findings, year)
    put(tables[11], points, year)
    put_one(tables[12], recorded, year, -2)
    put_one(tables[13], declared, year, 0)
    out, result = np.empty((39, n), np.int8), np.empty((3, n), np.int8)
    low, high = np.empty(n, np.int32), np.empty(n, np.int32)
    best, worst = np.empty(n, np.int32), np.empty(n, np.int32)
    held, held_may = np.empty(n, np.int8), np.empty(n, np.int8)
    for u in range(n):
        held[u], held_may[u], low[u], high[u] = criteria(u, sums, flags, kept, findings, points, out)
        if recorded[u] != -1:
            low[u], high[u] = max(recorded[u], 0), recorded[u] if recorded[u] >= 0 else 10_000
    for c in range(edges.size - 1):
        rank(edges[c], edges[c + 1], low, high, flags, kept, best, worst)
    for u in range(n):
        lows, highs = last_criterion(u, low[u], high[u], best[u], worst[u], target, out)
        both, both_may = min(held[u], lows), min(held_may[u], highs)
        stars(u, both, both_may, low[u], high[u], declared[u], flags[u], kept[u], result)
    return out, low, high, best, worst, result
