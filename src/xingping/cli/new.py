"""``xingping new``: a scheme folder that passes ``check``, to be filled with one's own policy."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from shlex import quote

from xingping.cli.answers import OneOf
from xingping.cli.asking import Argument, Command, Option
from xingping.cli.calling import typed
from xingping.cli.saying import say, show, tell
from xingping.cli.usage import UsageFaultError
from xingping.policy.faults import SchemeFaultyError
from xingping.policy.format.folder import format_folder
from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.start import KINDS, UNTITLED, new_scheme, why_no_name
from xingping.policy.words import Lang, Text
from xingping.records.saving import naming


def new(folder: str, title: str | None, kind: str | None, words: Lang | None) -> None:
    """Write the folder, whole or not at all, and say what comes next."""
    path = Path(folder)
    _may_be_made(path, folder)
    files = new_scheme(path.name, (title or "").strip() or UNTITLED, kind or KINDS[0])
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    with naming(path):
        try:
            for file, text in files.items():
                place = draft / file
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(text, "utf-8")
            if words:
                for one in format_folder(draft, words).values():
                    one.path.write_text(one.after, "utf-8")
            _must_pass(draft)
            draft.rename(path)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    for file in files:
        show(str(path / file))
    tell(
        say(
            f"已建立方案“{path.name}”，能通过检查。改内容时开着：{typed(f'check {quote(folder)} --watch')}",
            f"the scheme '{path.name}' is there and passes the check. While you change it, keep open: "
            f"{typed(f'check {quote(folder)} --watch')}",
        )
    )


def _must_pass(draft: Path) -> None:
    """Refuse a title that no scheme can have: nothing else of the folder is the user's own."""
    try:
        load_scheme(draft)
    except SchemeFaultyError as error:
        zh, en = (error.faults[0].what(lang) for lang in ("zh", "en"))
        raise UsageFaultError(f"--title 不能这样写：{zh}", f"--title cannot be so: {en}") from None


def _may_be_made(path: Path, folder: str) -> None:
    """Refuse a name that no scheme can have, a place that is taken, a folder that is not there."""
    refused = why_no_name(path.name or folder)
    if refused is not None:
        raise UsageFaultError(refused.zh, refused.en)
    if path.exists() or path.is_symlink():
        raise UsageFaultError(
            f"“{folder}”已经存在，不会覆盖，请换一个名称",
            f"'{folder}' is there already and is not overwritten; choose another name",
        )
    if not path.parent.is_dir():
        raise UsageFaultError(
            f"没有文件夹“{path.parent}”，请先建立，或换一个位置",
            f"there is no folder '{path.parent}'; make it first, or choose another place",
        )


command = Command(
    "new",
    new,
    (
        Argument(
            "folder",
            Text(
                "要建立的文件夹，其名称就是方案的编号",
                "the folder to make; its name is the scheme's id",
            ),
            Text("文件夹", "FOLDER"),
        ),
        Option(
            "--title",
            Text(
                "方案的名称，如“星级党支部 | Star branches”",
                "its title, such as 'Star branches'",
            ),
            takes=Text("名称", "TITLE"),
        ),
        Option(
            "--kind",
            Text(
                "standards 逐条定档（默认），points 计分分段",
                "standards: levels by criterion (the default); points: a score and bands",
            ),
            takes=Text("类型", "KIND"),
            kind=OneOf(KINDS),
        ),
        Option(
            "--words",
            Text(
                "键和规则用哪种语言的词：zh 中文，en 英文（默认）",
                "words of keys and rules: zh Chinese, en English (the default)",
            ),
            takes=Text("zh|en", "zh|en"),
            kind=OneOf(("zh", "en")),
        ),
    ),
    told=Text(
        "新建一个方案文件夹：能通过检查，附有示例和说明，照着改成自己的办法。",
        "Start a scheme folder that passes the check, with examples and notes, to be changed into "
        "one's own policy.",
    ),
    more=(Text("已有的文件和文件夹不会被覆盖。", "What is there already is never overwritten."),),
    examples=(
        "xingping new my-scheme",
        "xingping new my-scheme --kind points --words zh",
    ),
)
