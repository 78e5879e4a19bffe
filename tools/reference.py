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


def registers() -> str:
    """Tell every register of the shared catalogue, with its fields."""
    parts = ["# Registers · 台账\n"]
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


if __name__ == "__main__":
    main()
