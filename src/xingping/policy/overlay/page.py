"""The file overlay.nt: what it sets and adds, why, and what it builds on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from xingping.policy.faults import Place
from xingping.policy.scheme.allowance import CRITERIA, Target, read_target
from xingping.policy.scheme.desk import Desk, shortened
from xingping.policy.scheme.entry import Entry, keyed_members, misshapen
from xingping.policy.scheme.plain import KeyWords
from xingping.policy.words import Text
from xingping.policy.written import Keyed, Said, Written

OVERLAY_KEYS = ("overlay", "title", "of", "digest", "set", "add", "why", "examples")
_NEEDED = ("overlay", "title", "of", "digest")
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_SHAPES = Text(
    "写成 parameters.参数.default、max of 分项，或 lines of 标准",
    "write parameters.NAME.default, max of ITEM, or lines of CRITERION",
)
_SETTING = Text("所改的值", "value that is set")


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing an overlay wants; ``name``: the id of what is added, "" of a value that is set."""

    kind: Literal["set", "add"]
    target: Target
    name: str
    value: Written
    at: Place


@dataclass(frozen=True, slots=True)
class OverlayPage:
    """``digest``: "" where none is written. ``why``: target -> the reason."""

    id: str
    title: Text
    of: str
    of_at: Place
    digest: str
    digest_at: Place
    wishes: tuple[Wish, ...]
    why: Mapping[str, Text]
    examples: Written | None


def read_overlay(
    desk: Desk, words: KeyWords, content: Keyed, *, accepting: bool = False
) -> OverlayPage:
    """What the file says; what is missing or misspelt is told at the desk.

    ``accepting``: whatever stands there as the digest will be overwritten, and is not looked at.
    """
    entry = Entry(desk, words, content, OVERLAY_KEYS, _NEEDED)
    wishes = (*_settings(desk, entry), *_additions(desk, entry))
    return OverlayPage(
        id=entry.plain("overlay"),
        title=entry.title(),
        of=_of(desk, entry),
        of_at=entry.place("of"),
        digest="" if accepting else _digest(desk, entry),
        digest_at=entry.place("digest"),
        wishes=wishes,
        why=_reasons(desk, entry, wishes),
        examples=entry.get("examples"),
    )


def _of(desk: Desk, entry: Entry) -> str:
    said = entry.said("of")
    if said is not None and not said.text.strip():
        desk.tell(
            said.at,
            "没有写明依据哪个方案",
            "the scheme that this builds on is not named",
            Text(
                "写内置方案的名称，或从本文件夹看去的路径，如 ../city-scheme",
                "write a built-in scheme, or a path seen from this folder, as ../city-scheme",
            ),
        )
    return said.text.strip() if said is not None else ""


def _digest(desk: Desk, entry: Entry) -> str:
    said = entry.said("digest")
    if said is None:
        return ""
    text = said.text.strip().lower()
    if not _DIGEST.fullmatch(text):
        desk.tell(
            said.at,
            "此处应为所依据方案的摘要（64 位十六进制数）",
            "the digest of the scheme it builds on is due here (64 hexadecimal digits)",
            Text(
                "运行 xingping digest 加所依据的方案，把输出粘贴过来；"
                "或核对后运行 xingping digest 加本文件夹 --accept",
                "run xingping digest with that scheme and paste what it prints; or, after review, "
                "run xingping digest with this folder and --accept",
            ),
        )
        return ""
    return text


def _settings(desk: Desk, entry: Entry) -> list[Wish]:
    found = []
    for text, value, at in entry.members("set"):
        target = read_target(text)
        if target is None or target.key == "lines":
            _unreadable(desk, at, text)
        elif not isinstance(value, Said):
            misshapen(desk, value, Said)
        else:
            found.append(Wish("set", target, "", value, at))
    return found


def _additions(desk: Desk, entry: Entry) -> list[Wish]:
    found = []
    for text, value, at in entry.members("add"):
        target = read_target(text)
        if target is None or target.path or target.key not in {"lines", "criteria"}:
            _unreadable(desk, at, text)
            continue
        for name, inner, where in keyed_members(desk, value):
            if target.key == CRITERIA:
                _no_other_id(desk, entry.words, inner)
            found.append(Wish("add", target, name, inner, where))
    return found


def _no_other_id(desk: Desk, words: KeyWords, value: Written) -> None:
    """The id of a criterion is its key here: another one would escape the bounds."""
    for key, at in value.key_at.items() if isinstance(value, Keyed) else ():
        if words.english(key.strip()) == "criterion":
            desk.tell(
                at,
                "此处不写编号：上一行的键就是它的编号",
                "no id is due here: the key above is its id",
                Text("删去这一行", "delete this line"),
            )


def _unreadable(desk: Desk, at: Place, text: str) -> None:
    shown = shortened(text)
    desk.tell(at, f"读不懂“{shown}”", f"'{shown}' cannot be read", _SHAPES)


def _reasons(desk: Desk, entry: Entry, wishes: tuple[Wish, ...]) -> dict[str, Text]:
    """The reasons by target; each value that is set has one, and no reason is for nothing."""
    found: dict[str, Text] = {}
    known = [str(wish.target) for wish in wishes]
    for text, value, at in entry.members("why"):
        target = read_target(text)
        if target is None or str(target) not in known:
            desk.unknown(at, _SETTING, text, known)
        elif not isinstance(value, Said):
            misshapen(desk, value, Said)
        elif not value.text.strip():
            desk.tell(value.at, "理由是空的", "the reason is empty")
        else:
            found[str(target)] = Text.read(value.text)
    written = set(entry.ids_of("why"))
    for wish in wishes:
        name = str(wish.target)
        if wish.kind == "set" and name not in found and name not in written:
            desk.tell(
                wish.at,
                f"没有写明为何改“{name}”",
                f"nothing says why '{name}' is set",
                Text(
                    f"在 why 中写上“{name}: 依据的文件或理由”",
                    f"write under 'why': '{name}: the document or the reason'",
                ),
            )
    return found
