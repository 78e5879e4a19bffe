"""What to write instead where a rule counts with a day, or compares one with what is none."""

from __future__ import annotations

from xingping.policy.words import Text

FIRST_THEN = Text(
    "先后相隔多久不能跨两本台账来算；在前一本台账里设“期限”“完成日期”两个日期栏，"
    "写成 完成日期 <= 期限",
    "how long one record comes after another cannot be asked of two registers; give the first one "
    "a day field for when it is due and one for when it was done: done_on <= due_on",
)
YEAR_OF_IT = Text(
    "日期只能与同一行的另一日期栏相比；按年份算的，另设一栏年份（如 成立年份，整数），"
    "写成 年度 - 成立年份 < 1",
    "compare a day with another day field of the row; for its year add a field with the year "
    "(set_up, whole) and write year - set_up < 1",
)
