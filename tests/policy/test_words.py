from xingping.policy.words import Text


def test_a_text_is_chinese_with_english_behind_a_bar():
    assert Text.read("名称 | name") == Text("名称", "name")


def test_without_english_the_chinese_stands_for_both():
    text = Text.read("名称")

    assert (text("zh"), text("en"), text()) == ("名称", "名称", "名称")
