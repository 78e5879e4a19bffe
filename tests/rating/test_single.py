"""One subject rated again is as if all had been."""

from dataclasses import replace

import pytest

from xingping.policy.scheme.load import load_scheme
from xingping.rating.rate import rate
from xingping.rating.single import rate_again
from xingping.records.reading import read_records
from xingping.records.sample import make_office, write_csv
from xingping.records.table import Records


@pytest.fixture
def office(tmp_path):
    scheme = load_scheme("office-branches")
    write_csv(make_office(3, 1), tmp_path)
    records = read_records(tmp_path, scheme, year=2026)
    return records, rate(scheme, records, year=2026, parameters={"target_score": 85})


def test_nothing_changed_gives_the_same_rating(office):
    _, rated = office

    assert [rate_again(rated, r.subject) for r in rated] == list(rated.ratings)


def test_a_changed_score_gives_the_rank_that_rating_all_gives(office):
    records, rated = office
    table = records.tables["assessments"]
    last = rated.ratings[-2].subject
    scores = [
        9999 if unit == last and year == 2026 else score
        for unit, year, score in zip(
            table.columns["unit"], table.columns["year"], table.columns["score"], strict=True
        )
    ]
    columns = {**table.columns, "score": scores}
    changed = Records({**records.tables, "assessments": replace(table, columns=columns)})

    again = rate_again(rated, last, changed)

    whole = rate(
        load_scheme("office-branches"), changed, year=2026, parameters={"target_score": 85}
    )
    assert again == whole.of(last)
    assert again.rank == 1


def test_an_unknown_subject_is_a_key_error(office):
    with pytest.raises(KeyError):
        rate_again(office[1], "u99")
