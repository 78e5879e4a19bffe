"""``xingping simulate``: the same records under changed rules, and the targets some years on."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from xingping.cli.answers import Given, Whole
from xingping.cli.asking import Command, Option
from xingping.cli.gathering import Asked, Pairs, gather_or_stop, open_scheme
from xingping.cli.options import ON, RECORDS, SCHEME, YEAR, form, output
from xingping.cli.outfile import apart, may_write, write
from xingping.cli.saying import in_json, say, show, show_text, spoken, tell
from xingping.cli.trying import Sides, look_ahead
from xingping.cli.usage import UsageFaultError
from xingping.doctor.trial.comparing import Comparison, compare
from xingping.doctor.trial.picture import picture
from xingping.doctor.trial.projecting import Projection
from xingping.doctor.trial.told import COLUMNS, as_json, lines, projection_lines, row
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.rate import rate


def simulate(  # noqa: PLR0913, PLR0917 -- the words of the command line, by name
    scheme: str,
    records: str,
    year: int,
    on: date | None,
    base: Pairs,
    given: Pairs,
    against: str | None,
    years: int | None,
    seed: int | None,
    draws: int | None,
    form: str | None,
    picture: str | None,
    output: str | None,
) -> None:
    """Rate twice and compare; look ahead if asked for; print or write what came out."""
    if not given and against is None and years is None:
        raise UsageFaultError(
            "请用 --set 写明改什么，或用 --against 指定另一方案，或用 --years 推算以后几年",
            "say what changes with --set, name another scheme with --against, or look ahead with --years",
        )
    asked = Asked.of(scheme, records, year, on, base)
    targets = [Path(target) for target in (picture, output) if target is not None]
    _may_write(targets, [asked.records])
    read, facts = gather_or_stop(asked)
    _may_write(targets, _homes(read, against))
    before = rate(read, facts, year=year, on=on, parameters=asked.parameters)
    sides = Sides.of(read, given, against)
    names = sides.names(read)
    after = sides.after(asked, read, before)
    found = compare(before, after) if sides.differ else None
    ahead = None if years is None else look_ahead(after, asked, years, seed, draws)
    if picture is not None:
        _draw(picture, found, names)
    _give(form, output, found, ahead, names)


def _may_write(targets: Sequence[Path], made_from: Sequence[Path]) -> None:
    for target in targets:
        may_write(target, made_from)
    if len(targets) > 1:
        apart(*targets)


def _homes(read: Scheme, against: str | None) -> list[Path]:
    """The folders of the schemes that are compared, with those they build on."""
    schemes = [read, *([open_scheme(against)] if against is not None else [])]
    bases = [one.overlay.base for one in schemes if one.overlay is not None]
    return [one.folder for one in (*schemes, *bases)]


def _draw(target: str, found: Comparison | None, names: tuple[Text, Text]) -> None:
    if found is None:
        raise UsageFaultError(
            "图画的是改前和改后的分布，请加 --set 或 --against",
            "the picture shows both sides; add --set or --against",
        )
    write(Path(target), picture(found, names, spoken()).encode())
    tell(say(f"已写出 {target}", f"written: {target}"))


def _give(
    form: str | None,
    output: str | None,
    found: Comparison | None,
    ahead: Projection | None,
    names: tuple[Text, Text],
) -> None:
    if form == "json":
        text = in_json(as_json(found, ahead, spoken())) + "\n"
    elif form == "csv":
        text = _csv(found)
    else:
        told = [
            *(lines(found, names, spoken()) if found else ()),
            *([""] if found and ahead else ()),
            *(projection_lines(ahead, spoken()) if ahead else ()),
        ]
        if output is None:
            show_text(told)
            return
        text = "".join(f"{line}\n" for line in told)
    if output is None:
        show(text.removesuffix("\n"))
        return
    lead = "\ufeff" if form == "csv" else ""
    write(Path(output), (lead + text).encode("utf-8", "backslashreplace"))
    tell(say(f"已写出 {output}", f"written: {output}"))


def _csv(found: Comparison | None) -> str:
    if found is None:
        raise UsageFaultError(
            "表格列的是改前和改后，请加 --set 或 --against",
            "the table shows both sides; add --set or --against",
        )
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([title(spoken()) for title in COLUMNS.values()])
    for change in found.changes:
        told = row(found, change, spoken())
        writer.writerow([told[name] for name in COLUMNS])
    return out.getvalue()


command = Command(
    "simulate",
    simulate,
    (
        SCHEME,
        RECORDS,
        YEAR,
        ON,
        Option(
            "--base base",
            Text(
                "现行的年度参数，如 target_score=85",
                "a parameter as it stands, such as target_score=85",
            ),
            takes=Text("名称=数值", "NAME=VALUE"),
            kind=Given(),
            multiple=True,
        ),
        Option(
            "--set given",
            Text(
                "改成什么：年度参数，或方案中的一个值，如 target_score=88、bands.3='70 <= score < 85'",
                "what changes: a parameter, or a value of the scheme, such as target_score=88",
            ),
            takes=Text("名称=数值", "NAME=VALUE"),
            kind=Given(),
            multiple=True,
        ),
        Option(
            "--against",
            Text("改用的另一方案", "another scheme to rate by"),
            takes=Text("方案", "SCHEME"),
        ),
        Option(
            "--years",
            Text("再推算以后几年的目标，如 3", "look so many years ahead, such as 3"),
            takes=Text("年数", "YEARS"),
            kind=Whole(1, 20, "年数，如 3", "a number of years such as 3"),
        ),
        Option(
            "--seed",
            Text("随机种子，默认 1", "the seed of the draws, 1 by default"),
            takes=Text("种子", "SEED"),
            kind=Whole(0, 2**32 - 1, "不小于 0 的整数", "a whole number from 0"),
        ),
        Option(
            "--draws",
            Text("推算次数，默认 1000", "how many draws, 1000 by default"),
            takes=Text("次数", "DRAWS"),
            kind=Whole(100, 1_000_000, "次数，如 1000", "a number such as 1000"),
        ),
        form("text", "json", "csv"),
        Option(
            "--picture",
            Text("把分布画成图，写到 SVG 文件", "draw the distribution into an SVG file"),
            takes=Text("文件", "FILE"),
        ),
        output("写到文件", "write to a file"),
    ),
    told=Text(
        "试算：同一套台账，改了规则谁升谁降、为什么；以后几年目标有多大可能实现。",
        "Try a policy: the same records under changed rules, who rises, who falls and why; and how likely "
        "the targets of the coming years are.",
    ),
    more=(
        Text(
            "推算按台账中看到的升档、降档、否决的比例随机抽取，给出范围，不给单一数字；台账少，范围就宽。",
            "Looking ahead draws from the rates of promotion, demotion and veto seen in the records; it gives a "
            "spread, never one number; few records give a wide one.",
        ),
    ),
    examples=(
        "xingping simulate {scheme} records.xlsx --year 2026 --base target_score=85 --years 3",
        "xingping simulate my-scheme records.xlsx --year 2026 --set vetoes.serious_case.then='stars <= 3'",
    ),
)
