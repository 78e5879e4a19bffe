"""``xingping explain``: one result, criterion by criterion, and the gap to the next level."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches

from xingping.cli.asking import Command, Option
from xingping.cli.gathering import Asked, Pairs, gather_or_stop
from xingping.cli.options import SEASON, form
from xingping.cli.saying import in_json, show, show_text, spoken
from xingping.cli.usage import UsageFaultError
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.explain import explain as explain_result
from xingping.rating.facts import Facts
from xingping.records.table import Records


def explain(  # noqa: PLR0917 -- the words of the command line, by name
    scheme: str,
    records: str,
    year: int,
    on: date | None,
    given: Pairs,
    subject: str,
    form: str | None,
) -> None:
    """Print the explanation."""
    asked = Asked.of(scheme, records, year, on, given)
    read, facts = gather_or_stop(asked)
    chosen = _subject(read, facts, subject.strip())
    told = explain_result(
        read, facts, year=year, on=on, parameters=asked.parameters, subject=chosen
    )
    if form == "json":
        show(in_json(told.to_json(spoken())))
        return
    show_text(told.lines(spoken()))


def _subject(scheme: Scheme, records: Records, written: str) -> str:
    """The id meant. A name is no id: two subjects may have the same."""
    facts = Facts(scheme, records)
    if written in facts.place:
        return written
    names = [str(name) if name is not None else "" for name in facts.own("name")]
    named = [one for one, name in zip(facts.subjects, names, strict=True) if name == written]
    near = named or get_close_matches(written, facts.subjects, n=1, cutoff=0.5)
    near = near or [
        facts.subjects[names.index(name)] for name in get_close_matches(written, names, n=1)
    ]
    if not near:
        if not facts.subjects:
            raise UsageFaultError(
                f"台账中还没有评定对象，找不到“{written}”；请先填写评定对象的表",
                f"there is nobody to rate in the records yet, so no '{written}'; fill in that sheet first",
            )
        some = facts.subjects[:8]
        raise UsageFaultError(
            f"台账中没有编号“{written}”；有 {'、'.join(some)} 等 {len(facts.subjects)} 个",
            f"no one in the records has the id '{written}'; "
            f"there are {', '.join(some)}, {len(facts.subjects)} in all",
        )
    told = "、".join(f"{one}（{names[facts.place[one]]}）" for one in near[:3])
    meant = ", ".join(f"{one} ({names[facts.place[one]]})" for one in near[:3])
    raise UsageFaultError(
        f"台账中没有编号“{written}”，是不是 {told}？",
        f"no one in the records has the id '{written}'; did you mean {meant}?",
    )


command = Command(
    "explain",
    explain,
    (
        *SEASON,
        Option(
            "--subject",
            Text("评定对象的编号，如 u07", "the id of the subject, such as u07"),
            takes=Text("编号", "ID"),
            required=True,
        ),
        form("text", "json"),
    ),
    told=Text(
        "逐条说明一个对象的结果：条款、事实及日期、比较、结论和所依据的执行口径；再说明今年还能到几星，"
        "离上一级差什么、到哪天为止、由谁办。",
        "Explain one result: for each criterion the clause, the facts with their dates, the comparison, "
        "the verdict and the assumption that decided; then what can still be reached this year, and "
        "what the next level lacks, until when, and in whose hands it is.",
    ),
    examples=(
        "xingping explain {scheme} records.xlsx --year 2026 --set target_score=85 --subject u07",
        "xingping explain my-scheme records.xlsx --year 2026 --on 2026-10-31 --subject u07",
    ),
)
