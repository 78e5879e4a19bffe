"""``xingping check``: every fault of a scheme at once, its examples run; or what it has in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from xingping.cli.asking import Command, Option
from xingping.cli.gathering import open_scheme, scheme_folder
from xingping.cli.options import SCHEME, form
from xingping.cli.refusing import DATA, StoppedError
from xingping.cli.saying import in_json, say, show, spoken
from xingping.policy.faults import Fault, SchemeFaultyError
from xingping.policy.scheme.every_rule import every_rule
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.examples.check import departures


def check(scheme: str, form: str | None, *, watch: bool) -> None:
    """Check once; or again after every change, until interrupted."""
    if not watch:
        _check(scheme, form)
        return
    from xingping.cli.watch import watch as look_again  # noqa: PLC0415 -- seldom needed

    look_again(scheme_folder(scheme, builtin=True), partial(_check, scheme, form))


def _check(scheme: str, form: str | None) -> None:
    """Print the faults, and the examples that depart; stop with 1, or say that there are none."""
    faults: Sequence[Fault] = ()
    departed: Sequence[Fault] = ()
    read: Scheme | None = None
    try:
        read = open_scheme(scheme)
        departed = departures(read)
    except SchemeFaultyError as error:
        faults = error.faults
    if form == "json":
        report = _report(scheme, read, faults, departed)
        show(in_json(report))
    else:
        for fault in (*faults, *departed):
            show(fault.say(spoken()))
        if read is not None and not departed:
            show(_sound(read))
    if departed:
        count = len(departed)
        raise StoppedError(
            f"方案“{scheme}”可以读懂，但有 {count} 处示例与评定结果不符，请改正规则或示例后再检查",
            f"the scheme '{scheme}' can be read, but {count} expectation{'s' * (count != 1)} of its "
            f"examples depart{'s' * (count == 1)} from the rating; mend the rules or the examples and check again",
            DATA,
        )
    if faults:
        count = len(faults)
        raise StoppedError(
            f"方案“{scheme}”共 {count} 处差错，请逐处改正后再检查",
            f"{count} fault{'s' * (count != 1)} in the scheme '{scheme}'; mend them and check again",
            DATA,
        )


def _report(
    scheme: str, read: Scheme | None, faults: Sequence[Fault], departed: Sequence[Fault]
) -> dict[str, object]:
    return {
        "scheme": scheme,
        "faults": _told(faults),
        "departures": _told(departed),
        "counts": _counts(read) if read else None,
    }


def _told(faults: Sequence[Fault]) -> list[dict[str, object]]:
    return [
        {
            "file": fault.at.file,
            "line": fault.at.line,
            "column": fault.at.column,
            "what": fault.what(spoken()),
            "hint": fault.hint(spoken()) if fault.hint else None,
        }
        for fault in faults
    ]


def _counts(scheme: Scheme) -> dict[str, int]:
    return {
        "criteria": len(scheme.criteria),
        "rules": sum(1 for _ in every_rule(scheme)),
        "clauses": len(scheme.clauses.says) + len(scheme.clauses.shown),
        "assumptions": len(scheme.assumptions),
        "examples": len(scheme.examples),
    }


def _sound(scheme: Scheme) -> str:
    counts = _counts(scheme)
    return say(
        f"{scheme.title.zh}（{scheme.id}）：无误。标准 {counts['criteria']} 条，规则 {counts['rules']} 条，"
        f"条款 {counts['clauses']} 条，执行口径 {counts['assumptions']} 条，示例 {counts['examples']} 个",
        f"{scheme.title.en} ({scheme.id}): no faults. {counts['criteria']} criteria, "
        f"{counts['rules']} rules, {counts['clauses']} clauses, {counts['assumptions']} assumptions, "
        f"{counts['examples']} examples",
    )


command = Command(
    "check",
    check,
    (
        SCHEME,
        form("text", "json"),
        Option(
            "--watch",
            Text(
                "文件一有改动就重新检查，Ctrl-C 结束", "check again on every change, until Ctrl-C"
            ),
        ),
    ),
    told=Text(
        "检查方案，一次列出全部差错：文件、行、列、错在哪里、怎么改；并逐个评定示例，列出与预期不符之处。"
        "有差错或不符时退出码为 1。",
        "Check a scheme and list every fault at once: file, line, column, what is wrong, a hint. "
        "Rates its worked examples too, and lists where one departs. Exits with 1 if there is any.",
    ),
    examples=(
        "xingping check {scheme}",
        "xingping check my-scheme --format json",
        "xingping check my-scheme --watch",
    ),
)
