import openpyxl

from xingping.cli.calling import typed


def test_a_template_is_written_and_the_next_command_told(call, here):
    result = call("template", "office-branches", "-o", "records.xlsx")

    assert result.exit_code == 0
    assert "活动" in openpyxl.load_workbook(here / "records.xlsx").sheetnames
    assert result.stdout.splitlines()[1] == (
        f"  {typed('').rstrip()} rate office-branches records.xlsx --year 年度 --set target_score=数值"
    )


def test_what_is_filled_in_is_not_overwritten_unless_forced(call, here):
    (here / "records.xlsx").write_bytes(b"mine")

    refused = call("template", "office-branches", "-o", "records.xlsx")
    untouched = (here / "records.xlsx").read_bytes()
    forced = call("template", "office-branches", "-o", "records.xlsx", "--force")

    assert (refused.exit_code, untouched, forced.exit_code) == (2, b"mine", 0)
    assert refused.stderr.startswith("已有“records.xlsx”，里面可能有填好的台账；")


def test_a_template_is_a_workbook(call, here):
    result = call("template", "office-branches", "-o", "records.csv", "--lang", "en")

    assert result.exit_code == 2
    assert result.stderr.startswith("the template is a workbook; its name ends in .xlsx")
    assert list(here.iterdir()) == []


def test_the_template_can_be_read_back_and_has_no_one_in_it(call, here):
    call("template", "office-branches", "-o", "records.xlsx")

    result = call(
        "rate",
        "office-branches",
        "records.xlsx",
        "--year",
        2026,
        "--set",
        "target_score=85",
        "--format",
        "json",
    )

    assert (result.exit_code, result.stdout) == (0, "[]\n")
