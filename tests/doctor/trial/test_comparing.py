from tests.doctor.trial.conftest import SCHEME, write
from xingping.doctor.trial.comparing import Count, compare, counts


def test_who_rises_falls_and_stays_is_told_by_the_level(rated):
    found = compare(rated(), rated(line="80"))

    assert [(c.subject, c.move) for c in found.changes] == [
        ("u2", "rises"),
        ("u1", "same"),
        ("u3", "same"),
        ("u4", "same"),
    ]
    assert [(c.subject, c.move) for c in compare(rated(line="80"), rated()).moved("falls")] == [
        ("u2", "falls")
    ]


def test_levels_are_counted_for_certain_and_at_most(rated):
    found = compare(rated(), rated(line="80"))

    assert found.counts_before == (Count("0", 1, 1), Count("3", 2, 2), Count("5", 1, 1))
    assert found.counts_after == (Count("0", 1, 1), Count("3", 1, 1), Count("5", 2, 2))


def test_what_is_not_yet_known_counts_as_possible(rated, scheme):
    one = rated(years=(2025,))  # nothing of 2026: no score at all

    assert counts(scheme, one.ratings) == (Count("0", 0, 4), Count("3", 0, 4), Count("5", 0, 4))
    assert {c.move for c in compare(one, rated()).changes} == {"open", "rises", "falls"}


def test_another_scheme_over_the_same_records_is_compared_by_the_numbers_of_its_levels(
    rated, tmp_path
):
    other = write(
        tmp_path / "other",
        SCHEME.replace("  3: 三星级", "  4: 四星级")
        .replace("  3: 60", "  4: 60")
        .replace("stars >= 3", "stars >= 4"),
    )

    found = compare(rated(), rated(other))

    assert {c.subject for c in found.moved("rises")} == {"u2", "u3"}
