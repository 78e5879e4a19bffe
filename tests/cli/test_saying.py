import pytest

from xingping.cli.saying import in_json, language_of


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ([], "zh"),
        (["rate"], "zh"),
        (["--lang", "en", "rate"], "en"),
        (["rate", "--lang=EN"], "en"),
        (["--lang", "en", "rate", "--lang", "zh"], "zh"),
        (["--lang", "fr"], "zh"),
        (["--lang"], "zh"),
        (["--", "--lang", "en"], "zh"),
    ],
)
def test_the_language_is_what_the_words_ask_for_last(words, lang):
    assert language_of(words) == lang


@pytest.mark.parametrize("variable", ["LANG", "LC_ALL", "LANGUAGE"])
def test_the_locale_is_never_read(call, monkeypatch, variable):
    monkeypatch.setenv(variable, "en_GB.UTF-8")

    assert call("--help").stdout.startswith("用法：")


def test_an_object_is_given_out_indented_and_in_chinese_letters():
    assert in_json({"title": "三星级"}) == '{\n  "title": "三星级"\n}'
