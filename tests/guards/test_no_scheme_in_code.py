"""The policy is data: no id of a scheme, clause, criterion, register or field stands in code."""

import ast
from functools import cache
from itertools import chain

import nestedtext

from tests.guards.repository import SCHEMES, SRC, name_of, ours, syntax

# The registers that the procedure itself writes or reads, with their fields.
PROCEDURE = {"units", "members", "kept", "findings", "points", "declarations", "titles", "results"}

# Ids that are words of the program too. As an identifier a single English word is always free.
WORDS = {
    "about": "a key of what doctor prints: what a finding concerns",
    "bonus": "a key of what rate prints",
    "clause": "a key of scheme files",
    "honours": "what a veto may take away, in the rule language",
    "items": "a key of what rate prints",
    "key": "of a mapping",
    "passed": "what the language asks of a criterion",
}

# Made-up populations and the demonstration name what they make up.
SAMPLES = ("records/sample/", "cli/sample", "cli/demo")


def test_no_literal_is_an_id_of_a_scheme():
    known = ids() - free()
    found = {
        f"{name_of(path)}:{node.lineno}: {node.value!r}"
        for path in code()
        for node in literals(path)
        if node.value in known or any(clause in node.value for clause in clauses())
    }

    assert found == set()


def test_no_identifier_is_an_id_of_a_scheme():
    known = {name for name in ids() - free() if "_" in name or "-" in name}
    found = {
        f"{name_of(path)}:{line}: {name}"
        for path in code()
        for name, line in identifiers(path)
        if name in known
    }

    assert found == set()


def code():
    return [p for p in ours() if not p.relative_to(SRC).as_posix().startswith(SAMPLES)]


def literals(path):
    """The text constants of a file, docstrings aside."""
    tree = syntax(path)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node


def identifiers(path):
    for node in ast.walk(syntax(path)):
        for field in ("id", "attr", "arg", "name"):
            if isinstance(name := getattr(node, field, None), str):
                yield name, getattr(node, "lineno", 0)


@cache
def ids():
    """Every id that a scheme or the catalogue gives, numbers aside."""
    named = {path.parent.name for path in SCHEMES.rglob("scheme.nt")} | clauses()
    for path in SCHEMES.rglob("criteria/*.nt"):
        criterion = nestedtext.load(path)
        named |= {criterion["criterion"], *criterion.get("lines", ())}
    for register, told in registers():
        named |= {register, *told.get("fields", ())}
    return frozenset(name for name in named if not name.isdecimal())


@cache
def clauses():
    kinds = [nestedtext.load(path) for path in SCHEMES.rglob("clauses.nt")]
    said = chain.from_iterable(told.get(part, ()) for told in kinds for part in ("says", "shown"))
    readings = chain.from_iterable(
        nestedtext.load(path) for path in SCHEMES.rglob("assumptions.nt")
    )
    return frozenset(name for name in chain(said, readings) if "-" in name)


def registers():
    for path in SCHEMES.rglob("registers.nt"):
        yield from nestedtext.load(path).get("registers", {}).items()


@cache
def free():
    """What code may name: the procedure's registers and their fields, the language's own words."""
    fields = {field for name, told in registers() if name in PROCEDURE for field in told["fields"]}
    table = nestedtext.load(SCHEMES / "words.nt") if (SCHEMES / "words.nt").exists() else {}
    language = {word for kind in table.values() for word in kind}
    return PROCEDURE | fields | language | set(WORDS)


def test_the_guard_reads_the_schemes_it_guards():
    assert (len(ids()) > 100) == (len(clauses()) > 50) == any(SCHEMES.rglob("scheme.nt"))
