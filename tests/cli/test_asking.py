import click
import pytest

from xingping.cli.asking import Argument, Option
from xingping.cli.main import TITLES, cli
from xingping.policy.words import Text


def parts():
    for name in TITLES:
        command = cli.get_command(click.Context(cli), name)
        yield from ((name, part) for part in command.params)


def test_every_part_of_every_command_says_what_it_is_for_in_both_languages():
    assert {type(part) for _, part in parts()} == {Argument, Option}
    assert [
        (name, part.name) for name, part in parts() if not (part.told.zh and part.told.en.isascii())
    ] == []


def test_every_command_takes_the_language():
    assert {name for name, part in parts() if part.name == "lang"} == set(TITLES)


def test_an_option_with_a_value_is_never_left_without_one():
    option = Option("--year", Text("年", "year"), takes=Text("年", "YEAR"))

    with pytest.raises(click.BadOptionUsage):
        click.Command("x", params=[option]).make_context("x", ["--year"])
