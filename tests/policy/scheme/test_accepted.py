import shutil

import pytest

from xingping.policy.faults import SchemeFaultyError
from xingping.policy.scheme.load import load_scheme, schemes_folder

GOOD = """\
plans:
  finding: levels_do_not_nest
  clause: A-S3.11 A-S4.11
  digest: 0123456789ab
  why: 逐级增高已补足 | the nesting of levels makes up for it
"""


@pytest.fixture
def folder(tmp_path):
    copy = shutil.copytree(schemes_folder() / "office-branches", tmp_path / "office")
    shutil.copy(schemes_folder() / "registers.nt", tmp_path)
    return copy


def faults(folder, text):
    (folder / "accepted.nt").write_text(text, "utf-8")
    with pytest.raises(SchemeFaultyError) as caught:
        load_scheme(folder)
    return [(str(fault.at), fault.what.en) for fault in caught.value.faults]


def test_an_acceptance_names_the_finding_its_clauses_the_digest_and_why(folder):
    (folder / "accepted.nt").write_text(GOOD, "utf-8")

    one = load_scheme(folder).accepted["plans"]

    assert (one.finding, one.clauses) == ("levels_do_not_nest", ("A-S3.11", "A-S4.11"))
    assert one.digest == "0123456789ab"
    assert one.why.en == "the nesting of levels makes up for it"


def test_an_acceptance_without_a_reason_is_a_fault(folder):
    text = GOOD.replace("  why: 逐级增高已补足 | the nesting of levels makes up for it\n", "")

    assert faults(folder, text) == [("accepted.nt:2:3", "'why' is missing")]


def test_a_digest_that_is_none_is_a_fault_at_its_place(folder):
    text = GOOD.replace("0123456789ab", "the first one")

    assert faults(folder, text) == [
        ("accepted.nt:4:11", "a digest of 12 hexadecimal digits is due here")
    ]


def test_clauses_that_do_not_exist_are_faults(folder):
    text = GOOD.replace("A-S3.11", "A-S3.99")

    assert faults(folder, text)[0][0] == "accepted.nt:3:11"


def test_accepting_a_finding_changes_no_digest_since_it_changes_no_rating(folder):
    before = load_scheme(folder).digest
    (folder / "accepted.nt").write_text(GOOD, "utf-8")

    assert load_scheme(folder).digest == before
