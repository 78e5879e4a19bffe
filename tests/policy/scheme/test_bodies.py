from tests.policy.scheme.tiny import edit, told
from xingping.policy.scheme.bodies import titled
from xingping.policy.scheme.load import load_scheme
from xingping.policy.words import Text

WHO = "    who: committee\n"


def test_an_unknown_body_is_told_with_the_nearest_one(tmp_path):
    assert told(tmp_path, "scheme.nt", WHO, "    who: comittee\n") == [
        "scheme.nt:109:10: no body is called 'comittee'",
        "hint: did you mean 'committee'?",
    ]


def test_a_body_unlike_all_known_ones_is_told_with_the_place_to_declare_it(tmp_path):
    assert told(tmp_path, "scheme.nt", WHO, "    who: young guards\n") == [
        "scheme.nt:109:10: no body is called 'young guards'",
        "hint: declare it under 'bodies' in scheme.nt, as 'id: name', and it may be used",
    ]


def test_a_scheme_declares_bodies_of_its_own_and_may_name_the_known_ones(tmp_path):
    edit(tmp_path, "scheme.nt", WHO, "    who: guards\n")
    path = tmp_path / "scheme.nt"
    own = "bodies:\n  guards: 青年先锋 | the young guards\n  committee: 机关党委 | the office's committee\n"
    path.write_text(path.read_text("utf-8").replace("procedure:\n", own + "procedure:\n"), "utf-8")

    scheme = load_scheme(tmp_path)

    assert scheme.procedure["review"].who == "guards"
    assert titled("guards", scheme.bodies) == Text("青年先锋", "the young guards")
    assert titled("committee", scheme.bodies).zh == "机关党委"
    assert titled("township", scheme.bodies).zh == "乡镇（街道）党（工）委"


def test_a_body_may_be_given_by_its_name(tmp_path):
    scheme = load_scheme(edit(tmp_path, "scheme.nt", WHO, "    who: 党委\n"))

    assert scheme.procedure["review"].who == "committee"


def test_what_is_wrong_with_declared_bodies_is_told(tmp_path):
    assert told(tmp_path, "scheme.nt", "procedure:\n", "bodies:\n  guards:\nprocedure:\n") == [
        "scheme.nt:101:10: 'guards' is empty",
    ]
    assert told(tmp_path, "scheme.nt", "procedure:\n", "bodies:\n  another: 甲\nprocedure:\n") == [
        "scheme.nt:101:3: 'another' means someone else, and cannot name a body",
    ]
