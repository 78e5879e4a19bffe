import pytest

from tests.doctor.asking import SCHEMES
from xingping.doctor.answering import ANSWERING_KINDS
from xingping.doctor.kinds import KINDS, WEIGHTS


def test_every_kind_and_weight_has_a_name_in_both_languages():
    for title in (*KINDS.values(), *WEIGHTS.values()):
        assert title.zh
        assert title.en
        assert title.zh != title.en


def test_no_two_kinds_are_called_the_same():
    for lang in ("zh", "en"):
        names = [title(lang) for title in KINDS.values()]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", sorted(set(KINDS) - set(ANSWERING_KINDS)))
def test_every_kind_has_a_scheme_that_shows_it_and_one_that_just_does_not(kind):
    assert (SCHEMES / kind / "found" / "scheme.nt").is_file()
    assert (SCHEMES / kind / "clear" / "scheme.nt").is_file()


def test_no_pair_of_schemes_stands_for_a_kind_that_is_gone():
    shown = {folder.name for folder in SCHEMES.iterdir() if (folder / "found").is_dir()}

    assert shown <= set(KINDS)
