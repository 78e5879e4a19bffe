from xingping.doctor.trial.causes import causes


def of(rated, scheme, subject, before, after):
    return [why.zh for why in causes(scheme, scheme, before.of(subject), after.of(subject))]


def test_a_band_that_differs_is_named_with_both_levels(rated, scheme):
    assert of(rated, scheme, "u2", rated(), rated(line="80")) == ["分数段由三星级变为五星级"]


def test_a_veto_is_named_by_what_changed_in_state_and_rank(rated, scheme):
    told = of(rated, scheme, "u1", rated(), rated(vetoed=[("u1", 2026)]))

    assert told[:2] == ["新受否决：严重违纪", "状态由已评定变为一票否决"]
    assert "名次由第1变为无名次" in told
    assert told[-1] == "名次由第1变为无名次"


def test_nothing_is_said_where_nothing_differs(rated, scheme):
    assert of(rated, scheme, "u3", rated(), rated(line="80")) == []
