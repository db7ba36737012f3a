"""Which observations contradict each other, and which of them are one figure retold differently.

Two may be held against each other when they measure the same: one metric, dimension, period and
place, on one basis. A basis that is not stated may be any, so it is held against all of them. Says
nothing of who is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from generator.evidence.chains import find_chains, find_origin
from generator.evidence.findings import has_failed
from generator.evidence.intervals import Allowed, allowed_values, are_compatible, scale_of
from generator.library.library import Library
from generator.library.tables import table
from generator.records.edtf import EdtfDate
from generator.records.observation import Observation
from generator.records.vocabulary import ObservationStatus

NOT_STATED = "not stated"
"""The basis of a figure whose source does not say what it counts."""

_NO_CLAIM = frozenset([ObservationStatus.CORRUPT, ObservationStatus.PLANNED])
"""What was garbled or has not happened yet contradicts nobody."""

Subject = tuple[object, ...]
"""What is measured, when and where: equal for all that may be held against each other."""

Value = tuple[Allowed, str]
"""What one of a subject is said to be, and on which basis."""


@dataclass(frozen=True, slots=True, order=True)
class Retelling:
    """Two figures from different articles that go back to one, and yet contradict each other."""

    observation: str
    other: str
    is_direct: bool
    """Whether the first's article relays the other's; else the two only share an origin."""


def is_same_period(one: EdtfDate, other: EdtfDate) -> bool:
    """Whether two periods are the same days, marks of doubt aside: `2024-12~` and `2024-12`."""
    return _period_key(one) == _period_key(other)


def _period_key(period: EdtfDate) -> tuple[str, ...]:
    """Its first and last day; as written where it only lies between them, as `2024-12-XX` does."""
    if "X" in period.text or period.precision == "season":
        return (period.text.translate({ord(mark): None for mark in "?~%"}),)
    return period.earliest, period.latest


def is_same_place(one: str, other: str) -> bool:
    """Whether two places are joined from the same codes."""
    return set(one.split("+")) == set(other.split("+"))


def is_same_basis(one: str, other: str) -> bool:
    """Whether two figures count the same, or may do because one of them does not say."""
    return one == other or NOT_STATED in (one, other)


def are_comparable(one: Observation, other: Observation, library: Library) -> bool:
    """Whether the two measure the same, so that their values may be held against each other."""
    if not (library.is_measured(one) and library.is_measured(other)):
        return False
    is_same_subject = _subject_of(one, library) == _subject_of(other, library)
    return is_same_subject and is_same_basis(one.basis, other.basis)


def do_conflict(one: Observation, other: Observation, library: Library) -> bool:
    """Whether the two measure the same and no number satisfies both."""
    return are_comparable(one, other, library) and not are_compatible(
        allowed_values(one, library), allowed_values(other, library)
    )


def _subject_of(observation: Observation, library: Library) -> Subject:
    dimension, _ = scale_of(observation, library)
    place = frozenset(observation.place.split("+"))
    return observation.metric, dimension, _period_key(observation.period), place


@table
def find_conflicts(library: Library) -> Mapping[str, tuple[str, ...]]:
    """For each observation that others on record contradict: their ids, in order."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    observations = _stood_by(library.observations.values(), library)
    claiming = (one for one in observations if one.status not in _NO_CLAIM)
    for group in _group(claiming, library):
        for ids, others in _find_contradictions(group, library):
            for id in ids:
                found[id].update(others)
            for other in others:
                found[other].update(ids)
    return MappingProxyType({id: tuple(sorted(found[id])) for id in sorted(found)})


def _stood_by(observations: Iterable[Observation], library: Library) -> Iterator[Observation]:
    """Those that are neither withdrawn nor at odds with their own words, and can be compared."""
    for observation in observations:
        is_kept = observation.withdrawn is None and library.is_measured(observation)
        if is_kept and not has_failed(observation.id, library):
            yield observation


def _group(observations: Iterable[Observation], library: Library) -> Iterator[list[Observation]]:
    """Those of one subject together, where there are at least two."""
    groups: defaultdict[Subject, list[Observation]] = defaultdict(list)
    for observation in observations:
        groups[_subject_of(observation, library)].append(observation)
    return (group for group in groups.values() if len(group) > 1)


def _find_contradictions(
    group: Iterable[Observation], library: Library
) -> Iterator[tuple[list[str], list[str]]]:
    """The ids of each two values of one subject that have no number in common.

    Many articles repeat one value: comparing values, not figures, keeps this short.
    """
    values: defaultdict[Value, list[str]] = defaultdict(list)
    for observation in group:
        values[allowed_values(observation, library), observation.basis].append(observation.id)
    for ((one, basis), ids), ((other, other_basis), others) in combinations(values.items(), 2):
        if is_same_basis(basis, other_basis) and not are_compatible(one, other):
            yield ids, others


def find_retellings(library: Library) -> tuple[Retelling, ...]:
    """Each two figures on record of one origin, or of an article and one it relays, that differ."""
    return find_retellings_among(library.observations.values(), library)


def find_retellings_among(
    observations: Iterable[Observation], library: Library
) -> tuple[Retelling, ...]:
    """The same of some observations.

    Two figures of one article are none: it does not retell itself. What was garbled on its way is
    one; a plan retells a plan only.
    """
    pairs = [
        (library.observations[id], library.observations[other])
        for group in _group(_stood_by(observations, library), library)
        for ids, others in _find_contradictions(group, library)
        for id in ids
        for other in others
    ]
    figures = {figure.id: figure for pair in pairs for figure in pair}
    origins = {id: find_origin(figure, library) for id, figure in figures.items()}
    relayed = {id: _find_relayed(figure, library) for id, figure in figures.items()}
    article_of, found = library.article_of, set[Retelling]()
    for one, other in pairs:
        first, second = origins[one.id], origins[other.id]
        is_plan = [figure.status is ObservationStatus.PLANNED for figure in (one, other)]
        if article_of[one.id] == article_of[other.id] or is_plan[0] != is_plan[1]:
            continue
        if article_of[other.id] in relayed[one.id]:
            found.add(Retelling(one.id, other.id, is_direct=True))
        elif article_of[one.id] in relayed[other.id]:
            found.add(Retelling(other.id, one.id, is_direct=True))
        elif first is not None and second is not None and first.key == second.key:
            found.add(Retelling(min(one.id, other.id), max(one.id, other.id), is_direct=False))
    return tuple(sorted(found))


def _find_relayed(observation: Observation, library: Library) -> frozenset[str]:
    """The articles on the chains below the observation's own."""
    article = library.articles.get(library.article_of.get(observation.id, ""))
    chains = find_chains(article, library) if article is not None else ()
    return frozenset(link.article for chain in chains for link in chain if link.article)
