from pathlib import Path

import pytest

from xingping.policy.language.rules import read_rule
from xingping.policy.language.tree import Asked
from xingping.policy.language.writing import write
from xingping.policy.scheme.every_rule import every_rule, rules_in
from xingping.policy.scheme.load import list_builtin, load_scheme, schemes_folder
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.scope import scope_of_scheme

POLICIES = Path(__file__).parents[2] / "policies"
FOLDERS = [schemes_folder() / name for name in list_builtin()]
FOLDERS += sorted(path.parent for path in POLICIES.glob("*/scheme.nt"))


def placed_rules(scheme):
    """Every rule that can be written, and the scope it stands in."""
    scope = scope_of_scheme(scheme)
    inside = {id(rule) for part in (scheme.every, scheme.criteria) for rule in rules_in(part)}
    for rule in every_rule(scheme):
        asked = next((node for node in walk(rule.tree) if isinstance(node, Asked)), None)
        if asked is None or asked.what == "assessed":
            yield rule, scope.in_criterion(asked) if id(rule) in inside else scope


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_rule_of_a_scheme_goes_to_words_and_back_unchanged(folder, lang):
    for rule, scope in placed_rules(load_scheme(folder)):
        expect = getattr(rule.tree, "type", None)

        assert read_rule(write(rule.tree, lang, scope), scope, expect=expect) == rule.tree
