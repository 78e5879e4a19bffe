"""What only the whole scheme shows: levels without a standard, lines of one name, too few years."""

from __future__ import annotations

from collections.abc import Sequence

from xingping.policy.language import tree
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.every_rule import every_rule, rules_in
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.outcome import FIRST_YEAR
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

_COUNTED = frozenset({"rated", "eligible"})
Rules = Sequence[tuple[Rule, Sequence[tree.Node]]]
"""Every rule with the nodes of its tree."""


def check_whole(desk: Desk, scheme: Scheme) -> None:
    """Tell what does not fit together."""
    if desk.gaps:  # what is missing may have stood there
        return
    rules = [(rule, tuple(walk(rule.tree))) for rule in every_rule(scheme)]
    _levels_have_standards(desk, scheme, rules)
    _lines_differ(desk, scheme)
    _campaign_has_a_year(desk, scheme, rules)
    _bands_are_there(desk, scheme, rules)
    _counts_are_of_quotas(desk, scheme, rules)
    _ranks_are_of_the_period(desk, scheme, rules)


def _levels_have_standards(desk: Desk, scheme: Scheme, rules: Rules) -> None:
    """Where the highest level met counts, each criterion says what each level asks."""
    if not any(_names(node, "standards") for _, nodes in rules for node in nodes):
        return
    above = [level.id for level in scheme.levels[1:]]
    for criterion in scheme.criteria.values():
        for level in above if criterion.standards else ():
            if level not in criterion.standards:
                desk.tell(
                    criterion.at,
                    f"标准“{criterion.id}”没有“{level}”档的要求",
                    f"the criterion '{criterion.id}' has no standard for the level '{level}'",
                    Text("最低一档以上，每档都要写明", "every level above the lowest needs one"),
                )


def _lines_differ(desk: Desk, scheme: Scheme) -> None:
    """A points row names its line alone, so no two lines share an id."""
    homes: dict[str, str] = {}
    for criterion in scheme.criteria.values():
        for line in criterion.lines.values():
            if line.id in homes:
                desk.tell(
                    line.at,
                    f"分项“{line.id}”已在标准“{homes[line.id]}”里",
                    f"the line '{line.id}' stands in the criterion '{homes[line.id]}' too",
                )
            homes.setdefault(line.id, criterion.id)


def _campaign_has_a_year(desk: Desk, scheme: Scheme, rules: Rules) -> None:
    """The year of the campaign follows from its first year, a parameter."""
    first = scheme.parameters.get(FIRST_YEAR)
    for rule, nodes in rules if first is None else ():
        for node in nodes:
            if isinstance(node, tree.Ref) and node.name == "campaign_year":
                desk.tell(
                    rule.at,
                    "用到创建年次，却没有创建首年这个参数",
                    "the year of the campaign is named, but there is no parameter for its first year",
                    Text(
                        f"在 parameters 中写上 {FIRST_YEAR}",
                        f"add '{FIRST_YEAR}' to the parameters",
                    ),
                )


def _bands_are_there(desk: Desk, scheme: Scheme, rules: Rules) -> None:
    if scheme.bands is None:
        for rule, nodes in rules:
            if any(_names(node, "band") for node in nodes):
                desk.tell(
                    rule.at,
                    "用到分数段，却没有写分数段",
                    "the band is named, but there are no bands",
                )


def _counts_are_of_quotas(desk: Desk, scheme: Scheme, rules: Rules) -> None:
    """Who is rated, and who may have a place, is counted for the places of a quota alone."""
    within = {id(rule) for rule in rules_in(scheme.quotas)}
    for rule, nodes in rules:
        for node in nodes if id(rule) not in within else ():
            if _names(node, *_COUNTED):
                desk.tell(
                    rule.at,
                    "参评数、符合条件数只能用在名额（quotas 的 places）里，别处请用总数（all）",
                    "how many are rated or eligible is known to the places of a quota alone; "
                    "elsewhere use 'all'",
                )


def _ranks_are_of_the_period(desk: Desk, scheme: Scheme, rules: Rules) -> None:
    """A rank is that of the period; for parts of it there are pays and rewards with `each`."""
    for rule, nodes in rules:
        for node in nodes:
            if isinstance(node, tree.Fold) and node.rows.source == "each" and _ranked(scheme, node):
                desk.tell(
                    rule.at,
                    "名次只按整个周期排，不能在“每月”等时段之内取用；按月排名请用 pays 或 reward 的 each",
                    "a rank is that of the whole period and is not known within 'each'; for ranks "
                    "by month use 'each' of a pay or of a reward",
                )


def _ranked(scheme: Scheme, fold: tree.Fold) -> bool:
    """Whether a fold over parts of time rests on a rank, itself or through a named result."""
    seen: set[str] = set()
    waiting: list[tree.Node] = [fold]
    while waiting:
        for node in walk(waiting.pop()):
            if not isinstance(node, tree.Ref) or node.name in seen:
                continue
            seen.add(node.name)
            if node.what == "rank":
                return True
            if node.what == "result" and node.name in scheme.results:
                waiting.append(scheme.results[node.name].rule.tree)
    return False


def _names(node: tree.Node, *names: str) -> bool:
    return isinstance(node, tree.Ref) and node.what == "system" and node.name in names
