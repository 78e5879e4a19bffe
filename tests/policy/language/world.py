"""A small scheme that the tests of the language read their rules in."""

from fractions import Fraction

from xingping.policy.catalogue import Catalogue, FieldSpec, Register
from xingping.policy.language.names import Inferred, Named, Names
from xingping.policy.language.problems import RuleError
from xingping.policy.language.rules import read_rule
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import DAY, NUMBER, RATIO, TEXT, YES, Asked, Kind, Type
from xingping.policy.words import Text

KIND, GRADE = Type(Kind.CHOICE, "kinds"), Type(Kind.CHOICE, "grades")


def text(zh, en=None):
    return Text(zh, en or zh)


def register(id_, title, *fields, subject="unit", **more):
    specs = {spec.id: spec for spec in fields}
    return Register(id_, text(title), text("条"), specs, subject=subject, **more)


CATALOGUE = Catalogue(
    choices={
        "kinds": {"law": text("违法"), "committee": text("支委")},
        "grades": {"fair": text("一般"), "good": text("较好")},
    },
    registers={
        "units": register(
            "units", "单位",
            FieldSpec("unit", text("单位编号"), TEXT, is_id=True),
            FieldSpec("firm", text("所在企业"), TEXT),
            FieldSpec("sort", text("单位类别"), KIND),
        ),
        "cases": register(
            "cases", "立案",
            FieldSpec("filed_on", text("立案日期"), DAY),
            FieldSpec("kind", text("类别"), KIND),
            FieldSpec("serious", text("严重"), YES),
            FieldSpec("withdrawn_on", text("撤案日期"), DAY, none=True),
            FieldSpec("grade", text("程度"), GRADE, none=True),
        ),
        "meetings": register(
            "meetings", "会议",
            FieldSpec("expected", text("应到人数"), NUMBER),
            FieldSpec("present", text("实到人数"), NUMBER),
            FieldSpec("title", text("会议名称"), TEXT, none=True),
        ),
        "points": register(
            "points", "评分表",
            FieldSpec("item", text("分项编号"), TEXT),
            FieldSpec("points", text("得分"), NUMBER),
            subject="rated",
        ),
        "firm_events": register(
            "firm_events", "企业记录",
            FieldSpec("grave", text("情节严重"), YES),
            subject="firm",
        ),
        "links": register("links", "联户", FieldSpec("household", text("户号"), TEXT)),
    },
)  # fmt: skip
LEVELS = {"0": text("未达星级"), "3": text("三星级"), "4": text("四星级"), "5": text("五星级")}
GRADES = {"low": text("后进"), "high": text("先进")}


def named(what, id_, title, type_=NUMBER):
    return Named(what, id_, text(title), type_)


def names(levels=None, **more):
    return Names(
        CATALOGUE,
        "units",
        LEVELS if levels is None else levels,
        parameters={"line": named("parameter", "line", "分数线")},
        results={
            "total": named("result", "total", "总分"),
            "turnout": named("result", "turnout", "到会率", RATIO),
            "held": named("result", "held", "已获五星", YES),
        },
        ranks={"rank": named("rank", "rank", "考核名次")},
        criteria={
            "1": named("criterion", "1", "会议"),
            "team": named("criterion", "team", "班子"),
        },
        helpers={"committee": named("own", "committee", "支委评分", RATIO)},
        **more,
    )


SCOPE = Scope(names())
WORDY = Scope(names(GRADES))
INSIDE = SCOPE.in_criterion()
LINE = SCOPE.in_criterion(Asked("assessed", "A-1", NUMBER, high=Fraction(10)))


def read(rule, scope=SCOPE, expect=None):
    return read_rule(rule, scope, expect=expect)


def problems(rule, scope=SCOPE, expect=None):
    """Everything wrong with ``rule``: (column, what, hint), in English."""
    try:
        read(rule, scope, expect)
    except RuleError as error:
        return [(p.column, p.what.en, p.hint.en if p.hint else "") for p in error.problems]
    return []


