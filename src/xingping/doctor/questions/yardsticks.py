"""Yardsticks that the rules against formalism bar: check-ins, likes, study time, use of an app."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.doctor.finding import Finding
from xingping.doctor.parts import Part, clauses_of, parts_of
from xingping.doctor.visit import Visit
from xingping.doctor.wording import cited, listed
from xingping.policy.catalogue import YARDSTICKS
from xingping.policy.language import tree
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

# Words in titles that hint at such a yardstick, where the catalogue does not declare it.
_HINTS = {
    "打卡": "check-ins",
    "签到次数": "check-ins",
    "点赞": "likes",
    "转发": "likes",
    "网络投票": "votes",
    "学习时长": "minutes",
    "在线时长": "minutes",
    "观看时长": "minutes",
    "登录": "app use",
    "在线积分": "app use",
    "留痕": "traces",
    "截图": "traces",
}
# Not a part of what rates: said, reported or done afterwards.
_OUTSIDE = {"step", "change", "report", "parameter", "check"}
_SOURCE = Text(
    "2024年《整治形式主义为基层减负若干规定》和2026年规范政务应用程序的规定",
    "the rules of 2024 against formalism at the grass roots and those of 2026 on government apps",
)
_WAYS = (
    Text("改为看实际成效，不看次数、时长和痕迹", "look at what came of it, not at counts and time"),
    Text("只作自愿记录，不计分、不排名", "keep it as a voluntary record without points or ranks"),
    Text("删去这些条目", "take these items out"),
)


def ask_yardsticks(visit: Visit) -> Iterator[Finding]:
    """What rates by a yardstick that is barred: declared in the catalogue, or by a title's words."""
    scheme = visit.scheme
    parts = [part for part in parts_of(scheme) if part.kind not in _OUTSIDE]
    declared = {part: kinds for part in parts if (kinds := _declared(scheme, part))}
    if declared:
        yield _barred(declared)
    hinted = {
        part: kinds
        for part in parts
        if part not in declared and (kinds := _hinted(scheme, part)) and part.rules
    }
    if hinted:
        yield _perhaps(hinted)


def _declared(scheme: Scheme, part: Part) -> tuple[str, ...]:
    """The barred yardsticks that a part reads, by the catalogue."""
    registers, found = scheme.catalogue.registers, []
    for node in part.nodes():
        if isinstance(node, tree.Rows) and node.source == "register":
            found.append(registers[node.name].yardstick)
        elif isinstance(node, tree.Field):
            spec = registers[node.register or scheme.subject].fields.get(node.name)
            found.append(spec.yardstick if spec else "")
    return tuple(dict.fromkeys(name for name in found if name))


def _hinted(scheme: Scheme, part: Part) -> tuple[str, ...]:
    """The barred yardsticks that titles speak of: the part's own, and those of what it reads."""
    said = [part.title.zh, *_titles(scheme, part)]
    return tuple(
        dict.fromkeys(name for word, name in _HINTS.items() if any(word in text for text in said))
    )


def _titles(scheme: Scheme, part: Part) -> Iterator[str]:
    catalogue = scheme.catalogue
    for node in part.nodes():
        if isinstance(node, tree.Rows) and node.source == "register":
            yield catalogue.registers[node.name].title.zh
        elif isinstance(node, tree.Field):
            spec = catalogue.registers[node.register or scheme.subject].fields.get(node.name)
            yield spec.title.zh if spec else ""
        elif isinstance(node, tree.Word) and node.type.kind is tree.Kind.CHOICE:
            title = catalogue.choices[node.type.choices].get(node.value)
            yield title.zh if title else ""


def _barred(found: dict[Part, tuple[str, ...]]) -> Finding:
    kinds = dict.fromkeys(name for kinds in found.values() for name in kinds)
    what, items = listed(YARDSTICKS[name] for name in kinds), listed(p.title for p in found)
    where = cited(clauses_of(found))
    return Finding(
        kind="barred-yardstick",
        about=tuple(part.id for part in found),
        clauses=clauses_of(found),
        said=Text(
            f"以{what.zh}作考核依据，为{_SOURCE.zh}所不许：{items.zh}{where.zh}。",
            f"{what.en[:1].upper()}{what.en[1:]} as a yardstick is what {_SOURCE.en} do not allow: "
            f"{items.en}{where.en}.",
        ),
        proof=Text(
            f"上述{len(found)}处规则所读的台账或栏目，目录中注明为{what.zh}。",
            f"the registers or fields that these {len(found)} rules read are declared as such "
            "in the catalogue.",
        ),
        ways=_WAYS,
        weight="contradiction",
        facts=tuple((part.id, " ".join(kinds)) for part, kinds in found.items()),
    )


def _perhaps(found: dict[Part, tuple[str, ...]]) -> Finding:
    kinds = dict.fromkeys(name for kinds in found.values() for name in kinds)
    what, items = listed(YARDSTICKS[name] for name in kinds), listed(p.title for p in found)
    where = cited(clauses_of(found))
    return Finding(
        kind="perhaps-barred-yardstick",
        about=tuple(part.id for part in found),
        clauses=clauses_of(found),
        said=Text(
            f"从名称看，可能以{what.zh}作考核依据，请核对{_SOURCE.zh}：{items.zh}{where.zh}。",
            f"By their names these may take {what.en} as a yardstick; check them against "
            f"{_SOURCE.en}: {items.en}{where.en}.",
        ),
        proof=Text(
            "只凭名称中的字词，未看实际做法。",
            "by the words of the titles alone, not by what is done.",
        ),
        ways=(
            *_WAYS[:2],
            Text(
                "确实不属此类的，记为已知并说明理由",
                "if it is none, accept the finding and say why",
            ),
        ),
        weight="note",
    )
