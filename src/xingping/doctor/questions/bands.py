"""Bands that overlap, share an end, or leave a gap: a score with two levels, or with none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

import z3

from xingping.doctor.finding import Finding, Witness
from xingping.doctor.scores.dividing import dividing_score
from xingping.doctor.scores.stretch import Stretch, stretch_of
from xingping.doctor.visit import Visit
from xingping.doctor.wording import MORE_TIME
from xingping.doctor.world.proving import Answer, Case, Impossible, Open, prove
from xingping.doctor.world.witness import Claim, witness
from xingping.doctor.world.world import Truth, World
from xingping.policy.scheme.outcome import Bands, Level
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text

OVERLAP, GAP = "bands-overlap", "bands-gap"
_MOST = 4  # gaps that are told


def ask_bands(visit: Visit) -> Iterator[Finding]:
    """For every score exactly one band holds: pairs that hold together, scores that none takes."""
    bands = visit.scheme.bands
    if bands is None:
        return
    asking = _Asking(visit, bands, World(visit.scheme))
    order = [level for level in visit.scheme.levels if level.id in bands.rules]
    pairs = list(combinations(order, 2))
    if not isinstance(asking.any_overlap(pairs), Impossible):
        for below, above in pairs:
            yield from asking.overlap(below, above)
    yield from asking.gaps()


@dataclass(slots=True)
class _Asking:
    visit: Visit
    bands: Bands
    world: World

    @property
    def scheme(self) -> Scheme:
        return self.visit.scheme

    def truth(self, level: str) -> Truth:
        return self.world.truth(self.bands.rules[level].tree)

    def any_overlap(self, pairs: Sequence[tuple[Level, Level]]) -> Answer:
        """Whether any two hold at once: one question for all pairs."""
        two = [z3.And(self.truth(a.id).certain, self.truth(b.id).certain) for a, b in pairs]
        return prove(self.world, [z3.Or(*two)], self.visit)

    def overlap(self, below: Level, above: Level) -> Iterator[Finding]:
        both = z3.And(self.truth(below.id).certain, self.truth(above.id).certain)
        answer = prove(self.world, [both], self.visit)
        claim = Claim(
            Text("同时落在两段", "in two bands at once"), {"band": f"{below.id} to {above.id}"}
        )
        titles = Text(
            f"{below.title.zh}和{above.title.zh}", f"{below.title.en} and {above.title.en}"
        )
        if isinstance(answer, Open):
            yield self._open(OVERLAP, (below.id, above.id), titles)
        if not isinstance(answer, Case):
            return
        where = self._where(answer, both)
        yield self._finding(
            (OVERLAP, below.id, above.id),
            Text(
                f"分数段{titles.zh}重叠：{where.zh}同时属于两段，评哪一级没有定。",
                f"The bands of {titles.en} overlap: {where.en} lies in both, and which level it has is open.",
            ),
            self._witness([both], claim),
            _overlap_ways(),
            where,
        )

    def gaps(self) -> Iterator[Finding]:
        """Scores that no band takes; each stretch is told once."""
        none = z3.And(*(z3.Not(self.truth(level).possible) for level in self.bands.rules))
        levels = self.scheme.levels
        claim = Claim(
            Text("不在任何分数段", "in no band"), {"band": f"{levels[0].id} to {levels[-1].id}"}
        )
        told: list[z3.BoolRef] = []
        for _ in range(_MOST):
            answer = prove(self.world, [none, *told], self.visit)
            if isinstance(answer, Open):
                yield self._open(GAP, (), Text("各", "all"))
            if not isinstance(answer, Case):
                return
            where, past = self._where(answer, none), self._past(answer, none)
            yield self._finding(
                (GAP,),
                Text(
                    f"分数段留有空档：{where.zh}不属于任何一段，没有等级可评。",
                    f"The bands leave a gap: {where.en} lies in none of them and has no level.",
                ),
                self._witness([none, *told], claim),
                _gap_ways(),
                where,
            )
            if past is None:
                return
            told.append(past)

    def _stretch(self, answer: Case, condition: z3.BoolRef) -> Stretch | None:
        score = dividing_score(self.world)
        return None if score is None else stretch_of(answer.model, condition, score[1])

    def _past(self, answer: Case, condition: z3.BoolRef) -> z3.BoolRef | None:
        """A score outside the stretch that was just told."""
        stretch, score = self._stretch(answer, condition), dividing_score(self.world)
        if stretch is None or score is None:
            return None
        value = score[1]
        outside = [
            *(
                [value.low * low.denominator < value.den * low.numerator]
                if (low := stretch.low) is not None
                else ()
            ),
            *(
                [value.low * high.denominator > value.den * high.numerator]
                if (high := stretch.high) is not None
                else ()
            ),
        ]
        return z3.Or(*outside)

    def _where(self, answer: Case, condition: z3.BoolRef) -> Text:
        """考核分85分, 考核分80至85分 / a score of 85, a score from 80 to 85."""
        stretch, score = self._stretch(answer, condition), dividing_score(self.world)
        if stretch is None or score is None:
            return Text("有的情形", "some case")
        title, value = score
        return told(title, stretch, Fraction(1, value.den if isinstance(value.den, int) else 1))

    def _witness(self, conditions: list[z3.BoolRef], claim: Claim) -> Witness | None:
        return witness(self.world, conditions, claim, self.visit)

    def _finding(
        self,
        key: tuple[str, ...],
        said: Text,
        shown: Witness | None,
        ways: tuple[Text, ...],
        where: Text,
    ) -> Finding:
        if shown is None:
            said = Text(f"{said.zh}（实例未能核对。）", f"{said.en} (No case could be rated.)")
        kind, *about = key
        return Finding(
            kind=kind,
            about=tuple(about) or (where.en,),
            clauses=tuple(self.bands.clause.split()),
            said=said,
            ways=ways,
            weight="contradiction",
            witness=shown,
            settled=shown is not None,
            at=next(iter(self.bands.rules.values())).at,
            facts=(("where", where.en),),
        )

    def _open(self, kind: str, about: tuple[str, ...], titles: Text) -> Finding:
        return Finding(
            kind=kind,
            about=about,
            clauses=tuple(self.bands.clause.split()),
            said=Text(
                f"分数段（{titles.zh}）是否恰有一段成立，未能在时限内判定。",
                f"Whether exactly one band holds ({titles.en}) could not be settled in time.",
            ),
            ways=(MORE_TIME,),
            settled=False,
        )


def told(title: Text, stretch: Stretch, step: Fraction) -> Text:
    """A stretch of a score in words; an open end is told as above or below."""
    low, high = stretch.low, stretch.high
    if stretch.single and low is not None:
        return Text(f"{title.zh}{figure(low)}分", f"a {title.en} of {figure(low)}")
    if low is None:
        if high is None:
            return Text(f"任何{title.zh}", f"every {title.en}")
        return Text(f"{title.zh}{figure(high)}分以下", f"a {title.en} of {figure(high)} or less")
    if high is None:
        return Text(f"{title.zh}{figure(low)}分以上", f"a {title.en} of {figure(low)} or more")
    inner = Text("", "")
    if step < 1 and high - low < 1:
        outer = figure(low - step), figure(high + step)
        inner = Text(f"（{outer[0]}与{outer[1]}之间）", f" (between {outer[0]} and {outer[1]})")
    return Text(
        f"{title.zh}{figure(low)}至{figure(high)}分{inner.zh}",
        f"a {title.en} from {figure(low)} to {figure(high)}{inner.en}",
    )


def _overlap_ways() -> tuple[Text, ...]:
    return (
        Text(
            "共用的一端只归一段：一段写 <=，另一段写 <",
            "give the shared end to one band: one with <=, the other with <",
        ),
        Text("把两段的界线错开", "move the ends apart"),
        Text(
            "在执行口径里写明重叠处就高还是就低，并改写规则",
            "state as an assumption which band wins where both hold, and write the rule so",
        ),
    )


def _gap_ways() -> tuple[Text, ...]:
    return (
        Text(
            "让各段首尾相接：上一段写 < 的数，就是下一段写 >= 的数",
            "let the bands meet: the number after < in one is the number after >= in the next",
        ),
        Text(
            "先把得分取整（round、floor），并写明取整的口径",
            "round the score first (round, floor), and state that reading",
        ),
        Text("为这一段另设一个等级", "give the stretch a level of its own"),
    )
