from xml.etree import ElementTree as ET

from xingping.doctor.trial.comparing import Count, compare
from xingping.doctor.trial.picture import number, picture
from xingping.policy.words import Text

NAMES = (Text("现行", "now"), Text("改后 <90 & 以上>", "after <90 & more>"))


def test_the_drawing_is_well_formed_and_says_every_figure(rated):
    drawn = picture(compare(rated(), rated(line="80")), NAMES)
    told = ET.fromstring(drawn)  # noqa: S314 -- our own drawing

    assert told.tag.endswith("svg")
    assert told.get("aria-label").startswith("五星级 现行 1, 改后 <90 & 以上> 2; 三星级 现行 2")
    texts = ["".join(t.itertext()) for t in told.iter() if t.tag.endswith("text")]
    assert texts[0] == "小方案：星级分布"
    assert "改后 <90 & 以上>" in texts


def test_what_is_not_yet_known_is_outlined_and_not_filled(rated):
    drawn = picture(compare(rated(years=(2025,)), rated()), NAMES, "en")

    assert drawn.count("stroke-dasharray") == 3
    assert "0 to 4" in drawn


def test_a_count_is_one_number_or_two():
    assert number(Count("5", 2, 2), "zh") == "2"
    assert number(Count("5", 2, 4), "zh") == "2至4"
