"""A changed number is never lost: each of a folder, one at a time, shows in words with old and new."""

import re
import shutil
from pathlib import Path

import pytest

from tests.policy.scheme.tiny import edit, write
from xingping.policy.differences.compare import compare, names_of
from xingping.policy.differences.words import between
from xingping.policy.faults import SchemeFaultyError
from xingping.policy.scheme.load import load_scheme

POLICIES = Path(__file__).parents[2] / "policies"
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def one_more(number):
    whole, dot, rest = number.partition(".")
    return f"{int(whole) + 1}{dot}{rest}"


def mutants(folder):
    """Every number of the files, comments aside, raised by one in turn: old, new, the file as text."""
    for path in sorted(folder.rglob("*.nt")):
        text, start = path.read_text("utf-8"), 0
        for line in text.splitlines(keepends=True):
            found = [] if line.lstrip().startswith("#") else NUMBER.finditer(line)
            for one in found:
                new = one_more(one[0])
                changed = text[: start + one.start()] + new + text[start + one.end() :]
                yield path, one[0], new, changed
            start += len(line)


def has(number, said):
    return re.search(rf"(?<![\d.]){re.escape(number)}(?!\d)", said) is not None


def lost(source, folder):
    """The changed numbers of a scheme that its difference does not name; and how many there were."""
    shutil.copytree(source, folder)
    base, found, seen = load_scheme(source), [], 0
    for path, old, new, text in mutants(folder):
        before = path.read_bytes()
        path.write_text(text, "utf-8")
        try:
            other = load_scheme(folder)
        except SchemeFaultyError:  # told by the reader
            continue
        finally:
            path.write_bytes(before)
        seen += 1
        for lang in ("zh", "en"):
            said = "\n".join(between(base, other, lang))
            if not (compare(base, other) and has(old, said) and has(new, said)):
                found.append((path.name, old, new, said))
    return found, seen


@pytest.mark.parametrize("name", ["32-vanguard-index", "20-college-blocks", "39-red-plum-members"])
def test_every_changed_number_is_named_with_the_old_one(name, tmp_path):
    found, seen = lost(POLICIES / name, tmp_path / "mine")

    assert found == []
    assert seen > 20


def test_every_changed_number_of_a_scheme_with_one_of_everything_is_named(tmp_path):
    found, seen = lost(write(tmp_path / "tiny"), tmp_path / "mine")

    assert found == []
    assert seen > 60


@pytest.fixture
def changed(tmp_path):
    """The differences once one text of the small scheme has become another."""

    def differing(file, old, new):
        base = load_scheme(write(tmp_path / "base"))
        return compare(base, load_scheme(edit(tmp_path / "other", file, old, new)))

    return differing


def test_two_copies_of_a_scheme_do_not_differ(tmp_path):
    first, second = (load_scheme(write(tmp_path / name)) for name in ("a", "b"))

    assert compare(first, second) == []


def test_what_is_added_is_one_difference_with_its_clause(changed):
    old = "  given:\n    text: 评分 | given\n    max: 40\n"
    (one,) = changed("criteria/2-work.nt", old, old + old.replace("given", "again"))

    assert (one.kind, one.path, one.clauses) == ("added", "criteria.work.lines.again", ("T-3",))


def test_a_rule_written_in_another_way_is_no_difference_but_its_line_is_shown(changed):
    (one,) = changed("scheme.nt", "    rule: line <= 65", "    rule: (line <= 65)")

    assert (one.kind, one.path) == ("written", "scheme.nt")
    assert (one.old, one.new) == ("rule: line <= 65", "rule: (line <= 65)")


def test_another_order_is_a_difference(changed):
    given = "  given:\n    text: 评分 | given\n    max: 40\n"
    counted = (
        "  counted:\n    text: 计次 | counted\n    min: -5\n"
        "    points: 2 * count(meetings) - count(cases)\n"
    )

    (one,) = changed("criteria/2-work.nt", given + counted, counted + given)

    assert (one.kind, one.path) == ("order", "criteria.work.lines")


def test_names_are_those_of_dataclasses_only():
    assert names_of("text") == ()
