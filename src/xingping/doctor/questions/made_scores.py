"""Where a score is made of the criteria: ranks and bands that decide nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import z3

from xingping.doctor.finding import Finding
from xingping.doctor.population.made import Made
from xingping.doctor.population.made_cases import lower_band, second_by_record
from xingping.doctor.population.made_told import case_said, made_finding, made_open, still_said
from xingping.doctor.questions.made_lines import shut_out
from xingping.doctor.visit import Visit
from xingping.doctor.world.world import World
from xingping.policy.scheme.outcome import Level
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text

RANK, BANDS = "made-rank-moot", "made-bands-moot"


def ask_made_scores(visit: Visit) -> Iterator[Finding]:
    """For each rank: what is settled once the score is made of the criteria."""
    scheme = visit.scheme
    if not scheme.ranks or not scheme.has_standards:
        return
    world = World(scheme)
    for rank in scheme.ranks.values():
        asking = _Asking(visit, Made(visit, world, rank))
        yield from asking.rank_moot()
        if rank is next(iter(scheme.ranks.values())):
            yield from asking.bands_moot()
        yield from shut_out(asking.made)
        if asking.made.gave_up:
            yield made_open(asking.made, RANK)


@dataclass(frozen=True, slots=True)
class _Asking:
    visit: Visit
    made: Made

    def rank_moot(self) -> Iterator[Finding]:
        """The highest level: who meets all else has the most anyone can have, and ties at rank 1."""
        one, scheme = self.made, self.visit.scheme
        level = scheme.levels[-1]
        naming = [c for c in scheme.criteria if level.id in scheme.criteria[c].standards]
        naming = [c for c in naming if one.ranked_rules(c, level.id)]
        if one.rank.ties not in {"share", "dense"} or not naming:
            return
        others = one.others(level.id)
        score = one.settled_score(one.made, *others)
        if score is None or not one.never(one.above(score)):
            return
        first = one.world.rank(one.rank.id) == 1
        for name in naming:
            holds = one.world.standard(name, level.id).certain
            rest = one.rest_of(name, level.id)
            if one.never(one.made, *others, *rest, first, z3.Not(holds)):
                yield self._rank_moot(level, name, score)

    def _rank_moot(self, level: Level, name: str, score: Fraction) -> Finding:
        one, said = self.made, figure(score)
        clause = self.visit.scheme.criteria[name].standards[level.id].clause
        readings = " ".join(one.rank.assumes)
        read, read_en = (f"（{readings}）", f" ({readings})") if readings else ("", "")
        case, case_en = case_said(one)
        witness = second_by_record(one.anew(), level, score) if one.registers else None
        counts, counts_en = still_said("名次仍起作用", "the rank still counts", witness)
        return made_finding(
            one,
            (RANK, name, level.id),
            clause,
            (
                Text(
                    f"{case}其他条件都达到{level.title.zh}的必得{said}分，任何对象都不会更高，同分并列取较好名次"
                    f"{read}，{one.rank.title.zh}必为第1：{clause} 的名次条件不起作用{counts}。",
                    f"{case_en}whoever meets all else at {level.title.en} has exactly {said}, nobody can have "
                    f"more, and equal scores share the better rank{read_en}, so the {one.rank.title.en} "
                    f"is 1: the rank in {clause} decides nothing{counts_en}.",
                ),
                Text(
                    f"没有任何事实使其他条件都达到{level.title.zh}而得分不是{said}，或得分高于{said}，"
                    "或名次第1而该条不成立",
                    f"no facts meet all else at {level.title.en} with another score than {said}, or give more "
                    f"than {said}, or fail the standard with rank 1",
                ),
            ),
            (
                Text("最高一档不再要求名次", "ask for no rank at the highest level"),
                Text("写明同分时谁在前", "say who comes first among equal scores"),
                Text("要求每个对象都有考核分", "ask for a recorded score of everyone"),
            ),
            facts=(("level", level.id), ("score", str(score))),
            witness=witness,
        )

    def bands_moot(self) -> Iterator[Finding]:
        """Who meets all standards of a level has its band already."""
        one, scheme = self.made, self.visit.scheme
        if scheme.bands is None:
            return
        met, band = one.world.standards(), one.world.band()
        lacking = [
            level
            for level in scheme.levels[1:]
            if not one.never(one.made, met.low >= level.value, band.low < level.value)
        ]
        if lacking:
            return
        case, case_en = case_said(one)
        witness = lower_band(one.anew()) if one.registers else None
        counts, counts_en = still_said("分数段仍起作用", "the bands still count", witness)
        scores = [
            (level, one.settled_score(one.made, *one.others(level.id, exactly=True)))
            for level in scheme.levels[1:]
        ]
        zh = "、".join(f"{lv.title.zh}{figure(s)}分" for lv, s in scores if s is not None)
        en = ", ".join(f"{lv.title.en} {figure(s)}" for lv, s in scores if s is not None)
        clause = scheme.bands.clause
        yield made_finding(
            one,
            (BANDS,),
            clause,
            (
                Text(
                    f"{case}达到某一档全部标准的，分数必在该档或以上（恰好达到：{zh}），"
                    f"{clause} 的分数段不起作用{counts}。",
                    f"{case_en}whoever meets all standards of a level has its band or a better one (just met: "
                    f"{en}), so the bands of {clause} decide nothing{counts_en}.",
                ),
                Text(
                    "每一档都没有任何事实使全部标准达到该档而分数段更低",
                    "no facts meet all standards of a level with a lower band, for any level",
                ),
            ),
            (
                Text(
                    "说明分数段只用于有考核分的", "say that the bands are for recorded scores only"
                ),
                Text(
                    "提高分数段的下限或另设加分项",
                    "raise the bands, or let other items earn points",
                ),
                Text("只留一种尺度", "keep one of the two measures"),
            ),
            facts=tuple((lv.id, str(s)) for lv, s in scores if s is not None),
            witness=witness,
        )
