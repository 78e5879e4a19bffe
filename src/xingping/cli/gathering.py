"""From the words of a command line to a scheme and its records, with everything that may be wrong on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from shlex import quote

from xingping.cli.refusing import DATA, StoppedError, why_not
from xingping.cli.saying import say, spoken, tell
from xingping.cli.usage import UsageFaultError
from xingping.policy.faults import SchemeFaultyError
from xingping.policy.scheme.load import find_scheme, load_scheme
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.season import season
from xingping.records.reading import read_records
from xingping.records.table import Note, Records, RecordsFaultyError

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be rated: a scheme, records, a year, a day, the season's parameters."""

    scheme: str
    records: Path
    year: int
    on: date | None
    parameters: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, scheme: str, records: str, year: int, on: date | None, given: Pairs) -> Asked:
        """From what stands on the command line."""
        if not records.strip():
            raise UsageFaultError(
                "没有写明台账的路径", "the path of the records is empty; give a file or a folder"
            )
        parameters: dict[str, str] = {}
        for name, value in given:
            if parameters.setdefault(name, value) != value:
                raise UsageFaultError(
                    f"--set {name} 写了两次，数值不同，请只留一个",
                    f"--set {name} is given twice with different values; keep one",
                )
        return cls(scheme, Path(records), year, on, parameters)

    def words(self) -> str:
        """The arguments and options, as they are typed."""
        on = f" --on {self.on}" if self.on else ""
        given = "".join(
            f" --set {quote(f'{name}={value}')}" for name, value in self.parameters.items()
        )
        return f"{quote(self.scheme)} {quote(str(self.records))} --year {self.year}{on}{given}"


def open_scheme(name: str) -> Scheme:
    """The scheme meant. Raises StoppedError if there is none, SchemeFaultyError if it is faulty."""
    scheme_folder(name, builtin=True)
    return load_scheme(name)


def scheme_folder(name: str, *, builtin: bool = False) -> Path:
    """The folder of a scheme. Raises StoppedError if there is none."""
    try:
        return find_scheme(name, builtin=builtin)
    except SchemeFaultyError as error:
        fault = error.faults[0]
        hint = fault.hint
        raise StoppedError(
            f"{fault.what.zh}。{hint.zh if hint else ''}",
            f"{fault.what.en}. {hint.en if hint else ''}",
        ) from None


def gather(asked: Asked) -> tuple[Scheme, Records]:
    """The scheme and the records.

    What is wrong with the command is found before a file of records is read. Raises StoppedError,
    SchemeFaultyError, SeasonError, RecordsFaultyError.
    """
    scheme = open_scheme(asked.scheme)
    season(scheme, asked.year, asked.on, asked.parameters)
    _must_be_there(asked.records)
    day = asked.on or date(asked.year, 12, 31)
    return scheme, read_records(asked.records, scheme, year=asked.year, on=day.toordinal())


def gather_or_stop(asked: Asked) -> tuple[Scheme, Records]:
    """As `gather`, telling the notes; faults in the records are listed, and stop the command."""
    try:
        scheme, records = gather(asked)
    except RecordsFaultyError as error:
        tell_faults(error, asked)
        raise StoppedError(
            "在 rate 命令后加 --report errors.xlsx，可得到标好位置的工作簿",
            "with --report errors.xlsx the command rate gives a workbook with each place marked",
            DATA,
        ) from None
    tell_notes(records.notes)
    return scheme, records


def tell_faults(error: RecordsFaultyError, asked: Asked) -> None:
    """List every fault of the records, and the notes, on stderr."""
    count = len(error.faults)
    tell(
        say(
            f"台账“{asked.records}”有 {count} 处差错，改正前不作评定：",
            f"the records '{asked.records}' have {count} fault{'s' * (count != 1)}; "
            "nothing is rated before they are mended:",
        )
    )
    for fault in error.faults:
        tell(f"  {fault.say(spoken())}")
    tell_notes(error.notes)


def tell_notes(notes: Sequence[Note]) -> None:
    """What is worth knowing and stops nothing, on stderr."""
    for note in notes:
        tell(say("提示：", "note: ") + note.say(spoken()))


def _must_be_there(path: Path) -> None:
    try:
        path.stat()
    except FileNotFoundError:
        near = get_close_matches(path.name, _beside(path), n=1)
        zh = f"是不是“{path.with_name(near[0])}”？" if near else "请核对路径"
        en = f"did you mean '{path.with_name(near[0])}'?" if near else "check the path"
        raise StoppedError(
            f"没有台账“{path}”，{zh}", f"there are no records '{path}'; {en}"
        ) from None
    except (OSError, ValueError) as error:
        told = why_not(error) if isinstance(error, OSError) else None
        raise StoppedError(
            told.zh if told else "台账的路径中有不能用的字符，请核对",
            told.en if told else "the path of the records has a character that no path may have",
        ) from None


def _beside(path: Path) -> list[str]:
    try:
        return [there.name for there in path.parent.iterdir()]
    except OSError:
        return []
