from xingping.doctor.world.telling import told
from xingping.policy.scheme.load import load_scheme


def test_a_case_is_told_register_by_register_in_both_languages():
    given = {
        "target_score": "85",
        "plans": [{"items": "4", "items_done": "3"}],
        "activities": [{"times": "2", "kind": "cultural_sports", "group": "yes"}],
    }

    said = told(load_scheme("office-branches"), given)

    assert said.zh == (
        "目标考核分 85；活动（共2次）：活动类别 文体，集体活动 是；工作计划：计划事项 4，完成事项 3"
    )
    assert said.en.endswith("plan: items planned 4, items done 3")


def test_without_records_it_says_so():
    assert told(load_scheme("office-branches"), {}).zh == "没有任何记录"
