import pytest

from xingping.cli import calling
from xingping.cli.saying import speak


@pytest.fixture(autouse=True)
def chinese():
    speak("zh")
    yield
    speak("zh")


@pytest.fixture
def off_path(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_program_on_the_path_is_called_by_its_name(off_path):
    program = off_path / "xingping"
    program.write_text("")
    program.chmod(0o755)

    assert calling.typed("check x") == "xingping check x"


def test_a_program_in_a_folder_is_called_by_its_path_from_here(off_path, monkeypatch):
    for started in (str(off_path / ".venv/bin/xingping"), ".venv/bin/xingping"):
        monkeypatch.setattr("sys.argv", [started, "demo"])

        assert calling.typed("check x") == ".venv/bin/xingping check x"


def test_a_module_is_called_as_one_and_the_language_is_kept(off_path, monkeypatch):
    monkeypatch.setattr("sys.argv", ["xingping/__main__.py"])
    speak("en")

    assert calling.typed("check x") == "python -m xingping check x --lang en"
