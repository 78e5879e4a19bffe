import errno

import click
import pytest

from xingping.cli.refusing import run, why_not
from xingping.cli.saying import speak
from xingping.policy.faults import Fault, Place, SchemeFaultyError
from xingping.policy.words import Text


@pytest.fixture(autouse=True)
def chinese():
    speak("zh")
    yield
    speak("zh")


def raising(error):
    def work():
        raise error

    return work


def test_a_bug_gets_one_sentence_with_a_reference(capsys, monkeypatch):
    monkeypatch.delenv("XINGPING_TRACE", raising=False)
    codes = {run(raising(ZeroDivisionError("secret"))) for _ in range(2)}
    told = capsys.readouterr().err.splitlines()

    assert codes == {70}
    assert len(told) == 2
    assert told[0] == told[1]
    assert told[0].startswith("星评内部出错，没有完成。请把参考号 ")
    assert "secret" not in told[0]


def test_the_traceback_of_a_bug_is_there_for_who_asks(capsys, monkeypatch):
    monkeypatch.setenv("XINGPING_TRACE", "1")

    assert run(raising(RecursionError("too deep"))) == 70
    assert "RecursionError: too deep" in capsys.readouterr().err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interrupt_is_no_bug(capsys, error):
    assert run(raising(error)) == 130
    assert capsys.readouterr().err == "\n"


def test_faults_of_a_scheme_are_listed_and_exit_with_1(capsys):
    fault = Fault(Place("scheme.nt", 3, 7), Text("没有台账“x”", "no register 'x'"), None)

    code = run(raising(SchemeFaultyError([fault])))

    assert code == 1
    assert (
        capsys.readouterr().err == "方案有 1 处差错，改正后才能使用：\nscheme.nt:3:7: 没有台账“x”\n"
    )


@pytest.mark.parametrize(
    ("number", "zh"),
    [
        (errno.EACCES, "“a.csv”无法读写：没有权限。请核对路径和权限，或换一个位置"),
        (errno.ENOSPC, "“a.csv”无法读写：磁盘已满。请核对路径和权限，或换一个位置"),
    ],
)
def test_what_the_machine_refuses_is_told_with_the_file(number, zh):
    assert why_not(OSError(number, "some words", "a.csv")).zh == zh


def test_a_file_that_cannot_be_used_exits_with_2(capsys):
    assert run(raising(PermissionError(errno.EACCES, "no", b"a.csv"))) == 2
    assert "“a.csv”无法读写：没有权限" in capsys.readouterr().err
