"""The numba peer's second third: sums and flags of a branch to verdicts and points."""

import numpy as np
from numba import njit

from bench import numba_scatter as s

# bits of `kept`, one word a branch
MEETINGS, TASKS, HONOURS, ACTIVITIES, PLANS, INNOVATIONS, APPRAISALS = range(7)
CASES, CIRCULARS = 7, 10  # three bits each: this year, the one before, two before
WORTH = np.array((0, 12, 8, 8, 10, 6, 8, 10, 8, 10, 6, 6, 8))
# levels that a finding meets, bits 1, 2, 4: of level 0 to 5, then (at -1) none, certain and possible
FOUND, FOUND_MAY = np.array((0, 0, 0, 1, 3, 7, 0)), np.array((0, 0, 0, 1, 3, 7, 7))
# levels that have no judged part
SPARED = np.array((0, 7, 0, 0, 7, 0, 7, 0, 7, 1, 0, 1, 0))


@njit
def settle(out, u, number, low, high):
    """Nest three levels (bits 1, 2, 4), write their verdicts, give back how many hold on each side."""
    low &= (low << 1 | 1) & (low << 2 | 3)
    high &= (high << 1 | 1) & (high << 2 | 3)
    row = 3 * number - 3
    out[row, u] = (low & 1) + (high & 1)
    out[row + 1, u] = (low >> 1 & 1) + (high >> 1 & 1)
    out[row + 2, u] = (low >> 2) + (high >> 2)
    return (low & 1) + (low >> 1 & 1) + (low >> 2), (high & 1) + (high >> 1 & 1) + (high >> 2)


@njit
def credit(number, levels, granted):
    """Points of a criterion at which so many levels hold, in hundredths (A-R2)."""
    if levels:
        return WORTH[number] * (70 + 10 * levels)
    return min(granted, WORTH[number] * 70)


@njit
def ratio(part, whole, holes, percent, kept):
    """A share on both sides, with what empty cells add; not yet known where not kept, or of nothing."""
    most, least, high_whole, high_part = holes
    if not kept or whole + least == 0:
        return False, True
    low = part * 100 >= (whole + most) * percent
    return low, (part + high_part) * 100 >= (whole + high_whole) * percent


@njit
def holes_of(holes, share):
    """The four columns of a share."""
    return holes[share], holes[share + 1], holes[share + 2], holes[share + 3]


@njit
def first(sums, holes, flags, kept):
    """Criterion 1."""
    held, hole = kept >> MEETINGS & 1, holes_of(holes, s.OF_MEETINGS)
    most, most_may = ratio(sums[s.PRESENT], sums[s.EXPECTED], hole, 80, held)
    full, full_may = ratio(sums[s.PRESENT], sums[s.EXPECTED], hole, 100, held)
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
def appraised(sums, kept):
    """The computed part of criterion 9, the same at every level."""
    if sums[s.HELD_ON] == 0 or not kept >> APPRAISALS & 1:
        return 0, 7
    sure = sums[s.HELD_ALL] == 1 and sums[s.UNDATED_POOR] == 0
    return 7 * sure, 7 * (sums[s.HELD_MAY] == 1 or sums[s.UNDATED_MAY] == 1)


@njit
def planned(sums, holes, kept):
    """The computed part of criterion 11."""
    known = kept >> PLANS & 1
    year, quarters = sums[s.YEAR_PLANS] >= 1, sums[s.QUARTERS] >= 4
    hole, all_hole = holes_of(holes, s.OF_YEAR), holes_of(holes, s.OF_PLANS)
    most, most_may = ratio(sums[s.YEAR_DONE], sums[s.YEAR_ITEMS], hole, 80, known)
    well, well_may = ratio(sums[s.ALL_DONE], sums[s.ALL_ITEMS], all_hole, 90, known)
    full, full_may = ratio(sums[s.ALL_DONE], sums[s.ALL_ITEMS], all_hole, 100, known)
    low = (year and most) | (year and quarters and well) << 1 | (year and quarters and full) << 2
    one, all_ = not known or year, not known or (year and quarters)
    return low, (one and most_may) | (all_ and well_may) << 1 | (all_ and full_may) << 2


@njit
def at_five(sure, may, kept):
    """Criteria 5 and 7, which ask for records at five stars only."""
    return 3 | sure << 2, 3 | (may or not kept) << 2


@njit
def innovated(flags, kept):
    """The computed part of criterion 12."""
    some, free = flags & s.IDEA != 0, not kept >> INNOVATIONS & 1
    low = 3 * some | (flags & s.IDEA_KNOWN != 0) << 2
    return low, 3 * (some or free) | (flags & s.IDEA_OPEN != 0 or free) << 2


@njit
def told(sums, holes, flags, kept):
    """What the registers say: for each criterion bits 1, 2, 4 for the levels, certain and possible."""
    cases, errors, errors_may = flags >> s.CASE & 7, flags >> s.ERROR & 7, flags >> s.ERROR_OPEN & 7
    honour, honour_may = flags & s.HONOUR != 0, flags & s.HONOUR_OPEN != 0
    active, active_may = sums[s.ACTIVE] >= 2, sums[s.ACTIVE_MAY] >= 2
    return (
        first(sums, holes, flags, kept),
        (7, 7),
        (7, 7),
        clean(cases, cases, kept >> CASES & 7),
        at_five(honour, honour_may, kept >> HONOURS & 1),
        named(sums, flags, kept),
        at_five(active, active_may, kept >> ACTIVITIES & 1),
        clean(errors, errors_may, kept >> CIRCULARS & 7),
        appraised(sums, kept),
        (7, 7),
        planned(sums, holes, kept),
        innovated(flags, kept),
    )


@njit
def criteria(u, totals, words, reviewed, out):
    """Verdicts 1 to 12 of a branch; levels that hold at all 12 and points, on each side."""
    (sums, holes), (flags, kept), (findings, points) = totals, words, reviewed
    held, held_may, low_points, high_points = 3, 3, 0, 0
    for number, (low, high) in enumerate(told(sums[u], holes[u], flags[u], kept[u]), 1):
        found = findings[u, number]
        low_met = low & (FOUND[found] | SPARED[number])
        high_met = high & (FOUND_MAY[found] | SPARED[number])
        lows, highs = settle(out, u, number, low_met, high_met)
        held, held_may = min(held, lows), min(held_may, highs)
        given = points[u, number]
        low_points += credit(number, lows, max(given, 0))
        high_points += credit(number, highs, given if given >= 0 else 10_000)
    return held, held_may, low_points, high_points
