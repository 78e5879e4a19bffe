"""A folder's pages put together: names first, then every part, then what only the whole shows."""

from __future__ import annotations

from pathlib import Path

from xingping.policy.scheme.accepted import read_accepted
from xingping.policy.scheme.assumptions import Sources
from xingping.policy.scheme.bodies import read_bodies
from xingping.policy.scheme.changes import read_changes
from xingping.policy.scheme.circles import tell_circles
from xingping.policy.scheme.consequences import read_acts, read_pays, read_reports, read_targets
from xingping.policy.scheme.criteria import (
    CRITERION_KEYS,
    every_entry,
    helper_entries,
    read_criterion,
    read_every,
)
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.entry import Entry
from xingping.policy.scheme.example import Example
from xingping.policy.scheme.example_expected import ExpectReader
from xingping.policy.scheme.example_facts import FactsReader
from xingping.policy.scheme.examples import ExampleReader
from xingping.policy.scheme.folder import (
    ACCEPTED,
    ASSUMPTIONS,
    CLAUSES,
    EXAMPLES,
    REGISTERS,
    SCHEME,
    Folder,
)
from xingping.policy.scheme.levels import read_cycle, read_levels
from xingping.policy.scheme.local import read_local
from xingping.policy.scheme.naming import Parts, names_differ, scope_of, values_differ
from xingping.policy.scheme.parameters import parameter_entries, read_checks, read_parameters
from xingping.policy.scheme.plain import KeyWords
from xingping.policy.scheme.procedure import read_procedure
from xingping.policy.scheme.proportions import tell_proportions
from xingping.policy.scheme.quotas import read_quotas
from xingping.policy.scheme.ranks import rank_entries, read_ranks
from xingping.policy.scheme.registers import read_catalogue
from xingping.policy.scheme.results import read_bands, read_results, read_stars, result_entries
from xingping.policy.scheme.rules import RuleReader
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.scheme.vetoes import read_exempt, read_gates, read_not_rated, read_vetoes
from xingping.policy.scheme.whole import check_whole
from xingping.policy.scheme.work import REGISTER, Work
from xingping.policy.written import Keyed

SCHEME_KEYS = (
    "scheme",
    "title",
    "clauses",
    "purpose",
    "subject",
    "cycle",
    "campaign",
    "incomplete",
    "levels",
    "nested",
    "parameters",
    "checks",
    "every_criterion",
    "results",
    "bands",
    "ranks",
    "stars",
    "not_rated",
    "exempt",
    "vetoes",
    "gates",
    "quotas",
    "targets",
    "reports",
    "acts",
    "pays",
    "bodies",
    "procedure",
    "changes",
    "local",
)
_UNITS = "units"
_NEEDED = ("scheme", "title", "subject", "cycle", "levels")


def assemble(desk: Desk, words: KeyWords, folder: Folder, shared: Keyed) -> Scheme:
    """The scheme in ``folder``; whatever is wrong with it is told at the desk."""
    page = Entry(desk, words, folder.pages[SCHEME], SCHEME_KEYS, _NEEDED)
    subject = page.plain("subject", _UNITS)
    catalogue = read_catalogue(desk, words, shared, folder.page(REGISTERS), subject)
    if subject not in catalogue.registers:
        desk.unknown(page.place("subject"), REGISTER, subject, catalogue.registers)
        subject = _UNITS  # so that the rest can be read
    levels = read_levels(desk, page)
    work = Work(desk, words, catalogue, subject, levels)
    parts = _parts(work, page, folder)
    names_differ(desk, parts)
    values_differ(desk, parts)
    work.rules = RuleReader(desk, scope_of(catalogue, subject, parts))
    scheme = _read(work, page, folder, parts)
    check_whole(desk, scheme)
    tell_circles(desk, scheme)
    tell_proportions(desk, scheme)
    return scheme


def _parts(work: Work, page: Entry, folder: Folder) -> Parts:
    """The named parts as maps, before any rule is read."""
    criteria: dict[str, Entry] = {}
    for written in folder.criteria:
        entry = work.entry(written, CRITERION_KEYS, ("criterion", "title"))
        name = entry.plain("criterion")
        if name in criteria:
            work.desk.tell(
                entry.place("criterion"),
                f"标准“{name}”已在别的文件里",
                f"the criterion '{name}' stands in another file too",
            )
        elif name:
            criteria[name] = entry
    every = every_entry(work, page)
    return Parts(
        parameters=parameter_entries(work, page),
        results=result_entries(work, page),
        ranks=rank_entries(work, page),
        criteria=criteria,
        helpers=helper_entries(work, every),
        every=every,
        levels={level.id: level.title for level in work.levels},
    )


def _read(work: Work, page: Entry, folder: Folder, parts: Parts) -> Scheme:
    sources = Sources(work, folder.page(ASSUMPTIONS), folder.page(CLAUSES))
    bodies = read_bodies(work, page)
    criteria = {name: read_criterion(work, name, entry) for name, entry in parts.criteria.items()}
    scheme = Scheme(
        id=page.plain("scheme"),
        title=page.title(),
        purpose=page.text("purpose"),
        folder=Path(folder.path),
        digest=folder.digest,
        clause_prefix=page.plain("clauses"),
        subject=work.subject,
        cycle=read_cycle(work.desk, page),
        campaign=page.whole("campaign"),
        incomplete=page.text("incomplete"),
        levels=work.levels,
        levels_numeric=all(level.id.isdigit() for level in work.levels),
        nested=page.plain("nested"),
        catalogue=work.catalogue,
        parameters=read_parameters(work, dict(parts.parameters)),
        checks=read_checks(work, page),
        every=read_every(work, parts.every, parts.helpers),
        criteria=criteria,
        results=read_results(work, dict(parts.results)),
        bands=read_bands(work, page),
        ranks=read_ranks(work, dict(parts.ranks)),
        stars=read_stars(work, page),
        not_rated=read_not_rated(work, page),
        exempt=read_exempt(work, page),
        vetoes=read_vetoes(work, page),
        gates=read_gates(work, page),
        quotas=read_quotas(work, page),
        targets=read_targets(work, page),
        reports=read_reports(work, page),
        acts=read_acts(work, page),
        pays=read_pays(work, page),
        bodies=bodies,
        procedure=read_procedure(work, page, bodies),
        changes=read_changes(work, page),
        local=read_local(work, page, parts.criteria),
        assumptions=sources.assumptions,
        clauses=sources.clauses,
        examples=_examples(work, folder, parts, page),
        accepted=read_accepted(work, folder.page(ACCEPTED), sources.clauses),
    )
    sources.check(scheme.nested, page.place("nested"))
    return scheme


def _examples(work: Work, folder: Folder, parts: Parts, page: Entry) -> tuple[Example, ...]:
    ids = {key: page.ids_of(key) for key in ("acts", "pays", "quotas", "targets", "reports")}
    above = [level.id for level in work.levels[1:]]
    reader = ExampleReader(
        FactsReader(work, tuple(parts.parameters)),
        ExpectReader(
            work,
            named=[*parts.results, *parts.ranks, *parts.criteria, *ids["acts"], *ids["pays"]],
            helpers=tuple(parts.helpers),
            parts={
                name: (*entry.ids_of("lines"), *(above if "standards" in entry else ()))
                for name, entry in parts.criteria.items()
            },
            quotas=ids["quotas"],
            targets=ids["targets"],
            reports=ids["reports"],
        ),
    )
    for name, entry in parts.criteria.items():
        reader.read(entry.get("examples"), name)
    reader.read(folder.page(EXAMPLES))
    return tuple(reader.found)
