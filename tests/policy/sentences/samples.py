"""The built-in schemes and some of their rules, for the tests of sentences."""

from functools import cache

from xingping.policy.scheme.load import load_scheme


@cache
def scheme(name="office-branches"):
    return load_scheme(name)


def rule(criterion, level, number=0):
    """A rule of the office's scheme: what a criterion requires of a level, by its place."""
    return scheme().criteria[criterion].standards[level].require[number].tree
