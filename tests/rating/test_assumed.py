"""The readings that had a part in a result, in the scheme's order."""

from pathlib import Path

from tests.rating.county import attested, scoring
from tests.rating.office import B, case, five_star, one, told
from xingping.policy.scheme.load import load_scheme
from xingping.rating.explain import explain
from xingping.records.reading import read_records


def test_ids_stand_in_the_schemes_order_without_repetition():
    found = one(five_star())["assumptions"]

    assert found == sorted(set(found), key=lambda name: int(name.removeprefix("A-R")))


def test_score_band_stars_and_rank_rest_on_their_readings():
    found = one(five_star())["assumptions"]

    assert {"A-R1", "A-R2", "A-R3", "A-R4", "A-R5", "A-R6", "A-R8", "A-R13", "A-R19"} <= set(found)


def test_what_only_the_procedure_rests_on_is_not_named():
    assert not {"A-R12", "A-R16", "A-R17", "A-R18", "A-R20"} & set(one(five_star())["assumptions"])


def test_a_vetoed_branch_rests_on_no_reading_of_ranks():
    found = one(five_star(cases=[case(serious=True)]))["assumptions"]

    assert "A-R11" in found


def test_a_village_names_the_reading_of_disqualification_where_it_may_apply():
    open_ = attested(open_=["B-5.1"])
    found = told({"a": scoring(92), "b": scoring(92, attestations=open_)}, B)

    assert "B-R4" in found["b"]["assumptions"]
    assert {"B-R1", "B-R2", "B-R3", "B-R5", "B-R6"} <= set(found["a"]["assumptions"])


FILES = {
    "scheme.nt": """\
scheme: small
title: 小 | small
clauses: T
subject: units
cycle: year
levels:
  0: 无 | none
  1: 有 | some
results:
  score:
    title: 分 | score
    rule: count(studies)
stars:
  rule: standards
acts:
  talk:
    clause: T-2
    assumes: T-R2
    when: score < 1
    then: 谈话 | a talk
  praise:
    clause: T-2
    assumes: T-R4
    when: score > 9
    then: 表扬 | praised
pays:
  award:
    title: 奖 | award
    clause: T-3
    assumes: T-R3
    unit: 元 | yuan
    rule: 10 * score
""",
    "criteria/1.nt": """\
criterion: study
title: 学习 | study
clause: T-1
standards:
  1:
    assumes: T-R1
    require: count(studies) >= 1
""",
    "clauses.nt": "says:\n" + "".join(f"  T-{n}: 条款 | clause\n" for n in (1, 2, 3)),
    "assumptions.nt": "".join(
        f"T-R{n}:\n  decides: T-{c}\n  reading: 口径 | reading\n  why: 理由 | reason\n"
        for n, c in ((1, 1), (2, 2), (3, 3), (4, 2))
    ),
    "units.csv": "unit,name\nu1,甲\n",
    "kept.csv": "unit,register,year\nu1,studies,2026\n",
}


def test_a_standard_an_act_that_applies_and_a_pay_bring_their_own_readings(tmp_path):
    (tmp_path / "criteria").mkdir()
    for name, text in FILES.items():
        (tmp_path / Path(name)).write_text(text, "utf-8")
    scheme = load_scheme(tmp_path)
    records = read_records(tmp_path, scheme, year=2026)

    told = explain(scheme, records, year=2026, subject="u1")

    assert told.rating.assumptions == ("T-R1", "T-R2", "T-R3")
    assert told.reasons["study"]["1"].assumptions == ("T-R1",)
    assert "  谈话（T-2）：成立（执行口径T-R2）" in told.lines("zh")
