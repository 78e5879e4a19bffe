from xingping.cli.helping import built_in
from xingping.policy.scheme.load import list_builtin


def test_the_built_in_schemes_are_those_that_load():
    assert built_in() == list(list_builtin())


def test_a_page_has_usage_purpose_arguments_options_and_examples(call):
    lines = call("template", "--help", "--lang", "en").stdout.splitlines()

    assert [line for line in lines if line and not line.startswith(" ")] == [
        "Usage: xingping template [OPTIONS] SCHEME",
        "Arguments",
        "Options",
        "Examples",
    ]
    assert "  -o, --output FILE  the file to write, such as records.xlsx (required)" in lines
    assert "  xingping template office-branches -o records.xlsx" in lines
