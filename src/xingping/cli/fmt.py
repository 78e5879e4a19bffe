"""``xingping fmt``: a scheme folder in one style, in the words of one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from difflib import unified_diff

from xingping.cli.answers import OneOf
from xingping.cli.asking import Argument, Command, Option
from xingping.cli.gathering import scheme_folder
from xingping.cli.helping import built_in
from xingping.cli.refusing import BUG, DATA, StoppedError
from xingping.cli.saying import say, show, tell
from xingping.cli.usage import UsageFaultError
from xingping.policy.format.folder import (
    ChangedMeanwhileError,
    Draft,
    OtherMeaningError,
    format_folder,
)
from xingping.policy.words import Lang, Text
from xingping.records.saving import saved


def fmt(folder: str, words: Lang | None, *, check: bool, diff: bool) -> None:
    """Rewrite the files that would change, or only name or show them."""
    drafts = _drafts(folder, words)
    changed = {file: draft for file, draft in drafts.items() if draft.changes}
    if diff:
        for file, draft in changed.items():
            _show_diff(file, draft)
    elif not check:
        _write(changed.values())
    if not diff:
        for file in changed:
            show(file)
    _sum_up(len(changed), len(drafts), written=not (check or diff))
    if check and changed:
        raise StoppedError(
            f"{len(changed)} 个文件不合格式，请运行 xingping fmt {folder}",
            f"{len(changed)} file{'s' * (len(changed) != 1)} would change; run xingping fmt {folder}",
            DATA,
        )


def _drafts(folder: str, words: Lang | None) -> Mapping[str, Draft]:
    if folder in built_in():
        raise UsageFaultError(
            f"“{folder}”是内置方案，不改写；请给出自己的方案文件夹",
            f"'{folder}' is a built-in scheme and is not rewritten; give a folder of your own",
        )
    try:
        return format_folder(scheme_folder(folder), words)
    except ChangedMeanwhileError as error:
        raise _changed(str(error)) from None
    except OtherMeaningError:
        raise StoppedError(
            f"改写后的方案“{folder}”意思会变，这是星评的差错，没有写入，请告诉维护者",
            f"the scheme '{folder}' would mean something else; that is a fault of Xingping, "
            "nothing was written, please report it",
            BUG,
        ) from None


def _show_diff(file: str, draft: Draft) -> None:
    before = draft.before.decode("utf-8").splitlines()
    for line in unified_diff(before, draft.after.splitlines(), file, file, lineterm=""):
        show(line)


def _write(drafts: Iterable[Draft]) -> None:
    """Every file is written beside its place before the first takes it."""
    with ExitStack() as stack:
        for draft in drafts:
            place = draft.path.resolve()  # a link stays one
            stack.enter_context(saved(place)).write_bytes(draft.after.encode())
        for draft in drafts:
            if draft.path.read_bytes() != draft.before:
                raise _changed(draft.path.name)


def _changed(file: str) -> StoppedError:
    return StoppedError(
        f"“{file}”刚刚被别的程序改动，没有写入，请再试一次",
        f"'{file}' was changed meanwhile; nothing was written, try again",
    )


def _sum_up(changed: int, files: int, *, written: bool) -> None:
    if changed == 0:
        tell(say(f"{files} 个文件均已合格式", f"{files} files are in style already"))
    elif written:
        tell(say(f"改写了 {changed} 个文件", f"{changed} file{'s' * (changed != 1)} rewritten"))


command = Command(
    "fmt",
    fmt,
    (
        Argument("folder", Text("方案文件夹", "the folder of a scheme"), Text("文件夹", "FOLDER")),
        Option(
            "--words",
            Text(
                "键和规则用哪种语言的词：zh 中文，en 英文；不填照旧",
                "words of keys and rules: zh Chinese, en English; as they are unless given",
            ),
            takes=Text("zh|en", "zh|en"),
            kind=OneOf(("zh", "en")),
        ),
        Option(
            "--check",
            Text(
                "只列出会改动的文件，有则退出码为 1",
                "only list what would change; exit with 1 if any",
            ),
        ),
        Option("--diff", Text("只显示改动，不写入", "only show the changes, write nothing")),
    ),
    told=Text(
        "把方案文件夹改写成统一的格式：缩进、空行、规则的写法；意思、注释和次序不变。",
        "Rewrite a scheme folder in one style: indentation, blank lines, spelling of rules. "
        "What it means, its comments and its order stay.",
    ),
    more=(
        Text(
            "改写后与改写前逐条比对，不一致就一个字也不写。方案有差错时先用 check 改正。方案的摘要会随之改变。",
            "The scheme is compared before and after; unless all is equal, nothing is written. "
            "Mend faults first, with check. The digest of the scheme changes with its files.",
        ),
    ),
    examples=("xingping fmt my-scheme", "xingping fmt my-scheme --words zh --diff"),
)
