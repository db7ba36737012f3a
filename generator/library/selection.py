"""Which events a timeline shows, and which observations a chart may draw, in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.library.library import Library
from generator.library.tables import table
from generator.records.blocks import ChartBlock, TimelineBlock
from generator.records.event import Event
from generator.records.observation import Observation


def order_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by date; those of one date by id."""
    return tuple(sorted(events, key=lambda event: (event.date.sort_key, event.id)))


def select_events(block: TimelineBlock, library: Library) -> tuple[Event, ...]:
    """The block's events in the order of their dates; ids that lead nowhere are passed over.

    Events named by id are always among them. A block that gives dates only takes all topics.
    """
    found = {event.id: event for event in _find_fitting(block, library)}
    found |= {id: library.events[id] for id in block.events if id in library.events}
    return order_events(found.values())


def _find_fitting(block: TimelineBlock, library: Library) -> Iterator[Event]:
    """The events of the block's topics and time, as often as it names a topic of theirs."""
    first = block.from_.earliest if block.from_ is not None else None
    last = block.to.latest if block.to is not None else None
    for event in _find_candidates(block, library):
        if (last is None or event.date.earliest <= last) and (
            first is None or event.date.latest >= first
        ):
            yield event


def _find_candidates(block: TimelineBlock, library: Library) -> Iterable[Event]:
    """The events of the block's topics; all, where it names no topic but a time.

    The latest come first: most timelines reach up to now, and one event is enough for some.
    """
    if block.topics:
        of_topic = find_events_of_topic(library)
        return (event for topic in block.topics for event in reversed(of_topic.get(topic, [])))
    return library.events.values() if block.from_ or block.to else ()


@table
def find_events_of_topic(library: Library) -> Mapping[str, list[Event]]:
    """The events on each topic in the order of their dates."""
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in order_events(library.events.values()):
        for topic in dict.fromkeys(event.topics):
            found[topic].append(event)
    return dict(found)


@table
def find_observations_of_metric(library: Library) -> Mapping[str, list[Observation]]:
    """The observations of each metric in the order of their periods."""
    found: defaultdict[str, list[Observation]] = defaultdict(list)
    for one in sorted(
        library.observations.values(), key=lambda found: (found.period.sort_key, found.id)
    ):
        found[one.metric].append(one)
    return dict(found)


def selects_any(block: TimelineBlock, library: Library) -> bool:
    """Whether a block has any event at all; most do, and then the first answers."""
    is_named = any(id in library.events for id in block.events)
    return is_named or any(True for _ in _find_fitting(block, library))


def select_observations(block: ChartBlock, library: Library) -> tuple[Observation, ...]:
    """The block's observations in the order of their periods, whoever published them.

    Those named by id are always among them; what is withdrawn never is.
    """
    of_metric = find_observations_of_metric(library)
    metrics = (of_metric.get(id, ()) for id in block.metric_ids)
    found = {one.id: one for ones in metrics for one in ones if _is_drawn(one, block)}
    observations = library.observations
    found |= {id: observations[id] for id in block.observations if id in observations}
    kept = (one for one in found.values() if one.withdrawn is None)
    return tuple(sorted(kept, key=lambda one: (one.period.sort_key, one.id)))


def _is_drawn(one: Observation, block: ChartBlock) -> bool:
    if block.places and one.place not in block.places:
        return False
    # A total since some day is drawn at the day that it ends on.
    starts = block.from_ is None or one.period.latest >= block.from_.earliest
    return starts and (block.to is None or one.period.latest <= block.to.latest)
