"""Looking at one subject: the same values as the whole rating, on a believable year."""

from datetime import date

import pytest

from tests.rating.office import A, B, day, scheme
from xingping.rating.explain import explain_rated
from xingping.rating.lens import Lens
from xingping.rating.rate import rate
from xingping.rating.reach import Future
from xingping.rating.stars import stars_before
from xingping.records.reading import read_records
from xingping.records.sample import FIRST_YEAR, make_county, make_office, write_csv

YEAR = FIRST_YEAR + 2
DAYS = [f"{YEAR}-03-31", f"{YEAR}-10-15", f"{YEAR}-12-31", f"{YEAR + 1}-02-01"]
SEASONS = {A: {"target_score": 85}, B: {"first_year": FIRST_YEAR}}


@pytest.fixture(scope="module")
def sampled(tmp_path_factory):
    """The records of an office and of a county in the third year, by scheme."""
    found = {}
    for name, make in {A: make_office, B: make_county}.items():
        folder = tmp_path_factory.mktemp(name)
        write_csv(make(3, 1), folder)
        found[name] = read_records(folder, scheme(name), year=YEAR)
    return found


def rated_on(sampled, name, on):
    return rate(
        scheme(name),
        sampled[name],
        year=YEAR,
        on=day(on),
        parameters=SEASONS[name],
        engine="python",
    )


@pytest.mark.parametrize("name", [A, B])
def test_a_lens_sees_what_the_rating_saw(sampled, name):
    rated = rated_on(sampled, name, DAYS[1])
    one, outputs = rated.run, rated.run.compiled.outputs

    for i in range(min(len(rated.ratings), 20)):
        columns = {k: v[i] for k, v in one.columns.items() if not k.startswith("rows ")}
        lens = Lens(one.compiled, one.facts, i, columns)
        assert lens.range(outputs.score) == one.range(i, outputs.score)
        for key, item in outputs.items.items():
            assert lens.range(item) == one.range(i, item), key
        for by_level in outputs.criteria.values():
            for condition in by_level.values():
                assert lens.cond(condition) == one.cond(i, condition)


@pytest.mark.parametrize("on", DAYS)
def test_what_is_not_ruled_out_may_still_be_reached(sampled, on):
    rated = rated_on(sampled, A, on)
    one = rated.run
    before = stars_before(one)

    for i in range(len(rated.ratings)):
        future = Future.of(one.compiled.setting, one.facts, i)
        now = one.compiled.setting.on
        assert future.stars(now) >= before.high[i]
        for name, by_level in one.compiled.outputs.criteria.items():
            for level, condition in by_level.items():
                if one.cond(i, condition)[1]:
                    assert future.may(future.compiled.outputs.criteria[name][level], now)


@pytest.mark.parametrize("on", DAYS)
def test_every_explanation_of_a_year_keeps_the_order_of_its_stars(sampled, on):
    rated = rated_on(sampled, A, on)

    for rating in rated:
        found = explain_rated(rated, rating.subject).to_json()
        assert found["stars"] <= found["stars_possible"] <= found["stars_reachable"]
        for why in (w for levels in found["reasons"].values() for w in levels.values()):
            if why["reach"] == "open":
                assert why["by"], why
                assert why["until"] is None or date.fromisoformat(why["until"]) > day(on)
            if why["reach"] == "settled":
                assert why["again"] is None or why["again"] > YEAR


def test_every_gap_lists_each_unmet_criterion_once(sampled):
    rated = rated_on(sampled, A, DAYS[1])

    for rating in rated:
        found = explain_rated(rated, rating.subject).to_json()
        for level, lists in found["gap"].items():
            listed = [c for names in lists.values() for c in names]
            unmet = [c for c, levels in found["criteria"].items() if levels[level] != "met"]
            assert sorted(listed) == sorted(unmet)


def test_villages_are_explained_too(sampled):
    rated = rated_on(sampled, B, DAYS[1])

    for rating in list(rated)[:6]:
        found = explain_rated(rated, rating.subject).to_json()
        assert found["stars"] <= found["stars_possible"] <= found["stars_reachable"]
        for key, points in found["items"].items():
            reason = found["reasons"][key]["5"]
            assert (reason["verdict"] == "not_yet_known") <= (points is None)


@pytest.mark.parametrize("on", DAYS[:2])
def test_what_came_true_by_the_years_end_was_in_reach_before(sampled, on):
    before, after = rated_on(sampled, A, on), rated_on(sampled, A, DAYS[2])
    setting = before.run.compiled.setting

    for i, unit in enumerate(before.run.facts.subjects):
        if unit in withdrawn_later(sampled[A], on):
            continue  # no withdrawal of a case is counted on
        future, later = Future.of(setting, before.run.facts, i), after.of(unit)
        assert future.stars(setting.on) >= later.stars
        assert future.score(setting.on).high >= later.score.low
        for name, by_level in later.criteria.items():
            for level, verdict in by_level.items():
                condition = future.compiled.outputs.criteria[name][level]
                assert verdict != "met" or future.may(condition, setting.on), (unit, name, level)


def withdrawn_later(records, on):
    """The units with a case that was withdrawn after a day."""
    cases = records.tables["cases"].columns
    pairs = zip(cases["unit"], cases["withdrawn_on"], strict=True)
    return {unit for unit, day_ in pairs if day_ is not None and day_ > day(on).toordinal()}
