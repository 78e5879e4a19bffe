from xingping.policy.scheme.load import load_spelled, schemes_folder


def spelled():
    return load_spelled(schemes_folder() / "new" / "points")[1]


def test_keys_are_noted_where_they_stand_and_ids_are_not():
    first = {written for at, (written, _) in spelled().keys.items() if at.file == "scheme.nt"}

    assert {"scheme", "levels", "bands", "by"} <= first
    assert not {"5", "score", "five_stars"} & first


def test_chosen_words_and_rules_are_noted_by_the_place_of_their_text():
    ties = {words.en for said, words in spelled().options.values() if said.file == "scheme.nt"}
    rules = [part.text for _, parts in spelled().rules.values() for part in parts.values()]

    assert {"share", "undecided", "yes", "stars = 0"} <= ties
    assert "floor(30% * rated)" in rules
