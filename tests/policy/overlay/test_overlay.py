from xingping.policy.overlay.overlay import Addition, Overlay, Setting
from xingping.policy.scheme.load import load_scheme
from xingping.policy.words import Text


def test_an_overlay_holds_its_base_whole_with_what_was_set_and_added():
    base = load_scheme("county-branches")
    setting = Setting("max of B-2.1", "20", "14", Text("文件", "a paper"))
    overlay = Overlay("here", Text("本县", "our county"), base, (setting,), ())

    assert overlay.base.digest == base.digest
    assert overlay.settings[0].why("en") == "a paper"
    assert Addition("lines of team", "x", Text("项", "item")).target == "lines of team"
