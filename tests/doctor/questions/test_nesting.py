import shutil
from dataclasses import replace

from tests.doctor.asking import asked, clear, found, scheme
from xingping.doctor.questions.nesting import ask_alike, ask_not_nested
from xingping.doctor.visit import Visit
from xingping.doctor.world.witness import rated_as
from xingping.policy.scheme.load import load_scheme


def test_a_level_that_holds_without_the_one_below_is_shown_by_a_case():
    (finding,) = found(ask_not_nested, "levels-not-nested")

    assert finding.about == ("1", "2", "1")
    assert finding.weight == "gap"
    assert finding.witness.example.given == {"activities": [{"times": "3", "group": "no"}]}
    assert clear(ask_not_nested, "levels-not-nested")


def test_two_levels_that_always_hold_together_are_told():
    (finding,) = found(ask_alike, "levels-alike")

    assert finding.about == ("1", "2")
    assert clear(ask_alike, "levels-alike")


def test_in_the_office_plans_alone_do_not_nest_and_the_reading_that_closes_it_is_named():
    scheme = load_scheme("office-branches")

    (finding,) = asked(ask_not_nested, scheme)

    assert finding.about == ("11", "4", "3")
    assert finding.clauses == ("A-S4.11", "A-S3.11")
    assert finding.weight == "note"
    assert "A-R19" in finding.said.zh
    assert rated_as(scheme, finding.witness.example)
    assert asked(ask_alike, scheme) == []


def test_without_that_reading_the_gap_is_open_and_the_case_shows_it():
    scheme = replace(load_scheme("office-branches"), nested="")

    (finding,) = asked(ask_not_nested, scheme)

    assert finding.weight == "gap"
    assert finding.witness.example.expect == {"3": "not met", "4": "met"}


def test_the_case_is_the_same_each_time():
    scheme = load_scheme("office-branches")

    one, other = asked(ask_not_nested, scheme), asked(ask_not_nested, scheme)

    assert [f.digest() for f in one] == [f.digest() for f in other]


def test_it_is_found_after_every_clause_and_the_criterion_are_renamed_and_the_figures_shifted(
    tmp_path,
):
    folder = tmp_path / "renamed"
    shutil.copytree(load_scheme("office-branches").folder, folder)
    for page in folder.rglob("*.nt"):
        text = (
            page.read_text(encoding="utf-8").replace("A-", "Z-").replace("clauses: A", "clauses: Z")
        )
        if page.name.endswith("plans.nt"):
            text = text.replace("criterion: 11", "criterion: 77").replace(
                "items) >= 80%", "items) >= 64%"
            )
            text = text.replace("items) >= 90%", "items) >= 83%").partition("examples:")[0]
        page.write_text(text, encoding="utf-8")

    (finding,) = asked(ask_not_nested, load_scheme(folder))

    assert finding.about == ("77", "4", "3")
    assert finding.clauses == ("Z-S4.11", "Z-S3.11")
    assert "Z-R19" in finding.said.en


def test_levels_that_nobody_told_apart_in_time_are_said_to_be_open():
    late = Visit(scheme("levels-alike", "found"), until=1.0, clock=lambda: 1.0)

    assert {(one.kind, one.settled) for one in ask_alike(late)} == {("levels-alike", False)}
