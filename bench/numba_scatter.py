"""The numba peer's first half: every record is added at the position of its branch.

Columns are whole numbers with -1 for an empty cell; yes/no is 1, 0, -1; days count from 1970.
"""

from numba import njit

# bits of `flags`, one word a branch
OTHER_UNDONE, OTHER_OPEN, KEY_LATE, KEY_LATE_OPEN = 1, 2, 4, 8
KEY_POOR, KEY_POOR_OPEN, OTHER_POOR, OTHER_POOR_OPEN = 16, 32, 64, 128
LATE_OPEN = 512
VETO, VETO_OPEN, PERSONS_OPEN, HONOUR, HONOUR_OPEN = 1 << 12, 1 << 13, 1 << 14, 1 << 15, 1 << 16
IDEA, IDEA_KNOWN, IDEA_OPEN = 1 << 17, 1 << 18, 1 << 19
CASE, ERROR, ERROR_OPEN = 21, 24, 27  # three bits each: this year, the one before, two before

# columns of `sums`, one row a branch
EXPECTED, PRESENT, LATE, KEYS, KEYS_MAY, UNDONE, UNDONE_MAY = range(7)
PERSONS, PERSONS_MAY, ACTIVE, ACTIVE_MAY = range(7, 11)
YEAR_PLANS, QUARTERS, YEAR_ITEMS, YEAR_DONE, ALL_ITEMS, ALL_DONE = range(11, 17)
HELD_ON, HELD_ALL, HELD_MAY, UNDATED_POOR, UNDATED_MAY = range(17, 22)
WIDTH = 22

# columns of `holes`, four to each share: what empty cells add to the whole (most, least, where the
# part is most) and to the part (most)
OF_MEETINGS, OF_YEAR, OF_PLANS = 0, 4, 8
HOLES = 12
MOST = 100_000_000  # the limit of a count where a cell is empty


@njit
def add_hole(holes, share, part, whole, least):
    """What a record with an empty cell adds to a share; the part is at most the whole."""
    if whole < 0:
        holes[share] += MOST
        holes[share + 1] += least
        holes[share + 2] += MOST if part < 0 else max(part, least)
    if part < 0:
        holes[share + 3] += whole if whole >= 0 else MOST


@njit
def add_meetings(rows, totals, flags, first, last):
    """Attendance."""
    sums, holes = totals
    at, held, expected, present, late, early = rows
    for i in range(at.size):
        if first <= held[i] <= last:
            u = at[i]
            if expected[i] < 0 or present[i] < 0:
                least = max(present[i], late[i], early[i], 0)
                add_hole(holes[u], OF_MEETINGS, present[i], expected[i], least)
            sums[u, EXPECTED] += max(expected[i], 0)
            sums[u, PRESENT] += max(present[i], 0)
            sums[u, LATE] += max(late[i], 0) + max(early[i], 0)
            if (late[i] < 0 or early[i] < 0) and expected[i] != 0:
                flags[u] |= LATE_OPEN


@njit
def add_tasks(rows, sums, flags, year, on):
    """Tasks due in the year; one due after the day and not done yet is open."""
    first, end = year
    at, due, keys, done, grade = rows
    for i in range(at.size):
        if not first <= due[i] <= end:
            continue
        u = at[i]
        is_done = done[i] >= 0 and done[i] <= on
        ahead = not is_done and due[i] > on
        timely, timely_may = is_done and done[i] <= due[i], ahead or (is_done and done[i] <= due[i])
        best, best_may = timely and grade[i] == 2, timely_may and grade[i] in (-1, 2)
        good, good_may = timely and grade[i] >= 1, timely_may and grade[i] != 0
        if keys[i] != 0:
            sums[u, KEYS_MAY] += 1
            sums[u, UNDONE_MAY] += not is_done
            flags[u] |= (not timely) * KEY_LATE_OPEN | (not best) * KEY_POOR_OPEN
        if keys[i] == 1:
            sums[u, KEYS] += 1
            sums[u, UNDONE] += not is_done and not ahead
            flags[u] |= (not timely_may) * KEY_LATE | (not best_may) * KEY_POOR
        if keys[i] != 1:
            flags[u] |= (not is_done) * OTHER_OPEN | (not good) * OTHER_POOR_OPEN
        if keys[i] == 0:
            flags[u] |= (not is_done and not ahead) * OTHER_UNDONE | (not good_may) * OTHER_POOR


@njit
def add_cases(rows, flags, years, last, on):
    """Cases that stand, over three years, and the veto."""
    at, filed, serious, member, withdrawn = rows
    for i in range(at.size):
        if years[2] <= filed[i] <= last and (withdrawn[i] < 0 or withdrawn[i] > on):
            u = at[i]
            if filed[i] >= years[0]:
                flags[u] |= 1 << CASE
                if serious[i] == 1 and member[i] == 1:
                    flags[u] |= VETO
                if serious[i] != 0 and member[i] != 0:
                    flags[u] |= VETO_OPEN
            else:
                flags[u] |= 1 << (CASE + (1 if filed[i] >= years[1] else 2))


