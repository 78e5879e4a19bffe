"""``xingping template``: the workbook in which records are entered."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from xingping.cli.asking import Command
from xingping.cli.calling import typed
from xingping.cli.gathering import open_scheme
from xingping.cli.options import FORCE, SCHEME, output
from xingping.cli.outfile import may_write
from xingping.cli.saying import say, show, spoken
from xingping.cli.usage import UsageFaultError
from xingping.policy.words import Text
from xingping.records.template import write_template


def template(scheme: str, output: str, *, force: bool) -> None:
    """Write the workbook and say what to do with it."""
    target = Path(output)
    may_write(target, [])
    if target.suffix.lower() != ".xlsx":
        raise UsageFaultError(
            f"模板是工作簿，文件名请以 .xlsx 结尾，写的是“{target}”",
            f"the template is a workbook; its name ends in .xlsx, not '{target}'",
        )
    if target.exists() and not force:
        raise UsageFaultError(
            f"已有“{target}”，里面可能有填好的台账；换一个文件名，或加 --force 覆盖",
            f"'{target}' exists and may hold records; choose another name, or add --force to overwrite it",
        )
    read = open_scheme(scheme)
    write_template(read, target, spoken())
    show(
        say(
            f"已写出 {target}：一张工作表一个台账，填好后评定：",
            f"written: {target}, one sheet a register; fill it in, then rate:",
        )
    )
    needed = [
        name for name, known in read.parameters.items() if known.needed and known.default is None
    ]
    given = "".join(f" --set {name}={say('数值', 'VALUE')}" for name in needed)
    words = f"rate {quote(scheme)} {quote(str(target))} --year {say('年度', 'YEAR')}{given}"
    show(f"  {typed(words)}")


command = Command(
    "template",
    template,
    (
        SCHEME,
        output(
            "写到哪个文件，如 records.xlsx",
            "the file to write, such as records.xlsx",
            required=True,
        ),
        FORCE,
    ),
    told=Text(
        "生成空白的台账工作簿：方案用到的每个台账一张工作表，表头、批注、下拉选项和格式检查都已设好。",
        "Make an empty workbook for the records: a sheet for each register that the scheme reads, with "
        "headers, column notes, drop-down lists and checks.",
    ),
    examples=("xingping template {scheme} -o records.xlsx",),
)
