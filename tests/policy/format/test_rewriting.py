import pytest

from xingping.policy.format.rewriting import Wanted, most_words, rewritten
from xingping.policy.scheme.load import load_spelled, schemes_folder

HOME = schemes_folder() / "new" / "points"
FILE = "criteria/1-meetings.nt"
ENGLISH = Wanted("en", "en")


@pytest.fixture
def spell(tmp_path):
    """What a criterion with this line of points looks like in the words wanted."""

    def told(points, wanted=ENGLISH, rest=""):
        (tmp_path / "criteria").mkdir(exist_ok=True)
        for path in HOME.rglob("*.nt"):
            (tmp_path / path.relative_to(HOME)).write_text(path.read_text("utf-8"), "utf-8")
        text = (
            "criterion: attendance\ntitle: 会议\nclause: MY-1.1\nassumes: MY-R2\n"
            f"lines:\n  absences:\n    text: 缺席\n    points: {points}\n{rest}"
        )
        (tmp_path / FILE).write_text(text, "utf-8")
        _, spelled = load_spelled(tmp_path)
        return rewritten(text, FILE, spelled, wanted)

    return told


def test_keys_and_rules_have_words_of_their_own(spell):
    told = spell("60 - 2 * count(cases)", Wanted("zh", "en"))
    other = spell("60 - 2 * count(cases)", Wanted("en", "zh"))

    assert "    计分: 60 - 2 * count(cases)\n" in told
    assert "    points: 60 - 2 × 次数(立案)\n" in other


def test_an_author_keeps_brackets_that_only_make_a_rule_clearer(spell):
    assert "points: (count(cases) + 1) - 2\n" in spell("( count(cases)  + 1 ) - 2")


def test_full_width_signs_become_plain(spell):
    assert "points: higher(0, 60 - count(cases))\n" in spell("higher（0，60 - count（cases））")


def test_a_text_of_several_lines_that_fits_becomes_one(spell):
    told = spell("\n      > 60\n      # why two\n      >   - 2 * count(cases)")

    assert "    points: 60 - 2 * count(cases)\n    # why two\n" in told


def test_a_long_rule_is_broken_and_stays_broken(spell):
    long = " + ".join(["count(cases where serious and withdrawn_on = none)"] * 4)
    told = spell(long)

    assert "    points:\n      > count(cases where" in told
    assert "\n      >   + count(cases where" in told


def test_what_most_of_the_files_are_written_in_is_counted():
    _, spelled = load_spelled(HOME)

    assert most_words(spelled, {"scheme.nt", FILE}) == Wanted("en", "en")
    assert any(at.file.startswith("..") for at in spelled.keys)  # the shared catalogue aside
