from tests.records.given import BM, A, B, scheme
from xingping.records.clauses import clauses_by_column


def test_each_column_knows_the_clauses_that_read_it():
    office, county, members = (clauses_by_column(scheme(name)) for name in (A, B, BM))

    assert office["activities", "kind"] == ["A-S5.7"]
    assert office["meetings", "present"] == ["A-S3.1", "A-S4.1", "A-S5.1"]
    assert office["activities", "held_on"] == ["A-S5.7"]
    assert "A-S3.2" in office["findings", "level"]
    assert county["surveys", "satisfied"][0] == "B-2.5"
    assert members["cases", "withdrawn_on"] == ["BM-5.1"]
