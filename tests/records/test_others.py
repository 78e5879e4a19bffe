from tests.records.given import BM, UNITS, A, B, columns, folder, notes, scheme
from xingping.records.others import asked_texts


def test_the_clauses_that_rules_ask_for_are_known():
    assert asked_texts(scheme(A)) == {}
    assert asked_texts(scheme(BM)) == {("attestations", "clause"): {"BM-5.2"}}
    assert len(asked_texts(scheme(B))["attestations", "clause"]) == 7


def test_a_clause_of_another_scheme_is_noted(tmp_path):
    rows = "unit,year,clause,holds\nu1,2026,B-5.1,否\nu1,2026,BM-5.2,否\nu1,2026,BM-5.2,否\n"
    path = folder(tmp_path, units=UNITS, attestations=rows)

    assert notes(path, B) == [
        ("attestations.csv:3:3", "this scheme does not read rows of 'BM-5.2'; they are not counted")
    ]
    assert len(columns(path, "attestations", B)["clause"]) == 3
