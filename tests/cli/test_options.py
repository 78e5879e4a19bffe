import pytest


@pytest.mark.parametrize("command", ["rate", "explain", "cutline"])
def test_what_is_rated_is_asked_for_in_the_same_words_everywhere(call, command):
    page = call(command, "--help", "--lang", "en").stdout

    assert f"Usage: xingping {command} [OPTIONS] SCHEME RECORDS\n" in page
    assert "  --year YEAR " in page
    assert "  --on DAY " in page
    assert "  --set NAME=VALUE " in page
    assert "(may be repeated)" in page


def test_a_format_that_there_is_not_is_guessed(rate_office):
    result = rate_office("--format", "xslx")

    assert result.exit_code == 2
    assert result.stderr.startswith(
        "--format 可以是 table、json、csv、xlsx，写的是“xslx”，是不是“xlsx”？\n"
    )


def test_a_workbook_is_not_printed(rate_office):
    result = rate_office("--format", "xlsx", "--lang", "en")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("a workbook cannot be printed; add -o FILE")
