import pytest

from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.start import KINDS, new_scheme, why_no_name


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_scheme_has_no_fault(kind, tmp_path):
    for file, text in new_scheme("我的方案", "星级村 | Star villages", kind).items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, "utf-8")

    scheme = load_scheme(tmp_path)

    assert (scheme.id, scheme.title.en) == ("我的方案", "Star villages")
    assert scheme.examples


@pytest.mark.parametrize("name", ["my-scheme", "A1", "机关_2026"])
def test_a_name_of_letters_and_digits_will_do(name):
    assert why_no_name(name) is None


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "begin with a letter"),
        ("9lives", "begin with a letter"),
        ("a b", "begin with a letter"),
        ("a: b", "begin with a letter"),
        ("office-branches", "built-in"),
        ("a" * 61, "61 characters, at most 60"),
    ],
)
def test_a_name_that_will_not_do_is_told_why(name, why):
    assert why in why_no_name(name).en
