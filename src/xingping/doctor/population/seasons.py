"""A season for asking the engine: the parameters that are set, and some value for those that are not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from xingping.policy.language.tree import Kind, Node
from xingping.policy.scheme.outcome import FIRST_YEAR, Parameter
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.compiled import Compiled, compiled
from xingping.rating.examples.rows import YEAR
from xingping.rating.season import SeasonError, season
from xingping.rating.seats import group_number


def campaign_years(scheme: Scheme) -> tuple[int, ...]:
    """The years of the campaign; one year where there is none."""
    return tuple(range(1, (scheme.campaign or 1) + 1))


def parameters(scheme: Scheme, campaign_year: int | None = None) -> dict[str, object]:
    """A value for every parameter without a default: the lower bound, else none at all."""
    found: dict[str, object] = {}
    for name, parameter in scheme.parameters.items():
        if name == FIRST_YEAR and campaign_year is not None:
            found[name] = str(YEAR - campaign_year + 1)
        elif parameter.default is None and parameter.needed:
            found[name] = _some(parameter)
    return found


def _some(parameter: Parameter) -> str:
    if parameter.type.kind in {Kind.TEXT, Kind.CHOICE, Kind.LEVEL}:
        return ""
    return str(parameter.low if parameter.low is not None else parameter.high or 0)


def ready(scheme: Scheme, campaign_year: int | None = None) -> Compiled | None:
    """The scheme compiled for a year of the campaign; None where the parameters do not fit."""
    given: Mapping[str, object] = parameters(scheme, campaign_year)
    try:
        setting = season(scheme, YEAR, date(YEAR, 12, 31), given)
    except SeasonError:
        return None
    return compiled(scheme, setting.year, setting.on, setting.parameters)


def number_for(one: Compiled | None, tree: Node, count: int) -> Fraction | None:
    """What the engine makes of a rule over how many there are, for ``count`` of them."""
    return None if one is None else group_number(one, tree, count)


def values_set(one: Compiled | None) -> dict[str, Fraction]:
    """The numbers that parameters have in a season, by id."""
    given = {} if one is None else one.setting.parameters
    return {name: value for name, value in given.items() if isinstance(value, Fraction)}
