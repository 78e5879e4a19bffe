"""``xingping demo``: in a minute, what this is: two made-up years, rated, with reasons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from xingping.cli.asking import Command, Option
from xingping.cli.calling import typed
from xingping.cli.excerpt import short_of_a_star, unmet
from xingping.cli.formats.shown import as_table
from xingping.cli.gathering import Asked, gather
from xingping.cli.sample import BRANCHES, GIVEN, MAKERS, MEMBERS, OFFICE, write_sample
from xingping.cli.saying import say, show, show_text, spoken
from xingping.cli.usage import UsageFaultError
from xingping.policy.words import Text
from xingping.rating.cutline import cutline
from xingping.rating.explain import explain_rated
from xingping.rating.rate import Rated, rate
from xingping.records.sample import FIRST_YEAR

_YEAR = FIRST_YEAR + 2
_ROWS = 15
_MARK = "demo.txt"


def demo(output: str | None) -> None:
    """Make the records, rate them, show what came out and what to look at next."""
    folder = Path(output or "demo")
    _make(folder)
    show(
        say(
            "星评：办法是数据，星级按办法算出，每一颗星都有依据。\n"
            f"以下为虚构的样例（在 {folder} 中），评定 {_YEAR} 年。",
            "Xingping: the policy is data, stars follow from it, and every star has its reason.\n"
            f"What follows is made up (it is in {folder}); the year rated is {_YEAR}.",
        )
    )
    office = _asked(OFFICE, folder / "office")
    rated = _rated(office, say("一、一个机关的党支部", "1. The branches of an office"))
    subject = short_of_a_star(rated)
    _title(say(f"二、为什么：{_name(rated, subject)}", f"2. Why: {_name(rated, subject)}"))
    show_text(unmet(explain_rated(rated, subject).lines(spoken())))
    branches = _asked(BRANCHES, folder / "county")
    _rated(
        branches,
        say(
            "三、一个县的村党支部，按名额评选",
            "3. The village branches of a county, within a share",
        ),
    )
    scheme, records = gather(branches)
    _title(say("四、名额与入选线", "4. The places and the cut line"))
    show_text(cutline(scheme, records, year=_YEAR, parameters=branches.parameters).lines(spoken()))
    members = _asked(MEMBERS, folder / "county")
    _rated(members, say("五、同一个县的党员", "5. The members of the same county"))
    _title(say("接着看", "What to look at next"))
    for line in _next(office, branches, subject):
        show(line)


def _make(folder: Path) -> None:
    """Write both samples; a folder that is not the demonstration's own is left alone."""
    if folder.exists() and not folder.is_dir():
        raise UsageFaultError(
            f"“{folder}”是文件；请用 -o 给出另一个文件夹",
            f"'{folder}' is a file; name another folder with -o",
        )
    if folder.is_dir() and any(folder.iterdir()) and not (folder / _MARK).is_file():
        raise UsageFaultError(
            f"文件夹“{folder}”里有别的东西；请用 -o 给出另一个文件夹",
            f"the folder '{folder}' holds other things; name another one with -o",
        )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MARK).write_text(
        "xingping demo：虚构的样例，可以删除。 Made up; may be deleted.\n", "utf-8"
    )
    for which in MAKERS:
        write_sample(which, 3, 1, folder / which)


def _asked(scheme: str, folder: Path) -> Asked:
    return Asked(scheme, folder, _YEAR, None, GIVEN[scheme])


def _rated(asked: Asked, title: str) -> Rated:
    scheme, records = gather(asked)
    rated = rate(scheme, records, year=_YEAR, parameters=asked.parameters)
    _title(title)
    show(f"$ {typed(f'rate {asked.words()}')}\n")
    show_text(as_table(scheme, rated, most=_ROWS))
    return rated


def _name(rated: Rated, subject: str) -> str:
    return f"{rated.of(subject).name} ({subject})"


def _title(text: str) -> None:
    show(f"\n{text}\n")


def _next(office: Asked, branches: Asked, subject: str) -> Iterator[str]:
    for told, line in (
        (
            Text(
                "到十月底，这个支部还能做什么",
                "what this branch could still do at the end of October",
            ),
            f"explain {office.words()} --on {_YEAR}-10-31 --subject {subject}",
        ),
        (
            Text("结果存成工作簿", "the result as a workbook"),
            f"rate {office.words()} -o result.xlsx",
        ),
        (
            Text("给别的程序用的 JSON", "JSON for other programs"),
            f"rate {branches.words()} --format json",
        ),
        (
            Text("办法本身有没有矛盾和缺口", "what contradicts itself or is left open in a policy"),
            f"doctor {branches.scheme}",
        ),
        (
            Text("把办法写成一页，供阅读和打印", "a policy as a page to read and print"),
            f"show {branches.scheme} -o scheme.html",
        ),
        (
            Text("写自己的办法", "start a policy of your own"),
            "new my-scheme",
        ),
        (
            Text("生成要填写的台账", "a workbook for your own records"),
            f"template {office.scheme} -o records.xlsx",
        ),
    ):
        yield f"# {told(spoken())}"
        yield f"  {typed(line)}"


command = Command(
    "demo",
    demo,
    (
        Option(
            "-o --output",
            Text("样例写到哪个文件夹；默认 demo", "the folder for the samples; demo by default"),
            takes=Text("文件夹", "DIR"),
        ),
    ),
    told=Text(
        "造一个机关和一个县的样例，评定第三年，打印结果表、一个支部的逐条说明和入选线，并提示接着看什么。",
        "Make a sample of an office and of a county, rate the third year, print the tables, one "
        "explanation and the cut line, and say what to look at next.",
    ),
    examples=("xingping demo", "xingping demo --lang en -o demo"),
)
