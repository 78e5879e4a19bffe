"""What was found for each part of a rule: its value, its records, what is missing."""

from fractions import Fraction

from tests.rating.office import (
    case,
    circular,
    findings,
    five_star,
    meeting,
    rated,
    scheme,
    task,
)
from xingping.policy.language import tree
from xingping.policy.sentences.measured import Bounds
from xingping.rating.compile.place import At
from xingping.rating.lens import Lens
from xingping.rating.measuring import measured, nodes_of


def facts(has, criterion, level, **more):
    """The facts of all parts of a standard, by node."""
    run = rated({"s": has}, **more).run
    columns = {k: v[0] for k, v in run.columns.items() if not k.startswith("rows ")}
    lens, at = Lens(run.compiled, run.facts, 0, columns), At(criterion=criterion)
    standard = scheme().criteria[criterion].standards[level]
    rules = [*standard.require, *([standard.asked] if standard.asked else [])]
    return measured([one for rule in rules for one in nodes_of(rule.tree, at, lens)], at, lens)


def of(found, kind, **fields):
    """The first fact about a node of this kind with these fields."""
    return next(
        fact
        for node, fact in found.items()
        if isinstance(node, kind) and all(getattr(node, k) == v for k, v in fields.items())
    )


def kinds(fact):
    return [missing.kind for missing in fact.missing]


def test_a_count_and_a_sum_are_numbers_and_a_comparison_is_yes_or_no():
    found = facts(five_star(meetings=[meeting(15, 12)]), "1", "3")

    assert of(found, tree.Fold, fold="sum").value == Fraction(12)
    assert of(found, tree.Compare).value is True


def test_a_known_value_lacks_nothing():
    assert all(fact.missing == () for fact in facts(five_star(), "1", "5").values())


def test_what_is_not_known_is_told_by_its_bounds():
    found = of(
        facts(five_star(circulars=[circular(about="rule_breach", persons=None)]), "6", "5"),
        tree.Fold,
    )

    assert isinstance(found.value, Bounds)
    assert found.value.low == 0
    assert kinds(found) == ["empty"]


def test_a_year_not_kept_is_missing_and_has_no_high_bound():
    found = of(facts(five_star(), "8", "4", unkept=[("circulars", 2025)]), tree.Fold)

    assert found.value == Bounds(Fraction(0), None)
    assert [(m.kind, m.year) for m in found.missing] == [("not_kept", 2025)]


def test_a_finding_that_is_missing_is_said_so():
    found = of(facts(five_star(findings=findings(c2=None)), "2", "3"), tree.Asked)

    assert (found.value, kinds(found)) == (None, ["no_finding"])


def test_no_appraisal_is_no_record():
    found = of(facts(five_star(appraisals=[]), "9", "3"), tree.Fold)

    assert kinds(found) == ["no_record"]


def test_a_task_ahead_is_said_so():
    has = five_star(tasks=[task("2026-11-01", None, None)])

    found = of(facts(has, "1", "4", on="2026-10-01"), tree.Fold, fold="every")

    assert (found.value, kinds(found)) == (None, ["ahead"])


def test_a_rank_that_is_open_rests_on_others():
    others = {"u": five_star(assessments=[], findings=findings(c2=None))}
    run = rated({"s": five_star(assessments=[{"score": 95}]), **others}).run
    columns = {k: v[0] for k, v in run.columns.items() if not k.startswith("rows ")}
    lens, at = Lens(run.compiled, run.facts, 0, columns), At(criterion="13")
    rules = scheme().criteria["13"].standards["5"].require

    found = measured([s for rule in rules for s in nodes_of(rule.tree, at, lens)], at, lens)

    assert kinds(of(found, tree.Ref, what="rank")) == ["others"]


def test_a_vetoed_branch_has_no_rank():
    found = facts(five_star(cases=[case(serious=True)]), "13", "5")

    assert of(found, tree.Ref, what="rank").value is None
