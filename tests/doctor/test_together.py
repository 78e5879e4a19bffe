from tests.doctor.asking import SCHEMES
from xingping.doctor.together import TOGETHER, TOGETHER_KINDS


def test_each_kind_has_a_title_in_both_languages_and_a_pair_of_schemes():
    for kind, title in TOGETHER_KINDS.items():
        assert title.zh != title.en
        assert (SCHEMES / kind / "found").is_dir()
        assert (SCHEMES / kind / "clear").is_dir()


def test_each_question_is_put_once():
    assert len({asked.question for asked in TOGETHER}) == len(TOGETHER)
