"""What is not yet known, in sentences."""

from shutil import copytree

import pytest

from tests.rating.county import attested, scoring, village
from tests.rating.office import SEASON, B, findings, five_star, one, rated
from xingping.policy.scheme.load import schemes_folder


def opened(has, name="office-branches", lang="zh", **more):
    return rated({"s": has}, name, **more).to_json(lang)[0]["open"]


def test_a_known_result_has_nothing_open():
    assert opened(five_star()) == []
    assert opened(scoring(92), B) == []


def test_each_level_of_a_criterion_is_said():
    found = opened(five_star(findings=findings(c2=None, c9=None)), lang="en")

    assert found == [
        "2. Branch leadership, three stars: not yet known",
        "2. Branch leadership, four stars: not yet known",
        "2. Branch leadership, five stars: not yet known",
        "9. Year-end democratic appraisal, four stars: not yet known",
        "9. Year-end democratic appraisal, five stars: not yet known",
    ]


def test_items_and_vetoes_are_said_where_points_rate():
    has = village((None, 18, 18, 18, 9), attestations=attested(open_=["B-5.3"]))

    found = opened(has, B)

    assert any(said.startswith("B-2.1") for said in found)
    assert any(said.startswith("B-5.3") for said in found)
    assert len(found) == 2


def test_a_possible_veto_is_said():
    found = one(five_star(), unkept=[("cases", 2026)])["open"]

    assert any(said.startswith("A-4.3b") for said in found)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "{title} 90 不在任何分数段内：等级待定"),
        ("en", "{title} 90 falls in no band: the level is left open"),
    ],
)
@pytest.mark.parametrize("engine", ["python", "polars"])
def test_a_score_that_no_band_takes_is_said_to_be_in_none(tmp_path, lang, said, engine):
    folder = copytree(schemes_folder() / B, tmp_path / B)
    path = folder / "scheme.nt"
    text = path.read_text(encoding="utf-8").replace("  5: score >= 90\n", "  5: score > 90\n")
    path.write_text(text, encoding="utf-8")
    name, season = str(folder), SEASON[B]
    title = {"zh": "考核分", "en": "score"}[lang]

    assert opened(scoring(90), name, lang, season=season, engine=engine) == [
        said.format(title=title)
    ]
    assert opened(scoring(91), name, lang, season=season, engine=engine) == []
