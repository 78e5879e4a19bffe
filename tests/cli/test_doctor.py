import json
import re
import shutil

import pytest

from xingping.doctor.asked import ASKED
from xingping.policy.scheme.load import schemes_folder

TINY = "tests/doctor/schemes"


@pytest.fixture
def tiny(tmp_path):
    """A copy of a tiny scheme in which equals are not decided between, to be accepted in."""
    return shutil.copytree(f"{TINY}/open-tie/found", tmp_path / "tiny")


def accept(folder, finding, **other):
    """Write an acceptance of one finding (as JSON tells it), with something in it changed."""
    told = {**finding, **other}
    (folder / "accepted.nt").write_text(
        f"known:\n  finding: {told['kind']}\n  clause: {' '.join(told['clauses'])}\n"
        f"  digest: {told['digest']}\n  why: 已经知道 | we know of it\n",
        "utf-8",
    )


def as_json(result):
    return json.loads(result.stdout)


def findings(call, folder, *words):
    return as_json(call("doctor", folder, "--format", "json", *words))["findings"]


def serious(call, folder):
    """What has to be mended or accepted, as JSON tells it."""
    return [one for one in findings(call, folder) if one["weight"] != "note"]


def test_findings_are_told_with_clauses_ways_out_and_a_digest(call, tiny):
    chinese, english = call("doctor", tiny), call("doctor", tiny, "--lang", "en")

    assert "[缺口] 同分无人决定 (T-1.1)" in chinese.stdout
    assert "办法2：" in chinese.stdout
    assert re.search(r"发现编号 open-tie [0-9a-f]{12}", chinese.stdout)
    assert "equals that nobody decides between (T-1.1)" in english.stdout
    assert re.search(r"finding open-tie [0-9a-f]{12}", english.stdout)


def test_a_finding_that_is_not_accepted_stops_with_1(call, tiny):
    result = call("doctor", tiny, "--lang", "en")

    assert result.exit_code == 1
    assert "to accept in accepted.nt with a reason" in result.stderr


def test_a_scheme_with_nothing_to_mend_passes(call):
    result = call("doctor", "tests/doctor/schemes/bands-overlap/clear")

    assert result.exit_code == 0
    assert "共 0 项发现" in result.stdout


def test_a_scheme_that_there_is_not_stops_with_2(call):
    result = call("doctor", "nowhere", "--lang", "en")

    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize("words", [("--units", "0"), ("--units", "many"), ("--seconds", "0")])
def test_a_number_that_is_none_stops_with_2(call, tiny, words):
    assert call("doctor", tiny, *words).exit_code == 2


def test_a_faulty_scheme_is_told_by_its_faults_and_not_examined(call, tiny):
    page = tiny / "scheme.nt"
    page.write_text(page.read_text("utf-8").replace("by: score", "by: nothing"), "utf-8")

    result = call("doctor", tiny)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "scheme.nt" in result.stderr


def test_what_is_asked_is_told_aside_each_title_once(call, tiny):
    result = call("doctor", tiny, "--lang", "en")

    asked = [line for line in result.stderr.splitlines() if line.startswith("asking: ")]
    assert len(asked) == len(set(asked)) == len({one.title for one in ASKED})
    assert "asking" not in result.stdout


def test_the_json_is_alone_on_the_output_and_whole(call, tiny):
    result = call("doctor", tiny, "--format", "json", "--lang", "en")
    told = as_json(result)

    assert result.exit_code == 1
    assert set(told) == {"scheme", "digest", "seconds", "findings", "stale"}
    one = next(one for one in told["findings"] if one["kind"] == "open-tie")
    assert (one["clauses"], one["settled"], one["accepted"]) == (["T-1.1"], True, None)
    assert one["witness"] or one["proof"]
    assert len(one["ways"]) >= 2


def test_accepted_with_its_digest_it_stops_nothing_and_says_why(call, tiny):
    (one,) = serious(call, tiny)
    accept(tiny, one)

    result = call("doctor", tiny)

    assert result.exit_code == 0
    assert "已接受：已经知道" in result.stdout
    assert "其中已接受 1 项" in result.stdout
    assert "accepted: we know of it" in call("doctor", tiny, "--lang", "en").stdout


@pytest.mark.parametrize(
    "other",
    [{"digest": "0" * 12}, {"clauses": ["T-1.2"]}, {"kind": "idle-veto"}],
    ids=["another-digest", "other-clauses", "another-kind"],
)
def test_an_acceptance_of_something_else_accepts_nothing_and_is_stale(call, tiny, other):
    (one,) = serious(call, tiny)
    accept(tiny, one, **other)

    result = call("doctor", tiny)

    assert result.exit_code == 1
    assert "已接受的发现“known”" in result.stdout
    assert "发现编号 open-tie" in result.stdout
    assert as_json(call("doctor", tiny, "--format", "json"))["stale"] == ["known"]


def test_a_mended_scheme_with_a_stale_acceptance_does_not_pass(call, tiny):
    (one,) = serious(call, tiny)
    accept(tiny, one)
    shutil.copy(f"{TINY}/open-tie/clear/scheme.nt", tiny / "scheme.nt")

    result = call("doctor", tiny)

    assert result.exit_code == 1
    assert "不再出现，请核对后删去" in result.stdout
    assert "没有要改的" in result.stderr


def test_a_changed_figure_is_another_finding(call, tiny):
    (one,) = serious(call, tiny)
    accept(tiny, one)
    page = tiny / "scheme.nt"
    page.write_text(page.read_text("utf-8").replace("30%", "40%"), "utf-8")

    (other,) = serious(call, tiny)

    assert (other["digest"] == one["digest"]) == (other["accepted"] is not None)


def test_for_a_number_of_branches_what_holds_of_that_number_is_told(call):
    few = findings(call, f"{TINY}/target-rank/found", "--units", "1")
    many = findings(call, f"{TINY}/target-rank/found", "--units", "20")

    assert "target-rank" not in {one["kind"] for one in few}
    assert "target-rank" in {one["kind"] for one in many}


def test_with_too_little_time_questions_are_open_and_do_not_pass(call, tmp_path):
    folder = shutil.copytree(schemes_folder() / "office-branches", tmp_path / "office")

    result = call("doctor", folder, "--seconds", "1", "--lang", "en")

    told = int(re.search(r"\bopen\s+(\d+)", result.stdout)[1])
    assert result.stdout.count("[open]") == told
    assert (told > 0) <= (result.exit_code == 1)
    assert (told > 0) == (f"{told} left open, ask again with more --seconds" in result.stderr)


def test_the_facts_of_cases_are_printed_on_demand(call):
    folder = f"{TINY}/bands-overlap/found"

    assert "expect:" not in call("doctor", folder).stdout
    assert "expect:" in call("doctor", folder, "--cases").stdout
