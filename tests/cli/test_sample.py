import shlex

import pytest

from xingping.cli.calling import typed


@pytest.mark.parametrize("which", ["office", "county"])
def test_what_a_sample_tells_to_type_next_works(call, here, which):
    made = call("sample", which, "-o", "made")
    told = [line.strip() for line in made.stdout.splitlines()[1:]]

    assert made.exit_code == 0
    assert told
    for line in told:
        assert line.startswith(typed("rate "))
        assert call(*shlex.split(line.removeprefix(typed("")))).exit_code == 0


def test_a_folder_with_something_in_it_is_left_alone_unless_forced(call, here):
    (here / "made").mkdir()
    (here / "made" / "old.csv").write_text("mine")

    refused = call("sample", "office", "-o", "made")
    left = [path.name for path in (here / "made").iterdir()]
    forced = call("sample", "office", "-o", "made", "--force")

    assert (refused.exit_code, left, forced.exit_code) == (2, ["old.csv"], 0)
    assert refused.stderr.startswith("文件夹“made”不是空的；")
    assert forced.stderr == "提示：made 中原有的 old.csv 没有动，评定时也会读到；不要的请删去\n"


def test_the_same_seed_makes_the_same_files(call, here):
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        call("sample", "office", "--seed", seed, "-o", name, "--until", 10)
    content = [{path.name: path.read_bytes() for path in (here / name).iterdir()} for name in "abc"]

    assert content[0] == content[1]
    assert content[0] != content[2]
    assert sorted(path.name for path in here.iterdir()) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ofice", "-o", "x"), " 可以是 office、county，写的是“ofice”，是不是“office”？"),
        (("office", "-o", "x", "--year", 4), "--year 应为 1 至 3 的整数，写的是“4”"),
        (("office", "-o", "x", "--until", 13), "--until 应为 1 至 12 的整数，写的是“13”"),
        (("office",), "缺少选项 --output：写到哪个文件夹"),
    ],
)
def test_a_sample_that_there_is_not_is_refused(call, here, words, told):
    result = call("sample", *words)

    assert result.exit_code == 2
    assert told.strip() in result.stderr.splitlines()[0]
    assert list(here.iterdir()) == []
