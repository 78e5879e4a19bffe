from tests.doctor.asking import SCHEMES
from xingping.doctor.offered import OFFERED, OFFERED_KINDS


def test_every_kind_of_points_has_a_title_and_a_scheme_that_has_it():
    assert all(title.zh and title.en for title in OFFERED_KINDS.values())
    assert {kind for kind in OFFERED_KINDS if not (SCHEMES / kind / "found").is_dir()} == set()


def test_each_question_is_put_once():
    assert len({asked.question for asked in OFFERED}) == len(OFFERED)
