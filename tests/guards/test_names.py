"""A name says what lives there."""

import ast

from tests.guards.repository import files, name_of, ours, syntax

BANNED_MODULES = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager"}
BANNED_ENDINGS = ("Manager", "Handler", "Service", "Processor", "Data", "Info")


def test_no_module_or_folder_is_called_utils_or_the_like():
    named = {
        name_of(path)
        for path in files("src", "tests", "bench", "tools", suffix=".py")
        for part in (*path.parent.parts, path.stem)
        if part.strip("_").removeprefix("test_") in BANNED_MODULES
    }

    assert named == set()


def test_no_class_is_named_for_handling_something():
    named = [
        f"{name_of(path)}:{node.lineno}: {node.name}"
        for path in ours()
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ClassDef) and node.name.endswith(BANNED_ENDINGS)
    ]

    assert named == []
