"""The lines of a criterion: computed, given by a reviewer, or one option of several."""

from __future__ import annotations

from fractions import Fraction

from xingping.policy.language import tree
from xingping.policy.scheme.criterion import Line
from xingping.policy.scheme.desk import shortened
from xingping.policy.scheme.entry import Entry, not_a_number
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.plain import as_number
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.work import Work
from xingping.policy.words import Text
from xingping.policy.written import Keyed, Said, Written

LINE_KEYS = ("text", "clause", "assumes", "points", "min", "max", "choose")
NOT_APPLICABLE = "-"
_SEVERAL = ("several", "multiple", "多选", "可多选")  # keys that people try
_ONE_EACH = Text(
    "一行只能选一项。可同时选几项的，每项写成一行，choose 下写“有”“无”两项；"
    "几行放在一个标准里，用标准的 max 封顶",
    "a line takes one option; where several may apply, write a line for each with the options yes "
    "and no, and cap their sum by the max of their criterion",
)
_ASSESSED = ("assessed", "评分")
_POINTS = "points"
Options = tuple[tuple[Text, Fraction | None], ...]


def read_line(
    work: Work, name: str, written: Written, around: tuple[tuple[str, ...], tuple[str, ...]]
) -> Line:
    """One line; ``around``: clauses and readings of its criterion.

    With ``max`` and no ``points`` it is assessed: a reviewer gives from its min (or 0) to its max.
    """
    tried = [key for key in _SEVERAL if isinstance(written, Keyed) and key in written.entries]
    entry = work.entry(written, (*LINE_KEYS, *tried), ("text",))
    for key in tried:
        work.desk.tell(
            entry.key_place(key),
            "不能同时选几项",
            "several options cannot be chosen at once",
            _ONE_EACH,
        )
    clauses, more = around
    clause, assumes = work.cite(entry, more, clauses)
    low, high = entry.number("min"), entry.number("max")
    if low is not None and high is not None and low > high:
        work.desk.tell(entry.place("min"), "下限高于上限", "the minimum is above the maximum")
    options = _options(work, entry)
    rule = _rule(work, name, entry, options, (low, high))
    asked = next((node for node in walk(rule.tree) if isinstance(node, tree.Asked)), None)
    assessed = (asked.low, asked.high) if asked is not None and asked.what == "assessed" else None
    return Line(
        id=name,
        text=entry.title("text"),
        clause=clause,
        rule=rule,
        low=low,
        high=high,
        assessed=assessed,
        options=options,
        assumes=assumes,
        at=entry.at,
    )


def _rule(
    work: Work,
    name: str,
    entry: Entry,
    options: Options,
    limits: tuple[Fraction | None, Fraction | None],
) -> Rule:
    low, high = limits
    said = entry.said(_POINTS)
    if options:
        if said is not None:
            work.desk.tell(
                entry.key_place(_POINTS),
                "“choose”与“points”只能有一个",
                "'choose' and 'points' exclude each other",
            )
        given = [points for _, points in options if points is not None]
        chosen = tuple((text.zh, points) for text, points in options)
        node = tree.Asked(
            "chosen", name, tree.NUMBER, low=min(given), high=max(given), options=chosen
        )
        return Rule("", node, entry.place("choose"))
    asked = None
    if high is not None:
        asked = tree.Asked("assessed", name, tree.NUMBER, low=low or Fraction(0), high=high)
    if said is not None and not (asked is None and said.text.strip() in _ASSESSED):
        return work.rules.within(asked).read(said, tree.NUMBER)
    if asked is None:
        if "max" not in entry:  # one that is no number has been told
            work.desk.tell(
                entry.at,
                "这一行没有计分办法",
                "nothing says how this line earns points",
                Text(
                    "写上 points，或 choose，或由审核人评分的 max",
                    "write points, or choose, or a max for what a reviewer gives",
                ),
            )
        return Rule("", tree.Word("unknown", tree.ANY), entry.at)
    return Rule("", asked, entry.place("max"))


def _options(work: Work, entry: Entry) -> Options:
    """The options of a rubric; at least one earns points."""
    options: list[tuple[Text, Fraction | None]] = []
    for written, value, at in entry.members("choose"):
        said = value if isinstance(value, Said) else None
        points = as_number(said.text) if said else None
        if said is None:
            work.desk.tell(
                at,
                f"选项“{shortened(written)}”应有分值",
                f"the option '{shortened(written)}' needs its points",
            )
        elif points is None and said.text.strip() != NOT_APPLICABLE:
            not_a_number(work.desk, said)
        options.append((Text.read(written), points))
    if "choose" in entry and not any(points is not None for _, points in options):
        work.desk.tell(entry.place("choose"), "没有可得分的选项", "no option earns points")
        return ()
    return tuple(options)
