from xingping.doctor.parts import clauses_in, clauses_of, nodes_behind, parts_of, registers_behind
from xingping.policy.language import tree
from xingping.policy.scheme.every_rule import every_rule
from xingping.policy.scheme.load import load_scheme

OFFICE = load_scheme("office-branches")


def part(kind, id_):
    (found,) = [one for one in parts_of(OFFICE) if (one.kind, one.id) == (kind, id_)]
    return found


def test_every_rule_of_a_scheme_stands_in_a_part():
    told = {id(rule) for one in parts_of(OFFICE) for rule in one.rules}

    assert {id(rule) for rule in every_rule(OFFICE)} <= told


def test_a_standard_has_its_own_clause_and_the_readings_of_its_criterion():
    standard = part("standard", "4@5")

    assert standard.clauses == ("A-S5.4",)
    assert standard.assumes == ("A-R8", "A-R11")
    assert (standard.criterion, standard.level) == ("4", "5")


def test_clauses_in_texts_are_named_once_in_the_order_met():
    assert clauses_in("A-2 A-1", "", "A-1 A-3") == ("A-2", "A-1", "A-3")
    assert clauses_in() == ()


def test_clauses_of_several_parts_are_named_once():
    assert clauses_of([part("result", "score"), part("bands", "bands")]) == ("A-3.2",)


def test_what_is_behind_a_rule_is_what_its_names_stand_for():
    stars = part("stars", "stars")

    assert registers_behind(OFFICE, stars.rules) == ("declarations",)
    assert "assessments" in registers_behind(OFFICE, part("standard", "13@5").rules)
    assert any(isinstance(node, tree.Ref) for node in nodes_behind(OFFICE, stars.rules))
