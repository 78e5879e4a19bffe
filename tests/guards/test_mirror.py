"""Whoever reads a module knows where its test is: at the mirrored path."""

from tests.guards.repository import ROOT, SRC, name_of, ours

# Modules without a test of their own, or whole folders (with a slash), and where they are tested.
ELSEWHERE = {
    "__init__.py": "tests/test_package.py",
    "policy/sentences/chinese/": "tests/policy/sentences/test_say.py",  # every rule, said whole
    "policy/sentences/english/": "tests/policy/sentences/test_say.py",
    "policy/sentences/here.py": "tests/policy/sentences/test_say.py",
    "policy/sentences/measured.py": "tests/policy/sentences/test_telling.py",
}


def test_every_module_has_its_test_at_the_mirrored_path():
    missing = [name_of(path) for path in modules() if not any(p.exists() for p in places(path))]

    assert missing == []


def test_what_is_tested_elsewhere_is_tested_there():
    for module, place in ELSEWHERE.items():
        assert (SRC / module).exists(), module
        assert (ROOT / place).exists(), place


def modules():
    """The modules with something in them."""
    for path in ours():
        inside = path.relative_to(SRC).as_posix()
        if path.stem not in {"__init__", "__main__"} and not inside.startswith(tuple(ELSEWHERE)):
            yield path


def places(path):
    """The mirrored path; or, for a folder of nouns, the same name beside the room's other tests."""
    inside = path.relative_to(SRC)
    yield ROOT / "tests" / inside.with_name(f"test_{path.name}")
    yield ROOT / "tests" / inside.parts[0] / f"test_{path.name}"
