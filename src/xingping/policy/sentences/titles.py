"""What things are called: titles and phrases of the catalogue and of the scheme."""

from __future__ import annotations

from fractions import Fraction

from xingping.policy.catalogue import FieldSpec, Register
from xingping.policy.language.tree import Kind, Word
from xingping.policy.scheme.criterion import Line
from xingping.policy.sentences.figures import figure
from xingping.policy.sentences.here import Here
from xingping.policy.words import Text

_EVIDENCE = Text("佐证材料", "evidence")
_WITH_EVIDENCE = {
    "yes": Text("有佐证材料", "with evidence"),
    "no": Text("无佐证材料", "without evidence"),
}
_VALUES = {
    "none": Text("空缺", "none"),
    "unknown": Text("待定", "not yet known"),
    "yes": Text("是", "yes"),
    "no": Text("否", "no"),
}
_OWN = {
    "number": Text("本条序号", "the number of the criterion"),
    "worth": Text("本条分值", "the points the criterion is worth"),
    "met": Text("本条达到的星级", "the level met in the criterion"),
    "passed": Text("本条通过", "the criterion is passed"),
    "points": Text("本条得分", "the points of the criterion"),
}
_SYSTEM = {
    "band": Text("分数段", "the band of the score"),
    "standards": Text("达标星级", "the level of the standards"),
    "stars": Text("星级", "the star level"),
    "year": Text("年度", "the year"),
    "campaign_year": Text("创建年次", "the year of the campaign"),
    "all": Text("总数", "the total number"),
    "rated": Text("参评数", "the number rated"),
    "eligible": Text("符合条件数", "the number eligible"),
    "self_stars": Text("自评星级", "the level of the self-assessment"),
    "title": Text("所持星级", "the title held"),
    "years_held": Text("持有称号的年数", "the years a title has been held"),
    "failed_recheck": Text("复检不合格", "the re-check was failed"),
    "serious_breach": Text("认定严重违纪违法", "a breach was found to be serious"),
    "disqualified": Text("复检中发现取消资格的情形", "a disqualification was found"),
    "not_rated": Text("本期未参评", "there is no rating this time"),
    "open_rectifications": Text("未销号的整改问题数", "the number of open rectification items"),
    "open_objections": Text("未答复的异议数", "the number of open objections"),
}
_UNITS = {"分": "分", "线": "分", "人次": "人次", "人数": "人"}  # what the title ends with -> unit
_BARE = ("the ", "a ", "an ")


def register_of(here: Here, name: str) -> Register:
    """The register ``name``."""
    return here.scheme.catalogue.registers[name]


def spec_of(here: Here, register: str, name: str) -> FieldSpec | None:
    """A field, or None for the system field every record has."""
    return register_of(here, register).fields.get(name)


def field_title(here: Here, register: str, name: str) -> str:
    """The field as a noun: its phrase *noun*, else its title."""
    spec = spec_of(here, register, name)
    if spec is None:
        return here.say(_EVIDENCE)
    return here.say(spec.phrases.get("noun", spec.title))


def phrase(here: Here, register: str, name: str, kind: str) -> str:
    """A phrase of a field, or nothing."""
    spec = spec_of(here, register, name)
    found = _WITH_EVIDENCE.get(kind) if spec is None else spec.phrases.get(kind)
    return "" if found is None else here.say(found)


def word_title(here: Here, word: Word) -> str:
    """A choice, level, text, yes, no, none or unknown."""
    if word.type.kind is Kind.CHOICE:
        return here.say(here.scheme.catalogue.choices[word.type.choices][word.value])
    if word.type.kind is Kind.LEVEL:
        return next(here.say(level.title) for level in here.scheme.levels if level.id == word.value)
    if word.type.kind is not Kind.TEXT and word.value in _VALUES:
        return here.say(_VALUES[word.value])
    return _text(here, word.value)


def _text(here: Here, value: str) -> str:
    """A text constant: a clause or criterion by what it says, this scheme, else in quotes."""
    says = here.scheme.clauses.says.get(value)
    if says is not None:
        told = here.say(says).partition("（" if here.zh else " (")[0]
        return f"{value}（{told}）" if here.zh else f"{value} ({told})"
    if value in here.scheme.criteria:
        return here.say(here.scheme.criteria[value].title)
    if value == here.scheme.id:
        return "本方案" if here.zh else "this scheme"
    return f"“{value}”" if here.zh else f"'{value}'"


def level_title(here: Here, value: Fraction) -> str:
    """The level with this value; the number itself if there is none."""
    found = (here.say(level.title) for level in here.scheme.levels if level.value == value)
    return next(found, str(value))


def own_title(here: Here, name: str) -> str:
    """A value of the criterion at hand."""
    return here.say(_OWN[name])


def system_title(here: Here, name: str) -> str:
    """A value that every scheme has."""
    return here.say(_SYSTEM[name])


def subjects_title(here: Here) -> str:
    """Who is rated."""
    return here.say(register_of(here, here.scheme.subject).title)


def line_of(here: Here, item: str) -> Line | None:
    """The line ``item`` of whichever criterion has it."""
    lines = (criterion.lines.get(item) for criterion in here.scheme.criteria.values())
    return next((line for line in lines if line is not None), None)


def judged_text(here: Here, item: str, level: str) -> str:
    """What a reviewer has to find for ``item`` at ``level``."""
    criterion = here.scheme.criteria.get(item)
    standard = criterion.standards.get(level) if criterion is not None else None
    if standard is None or standard.judged is None:
        return ""
    return here.say(standard.judged)


def option_title(here: Here, item: str, option: str) -> str:
    """An option of a rubric in the language spoken."""
    line = line_of(here, item)
    texts = [text for text, _ in line.options] if line is not None else []
    return next((here.say(text) for text in texts if option in {text.zh, text.en}), option)


def parameter_title(here: Here, name: str) -> str:
    """A parameter with its value where it is known: 目标考核分（85分）."""
    title = here.say(here.scheme.parameters[name].title)
    value = here.values.get(name, here.scheme.parameters[name].default)
    if value is None:
        return title
    unit = points_unit(here, title)
    told = figure_of(value)
    return f"{title}（{told}{unit}）" if here.zh else f"{title} ({told})"


def figure_of(value: Fraction | str) -> str:
    """A parameter's value as text."""
    return value if isinstance(value, str) else figure(value)


def points_unit(here: Here, title: str) -> str:
    """分 after a number of something whose Chinese title says that it is points."""
    if not here.zh:
        return ""
    return next((unit for end, unit in _UNITS.items() if title.endswith(end)), "")


def bare(noun: str) -> str:
    """An English noun without its article."""
    return next((noun[len(word) :] for word in _BARE if noun.startswith(word)), noun)
