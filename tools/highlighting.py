"""Write the TextMate grammar of scheme files from the words and keys: ``highlighting.py editors``."""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import nestedtext

SCHEMES = Path(__file__).resolve().parent.parent / "src" / "xingping" / "schemes"
HAN = "㐀-鿿"
# A Chinese word has no neighbours but signs and spaces; an English one no letter or digit.
BEFORE, AFTER = f"(?<![A-Za-z0-9_{HAN}])", f"(?![A-Za-z0-9_{HAN}])"
LOOKS_LIKE_A_RULE = f"(?=.*(?:[<>=≥≤≠]|[A-Za-z_{HAN}] *[(（]))"


def grammar() -> dict[str, object]:
    """The grammar: patterns for whole lines, and what stands within them."""
    return {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "Xingping scheme",
        "scopeName": "source.xingping",
        "fileTypes": ["nt"],
        "patterns": [{"include": f"#{name}"} for name in LINES],
        "repository": {
            **{name: make() for name, make in LINES.items()},
            "rule": rule(),
            "inline": inline(),
        },
    }


def comment() -> dict[str, object]:
    """A line of its own."""
    return {"name": "comment.line.number-sign.xingping", "match": r"^\s*#.*$"}


def rule_key() -> dict[str, object]:
    """A key under which a rule stands."""
    shapes = ("rule", "condition")
    keys = [key for key, shape in shapes_of_keys() if any(word in shape for word in shapes)]
    return _line(_key(keys), "keyword.other.key.rule.xingping", "rule")


def known_key() -> dict[str, object]:
    """Any other key of the folder: its value is a text."""
    return {
        "match": rf"^(\s*)({_key(key for key, _ in shapes_of_keys())})(\s*:)(?: (.*))?$",
        "captures": {
            "2": {"name": "keyword.other.key.xingping"},
            "3": {"name": "punctuation.separator.xingping"},
            "4": {"name": "string.unquoted.xingping"},
        },
    }


def id_with_rule() -> dict[str, object]:
    """An id (of a level, a result) whose value looks like a rule."""
    return _line(
        rf"[^\s#>\[{{-][^:]*?(?=\s*: {LOOKS_LIKE_A_RULE})", "entity.name.tag.xingping", "rule"
    )


def id_with_text() -> dict[str, object]:
    """An id, or the title of an example, with a text or nothing behind it."""
    return {
        "match": r"^(\s*)([^\s#>\[{-].*?|-[^ ].*?)(\s*:)(?: (.*))?$",
        "captures": {
            "2": {"name": "entity.name.tag.xingping"},
            "3": {"name": "punctuation.separator.xingping"},
            "4": {"name": "string.unquoted.xingping"},
        },
    }


def item() -> dict[str, object]:
    """One of several rules, or a line of a long one."""
    return {
        "match": r"^(\s*)([->])(?: (.*))?$",
        "captures": {
            "2": {"name": "punctuation.definition.item.xingping"},
            "3": {"patterns": [{"include": "#rule"}]},
        },
    }


def record() -> dict[str, object]:
    """Rows of an example on one line."""
    return {"match": r"^\s*([\[{].*)$", "captures": {"1": {"patterns": [{"include": "#inline"}]}}}


LINES = {
    "comment": comment,
    "record": record,
    "item": item,
    "rule-key": rule_key,
    "known-key": known_key,
    "id-with-rule": id_with_rule,
    "id-with-text": id_with_text,
}


def rule() -> dict[str, object]:
    """What stands in a rule."""
    table = nestedtext.load(SCHEMES / "words.nt")
    calls = [*_words(table, "folds"), *_words(table, "functions")]
    times = [word for kind in ("units", "windows", "spans") for word in _words(table, kind)]
    signs = [*_words(table, "operators"), "<", ">", "=", "+", "-"]
    each = table["keywords"]["each"]
    return {
        "patterns": [
            {"name": "string.quoted.double.xingping", "match": '"[^"]*"|“[^”]*”'},
            {
                "name": "support.function.xingping",
                "match": rf"{BEFORE}(?:{_any(calls)})(?= *[(（])",
            },
            {
                "name": "keyword.control.each.xingping",
                "match": rf"{BEFORE}(?:each(?= )|{each}(?=[{HAN}]))",
            },
            {
                "name": "keyword.control.xingping",
                "match": rf"{BEFORE}(?:{_any(_words(table, 'keywords'))}){AFTER}",
            },
            {
                "name": "constant.language.xingping",
                "match": rf"{BEFORE}(?:{_any(_words(table, 'values'))}){AFTER}",
            },
            {
                "name": "support.type.time.xingping",
                "match": rf"(?:{BEFORE}|(?<={each}))(?:{_any(times)}){AFTER}",
            },
            {
                "name": "variable.language.xingping",
                "match": rf"{BEFORE}(?:{_any(_words(table, 'names'))}){AFTER}",
            },
            {"name": "constant.numeric.xingping", "match": rf"{BEFORE}[0-9]+(?:\.[0-9]+)?%?"},
            {"name": "keyword.operator.xingping", "match": _any(signs)},
            {"name": "variable.other.xingping", "match": f"[A-Za-z_][A-Za-z_0-9]*|[{HAN}]+"},
        ]
    }


def inline() -> dict[str, object]:
    """What stands in a row of an example."""
    return {
        "patterns": [
            {
                "name": "variable.other.field.xingping",
                "match": r"[^\s,:\[\]{}][^,:\[\]{}]*(?=:)",
            },
            {
                "name": "constant.numeric.xingping",
                "match": rf"{BEFORE}[0-9]+(?:[.-][0-9]+)*%?{AFTER}",
            },
            {"name": "punctuation.section.xingping", "match": r"[\[\]{},:]"},
        ]
    }


def shapes_of_keys() -> list[tuple[str, str]]:
    """Every key in English, with all shapes that may stand under it."""
    shapes: dict[str, str] = {}
    for told in nestedtext.load(SCHEMES / "keys.nt").values():
        for key, line in told["keys"].items():
            shapes[key] = f"{shapes.get(key, '')} {line.split(' | ')[0]}"
    return list(shapes.items())


def _key(english: Iterable[str]) -> str:
    chinese = nestedtext.load(SCHEMES / "words.nt")["keys"]
    keys = list(english)
    return f"(?:{_any([*keys, *(chinese[key] for key in keys if key in chinese)])})(?=\\s*:(?: |$))"


def _line(key: str, name: str, value: str) -> dict[str, object]:
    return {
        "match": rf"^(\s*)({key})(\s*:)(?: (.*))?$",
        "captures": {
            "2": {"name": name},
            "3": {"name": "punctuation.separator.xingping"},
            "4": {"patterns": [{"include": f"#{value}"}]},
        },
    }


def _words(table: dict[str, dict[str, str]], kind: str) -> list[str]:
    return [word for pair in table[kind].items() for word in pair]


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first."""
    return "|".join(
        re.escape(word).replace(r"\ ", " ")
        for word in sorted(set(words), key=lambda w: (-len(w), w))
    )


def main() -> None:
    """Write the grammar into the folder named on the command line."""
    path = Path(sys.argv[1]) / "xingping.tmLanguage.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(grammar(), ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(path)


if __name__ == "__main__":
    main()
