"""Bad input, case by case: exit code, the place, the next step, nothing written, no traceback."""

import io
import shutil
import zipfile

import openpyxl
import pytest

from xingping.policy.scheme.load import schemes_folder

PASSWORD = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096 + "EncryptedPackage".encode("utf-16-le")
)


@pytest.fixture
def refused(rate_office, here):
    """Rate spoilt records into a file; gives exit code and message, and sees that nothing is left."""

    def called(records, lang="zh"):
        result = rate_office("-o", "result.xlsx", "--lang", lang, records=records)
        assert (result.stdout, list(here.iterdir())) == ("", [])
        assert "Traceback" not in result.stderr
        return result.exit_code, result.stderr

    return called


def edit(folder, register, spoil):
    """Change the lines of a register's file."""
    path = folder / f"{register}.csv"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(spoil(lines)) + "\n", "utf-8")
    return folder


def replace(lines, at, column, value):
    """One cell, by line (from 1) and the field's name."""
    heads = lines[0].split(",")
    cells = lines[at - 1].split(",")
    cells[heads.index(column)] = value
    return [*lines[: at - 1], ",".join(cells), *lines[at:]]


def test_records_that_are_not_there_are_guessed(refused, office, tmp_path):
    shutil.copytree(office, tmp_path / "records")

    code, told = refused(tmp_path / "record")

    assert code == 2
    assert told == f"没有台账“{tmp_path / 'record'}”，是不是“{tmp_path / 'records'}”？\n"


@pytest.mark.parametrize("path", ["nowhere/at/all.xlsx", "a" * 5000, ""])
def test_records_that_resemble_nothing(refused, path):
    code, told = refused(path)

    assert code in {1, 2}
    assert len(told.splitlines()) <= 4


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("office-branchs", "是不是“office-branches”？"),
        ("county_members", "是不是“county-members”？"),
        ("机关", "可用的有：county-branches、county-members、office-branches"),
        ("a" * 5000, "可用的有："),
        ("\0", "可用的有："),
    ],
)
@pytest.mark.parametrize("command", ["check", "rate"])
def test_a_scheme_that_there_is_not_is_guessed(call, office, name, hint, command):
    words = (office, "--year", 2026) if command == "rate" else ()

    result = call(command, name, *words)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("没有方案“")
    assert hint in result.stderr


def test_a_file_is_no_scheme(call, tmp_path):
    (tmp_path / "scheme.nt").write_text("scheme: x\n", "utf-8")

    result = call("check", tmp_path / "scheme.nt")

    assert result.exit_code == 2
    assert "不是文件夹。方案是一个文件夹，其中有 scheme.nt" in result.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "records.xlsx"),
        (b"no workbook", "records.xlsx"),
        (b"PK\x03\x04 broken", "records.xlsx"),
        (PASSWORD, "密码"),
    ],
)
def test_a_workbook_that_cannot_be_read(refused, tmp_path, content, told):
    path = tmp_path / "records.xlsx"
    path.write_bytes(content)

    code, message = refused(path)

    assert code == 1
    assert told in message
    assert message.splitlines()[0] == f"台账“{path}”有 1 处差错，改正前不作评定："


def test_a_zip_bomb_is_not_unpacked(refused, tmp_path):
    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    path = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(book) as sound,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb,
    ):
        for name in sound.namelist():
            if name != "xl/worksheets/sheet1.xml":
                bomb.writestr(name, sound.read(name))
        with bomb.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(600):
                sheet.write(b" " * 2**20)

    code, message = refused(path)

    assert code == 1
    assert "bomb.xlsx" in message


def test_a_formula_without_a_result_is_told_with_its_cell(refused, tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "units"
    for row in (["unit", "name", "group"], ["u01", "=1+1", "x"]):
        book.active.append(row)
    book.save(tmp_path / "records.xlsx")

    code, message = refused(tmp_path / "records.xlsx")

    assert code == 1
    assert "records.xlsx:units:B2" in message


@pytest.mark.parametrize(
    ("register", "spoil", "place"),
    [
        ("units", lambda lines: [*lines, lines[1]], "units.csv:16:1"),
        ("meetings", lambda lines: replace(lines, 2, "unit", "u99"), "meetings.csv:2:1"),
        ("meetings", lambda lines: replace(lines, 3, "expected", "-4"), "meetings.csv:3:4"),
        ("meetings", lambda lines: replace(lines, 4, "present", "9999"), "meetings.csv:4:5"),
        ("meetings", lambda lines: replace(lines, 5, "held_on", "2026-02-30"), "meetings.csv:5:2"),
    ],
)
def test_a_wrong_cell_is_told_with_its_place(refused, mine, register, spoil, place):
    edit(mine, register, spoil)
    told = [refused(mine, lang) for lang in ("zh", "en")]

    assert [code for code, _ in told] == [1, 1]
    assert [message.splitlines()[1].split()[0] for _, message in told] == [place, place]
    assert told[1][1].splitlines()[1].isascii()


def test_faults_of_all_kinds_are_listed_together(refused, mine):
    edit(mine, "units", lambda lines: [*lines, lines[1]])
    edit(mine, "meetings", lambda lines: replace(lines, 3, "expected", "-4"))
    edit(mine, "tasks", lambda lines: [lines[0].replace("due_on", "due_om"), *lines[1:]])

    code, message = refused(mine)

    assert code == 1
    assert [
        name for name in ("units.csv", "meetings.csv", "tasks.csv") if name not in message
    ] == []
    assert message.endswith("加 --report errors.xlsx 可得到标好位置的工作簿\n")


@pytest.mark.parametrize(
    "written",
    [
        "[" * 100_000,
        "\n".join(" " * depth + "a:" for depth in range(5000)),
        "a: " + "x" * 10_000_000,
        "stars:\n  rule: " + "(" * 50_000,
        "stars:\n  rule: " + "not " * 50_000 + "yes",
        "\0\0\0",
    ],
    ids=["brackets", "deep", "long", "parentheses", "nots", "zeros"],
)
def test_a_scheme_of_any_size_or_depth_gets_faults_and_no_traceback(call, tmp_path, written):
    folder = shutil.copytree(schemes_folder() / "office-branches", tmp_path / "mine")
    (folder / "scheme.nt").write_text(written, "utf-8")

    result = call("check", folder)

    assert result.exit_code == 1
    assert "scheme.nt:" in result.stdout
    assert len(result.stdout) < 100_000
    assert result.stderr.endswith("处差错，请逐处改正后再检查\n")


def test_a_faulty_scheme_rates_nothing(call, office, here):
    folder = shutil.copytree(schemes_folder() / "office-branches", here / "mine")
    (folder / "scheme.nt").write_text("scheme: mine\n", "utf-8")

    result = call("rate", "mine", office, "--year", 2026, "-o", "result.csv")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "处差错，改正后才能使用：\n" in result.stderr
    assert "\nscheme.nt:1:1: 缺少“等级”\n" in result.stderr
    assert not (here / "result.csv").exists()


@pytest.mark.parametrize("command", ["explain", "cutline"])
def test_the_other_commands_list_faults_of_records_too(call, mine, command):
    edit(mine, "units", lambda lines: [*lines, lines[1]])
    more = ("--subject", "u01") if command == "explain" else ()

    result = call(
        command, "office-branches", mine, "--year", 2026, "--set", "target_score=85", *more
    )

    assert (result.exit_code, result.stdout) == (1, "")
    assert "units.csv:16:1" in result.stderr
