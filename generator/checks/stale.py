"""Key figures that were no longer news when a brief’s evidence ended, where a newer one was there.

The day to judge by is the brief's own cut-off, because checks know no other. On the pages, the day
of the build decides which words a figure gets.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import RULES
from generator.checks.dates import is_certainly_before
from generator.evidence.conflicts import is_same_basis, is_same_place
from generator.evidence.staleness import is_stale
from generator.issues import Issue
from generator.library.library import Library
from generator.library.selection import find_observations_of_metric
from generator.records.brief import Brief
from generator.records.observation import Observation
from generator.records.vocabulary import ObservationStatus

RULE = "stale-key-figure"
_NO_NEWS = frozenset([ObservationStatus.CORRUPT, ObservationStatus.PLANNED])
"""What was garbled or has not happened yet makes nothing older."""


def check_stale(library: Library) -> Iterator[Issue]:
    """An issue for each key figure past its shelf life that a newer one on record would replace."""
    for brief in library.briefs.values():
        chosen = [figure.observation for figure in brief.front.key_figures]
        shown = [library.observations[id] for id in chosen if id in library.observations]
        for index, id in enumerate(chosen):
            observation = library.observations.get(id)
            if observation is None or not _is_stale(observation, brief, library):
                continue
            newest = _find_newest(observation, brief, library)
            if newest is not None and not any(_is_newer(one, observation) for one in shown):
                yield _make_issue(brief, index, observation, newest, library)


def _is_stale(observation: Observation, brief: Brief, library: Library) -> bool:
    metric = library.metrics.get(observation.metric)
    if metric is None:
        return False
    return is_stale(observation.period, metric.shelf_life, brief.front.cut_off)


def _find_newest(observation: Observation, brief: Brief, library: Library) -> Observation | None:
    """The last figure of the same thing that was there to be used."""
    newer = (
        one
        for one in find_observations_of_metric(library).get(observation.metric, ())
        if _is_newer(one, observation) and _was_there(one, brief, library)
    )
    return max(newer, key=lambda one: (one.period.latest, one.id), default=None)


def _is_newer(one: Observation, other: Observation) -> bool:
    """Whether it says of a later time what the other says."""
    return (
        one.metric == other.metric
        and one.withdrawn is None
        and one.status not in _NO_NEWS
        and is_same_place(one.place, other.place)
        and is_same_basis(one.basis, other.basis)
        and is_certainly_before(other.period, one.period)
    )


def _was_there(observation: Observation, brief: Brief, library: Library) -> bool:
    article = library.articles.get(library.article_of.get(observation.id, ""))
    known = article.issued if article is not None else None
    cut_off = brief.front.cut_off
    return (
        observation.period.latest <= cut_off.latest
        and known is not None
        and known.earliest <= cut_off.latest
    )


def _make_issue(
    brief: Brief, index: int, observation: Observation, newest: Observation, library: Library
) -> Issue:
    place = library.address("brief", brief.id).locate("key-figures", index)
    return Issue(
        RULES[RULE],
        place,
        f"`{observation.id}` ({observation.period}) was past its shelf life at the cut-off "
        f"({brief.front.cut_off}), and `{newest.id}` ({newest.period}) is on record",
        "show the newer one, alone or beside it; or waive the rule with "
        f"`about: {observation.id}` and a reason",
        waivable=(brief.id, observation.id),
    )
