"""``xingping sample``: believable made-up records of an office or of a county."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory

from xingping.cli.answers import OneOf, Whole
from xingping.cli.asking import Argument, Command, Option
from xingping.cli.calling import typed
from xingping.cli.options import FORCE
from xingping.cli.saying import say, show, tell
from xingping.cli.usage import UsageFaultError
from xingping.policy.words import Text
from xingping.records.sample import FIRST_YEAR, make_county, make_office, write_csv
from xingping.records.saving import naming

MAKERS = {"office": make_office, "county": make_county}
OFFICE, BRANCHES, MEMBERS = "office-branches", "county-branches", "county-members"
GIVEN = {
    OFFICE: {"target_score": "85"},
    BRANCHES: {"first_year": str(FIRST_YEAR)},
    MEMBERS: {"first_year": str(FIRST_YEAR)},
}
RATED = {"office": (OFFICE,), "county": (BRANCHES, MEMBERS)}


def sample(
    which: str, year: int | None, seed: int | None, output: str, until: int | None, *, force: bool
) -> None:
    """Make the records and say what to do with them."""
    folder = Path(output)
    _must_be_free(folder, force=force)
    turn = year or 3
    made = write_sample(which, turn, 1 if seed is None else seed, folder, until)
    now = FIRST_YEAR + turn - 1
    show(
        say(
            f"已在 {folder} 写出 {len(made)} 个台账（{FIRST_YEAR} 至 {now} 年，均为虚构）。评定 {now} 年：",
            f"{len(made)} registers are in {folder} ({FIRST_YEAR} to {now}, all made up). To rate {now}:",
        )
    )
    for scheme in RATED[which]:
        given = "".join(f" --set {name}={value}" for name, value in GIVEN[scheme].items())
        show(f"  {typed(f'rate {scheme} {quote(str(folder))} --year {now}{given}')}")
    _tell_others(folder, made)


def write_sample(
    which: str, year: int, seed: int, folder: Path, until: int | None = None
) -> list[Path]:
    """Write the registers of a sample to ``folder``, made if needed; give their files.

    All are made beside it first, so that what cannot be written leaves nothing behind.
    """
    tables = MAKERS[which](year, seed, until)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with naming(folder), TemporaryDirectory(prefix=".sample-", dir=folder.parent) as beside:
        drafts = write_csv(tables, Path(beside))
        folder.mkdir(exist_ok=True)
        return [draft.replace(folder / draft.name) for draft in drafts]


def _must_be_free(folder: Path, *, force: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageFaultError(
            f"“{folder}”是文件，请给出文件夹", f"'{folder}' is a file; give a folder"
        )
    if folder.is_dir() and any(folder.iterdir()) and not force:
        raise UsageFaultError(
            f"文件夹“{folder}”不是空的；换一个文件夹，或加 --force 覆盖其中同名的台账",
            f"the folder '{folder}' is not empty; choose another, "
            "or add --force to overwrite registers of the same name",
        )


def _tell_others(folder: Path, made: list[Path]) -> None:
    """Files of records that were there before would be read together with the new ones."""
    others = sorted({*folder.glob("*.csv"), *folder.glob("*.parquet")} - set(made))
    if others:
        names = "、".join(path.name for path in others)
        tell(
            Text(
                f"提示：{folder} 中原有的 {names} 没有动，评定时也会读到；不要的请删去",
                f"note: {', '.join(path.name for path in others)} stood in {folder} before and will be "
                "read too; delete what does not belong there",
            )
        )


command = Command(
    "sample",
    sample,
    (
        Argument(
            "which",
            Text(
                "office（一个机关的 14 个党支部）或 county（一个县的村党支部和党员）",
                "office (the 14 branches of an office) or county (the village branches and members of a county)",
            ),
            Text("样例", "SAMPLE"),
            OneOf(tuple(MAKERS)),
        ),
        Option(
            "--year",
            Text(
                "做到创建周期的第几年，1 至 3；默认 3",
                "up to which year of the campaign, 1 to 3; 3 by default",
            ),
            takes=Text("年次", "N"),
            kind=Whole(1, 3, " 1 至 3 的整数", "a whole number from 1 to 3"),
        ),
        Option(
            "--seed",
            Text(
                "随机种子，默认 1；种子相同，台账相同",
                "the seed, 1 by default; the same seed makes the same records",
            ),
            takes=Text("种子", "SEED"),
            kind=Whole(0, 10**9, "不大于十亿的非负整数", "a whole number up to a thousand million"),
        ),
        Option(
            "-o --output",
            Text("写到哪个文件夹", "the folder to write to"),
            takes=Text("文件夹", "DIR"),
            required=True,
        ),
        Option(
            "--until",
            Text(
                "最后一年只做到几月，1 至 12", "make the last year only up to this month, 1 to 12"
            ),
            takes=Text("月份", "MONTH"),
            kind=Whole(1, 12, " 1 至 12 的整数", "a whole number from 1 to 12"),
        ),
        FORCE,
    ),
    told=Text(
        "造一套可信的样例台账（CSV 文件夹），人和单位都是虚构的；同样的种子总是得到同样的台账。",
        "Make believable records (a folder of CSV files) of people and places that do not exist; the "
        "same seed always makes the same records.",
    ),
    examples=(
        "xingping sample office --year 3 --seed 1 -o office",
        "xingping sample county --until 10 -o county",
    ),
)
