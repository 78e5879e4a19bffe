from tests.papers.schemes import scheme
from xingping.papers.scheme_page.clause_by_clause import Clauses
from xingping.papers.scheme_page.found import Found
from xingping.papers.scheme_page.page import Box
from xingping.papers.scheme_page.voice import Voice
from xingping.papers.writers.text import words

TARGET = Found(
    ("A-2.2", "A-S4.13"),
    "目标做不到",
    "最多三个支部可评",
    ("例：" + "长" * 200,),
    ("改目标", "改名次"),
    "new",
)
KNOWN = Found((), "填报量", "要填的栏目多", (), (), "accepted", "都有用处")


def clauses(lang="zh", found=()):
    return Clauses(Voice(scheme("office-branches"), lang), found)


def law(made, clause):
    return next(one for one in made.laws() if one.clause == clause)


def test_a_clause_says_its_sentence_and_where_it_is_used():
    one = law(clauses(), "A-3.2")

    assert words(one.line) == "考核分 75 至 85、85 至 95、95 以上分别为三、四、五星。"
    assert [words(line) for line in one.used][:2] == [
        "用于等级和分数段：分数段、评定等级",
        "用于得分与排名：考核分",
    ]


def test_a_clause_that_is_not_computed_says_why():
    assert (
        words(law(clauses(), "A-5.1").line)
        == "统一思想认识。只供查阅，不参与计算：工作要求，只展示。"
    )


def test_a_reading_stands_with_its_first_clause_and_the_others_lead_to_it():
    made = list(clauses().laws())
    boxes = [box.anchor for one in made for box in one.boxes]

    assert sorted(boxes) == sorted(scheme("office-branches").assumptions)
    later = next(one for one in made if one.clause == "A-3.2")
    assert words(later.used[-1]) == "另见 [A-R3]"


def test_a_finding_stands_beside_the_first_clause_it_names_with_its_state_and_ways_out():
    made = clauses(found=[TARGET, KNOWN])
    first = law(made, "A-2.2").boxes[0]

    assert (first.kind, first.anchor, first.tag.text) == ("finding", "finding-1", "新发现，待处理")
    assert first.name == "检查发现1：目标做不到"
    assert words(first.more[-1]) == "出路：改目标；改名次。"
    assert words(first.more[0]).endswith("……（全文见 xingping doctor）")


def test_a_finding_about_no_clause_stands_at_the_end_with_the_reason_it_was_accepted():
    made = clauses(found=[TARGET, KNOWN])
    list(made.laws())
    blocks = list(made.other_findings())

    assert words(blocks[0].line) == "共2项，其中待处理1项。"
    assert isinstance(blocks[-1], Box)
    assert words(blocks[-1].more[-1]) == "接受理由：都有用处。"


def test_an_examination_without_findings_says_so():
    (only,) = clauses("en").other_findings()

    assert words(only.line) == "Nothing was found."


def test_all_readings_are_listed_once_more_by_their_links():
    made = clauses()
    list(made.laws())
    (links,) = made.other_readings()

    assert [piece.to for piece in links.line if piece.to] == list(
        scheme("office-branches").assumptions
    )
