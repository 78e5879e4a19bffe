import pytest

from xingping.policy.faults import Fault, Place, SchemeFaultyError, did_you_mean
from xingping.policy.words import Text


def test_a_fault_says_where_what_and_what_to_do():
    fault = Fault(Place("a.nt", 3, 5), Text("错", "wrong"), Text("改", "mend it"))

    assert fault.say() == "a.nt:3:5: 错\n  提示：改"
    assert fault.say("en") == "a.nt:3:5: wrong\n  hint: mend it"
    assert Fault(Place("a.nt"), Text("错", "wrong")).say("en") == "a.nt:1:1: wrong"


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("meeting", ["meetings", "tasks"], "did you mean 'meetings'?"),
        ("x", ["meetings", "tasks"], "known: meetings, tasks"),
    ],
)
def test_the_nearest_known_name_is_the_hint_or_some_there_are(name, known, hint):
    assert did_you_mean(name, known).en == hint


def test_where_nothing_is_known_there_is_no_hint():
    assert did_you_mean("x", []) is None


def test_all_faults_are_said_together():
    wrong = SchemeFaultyError(
        [Fault(Place("a.nt"), Text("甲", "a")), Fault(Place("b.nt"), Text("乙", "b"))]
    )

    assert wrong.say() == "a.nt:1:1: 甲\nb.nt:1:1: 乙"
    assert str(wrong) == "a.nt:1:1: a\nb.nt:1:1: b"