@njit
def add_circulars(rows, sums, flags, years, last):
    """Persons named this year; work errors over three years."""
    at, issued, about, persons = rows
    for i in range(at.size):
        if years[2] <= issued[i] <= last:
            u = at[i]
            ago = 0 if issued[i] >= years[0] else 1 if issued[i] >= years[1] else 2
            if about[i] == 1:
                flags[u] |= 1 << (ERROR + ago)
            if about[i] != 0:
                flags[u] |= 1 << (ERROR_OPEN + ago)
            if ago == 0 and about[i] == 0:
                sums[u, PERSONS] += max(persons[i], 0)
            if ago == 0 and about[i] != 1:
                sums[u, PERSONS_MAY] += max(persons[i], 0)
                flags[u] |= (persons[i] < 0) * PERSONS_OPEN


@njit
def add_honours(rows, flags, first, last):
    """Honours about excellence or branch work."""
    at, awarded, about = rows
    for i in range(at.size):
        if first <= awarded[i] <= last:
            if about[i] == 1:
                flags[at[i]] |= HONOUR
            if about[i] != 0:
                flags[at[i]] |= HONOUR_OPEN


@njit
def add_activities(rows, sums, first, last):
    """Cultural and sports activities, of the group and recorded."""
    at, held, sports, group, recorded = rows
    for i in range(at.size):
        if first <= held[i] <= last:
            sums[at[i], ACTIVE] += sports[i] == 1 and group[i] == 1 and recorded[i] == 1
            sums[at[i], ACTIVE_MAY] += sports[i] != 0 and group[i] != 0 and recorded[i] != 0


@njit
def add_plans(rows, sums, holes, year):
    """The year plan and the quarter plans."""
    at, of, quarter, items, done = rows
    for i in range(at.size):
        if of[i] == year:
            u = at[i]
            hole = items[i] < 0 or done[i] < 0
            sums[u, ALL_ITEMS] += max(items[i], 0)
            sums[u, ALL_DONE] += max(done[i], 0)
            if hole:
                add_hole(holes[u], OF_PLANS, done[i], items[i], max(done[i], 0))
            if quarter[i] < 0:
                sums[u, YEAR_PLANS] += 1
                sums[u, YEAR_ITEMS] += max(items[i], 0)
                sums[u, YEAR_DONE] += max(done[i], 0)
                if hole:
                    add_hole(holes[u], OF_YEAR, done[i], items[i], max(done[i], 0))
            else:
                sums[u, QUARTERS] += 1


@njit
def add_innovations(rows, flags, first, last):
    """Innovations, and those summed up and recognised."""
    at, made, summed, recognised = rows
    for i in range(at.size):
        if first <= made[i] <= last:
            flags[at[i]] |= IDEA
            if recognised[i] == 1:
                flags[at[i]] |= (summed[i] == 1) * IDEA_KNOWN | (summed[i] != 0) * IDEA_OPEN


@njit
def all_of(part, whole, least):
    """Whether a part, at most the whole, is all of it: certainly, possibly."""
    if whole == 0:
        return True, True
    if part < 0:
        return False, True
    return part == whole, part == whole if whole >= 0 else part >= least


@njit
def add_appraisals(rows, sums, year, on):
    """The last appraisal held; two on one day, or one without a day, count together."""
    at, of, held, members, took, passed = rows
    for i in range(at.size):
        if of[i] != year:
            continue
        u = at[i]
        least = max(took[i], passed[i], 0)
        took_all, took_may = all_of(took[i], members[i], least)
        passed_all, passed_may = all_of(passed[i], members[i], least)
        known, may = took_all and passed_all, took_may and passed_may
        if held[i] < 0:
            sums[u, UNDATED_POOR] |= not known
            sums[u, UNDATED_MAY] |= may
        elif held[i] <= on:
            if held[i] > sums[u, HELD_ON]:
                sums[u, HELD_ON] = held[i]
                sums[u, HELD_ALL] = known
                sums[u, HELD_MAY] = may
            elif held[i] == sums[u, HELD_ON]:
                sums[u, HELD_ALL] &= known
                sums[u, HELD_MAY] |= may


@njit
def put(rows, into, year):
    """One value a branch and criterion (findings, points); -1 stays for an empty cell."""
    at, of, number, value = rows
    for i in range(at.size):
        if of[i] == year:
            into[at[i], number[i]] = value[i]


@njit
def put_one(rows, into, year, empty):
    """One value a branch (assessments, declarations)."""
    at, of, value = rows
    for i in range(at.size):
        if of[i] == year:
            into[at[i]] = value[i] if value[i] >= 0 else empty


@njit
def add_kept(rows, kept):
    """Which register-years were kept: a position of -1 stands for every branch."""
    at, bit = rows
    for_all = 0
    for i in range(at.size):
        if at[i] < 0:
            for_all |= 1 << bit[i]
        else:
            kept[at[i]] |= 1 << bit[i]
    for u in range(kept.size):
        kept[u] |= for_all
