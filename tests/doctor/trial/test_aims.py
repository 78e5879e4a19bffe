import numpy as np

from tests.doctor.trial.conftest import SCHEME, write
from xingping.doctor.trial.aims import aims_of


def test_a_target_is_met_by_the_counts_that_meet_it(rated):
    run = rated(first_year=2025).run  # 2026 is the second year

    aims = aims_of(run.compiled, run.facts)
    counts = np.array([[1, 2, 1], [2, 2, 0], [0, 2, 2], [1, 1, 2]])

    assert [target.id for target in aims.targets] == ["most", "best"]
    assert aims.met("most", counts) == 3
    assert aims.met("best", counts) == 2


def test_a_target_that_rests_on_more_than_levels_is_not_answered(rated, tmp_path):
    text = SCHEME.replace("share(subjects, stars >= 3) >= 75%", "every(subjects, score >= 60)")
    run = rated(write(tmp_path / "scores", text)).run

    assert aims_of(run.compiled, run.facts).met("most", np.array([[1, 2, 1]])) is None
