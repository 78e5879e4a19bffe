from tests.policy.scheme.tiny import edit, told
from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.steps import Moment, TitleEffect

THEN = "    then: title = 0\n"
WHEN = "    when: failed_recheck\n"


def changed(tmp_path, old, new):
    return load_scheme(edit(tmp_path, "scheme.nt", old, new)).changes["lost"]


def test_a_title_is_set_to_a_level_taken_down_or_cancelled(tmp_path):
    assert changed(tmp_path, THEN, "    then: title = 1\n").then == TitleEffect("=", "1")
    assert changed(tmp_path, THEN, "    then: title - 2\n").then == TitleEffect("-", down=2)
    assert changed(tmp_path, THEN, "    then: title = title - 1\n").then == TitleEffect("-", down=1)
    assert changed(tmp_path, THEN, "    then: cancelled\n").then == TitleEffect("=", "0")
    assert changed(tmp_path, THEN, "    then: 称号 - 1\n").then == TitleEffect("-", down=1)


def test_a_change_may_begin_with_a_day_of_the_record_it_reads(tmp_path):
    new = (
        "    when: any(cases where withdrawn_on = none, serious)\n"
        "    from: filed_on\n    restored: withdrawn_on\n"
    )

    lost = changed(tmp_path, WHEN, new)

    assert lost.counts_from == Moment("filed_on", "cases")
    assert lost.restored == Moment("withdrawn_on", "cases")


def test_what_is_wrong_with_a_change_is_told(tmp_path):
    assert told(tmp_path, "scheme.nt", THEN, "    then: title = 7\n") == [
        "scheme.nt:116:19: no level is called '7'",
        "hint: known: 0, 1, 2",
    ]
    assert told(tmp_path, "scheme.nt", THEN, "    then: stars = 1\n") == [
        "scheme.nt:116:11: no effect on a title is written 'stars = 1'",
        "hint: known: title = 0, title - 1, cancelled",
    ]
    assert told(tmp_path, "scheme.nt", THEN, THEN + "    from: filed_on\n") == [
        "scheme.nt:117:11: no moment is called 'filed_on'",
        "hint: known: acceptance, decision, filing, naming, next_acceptance, next_period, notice, period_end",
    ]
    assert told(tmp_path, "scheme.nt", WHEN, "    when: failed_recheque\n") == [
        "scheme.nt:115:11: nothing here is called 'failed_recheque'",
        "hint: did you mean 'failed_recheck'?",
    ]


def test_what_only_the_office_knows_is_no_name_of_a_rating_rule(tmp_path):
    assert told(tmp_path, "scheme.nt", "    rule: tidy + work", "    rule: tidy + years_held")[
        0
    ] == ("scheme.nt:37:18: nothing here is called 'years_held'")
