from xingping.doctor.trial.seen import look_back, place, years_in


def test_moves_are_counted_between_years_that_are_rated(rated, scheme):
    last = rated()

    seen = look_back(scheme, last.run.facts.records, 2026, {}, last)

    assert seen.years == (2024, 2025, 2026)
    assert seen.moves == {(2, 2): 2, (1, 1): 4, (0, 0): 2}
    assert (seen.up, seen.down, seen.total, seen.judged) == (0, 0, 8, 12)


def test_a_veto_is_counted_apart_and_makes_no_move(rated, scheme):
    last = rated(vetoed=[("u1", 2025)])

    seen = look_back(scheme, last.run.facts.records, 2026, {}, last)

    assert (seen.vetoed, seen.judged) == (1, 12)
    assert seen.moves[0, 2] == 1  # in 2026 it rises again from no star
    assert (2, 0) not in seen.moves


def test_a_result_that_is_not_yet_known_is_left_out(rated, scheme):
    last = rated(years=(2025,))

    seen = look_back(scheme, last.run.facts.records, 2026, {}, last)

    assert (seen.left_out, seen.total) == (4, 0)


def test_years_before_the_campaign_count_as_its_first(rated, scheme):
    last = rated(first_year=2026)

    seen = look_back(scheme, last.run.facts.records, 2026, {"first_year": 2026}, last)

    assert seen.years == (2024, 2025, 2026)


def test_years_are_those_with_rows(rated, scheme):
    records = rated(years=(2023, 2026)).run.facts.records

    assert years_in(records, scheme, 2026) == [2023, 2026]
    assert place(scheme, "5") == 2
