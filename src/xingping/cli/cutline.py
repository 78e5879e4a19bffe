"""``xingping cutline``: how many places there are and why, who is in, who is next."""

from __future__ import annotations

from datetime import date

from xingping.cli.asking import Command
from xingping.cli.gathering import Asked, Pairs, gather_or_stop
from xingping.cli.options import SEASON, form
from xingping.cli.saying import in_json, show, show_text, spoken
from xingping.policy.words import Text
from xingping.rating.cutline import cutlines


def cutline(  # noqa: PLR0917 -- the words of the command line, by name
    scheme: str, records: str, year: int, on: date | None, given: Pairs, form: str | None
) -> None:
    """Print the sheet of each cut line; as JSON an object, or a list where there are several."""
    asked = Asked.of(scheme, records, year, on, given)
    read, facts = gather_or_stop(asked)
    told = cutlines(read, facts, year=year, on=on, parameters=asked.parameters)
    if form == "json":
        many = [{**one.place(), **one.to_json()} for one in told]
        shown: object = told[0].to_json() if len(told) == 1 else many
        show(in_json(shown))
        return
    show_text([line for one in told for line in one.lines(spoken())])


command = Command(
    "cutline",
    cutline,
    (*SEASON, form("text", "json")),
    told=Text(
        "说明名额与入选线：基数、比例、取整、名额；最后入选者、第一个落选者和分差；并列如何处理。",
        "Show the places and the cut line: base, share, rounding, places; the last in, the first out "
        "and the gap; what a tie did.",
    ),
    more=(
        Text(
            "只适用于有名额的方案；没有名额的方案没有入选线。",
            "Only for a scheme with quotas; without places there is no cut line.",
        ),
    ),
    examples=("xingping cutline county-branches records.xlsx --year 2026 --set first_year=2024",),
)
