"""Write the reference pages from what is there: ``reference.py docs/reference``."""

import sys
from functools import partial
from pathlib import Path

import click
import nestedtext
from language_page import language  # beside this script

SCHEMES = Path(__file__).resolve().parent.parent / "src" / "xingping" / "schemes"
NOTE = "<!-- written by `make docs`; do not edit -->\n\n"


def main() -> None:
    """Write every page into the folder named on the command line."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    pages = {
        "commands": commands,
        "registers": registers,
        "words": words,
        "findings": findings,
        "language": partial(language, "en"),
        "language.zh-CN": partial(language, "zh"),
    }
    for name, page in pages.items():
        (folder / f"{name}.md").write_text(NOTE + page(), "utf-8")
        print(f"{folder}/{name}.md")


def commands() -> str:
    """Show the help of every command, as the command line prints it."""
    from xingping.cli.main import cli as group  # noqa: PLC0415 -- the other pages do not need it

    parts = ["# Commands · 命令\n"]
    with click.Context(group, info_name="xingping") as top:
        for name in group.list_commands(top):
            command = group.get_command(top, name)
            with click.Context(command, parent=top, info_name=name) as context:
                parts.append(f"## {name}\n\n```\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


REGISTERS = """\
# Registers · 台账

Before the columns below, each sheet has that of the branch whose row it is (`unit`), or of what the register
names as its `subject`; `units` and `members` list their own. 除下列各栏外，每张表先有一栏“单位编号”（`unit`），
或台账的 `subject`（评定对象）所指的一栏；`units`、`members` 自有编号。
"""


def registers() -> str:
    """Tell every register of the shared catalogue, with its fields."""
    parts = [REGISTERS]
    for register, told in nestedtext.load(SCHEMES / "registers.nt")["registers"].items():
        made = f"made by: {told['made by']}" if "made by" in told else ""
        parts.append(
            f"## {register}\n\n{told['title']}. {made}\n\n| field | 中文 | English | type |\n|---|---|---|---|"
        )
        for field, line in told.get("fields", {}).items():
            zh, en, *kind = (piece.strip() for piece in line.split("|"))
            parts.append(f"| `{field}` | {zh} | {en} | {', '.join(kind)} |")
        parts.append("")
    return "\n".join(parts)


def words() -> str:
    """Tell the words of the rule language, in both spellings."""
    parts = ["# Words of the rule language · 规则用词\n"]
    for kind, table in nestedtext.load(SCHEMES / "words.nt").items():
        parts.append(f"## {kind}\n\n| English | 中文 |\n|---|---|")
        parts += [f"| `{english}` | `{chinese}` |" for english, chinese in table.items()]
        parts.append("")
    return "\n".join(parts)


FINDINGS = """\
# Findings of the doctor · 检验发现

`xingping doctor SCHEME` puts these questions to a scheme. A finding names its clauses, shows a case that
the engine rates as claimed, or a proof that there is none, and says two or three ways out. Constraints come
from the compiled rules that rate; nothing is matched by pattern. What the solver cannot settle in its time
is reported as open.

`xingping doctor 方案` 逐项检验方案。每项发现写明条款，附评定引擎核对过的实例，或“没有这样的情形”的证明，
并给出两三种改法。约束取自评定所用的同一套规则；时限内不能判定的，列为“未判定”。

What is known and kept is accepted in `accepted.nt`, with the digest that the command prints; another case of
the same kind has another digest, so that an acceptance swallows no new finding.

知情而保留的发现，在 `accepted.nt` 中写明编号和理由；同类的新情形编号不同，不会被一并放过。

```
plans:
  finding: levels-not-nested
  clause: A-S4.11 A-S3.11
  digest: 0123456789ab
  why: 高档包含低档的口径已补足 | the reading that levels contain the lower ones makes up for it
```

| weight · 分量 | what it means · 含义 |
|---|---|
| contradiction · 矛盾 | the scheme cannot be kept as it stands · 照现在的写法做不到 |
| gap · 缺口 | something is left open, or decided unseen · 有事没写明，或在不知不觉中定了 |
| note · 提示 | worth a look; stops nothing · 值得看一眼，不影响使用 |
"""


def findings() -> str:
    """Tell the kinds of finding."""
    from xingping.doctor.asked import ASKED  # noqa: PLC0415 -- the solver is loaded for this page only
    from xingping.doctor.kinds import KINDS  # noqa: PLC0415 -- as above

    asked = dict.fromkeys(f"- {one.title.zh} · {one.title.en}" for one in ASKED)
    kinds = [f"| `{kind}` | {title.zh} | {title.en} |" for kind, title in KINDS.items()]
    head = "| kind | 中文 | English |\n|---|---|---|"
    return "\n".join(
        [
            FINDINGS,
            "## What is asked · 检验什么\n",
            *asked,
            "",
            "## Kinds · 种类\n",
            head,
            *kinds,
            "",
        ]
    )


if __name__ == "__main__":
    main()