def inferring(**rules):
    """A scope whose results have no declared types."""
    made = []
    results = {
        name: Named("result", name, text(name), Inferred(name, lambda r=r: read(r, made[0]).type))
        for name, r in rules.items()
    }
    made.append(Scope(Names(CATALOGUE, "units", LEVELS, results=results)))
    return made[0]


# One rule for each form of the language; tests go through them all.
RULES = {
    "number": (SCOPE, ["12", "0.5", "80%", "-5", "-5%", "1.25"]),
    "arith": (
        SCOPE,
        [
            "total - 1 + line - (2 - total)",
            "total * (1 + line) / 3",
            "-total * -2",
            "2 - -5",
            "-(total + 1) otherwise 0",
            "(-5) otherwise (total otherwise 1)",
            "30% * 100 * turnout + total",
        ],
    ),
    "conditions": (
        SCOPE,
        [
            "1 < total <= line",
            "held and not (total > 1 or held) or total = 1",
            "not not held",
            "(held or held) and held",
            "total in (1, 2, line + 1)",
            "sort in (law, committee)",
            "law = sort",
            "(total < 1) = held",
            "held = yes",
            "turnout >= 80%",
        ],
    ),
    "rows": (
        SCOPE,
        [
            "count(cases)",
            "count(cases where serious and kind = law over 3 years)",
            "count(cases of unit where withdrawn_on = none over 24 months needing 2 / 3 * line)",
            "count(cases over previous year) + count(cases over this quarter)",
            "count(cases over ever) + count(cases over 1 year) + count(cases over 2 periods)",
            "count(cases where grade in (none, good) or evidence)",
            "any(firm_events of firm over 30 days, grave)",
            "sum(firm_events of links, 1)",
            'count(meetings where title = "B-5.1" and title != none)',
            "count(points where points > total)",
        ],
    ),
    "folds": (
        SCOPE,
        [
            "sum(meetings, present) / sum(meetings, expected) >= 80%",
            "mean(meetings, present) < share(meetings, present = expected)",
            "every(cases, not serious) and any(cases, yes)",
            "highest(meetings, present) - lowest(meetings, present)",
            "last(meetings, present / expected) otherwise 0",
            "first(cases, kind) = law",
            "longest(each half, count(cases) = 0) >= 2",
            "count(each week, count(cases) = 0)",
            "sum(each month, lower(6, 3 * count(cases)))",
            "sum(criteria, committee) + count(criteria where passed)",
            "every(criteria where met >= 3, passed)",
            "share(subjects, stars >= 4) >= 80%",
            "share(subjects where sort = law, held) > 50%",
        ],
    ),
    "choosing": (
        SCOPE,
        [
            "if(held, 1, unknown)",
            "by(sort, law -> 1, committee -> total)",
            "by(rank / rank_ranked, <= 5% -> 8, <= 10% -> 5, otherwise -> 0)",
            "by(stars, 5 -> 1, 4 -> 2, 3 -> 3, 0 -> 0)",
            "by(stars, >= 4 -> 1, < 4 -> 0)",
            "by(held, yes -> 1, no -> 0)",
            "sum(cases, by(grade, good -> 1, fair -> 2, none -> 0))",
        ],
    ),
    "calls": (
        SCOPE,
        [
            "lower(band, standards, total)",
            "higher(0, floor((55% - turnout) / 1%))",
            "round(turnout, 0.01) + ceil(total) + abs(total - 1)",
        ],
    ),
    "names": (
        SCOPE,
        ["team.passed and team.met >= 3", "team + team.committee", "year + campaign_year + all"],
    ),
    "own": (
        INSIDE,
        [
            "last(points where item = number, points) otherwise 0",
            "number * worth",
            "by(met, >= 3 -> worth, otherwise -> points)",
            "committee + 1",
            "count(cases where kind = committee)",
        ],
    ),
    "asked": (LINE, ["assessed", "by(sort, law -> assessed, committee -> 0)"]),
    "levels": (WORDY, ["stars <= low", "lower(band, high)", "if(held, low, band)"]),
}
EVERY_RULE = [(scope, rule) for scope, rules in RULES.values() for rule in rules]
