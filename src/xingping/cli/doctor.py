"""``xingping doctor``: what is unclear, impossible or without effect in a scheme, with proofs."""

from __future__ import annotations

import os

from xingping.cli.answers import Whole
from xingping.cli.asking import Command, Option
from xingping.cli.gathering import open_scheme
from xingping.cli.options import SCHEME, form
from xingping.cli.refusing import DATA, TRACE, StoppedError
from xingping.cli.saying import in_json, say, show, show_text, spoken, tell
from xingping.doctor.examine import SECONDS, Examination, Seen, examine
from xingping.doctor.told import as_json, lines
from xingping.policy.words import Text

_STALE = Text(
    "没有要改的，但 accepted.nt 中有不再出现的发现，请删去",
    "nothing to mend, but accepted.nt names findings that no longer appear; delete them",
)


def doctor(
    scheme: str,
    units: int | None,
    seconds: int | None,
    form: str | None,
    cases: bool,  # noqa: FBT001 -- the words of the command line, by name
) -> None:
    """Print the findings as they come; stop with 1 where one has to be mended or accepted."""
    read = open_scheme(scheme)
    shown: list[Seen] = []
    asked: set[Text] = set()

    def on_question(title: Text) -> None:
        if title not in asked:
            asked.add(title)
            tell(say(f"检验：{title.zh}……", f"asking: {title.en} …"))

    def on_finding(one: Seen) -> None:
        shown.append(one)
        if form != "json":
            show_text([*lines(one, len(shown), spoken(), cases=cases), ""])

    found = examine(
        read,
        units=units,
        seconds=float(seconds) if seconds else SECONDS,
        tell=on_question,
        show=on_finding,
        raising=os.environ.get(TRACE) == "1",
    )
    if form == "json":
        show(in_json(as_json(found, spoken())))
    else:
        show_text(_summary(found))
    _stop(scheme, found)


def _summary(found: Examination) -> list[str]:
    accepted = sum(one.accepted is not None for one in found.seen)
    notes = sum(
        one.finding.weight == "note" and one.finding.settled and one.accepted is None
        for one in found.seen
    )
    told = [
        say(
            f"{found.scheme.title.zh}：共 {len(found.seen)} 项发现，其中已接受 {accepted} 项、提示 {notes} 项、"
            f"未判定 {len(found.open)} 项；用时 {found.seconds:.1f} 秒。",
            f"{found.scheme.title.en}: findings {len(found.seen)}, of which accepted {accepted}, notes {notes}, "
            f"open {len(found.open)}; {found.seconds:.1f} s.",
        )
    ]
    told.extend(
        say(
            f"已接受的发现“{one.id}”（{one.at}）不再出现，请核对后删去。",
            f"the accepted finding '{one.id}' ({one.at}) no longer appears; look at it and delete it.",
        )
        for one in found.stale
    )
    return told


def _stop(scheme: str, found: Examination) -> None:
    if not found.serious and not found.stale:
        return
    count = sum(one.settled for one in found.serious)
    left = len(found.serious) - count
    told = [_to_mend(count)] if count or left else [_STALE]
    if left:
        told.append(
            Text(
                f"{left} 项未判定，请用 --seconds 多给些时间再查",
                f"{left} left open, ask again with more --seconds",
            )
        )
    raise StoppedError(
        f"方案“{scheme}”{'；'.join(one.zh for one in told)}",
        f"scheme '{scheme}': {'; '.join(one.en for one in told)}",
        DATA,
    )


def _to_mend(count: int) -> Text:
    if not count:
        return Text("没有发现要改的，但没有查完", "nothing found to mend, but not all is settled")
    return Text(
        f"有 {count} 项发现需要修改，或写明理由后在 accepted.nt 中接受",
        f"{count} finding{'s' * (count != 1)} to mend, or to accept in accepted.nt with a reason",
    )


command = Command(
    "doctor",
    doctor,
    (
        SCHEME,
        Option(
            "--units",
            Text(
                "评定对象的个数；不填则对任意个数检验",
                "how many are rated; every number unless given",
            ),
            takes=Text("个数", "N"),
            kind=Whole(1, 1_000_000, "个数，如 109", "a number such as 109"),
        ),
        Option(
            "--seconds",
            Text("检验时限，默认 10 秒", "the time there is, 10 seconds by default"),
            takes=Text("秒", "SECONDS"),
            kind=Whole(1, 3600, "秒数，如 10", "a number of seconds such as 10"),
        ),
        form("text", "json"),
        Option(
            "--cases",
            Text(
                "同时列出实例的全部事实，可直接粘贴为方案的样例",
                "print the facts of each case too, as a worked example to paste into the scheme",
            ),
        ),
    ),
    told=Text(
        "在评定任何人之前检验方案：自相矛盾、无法实现、含糊不清、不起作用之处，附条款、实例或证明、改法。",
        "Examine a scheme before anyone is rated: what contradicts itself, cannot be reached, is unclear "
        "or decides nothing, with clauses, a case or a proof, and ways out.",
    ),
    more=(
        Text(
            "实例都由评定引擎核对过；时限内不能判定的，列为“未判定”，不当作没有问题。"
            "知情而保留的，在方案的 accepted.nt 中写明编号和理由。有未接受的发现时退出码为 1。",
            "Each case was rated by the engine as it claims. What cannot be settled in its time is listed as "
            "open, never taken for fine. What is known and kept is accepted in accepted.nt with its digest and "
            "a reason. Exits with 1 where a finding is not accepted; notes stop nothing.",
        ),
    ),
    examples=("xingping doctor {scheme}", "xingping doctor my-scheme --units 109 --format json"),
)
