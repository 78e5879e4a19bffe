import pytest


def test_a_scheme_is_shown_as_text_with_what_the_doctor_found(call):
    result = call("show", "county-branches")

    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("五星级农村党支部\n")
    assert "【检查发现" in result.stdout
    assert "检验：" in result.stderr


def test_without_findings_nothing_is_examined(call):
    result = call("show", "county-branches", "--no-findings", "--lang", "en")

    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    assert "== Criteria 6 ==" in result.stdout
    assert "Findings" not in result.stdout


@pytest.mark.parametrize(
    ("name", "begins"),
    [("scheme.html", "<!doctype html>"), ("scheme.md", "# "), ("scheme.txt", "五星级农村党支部")],
)
def test_the_ending_of_the_file_chooses_the_format(call, tmp_path, name, begins):
    target = tmp_path / name
    result = call("show", "county-branches", "--no-findings", "-o", target)

    assert result.exit_code == 0, result.stderr
    assert target.read_text("utf-8").startswith(begins)
    assert f"已写出 {target}" in result.stderr


def test_a_format_that_is_asked_for_goes_before_the_ending(call, tmp_path):
    target = tmp_path / "scheme.txt"
    call("show", "county-branches", "--no-findings", "--format", "md", "-o", target)

    assert target.read_text("utf-8").startswith("# ")
    printed = call("show", "county-branches", "--no-findings", "--format", "html").stdout
    assert printed.startswith("<!doctype html>")


def test_lines_of_a_text_keep_within_a_page(call):
    printed = call("show", "office-branches", "--no-findings").stdout

    assert max(map(len, printed.splitlines())) <= 100


def test_a_scheme_that_is_not_there_is_told(call):
    result = call("show", "nothing")

    assert result.exit_code != 0
    assert "nothing" in result.stderr
