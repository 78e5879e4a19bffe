"""How fourteen branches of one office fare over three years, so that a year shows every kind of result.

Written for a target score of 85: which branch takes which arc is drawn, what happens in an arc is not.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stage:
    """One year of a branch: the level of its work, its assessment, what it declares and what is out of the ordinary."""

    quality: int
    score: str
    declared: int | None
    won: int
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class BranchYear:
    """A branch, its number of members, and one calendar year of its arc."""

    unit: str
    members: int
    year: int
    stage: Stage

    @property
    def quality(self) -> int:
        """The level its work meets: 0, 3, 4 or 5."""
        return self.stage.quality

    def has(self, mark: str) -> bool:
        """Say whether something out of the ordinary happened this year."""
        return mark in self.stage.marks


@dataclass(frozen=True)
class Arc:
    """The three years of one branch, and what its third year is there to show."""

    shows: str
    years: tuple[Stage, Stage, Stage]


def _stage(quality: int, score: str, declared: int | None, won: int, *marks: str) -> Stage:
    return Stage(quality, score, declared, won, frozenset(marks))


def _arc(shows: str, first: Stage, second: Stage, third: Stage) -> Arc:
    return Arc(shows, (first, second, third))


# A three-star year is filed on the branch's own finding (A-R13); four stars need two years on record, five need three,
# so nobody has four before year 2. `won` is what the year certainly gives and becomes the title of the next.
ARCS = (
    _arc(
        "five stars", _stage(4, "90.40", 3, 3), _stage(4, "95.20", 4, 4), _stage(5, "96.80", 5, 5)
    ),
    # Its circulars of year 1 were never entered: no star is certain then, nor three clean years later.
    _arc(
        "four for certain, five possible; ties at rank 1",
        _stage(3, "89.10", 3, 0, "circulars_not_kept"),
        _stage(4, "93.60", 4, 3),
        _stage(5, "96.80", 5, 4),
    ),
    _arc(
        "four stars, one person named, ties at rank 3",
        _stage(4, "91.20", 3, 3),
        _stage(4, "92.80", 4, 4),
        _stage(4, "94.20", 4, 4, "named_once"),
    ),
    _arc(
        "four stars though it declared five, ties at rank 3",
        _stage(3, "88.00", 3, 3),
        _stage(3, "90.50", 3, 3),
        _stage(4, "94.20", 5, 4),
    ),
    _arc(
        "three stars: all but the rank holds at four",
        _stage(3, "86.30", 3, 0, "accountable"),
        _stage(4, "91.70", 4, 3),
        _stage(4, "93.10", 4, 3),
    ),
    _arc(
        "three stars: a case that was withdrawn",
        _stage(3, "87.40", 3, 3),
        _stage(3, "89.20", 3, 3),
        _stage(3, "90.60", 3, 3, "case_withdrawn"),
    ),
    _arc(
        "three stars: a work error last year",
        _stage(3, "88.60", 3, 3),
        _stage(3, "86.90", 3, 0, "criticised"),
        _stage(4, "91.90", 4, 3),
    ),
    _arc(
        "three stars: two persons named, a case two years ago",
        _stage(3, "85.70", 3, 0, "case_of_staff"),
        _stage(3, "88.30", 3, 3),
        _stage(3, "89.40", 3, 3, "named_twice"),
    ),
    _arc(
        "three stars exactly on every line",
        _stage(3, "85.20", 3, 3),
        _stage(3, "86.10", 3, 3),
        _stage(3, "85.00", 3, 3, "on_the_line"),
    ),
    _arc(
        "no star: below the target and beyond rank 5",
        _stage(3, "86.00", 3, 3),
        _stage(3, "85.60", 3, 3),
        _stage(3, "83.70", 3, 0),
    ),
    _arc(
        "no star: under 75",
        _stage(3, "78.50", 3, 0),
        _stage(3, "79.30", 3, 0),
        _stage(0, "73.40", 3, 0, "named_three_times"),
    ),
    _arc(
        "vetoed: a serious case of a Party member",
        _stage(3, "87.90", 3, 3),
        _stage(4, "90.10", 4, 3),
        _stage(4, "88.70", 4, 0, "case_serious"),
    ),
    _arc(
        "not rated: it declared nothing",
        _stage(3, "86.60", 3, 3),
        _stage(3, "87.50", 3, 3),
        _stage(3, "86.20", None, 0),
    ),
    _arc(
        "not yet known: its appraisal is held in January",
        _stage(3, "85.90", 3, 3),
        _stage(3, "87.10", 3, 3),
        _stage(3, "88.10", 3, 0, "late_appraisal"),
    ),
)
