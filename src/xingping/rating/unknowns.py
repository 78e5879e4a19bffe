"""What is not yet known, in sentences."""

from __future__ import annotations

from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text
from xingping.rating.run import Run


def open_sentences(one: Run, i: int) -> tuple[Text, ...]:
    """A sentence for each criterion and level, item and veto that is not yet known.

    And one for a score that no band takes, which leaves the level open for good.
    """
    return tuple(_criteria(one, i) + _items(one, i) + _vetoes(one, i) + _bands(one, i))


def _criteria(one: Run, i: int) -> list[Text]:
    found = []
    titles = one.scheme.level_titles
    for name, by_level in one.compiled.outputs.criteria.items():
        criterion = one.scheme.criteria[name]
        for level, condition in by_level.items():
            low, high = one.cond(i, condition)
            if high and not low:
                at = titles[level]
                found.append(
                    Text(
                        f"第{name}条“{criterion.title.zh}”{at.zh}：待定",
                        f"{name}. {criterion.title.en}, {at.en}: not yet known",
                    )
                )
    return found


def _items(one: Run, i: int) -> list[Text]:
    if one.scheme.has_standards:
        return []
    found = []
    for name, bound in one.compiled.outputs.items.items():
        if one.range(i, bound).known is None:
            found.append(Text(f"{name}：得分待定", f"{name}: points not yet known"))
    return found


def _vetoes(one: Run, i: int) -> list[Text]:
    found = []
    for name, condition in one.compiled.outputs.vetoes.items():
        low, high = one.cond(i, condition)
        if high and not low:
            veto = one.scheme.vetoes[name]
            found.append(
                Text(
                    f"{veto.clause}“{veto.title.zh}”：待定",
                    f"{veto.clause}, {veto.title.en}: not yet known",
                )
            )
    return found


def _bands(one: Run, i: int) -> list[Text]:
    outputs, scheme = one.compiled.outputs, one.scheme
    apart = (outputs.exempt, outputs.not_rated, outputs.stopped)
    if one.cond(i, outputs.banded)[1] or any(one.cond(i, c)[0] for c in apart):
        return []
    score = None if outputs.score is None else one.range(i, outputs.score).known
    shown = "" if score is None else f" {figure(score)} "
    title = scheme.results["score"].title if "score" in scheme.results else Text("得分", "score")
    return [
        Text(
            f"{title.zh}{shown}不在任何分数段内：等级待定",
            f"{title.en}{shown or ' '}falls in no band: the level is left open",
        )
    ]
