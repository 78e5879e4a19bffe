import shutil
from fractions import Fraction

from tests.policy.overlay.small import OVERLAY, beside, told
from tests.policy.scheme.tiny import faults
from xingping.policy.scheme.load import load_scheme


def test_an_overlay_is_its_base_with_the_values_set_and_the_items_added(tmp_path):
    folder = beside(tmp_path)
    scheme, base = load_scheme(folder), load_scheme(tmp_path / "tiny")

    assert (scheme.id, scheme.title.en, scheme.folder) == ("tiny", "Tiny, here", folder)
    assert scheme.parameters["line"].default == Fraction(62)
    assert list(scheme.criteria["work"].lines) == ["given", "counted", "choice", "here_choir"]
    assert scheme.examples == ()
    assert base.parameters["line"].default == Fraction(60)


def test_a_scheme_made_of_an_overlay_knows_its_base_and_the_differences(tmp_path):
    scheme = load_scheme(beside(tmp_path))
    overlay = scheme.overlay

    assert overlay.id == "tiny-here"
    assert overlay.base.digest == load_scheme(tmp_path / "tiny").digest
    (setting,) = overlay.settings
    assert (setting.target, setting.old, setting.new) == ("parameters.line.default", "60", "62")
    assert setting.why.en == "a paper of ours"
    (addition,) = overlay.additions
    assert (addition.target, addition.id) == ("lines of work", "here_choir")


def test_its_digest_is_over_the_base_and_the_overlay(tmp_path):
    before = load_scheme(beside(tmp_path)).digest
    after = load_scheme(beside(tmp_path, OVERLAY.replace("62", "63"))).digest

    assert len(before) == 64
    assert len({before, after, load_scheme(tmp_path / "tiny").digest}) == 3


def test_a_base_that_has_changed_is_told_with_what_to_do(tmp_path):
    folder = beside(tmp_path)
    clauses = tmp_path / "tiny" / "clauses.nt"
    clauses.write_text(clauses.read_text("utf-8") + "# another line\n", "utf-8")

    (what, hint) = faults(folder)

    assert what.startswith(
        "overlay.nt:4:9: the scheme 'tiny' that this builds on has changed since"
    )
    assert "what changed cannot be known" in what
    assert "--accept" in hint


def test_a_digest_that_is_none_is_told(tmp_path):
    assert told(tmp_path, "digest: 0", "digest: later", digest=False)[0] == (
        "overlay.nt:4:9: the digest of the scheme it builds on is due here (64 hexadecimal digits)"
    )


def test_a_base_that_is_not_there_is_told(tmp_path):
    assert told(tmp_path, "of: ../tiny", "of: ../tinny")[0] == (
        "overlay.nt:3:5: the scheme '../tinny' that this builds on is not there"
    )


def test_an_overlay_of_an_overlay_is_refused(tmp_path):
    shutil.copytree(beside(tmp_path), tmp_path / "there")

    assert told(tmp_path, "of: ../tiny", "of: ../there")[0] == (
        "overlay.nt:3:5: '../there' is an overlay itself, and nothing can be built on it"
    )


def test_faults_of_the_base_are_told_under_its_name(tmp_path):
    folder = beside(tmp_path)
    page = tmp_path / "tiny" / "scheme.nt"
    page.write_text(page.read_text("utf-8").replace("cycle: year", "cycle: eon"), "utf-8")

    assert faults(folder)[0].startswith("../tiny/scheme.nt:5:8:")


def test_other_files_have_no_place_beside_an_overlay(tmp_path):
    folder = beside(tmp_path)
    (folder / "examples.nt").write_text("", "utf-8")

    (told_,) = faults(folder)

    assert told_.startswith(
        "examples.nt:1:1: the folder of an overlay holds overlay.nt (and accepted.nt)"
    )


def test_an_id_that_the_base_has_is_told(tmp_path):
    found = told(tmp_path, "    here_choir:", "    counted:")

    assert found == [
        "overlay.nt:9:5: the id 'counted' is taken in the scheme",
        "hint: choose another, with the name of the place in it",
    ]


def test_an_overlay_may_have_examples_of_its_own(tmp_path):
    more = "examples:\n  空 | empty:\n    expect:\n      {state: rated}\n"
    scheme = load_scheme(beside(tmp_path, OVERLAY + more))

    assert [example.title.en for example in scheme.examples] == ["empty"]


def test_the_file_itself_stands_for_its_folder(tmp_path):
    folder = beside(tmp_path)

    assert load_scheme(folder / "overlay.nt").digest == load_scheme(folder).digest


def test_an_overlay_accepts_findings_of_its_own_beside_those_of_its_base(tmp_path):
    folder = beside(tmp_path)
    (folder / "accepted.nt").write_text(
        "more:\n  finding: burden\n  digest: 0123456789ab\n  why: 已减 | made less\n", "utf-8"
    )

    made = load_scheme(folder)

    assert set(made.accepted) == {*made.overlay.base.accepted, "more"}
