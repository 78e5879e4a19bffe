from xingping.policy.words import Text
from xingping.records.table import Note, RecordFault, RecordsFaultyError


def test_a_fault_says_place_value_expectation_and_next_step():
    fault = RecordFault(
        "r.xlsx", "活动", "C14", "x", Text("应为数字", "a number"), Text("请改", "mend it")
    )

    assert fault.say() == "r.xlsx:活动:C14  “x”：应为数字；请改"
    assert fault.say("en") == "r.xlsx:活动:C14  'x': a number; mend it"
    assert str(RecordsFaultyError([fault])) == fault.say("en")


def test_a_note_says_its_place():
    note = Note("a.csv", Text("空行", "blank rows"))

    assert (note.say(), note.say("en")) == ("a.csv：空行", "a.csv: blank rows")
