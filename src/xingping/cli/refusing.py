"""What stops a command becomes a message and an exit code; never a traceback."""

from __future__ import annotations

import hashlib
import os
import sys
import traceback
from collections.abc import Callable

import click

from xingping import __version__
from xingping.cli.saying import say, spoken, tell
from xingping.cli.streams import hush
from xingping.cli.usage import what_is_wrong
from xingping.policy.faults import SchemeFaultyError
from xingping.policy.refusals import why
from xingping.policy.words import Text

DATA, USAGE, BUG, INTERRUPTED, NO_READER = 1, 2, 70, 130, 141
TRACE = "XINGPING_TRACE"


class StoppedError(Exception):
    """A command that cannot go on for a reason to tell; ``code`` is what it exits with."""

    def __init__(self, zh: str, en: str, code: int = USAGE) -> None:
        super().__init__(en)
        self.text, self.code = Text(zh, en), code


def run(work: Callable[[], object]) -> int:
    """Do the work; tell what stopped it, and give the exit code."""
    try:
        work()
        if sys.stdout is not None:  # a process may be started without one
            sys.stdout.flush()
    except click.exceptions.Exit as error:
        return error.exit_code
    except BrokenPipeError:
        hush()
        return NO_READER
    except (KeyboardInterrupt, click.Abort):
        tell("")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 -- whatever it is, the person gets a sentence
        return refuse(error)
    return 0


def refuse(error: Exception) -> int:
    """Tell what is wrong, and give the exit code."""
    if isinstance(error, StoppedError):
        tell(error.text)
        return error.code
    if isinstance(error, click.UsageError):
        return _usage(error)
    if isinstance(error, SchemeFaultyError):
        tell(_scheme(error))
        return DATA
    if isinstance(error, OSError):
        tell(why_not(error))
        return USAGE
    if isinstance(
        what := getattr(error, "what", None), Text
    ):  # a scheme too large for these records
        tell(what)
        return DATA
    spoken_by = getattr(
        error, "say", None
    )  # a season; loading its class here would load the engine
    if callable(spoken_by):
        tell(str(spoken_by(spoken())))
        return USAGE
    return _bug(error)


def why_not(error: OSError) -> Text:
    """What the machine refused, and what to do."""
    reason = why(error)
    if error.filename is None:
        return Text(f"读写文件时出错：{reason.zh}", f"reading or writing failed: {reason.en}")
    name = os.fsdecode(error.filename) if isinstance(error.filename, bytes) else error.filename
    return Text(
        f"“{name}”无法读写：{reason.zh}。请核对路径和权限，或换一个位置",
        f"'{name}' cannot be read or written: {reason.en}. "
        "Check the path and the permissions, or choose another place",
    )


def _usage(error: click.UsageError) -> int:
    ctx = error.ctx
    tell(what_is_wrong(error))
    if ctx is not None:
        tell("\n" + ctx.get_usage())
        tell(say(f"说明：{ctx.command_path} --help", f"Help: {ctx.command_path} --help"))
    return USAGE


def _scheme(error: SchemeFaultyError) -> str:
    count = len(error.faults)
    lead = say(
        f"方案有 {count} 处差错，改正后才能使用：",
        f"the scheme has {count} fault{'s' * (count != 1)} to mend before it can be used:",
    )
    return f"{lead}\n{error.say(spoken())}"


def _bug(error: Exception) -> int:
    reference = _reference(error)
    tell(
        Text(
            f"星评内部出错，没有完成。请把参考号 {reference}、版本 {__version__} 和所用命令告诉维护者；"
            f"先设 {TRACE}=1 再运行，可以看到详情",
            f"something went wrong inside Xingping, and the work was not finished. Report the reference "
            f"{reference}, the version {__version__} and the command to the maintainers; "
            f"set {TRACE}=1 and run it again to see the details",
        )
    )
    if os.environ.get(TRACE) == "1":
        traceback.print_exception(error)
    return BUG


def _reference(error: BaseException) -> str:
    """Eight digits that are the same wherever the same thing goes wrong in the same place."""
    frames = traceback.extract_tb(error.__traceback__)
    where = [f"{frame.name}:{frame.lineno}" for frame in frames[-4:]]
    return hashlib.sha256("|".join([type(error).__name__, *where]).encode()).hexdigest()[:8]
