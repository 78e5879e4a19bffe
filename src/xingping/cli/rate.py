"""``xingping rate``: a year rated by a scheme, as a table, JSON, CSV or a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from xingping.cli.asking import Command, Option
from xingping.cli.formats.lines import as_csv, as_json
from xingping.cli.formats.shown import as_table, basis
from xingping.cli.gathering import Asked, Pairs, gather, tell_faults, tell_notes
from xingping.cli.options import SEASON, form, output
from xingping.cli.outfile import may_write, write
from xingping.cli.refusing import DATA, StoppedError
from xingping.cli.saying import say, show, spoken, tell
from xingping.cli.usage import UsageFaultError
from xingping.cli.width import plain
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.rate import Rated
from xingping.rating.rate import rate as rate_year
from xingping.records.table import RecordsFaultyError

_FORMS = ("table", "json", "csv", "xlsx")


def rate(  # noqa: PLR0913, PLR0917 -- the words of the command line, by name
    scheme: str,
    records: str,
    year: int,
    on: date | None,
    given: Pairs,
    form: str | None,
    output: str | None,
    report: str | None,
) -> None:
    """Rate, and give the result out; with faults in the records give those, and nothing else."""
    asked = Asked.of(scheme, records, year, on, given)
    target = Path(output) if output is not None else None
    form = form or _form_of(target)
    marked = Path(report) if report is not None else None
    if form == "xlsx" and target is None:
        raise UsageFaultError(
            "工作簿不能输出到屏幕，请加 -o 文件，如 -o result.xlsx",
            "a workbook cannot be printed; add -o FILE, such as -o result.xlsx",
        )
    for place in (target, marked):
        if place is not None:
            may_write(place, [asked.records, Path(asked.scheme)])
    if marked is not None and marked.suffix.lower() != ".xlsx":
        raise UsageFaultError(
            f"标出差错的是工作簿，文件名请以 .xlsx 结尾，写的是“{marked}”",
            f"the report of faults is a workbook; its name ends in .xlsx, not '{marked}'",
        )
    try:
        read, facts = gather(asked)
    except RecordsFaultyError as error:
        tell_faults(error, asked)
        raise _stopped(asked, error, marked) from None
    tell_notes(facts.notes)
    rated = rate_year(read, facts, year=year, on=on, parameters=asked.parameters)
    if target is None:
        show(_text(form, read, rated, for_excel=False).removesuffix("\n"))
    else:
        write(target, _content(form, read, rated))
        tell(say(f"已写出 {target}", f"written: {target}"))
    if marked is not None:
        tell(
            say(
                f"台账没有差错，未写 {marked}",
                f"the records have no fault; {marked} is not written",
            )
        )


def _form_of(target: Path | None) -> str:
    """The format that the name of the file asks for."""
    ending = target.suffix.lower().removeprefix(".") if target else ""
    return ending if ending in _FORMS else "table"


def _text(form: str, scheme: Scheme, rated: Rated, *, for_excel: bool) -> str:
    if form == "json":
        return as_json(rated.to_json(spoken()))
    if form == "csv":
        return as_csv(scheme, rated.to_json(spoken()), for_excel=for_excel)
    return "".join(f"{plain(line)}\n" for line in as_table(scheme, rated))


def _content(form: str, scheme: Scheme, rated: Rated) -> bytes:
    if form == "xlsx":
        from xingping.cli.formats.workbook import as_workbook  # noqa: PLC0415 -- only here

        return as_workbook(scheme, rated.to_json(spoken()), basis(scheme, rated), spoken())
    return _text(form, scheme, rated, for_excel=True).encode("utf-8", "backslashreplace")


def _stopped(asked: Asked, error: RecordsFaultyError, marked: Path | None) -> StoppedError:
    """Write the report of faults if one is asked for, and say what to do."""
    if marked is None:
        return StoppedError(
            "加 --report errors.xlsx 可得到标好位置的工作簿",
            "add --report errors.xlsx for a workbook with each place marked",
            DATA,
        )
    from xingping.records.report import write_report  # noqa: PLC0415 -- only here

    write_report(asked.records, error.faults, marked, spoken())
    return StoppedError(
        f"已写出 {marked}：差错处已标出，改正后重新评定",
        f"written: {marked}, with each place marked; mend the records and rate again",
        DATA,
    )


command = Command(
    "rate",
    rate,
    (
        *SEASON,
        form(*_FORMS),
        output(
            "写到文件；不填 --format 时按扩展名定格式（.json、.csv、.xlsx）",
            "write to a file; without --format its ending decides (.json, .csv, .xlsx)",
        ),
        Option(
            "--report",
            Text(
                "台账有差错时，写出标好位置的工作簿，如 errors.xlsx",
                "if the records have faults, write a workbook with each place marked, such as errors.xlsx",
            ),
            takes=Text("文件", "FILE"),
        ),
    ),
    told=Text(
        "按方案评定一个年度：名次、考核分、星级和状态。尚不知道的写作区间和“待定”，不当作零。",
        "Rate a year by a scheme: ranks, scores, stars and states. What is not yet known is shown as "
        "a range or as provisional, never as zero.",
    ),
    more=(
        Text(
            "台账有差错时全部列出，不作评定，不写文件（退出码 1）；命令或参数有误时退出码为 2。",
            "Faults in the records are all listed; then nothing is rated or written (exit code 1). "
            "A command or parameter that cannot be used exits with 2.",
        ),
    ),
    examples=(
        "xingping rate {scheme} records.xlsx --year 2026 --set target_score=85",
        "xingping rate {scheme} records.xlsx --year 2026 --set target_score=85 -o result.xlsx",
    ),
)
