"""Whoever reads a module knows where its test is: at the mirrored path."""

from tests.guards.repository import ROOT, SRC, name_of, ours

# Modules without a test of their own, and where they are tested.
ELSEWHERE = {
    "__init__.py": "tests/test_package.py",
}


def test_every_module_has_its_test_at_the_mirrored_path():
    missing = [name_of(path) for path in modules() if not mirrored(path).exists()]

    assert missing == []


def test_what_is_tested_elsewhere_is_tested_there():
    for module, place in ELSEWHERE.items():
        assert (SRC / module).exists(), module
        assert (ROOT / place).exists(), place


def modules():
    """The modules with something in them."""
    for path in ours():
        inside = path.relative_to(SRC).as_posix()
        if inside not in ELSEWHERE and path.stem not in {"__init__", "__main__"}:
            yield path


def mirrored(path):
    return ROOT / "tests" / path.relative_to(SRC).with_name(f"test_{path.name}")
