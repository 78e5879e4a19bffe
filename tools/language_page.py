"""The reference page of the rule language: prose from tools/language, tables from the code and its data."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import get_args

import nestedtext

from xingping.policy.language import kinds, tree
from xingping.policy.language.problems import RuleError
from xingping.policy.language.reading import parse
from xingping.policy.language.rules import read_rule
from xingping.policy.scheme.bodies import BODIES
from xingping.policy.scheme.effects import MOMENTS
from xingping.policy.scheme.fields import _KINDS as FIELD_KINDS
from xingping.policy.scheme.load import list_builtin, load_spelled, schemes_folder
from xingping.policy.words import Lang, Text

HERE = Path(__file__).resolve().parent / "language"
GRAMMAR = schemes_folder().parent / "policy" / "language" / "grammar.lark"
_PART = re.compile(r"^\{\{(\w+)\}\}$", re.MULTILINE)
_RULES = re.compile(r"^```rule\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def language(lang: Lang) -> str:
    """The page in one language; fails where a rule in it cannot be parsed or a part is not told."""
    page = (HERE / f"{lang}.txt").read_text("utf-8")
    for block in _RULES.findall(page):
        for line in block.splitlines():
            parse(line)
    page = page.replace("```rule\n", "```\n")
    return _PART.sub(lambda found: PARTS[found[1]](lang).strip("\n"), page)


def _told(section: str, expected: Iterable[str]) -> dict[str, list[str]]:
    """What told.nt says of each part; nothing may be missing or too much."""
    told = nestedtext.load(HERE / "told.nt")[section]
    names = list(expected)
    if set(told) != set(names):
        raise SystemExit(f"tools/language/told.nt, {section}: {set(told) ^ set(names)}")
    return {name: told[name].split(" | ") for name in names}


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(heads), *(list(row) for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in lines
    )


def _words(section: str) -> dict[str, str]:
    return nestedtext.load(schemes_folder() / "words.nt")[section]


def _both(english: str, section: str) -> str:
    chinese = _words(section).get(english)
    return f"`{english}` `{chinese}`" if chinese else f"`{english}`"


def grammar(_: Lang) -> str:
    """The grammar file, whole."""
    return f"```\n{GRAMMAR.read_text('utf-8').strip()}\n```"


def nodes(lang: Lang) -> str:
    """The node types of the tree, in the order of the code."""
    at = 0 if lang == "zh" else 1
    told = _told("nodes", (node.__name__ for node in get_args(tree.Node)))
    heads = ("节点", "含义", "未知时") if lang == "zh" else ("node", "meaning", "unknown")
    return _table(heads, ((f"`{name}`", parts[at], parts[at + 2]) for name, parts in told.items()))


def types(lang: Lang) -> str:
    """What a value may be."""
    told = _told("types", (kind.value for kind in kinds.Kind))
    return _list(told, lang, lambda name: f"`{name}`")


def folds(lang: Lang) -> str:
    """One value from many rows."""
    return _list(_told("folds", get_args(kinds.FoldName)), lang, lambda name: _both(name, "folds"))


def functions(lang: Lang) -> str:
    """Functions of values."""
    told = _told("functions", get_args(kinds.CallName))
    return _list(told, lang, lambda name: _both(name, "functions"))


def field_types(lang: Lang) -> str:
    """The types of fields; lists of choices and registers come on top."""
    return _list(_told("fields", FIELD_KINDS), lang, lambda name: _both(name, "options"))


def _list(told: dict[str, list[str]], lang: Lang, name: Callable[[str], str]) -> str:
    at = 0 if lang == "zh" else 1
    return "\n".join(f"- {name(one)}: {parts[at]}" for one, parts in told.items())


def bodies(lang: Lang) -> str:
    """Who may take a step."""
    return " · ".join(f"`{name}` {title(lang)}" for name, title in BODIES.items())


def moments(lang: Lang) -> str:
    """From when something counts."""
    return " · ".join(f"`{name}` {title(lang)}" for name, title in MOMENTS.items())


def words(_: Lang) -> str:
    """The table of words, a line a kind; keys stand in the tables of keys."""
    parts = []
    for kind, table in nestedtext.load(schemes_folder() / "words.nt").items():
        if kind != "keys":
            pairs = " · ".join(f"`{english}` {chinese}" for english, chinese in table.items())
            parts.append(f"- **{kind}**: {pairs}")
    return "\n".join(parts)


def keys(lang: Lang) -> str:
    """Every map of a scheme folder, with its keys."""
    at = 1 if lang == "zh" else 2
    heads = (
        ("键", "中文键", "写什么", "含义") if lang == "zh" else ("key", "中文", "shape", "meaning")
    )
    due = "必填 " if lang == "zh" else "needed "
    parts = []
    for told in nestedtext.load(schemes_folder() / "keys.nt").values():
        where = told["where"].split(" | ")
        rows = []
        for key, line in told["keys"].items():
            cells = line.split(" | ")
            shape = due + cells[0][1:] if cells[0].startswith("!") else cells[0]
            rows.append((f"`{key}`", f"`{_words('keys')[key]}`", shape, cells[at]))
        parts.append(f"### {where[0]} · {where[at]}\n\n{_table(heads, rows)}\n")
    return "\n".join(parts)


def mistakes(lang: Lang) -> str:
    """Rules as people write them, and what the reader says."""
    _, spelled = load_spelled(schemes_folder() / list_builtin()[-1])
    scope = next(
        rule.scope
        for _, rules in spelled.rules.values()
        for rule in rules.values()
        if not rule.scope.criterion
    )
    heads = ("写成", "报告", "提示") if lang == "zh" else ("written", "told", "hint")
    rows = []
    for text in nestedtext.load(HERE / "told.nt")["mistakes"]:
        try:
            read_rule(text, scope)
        except RuleError as wrong:
            problem = wrong.problems[0]
            rows.append((f"`{text}`", problem.what(lang), (problem.hint or Text("", ""))(lang)))
        else:
            raise SystemExit(f"'{text}' is no mistake any more: tools/language/told.nt")
    return _table(heads, rows)


PARTS: dict[str, Callable[[Lang], str]] = {
    "grammar": grammar,
    "nodes": nodes,
    "types": types,
    "folds": folds,
    "functions": functions,
    "field_types": field_types,
    "bodies": bodies,
    "moments": moments,
    "words": words,
    "keys": keys,
    "mistakes": mistakes,
}
