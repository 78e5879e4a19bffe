import time
from pathlib import Path

import pytest

from tests.policy.scheme.tiny import faults, write
from xingping.policy.faults import SchemeFaultyError
from xingping.policy.scheme.load import (
    find_scheme,
    list_builtin,
    load_scheme,
    schemes_folder,
)

POLICIES = Path(__file__).parents[2] / "policies"
FOLDERS = [schemes_folder() / name for name in list_builtin()]
FOLDERS += sorted(path.parent for path in POLICIES.glob("*/scheme.nt"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_folder_loads(folder):
    assert load_scheme(folder).id == folder.name


def test_there_are_three_built_in_schemes_and_twenty_seven_of_others_three_of_them_as_two():
    assert list_builtin() == ("county-branches", "county-members", "office-branches")
    assert len(FOLDERS) == 3 + 30


def test_a_built_in_scheme_goes_by_its_name():
    assert load_scheme("county-members").id == "county-members"


def test_all_folders_load_within_two_seconds():
    started = time.perf_counter()
    for folder in FOLDERS:
        load_scheme(folder)

    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        (
            "office-branch",
            "office-branch:1:1: 没有方案“office-branch”\n  提示：是不是“office-branches”？",
            (
                "office-branch:1:1: there is no scheme 'office-branch'\n"
                "  hint: did you mean 'office-branches'?"
            ),
        ),
        (
            "somewhere/else",
            (
                "somewhere/else:1:1: 没有方案“somewhere/else”\n"
                "  提示：可用的有：county-branches、county-members、office-branches"
            ),
            (
                "somewhere/else:1:1: there is no scheme 'somewhere/else'\n"
                "  hint: known: county-branches, county-members, office-branches"
            ),
        ),
    ],
)
def test_a_scheme_that_is_not_there_is_told_with_those_that_are(name, zh, en):
    with pytest.raises(SchemeFaultyError) as wrong:
        find_scheme(name)

    assert (wrong.value.say("zh"), wrong.value.say("en")) == (zh, en)


@pytest.mark.parametrize("name", ["a" * 5000, "a\0b", ""])
def test_a_name_that_no_file_can_have_is_a_fault_too(name):
    with pytest.raises(SchemeFaultyError):
        load_scheme(name)


def test_a_file_is_no_scheme(tmp_path):
    file = tmp_path / "scheme.nt"
    file.write_text("scheme: x\n", encoding="utf-8")

    with pytest.raises(SchemeFaultyError, match="is no folder"):
        load_scheme(file)


def test_built_in_names_are_not_looked_up_when_a_folder_is_meant():
    with pytest.raises(SchemeFaultyError):
        load_scheme("office-branches", builtin=False)


def test_all_faults_of_all_files_are_told_at_once(tmp_path):
    write(
        tmp_path, assumptions="T-R1：\n", examples="零分 | nothing:\n  expects:\n    {stars: 0}\n"
    )

    assert faults(tmp_path, "zh") == [
        "assumptions.nt:1:5: 键后面是全角冒号“：”",
        "提示：写成：T-R1:",
        "examples.nt:2:3: 没有键“expects”",
        "提示：是不是“expect”？",
    ]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("(" * 900 + "1" + ")" * 900, "scheme.nt:96:11: more than 40 brackets deep"),
        ("1" + " + 1" * 900, "scheme.nt:96:11: a rule of more than 2000 characters"),
    ],
)
def test_a_rule_beyond_measure_is_a_fault_and_soon_told(tmp_path, rule, told):
    write(tmp_path)
    path = tmp_path / "scheme.nt"
    text = path.read_text(encoding="utf-8").replace("rule: 100 * score", f"rule: {rule}")
    path.write_text(text, encoding="utf-8")

    assert faults(tmp_path)[0] == told


def test_values_built_on_too_many_others_are_a_fault(tmp_path):
    chain = "".join(f"  r{n}:\n    title: t{n}\n    rule: r{n + 1}\n" for n in range(3000))
    write(tmp_path)
    path = tmp_path / "scheme.nt"
    text = path.read_text(encoding="utf-8").replace(
        "results:\n", f"results:\n{chain}  r3000:\n    title: t\n    rule: 1\n"
    )
    path.write_text(text, encoding="utf-8")

    assert faults(tmp_path) == ["scheme.nt:36:11: more than 40 values, each built on the next"]
