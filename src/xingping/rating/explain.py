"""Why a subject has its stars: a sentence for each criterion and level, and the gap to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Lang
from xingping.rating.explaining import Reason, Wording
from xingping.rating.gaps import Gap, gaps_of, level_value
from xingping.rating.items import item_reasons
from xingping.rating.lens import Lens
from xingping.rating.outcome import Rating, points
from xingping.rating.rate import Rated, rate
from xingping.rating.reach import Future
from xingping.rating.reasons import CriterionReasons
from xingping.rating.told import told_lines
from xingping.records.table import Records


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rating with its reasons (criterion or item or clause -> level -> why) and its gaps.

    ``until``: the last day of the period rated.
    """

    rating: Rating
    scheme: Scheme
    reasons: Mapping[str, Mapping[str, Reason]]
    stars_reachable: int | str
    score_reachable: Fraction | None
    among: int
    until: date
    gap: Mapping[str, Gap] = field(default_factory=dict)

    def to_json(self, lang: Lang = "zh") -> dict[str, object]:
        """The object that `explain --format json` prints."""
        return self.rating.to_json(lang) | {
            "reasons": {
                name: {level: why.to_json() for level, why in levels.items()}
                for name, levels in self.reasons.items()
            },
            "stars_reachable": self.stars_reachable,
            "score_reachable": points(self.score_reachable),
            "gap": {
                level: {
                    "still_possible": list(gap.still_possible),
                    "not_ours": list(gap.not_ours),
                    "settled": list(gap.settled),
                }
                for level, gap in self.gap.items()
            },
        }

    def lines(self, lang: Lang = "zh") -> list[str]:
        """The explanation as text, line by line."""
        return told_lines(self, lang)


def explain(
    scheme: Scheme,
    records: Records,
    *,
    year: int,
    subject: str,
    on: date | None = None,
    parameters: Mapping[str, object] | None = None,
) -> Explanation:
    """Rate all and explain one. Raises KeyError for an unknown subject, SeasonError as `rate`."""
    rated = rate(scheme, records, year=year, on=on, parameters=parameters)
    return explain_rated(rated, subject)


def explain_rated(rated: Rated, subject: str) -> Explanation:
    """Explain one subject of a rating that is at hand."""
    one = rated.run
    i = one.facts.place[subject]
    setting = one.compiled.setting
    columns = {
        name: values[i] for name, values in one.columns.items() if not name.startswith("rows ")
    }
    lens = Lens(one.compiled, one.facts, i, columns)
    future = Future.of(setting, one.facts, i)
    wording = Wording(setting.scheme, setting.year, setting.parameters)
    work = CriterionReasons(lens, future, wording, setting.on)
    rating = rated.of(subject)
    scheme = setting.scheme
    reasons = work.reasons() if scheme.has_standards else item_reasons(lens, future, wording)
    values = {level.value: level.id for level in scheme.levels}
    best = level_value(scheme, rating.stars_possible)
    if not _shared_out(rating, over=setting.on >= setting.period.end):
        best = max(best, future.stars(setting.on))
    reachable = values.get(best, str(best))
    return Explanation(
        rating,
        scheme,
        reasons,
        int(reachable) if scheme.levels_numeric else reachable,
        future.score(setting.on).high,
        _among(rated, i),
        date.fromordinal(setting.period.end),
        gaps_of(scheme, rating, reasons),
    )


def _shared_out(rating: Rating, *, over: bool) -> bool:
    """Whether the places of a period that is over have decided: nothing is to be reached any more."""
    return over and rating.state == "rated" and rating.before_places != (rating.stars, rating.stars)


def _among(rated: Rated, i: int) -> int:
    """How many are ranked beside it, itself included."""
    ranks = next(iter(rated.run.ranks.values()), None)
    return len(rated.ratings) if ranks is None else ranks[i].ranked_high
