"""``xingping show``: a scheme as its readers would want it, as text, Markdown or HTML."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from xingping.cli.asking import Command, Option
from xingping.cli.gathering import open_scheme
from xingping.cli.options import SCHEME, form, output
from xingping.cli.outfile import may_write, write
from xingping.cli.saying import say, show, show_text, spoken, tell
from xingping.papers.scheme_page.found import Found, Status
from xingping.papers.scheme_page.made import scheme_page
from xingping.papers.scheme_page.page import Page
from xingping.papers.writers.html import html
from xingping.papers.writers.markdown import markdown
from xingping.papers.writers.text import text_lines
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

_FORMS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}


def show_scheme(scheme: str, output: str | None, form: str | None, no_findings: bool) -> None:  # noqa: FBT001 -- a switch of the command line
    """Print the page, or write it to the file."""
    path = Path(output) if output is not None else None
    read = open_scheme(scheme)
    if path is not None:
        base = [read.overlay.base.folder] if read.overlay else []
        may_write(path, [read.folder, *base])
    found = None if no_findings else _findings(read)
    page = scheme_page(read, spoken(), found)
    chosen = form or _FORMS.get(path.suffix.lower() if path is not None else "", "text")
    if path is None:
        _print(page, chosen)
        return
    write(path, _written(page, chosen).encode("utf-8", "backslashreplace"))
    tell(say(f"已写出 {output}", f"written: {output}"))


def _print(page: Page, chosen: str) -> None:
    if chosen == "text":
        show_text(text_lines(page))
    else:
        show(_written(page, chosen).removesuffix("\n"))


def _written(page: Page, chosen: str) -> str:
    if chosen == "html":
        return html(page)
    if chosen == "md":
        return markdown(page)
    from xingping.cli.width import hang  # noqa: PLC0415 -- for this form only

    return "".join(f"{part}\n" for line in text_lines(page) for part in hang(line))


def _findings(read: Scheme) -> Sequence[Found]:
    """What the doctor finds, as plain data: the page does not know the doctor."""
    from xingping.doctor.examine import Seen, examine  # noqa: PLC0415 -- loads the solver
    from xingping.doctor.told import title  # noqa: PLC0415 -- with the doctor

    examined = examine(
        read,
        tell=lambda asked: tell(say(f"检验：{asked.zh}……", f"asking: {asked.en} …")),
    )

    def plain(one: Seen) -> Found:
        finding, lang = one.finding, spoken()
        case = finding.witness.said(lang) if finding.witness is not None else ""
        proof = finding.proof(lang) if finding.proof is not None else ""
        shown = [say("例：", "Case: ") + case] if case else []
        shown += [say("证明：", "Proof: ") + proof] if proof else []
        status: Status = "new" if one.serious else "note"
        if one.accepted is not None:
            status = "accepted"
        elif not finding.settled:
            status = "open"
        return Found(
            finding.clauses,
            title(finding)(lang),
            finding.said(lang),
            tuple(shown),
            tuple(way(lang) for way in finding.ways),
            status,
            one.accepted.why(lang) if one.accepted is not None else "",
        )

    return [plain(one) for one in examined.seen]


command = Command(
    "show",
    show_scheme,
    (
        SCHEME,
        output(
            "写入文件；.html 和 .md 按扩展名定格式",
            "write to this file; .html and .md choose the format",
        ),
        form("text", "md", "html"),
        Option(
            "--no-findings",
            Text("不检验，只列方案本身", "the scheme alone, without examining it"),
        ),
    ),
    told=Text(
        "把方案写成人读的样子：目标、等级、各级标准、计分、否决、名额、程序、台账，逐条列出条文、"
        "执行口径和检查发现。",
        "Show a scheme as its readers want it: aims, levels, the standards of each, scores, vetoes, "
        "places, steps and registers; then clause by clause with readings and findings.",
    ),
    more=(
        Text(
            "每条规则都是一句话。.html 是一个独立的文件，不联网也能打开、打印；检查发现由 xingping doctor "
            "得出，最多 10 秒。",
            "Every rule is a sentence. An .html file stands alone: it opens and prints without a network. "
            "The findings are those of xingping doctor, which takes up to 10 seconds.",
        ),
    ),
    examples=(
        "xingping show {scheme}",
        "xingping show {scheme} -o scheme.html",
        "xingping show my-scheme -o scheme.md --no-findings",
    ),
)
