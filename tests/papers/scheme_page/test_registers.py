from tests.papers.schemes import scheme
from xingping.papers.scheme_page.registers import registers
from xingping.papers.scheme_page.voice import Voice
from xingping.papers.writers.text import words
from xingping.policy.forms import needed


def test_every_register_that_is_needed_is_told_with_who_makes_it():
    shown = scheme("office-branches")
    table, _ = registers(Voice(shown, "zh"))
    rows = [[words(line) for cell in row for line in cell] for row in table.rows]

    assert len(rows) == len(needed(shown))
    assert rows[4] == [
        "立案",
        "有关部门",
        "单位编号、立案日期、严重、涉及党员、撤案日期",
        "逐年登记是否建齐；不公开",
    ]


def test_remarks_that_nobody_makes_leave_no_column():
    table, _ = registers(Voice(scheme("13-red-flags"), "zh"))

    assert [column.title for column in table.columns] == ["台账", "谁填", "栏目"]
