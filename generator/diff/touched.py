"""Which records differ between two libraries, and which figures may be judged otherwise for that.

A record that one reading gave to both libraries is the same object, and costs nothing here. What is
left is little, and only that is held against its words again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.evidence.derived import find_inputs
from generator.library.library import Library
from generator.library.references import find_brief_references
from generator.records.base import Record
from generator.records.brief import Brief
from generator.records.observation import Observation

Ids = frozenset[str]
Differing = Mapping[str, Ids]
"""The ids of the records that differ or stand on one side only, by their kind."""


def find_differing(before: Library, after: Library) -> Differing:
    """What differs, whichever side it stands on."""
    found = {}
    for kind, records in before.by_kind.items():
        others = after.by_kind[kind]
        ids = (id for id in {**records, **others} if records.get(id) is not others.get(id))
        found[kind] = frozenset(
            id for id in ids if not _is_same(id, records.get(id), others.get(id), before, after)
        )
    moved = (id for id, of in before.article_of.items() if after.article_of.get(id, of) != of)
    found["observation"] |= frozenset(moved)
    return found


def _is_same(
    id: str,
    one: Record | Brief | None,
    other: Record | Brief | None,
    before: Library,
    after: Library,
) -> bool:
    if isinstance(one, Brief) and isinstance(other, Brief):
        return _print_of(id, before) == _print_of(id, after)
    return one == other


def _print_of(brief: str, library: Library) -> str:
    return library.prints[library.path_of("brief", brief)]


def find_touched(differing: Differing, *libraries: Library) -> Ids:
    """The observations that differ or rest on what does: article, chain, metric, unit, inputs."""
    articles = differing["article"] | {
        article
        for library in libraries
        for article in _follow(differing["article"], _list_relaying(library))
    }
    found = set(differing["observation"])
    for library in libraries:
        for id, one in library.observations.items():
            is_near = library.article_of.get(id) in articles or one.metric in differing["metric"]
            if is_near or _unit_of(one, library) in differing["unit"]:
                found.add(id)
    for library in libraries:
        found |= _follow(found, _list_dependents(library))
    return frozenset(found)


def _unit_of(observation: Observation, library: Library) -> str:
    metric = library.metrics.get(observation.metric)
    return observation.unit or (metric.unit if metric is not None else "")


def _list_relaying(library: Library) -> Mapping[str, list[str]]:
    """The articles that relay each article or outlet."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for article in library.articles.values():
        for report in article.reports:
            found[report.article or ""].append(article.id)
    return found


def _list_dependents(library: Library) -> Mapping[str, list[str]]:
    """The figures that are worked out from each figure."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id, one in library.observations.items():
        for of in find_inputs(id, library) if one.derived else ():
            found[of].append(id)
    return found


def _follow(start: Iterable[str], onward: Mapping[str, list[str]]) -> set[str]:
    """All that can be reached from some ids, and these."""
    found, waiting = set[str](), list(start)
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += onward.get(id, ())
    return found


def find_comparable(touched: Ids, *libraries: Library) -> Ids:
    """The observations of the metrics of those touched: what conflicts with them is among these."""
    metrics = {
        library.observations[id].metric
        for library in libraries
        for id in touched
        if id in library.observations
    }
    return frozenset(
        id
        for library in libraries
        for id, one in library.observations.items()
        if one.metric in metrics
    )


def focus(library: Library, observations: Iterable[str], briefs: Iterable[str]) -> Library:
    """A library with these observations and briefs, and what they rest on: quick to judge."""
    shown = {id: library.briefs[id] for id in sorted(briefs) if id in library.briefs}
    wanted = {*observations, *_list_used(shown.values(), library)}
    inputs = {id: list(find_inputs(id, library)) for id in library.observations}
    kept = sorted(_follow(wanted, inputs) & library.observations.keys())
    articles = {library.article_of[id] for id in kept}
    return replace(
        library,
        observations={id: library.observations[id] for id in kept},
        article_of={id: library.article_of[id] for id in kept},
        briefs=shown,
        captures={id: one for id, one in library.captures.items() if id in articles},
    )


def _list_used(briefs: Iterable[Brief], library: Library) -> Iterator[str]:
    """The observations that briefs name, and those of the articles that they cite."""
    for brief in briefs:
        for kind, id in find_brief_references(brief):
            if kind == "observation":
                yield id
            elif kind == "article":
                yield from library.observations_of_article.get(id, ())
