"""Key figures past their metric's shelf life by a day, what rests on them, and what is newer.

A list for whoever looks after the site; what a page says of an old figure is the pages' business.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.evidence.conflicts import is_same_basis, is_same_place
from generator.evidence.recorded import word_number, word_record
from generator.evidence.staleness import is_stale
from generator.library.library import Library
from generator.library.selection import find_observations_of_metric
from generator.records.edtf import EdtfDate
from generator.records.observation import Observation
from generator.records.vocabulary import ObservationStatus

_NO_NEWS = frozenset([ObservationStatus.CORRUPT, ObservationStatus.PLANNED])


@dataclass(frozen=True, slots=True)
class OldFigure:
    """A key figure that is no longer news."""

    observation: str
    metric: str
    """Its name."""
    value: str
    period: str
    shelf_life: str
    age: int
    """Days from the end of its period to the day that counts as today."""
    headline_of: tuple[str, ...]
    """The briefs at whose head it stands."""
    used_in: tuple[str, ...]
    """The other briefs that use it."""
    newer: str
    """The newest figure on record of the same thing, for a later time; empty if there is none."""


@dataclass(frozen=True, slots=True)
class OldFigures:
    """The old key figures, the oldest first, and of how many."""

    day: str
    figures: tuple[OldFigure, ...]
    of: int
    """Key figures of all briefs, each counted once."""
    lasting: int
    """Those of metrics without a shelf life, of which nobody can say that they are old."""


def list_old_figures(library: Library, day: EdtfDate) -> OldFigures:
    """The key figures that are past their shelf life on a day."""
    heads: dict[str, list[str]] = {}
    for brief in library.briefs.values():
        for figure in brief.front.key_figures:
            heads.setdefault(figure.observation, []).append(brief.id)
    known = [id for id in heads if id in library.observations]
    found = [
        _describe(library.observations[id], tuple(dict.fromkeys(heads[id])), library, day)
        for id in known
        if _is_old(library.observations[id], library, day)
    ]
    figures = tuple(sorted(found, key=lambda one: (-one.age, one.observation)))
    metrics = [library.metrics.get(library.observations[id].metric) for id in known]
    lasting = sum(metric is None or metric.shelf_life is None for metric in metrics)
    return OldFigures(day.text, figures, len(known), lasting)


def _is_old(observation: Observation, library: Library, day: EdtfDate) -> bool:
    metric = library.metrics.get(observation.metric)
    return metric is not None and is_stale(observation.period, metric.shelf_life, day)


def _describe(
    observation: Observation, headline_of: tuple[str, ...], library: Library, day: EdtfDate
) -> OldFigure:
    metric = library.metrics[observation.metric]
    ended = date.fromisoformat(observation.period.latest)
    users = library.referring("observation", observation.id, "brief")
    return OldFigure(
        observation=observation.id,
        metric=metric.name,
        value=_word_value(observation, library),
        period=observation.period.text,
        shelf_life=metric.shelf_life or "",
        age=(date.fromisoformat(day.earliest) - ended).days,
        headline_of=headline_of,
        used_in=tuple(id for id in users if id not in headline_of),
        newer=_find_newer(observation, library),
    )


def _word_value(observation: Observation, library: Library) -> str:
    if library.is_measured(observation):
        return word_record(observation, library)
    return word_number(observation)


def _find_newer(observation: Observation, library: Library) -> str:
    newer = [
        one
        for one in find_observations_of_metric(library).get(observation.metric, ())
        if one.period.earliest > observation.period.latest
        and one.withdrawn is None
        and one.status not in _NO_NEWS
        and is_same_place(one.place, observation.place)
        and is_same_basis(one.basis, observation.basis)
    ]
    return max(newer, key=lambda one: (one.period.latest, one.id)).id if newer else ""
