import pytest

from tests.policy.overlay.small import COUNTY
from xingping.policy.scheme.load import load_scheme


@pytest.fixture
def overlay(tmp_path):
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "overlay.nt").write_text(COUNTY, "utf-8")
    return folder


def test_the_digest_of_a_scheme_is_printed_alone(call):
    assert call("digest", "office-branches").stdout.strip() == load_scheme("office-branches").digest


def test_of_an_overlay_the_changes_and_the_digest_of_the_base_are_shown(call, overlay):
    before = (overlay / "overlay.nt").read_bytes()
    result = call("digest", overlay, "--lang", "en")

    assert "20 → 14" in result.stdout
    assert load_scheme("county-branches").digest in result.stdout
    assert (overlay / "overlay.nt").read_bytes() == before


def test_accepting_writes_the_digest_and_leaves_the_rest(call, overlay):
    result = call("digest", overlay, "--accept", "--lang", "en")

    assert result.exit_code == 0
    assert "is written into" in result.stderr
    now = load_scheme("county-branches").digest
    assert (overlay / "overlay.nt").read_text("utf-8") == COUNTY.replace(
        "digest: 0", f"digest: {now}"
    )
    assert call("check", overlay).exit_code == 0


def test_only_an_overlay_accepts(call):
    result = call("digest", "office-branches", "--accept", "--lang", "en")

    assert result.exit_code == 2
    assert "is no overlay" in result.stderr


@pytest.mark.parametrize(
    "written", ["digest:\n  > 12\n  > 34", "digest:\n  - 12", ": digest\n  > 12"]
)
def test_a_digest_of_several_lines_is_replaced_or_refused_and_never_torn(call, overlay, written):
    page = overlay / "overlay.nt"
    page.write_text(COUNTY.replace("digest: 0", written), "utf-8")
    before = page.read_bytes()

    result = call("digest", overlay, "--accept")

    if result.exit_code:
        assert page.read_bytes() == before
        assert "Traceback" not in result.stderr
    else:
        assert call("check", overlay).exit_code == 0
