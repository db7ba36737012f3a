"""Which events a timeline shows, and which observations a chart may draw, in their order."""

from __future__ import annotations

from collections.abc import Iterable

from generator.library.library import Library
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
    topics = frozenset(block.topics)
    return order_events(
        event
        for event in library.events.values()
        if event.id in block.events or _fits(event, block, topics)
    )


def selects_any(block: TimelineBlock, library: Library) -> bool:
    """Whether a block has any event at all; most do, and then the first answers."""
    topics = frozenset(block.topics)
    events = library.events
    return any(id in events for id in block.events) or any(
        _fits(event, block, topics) for event in events.values()
    )


def _fits(event: Event, block: TimelineBlock, topics: frozenset[str]) -> bool:
    if topics:
        if topics.isdisjoint(event.topics):
            return False
    elif block.from_ is None and block.to is None:
        return False
    starts_in_time = block.to is None or event.date.earliest <= block.to.latest
    return starts_in_time and (block.from_ is None or event.date.latest >= block.from_.earliest)


def select_observations(block: ChartBlock, library: Library) -> tuple[Observation, ...]:
    """The block's observations in the order of their periods, whoever published them.

    Those named by id are always among them; what is withdrawn never is.
    """
    named = frozenset(block.observations)
    found = (
        one
        for one in library.observations.values()
        if one.withdrawn is None and (one.id in named or _is_drawn(one, block))
    )
    return tuple(sorted(found, key=lambda one: (one.period.sort_key, one.id)))


def _is_drawn(one: Observation, block: ChartBlock) -> bool:
    if one.metric not in block.metric_ids or (block.places and one.place not in block.places):
        return False
    # A total since some day is drawn at the day that it ends on.
    starts = block.from_ is None or one.period.latest >= block.from_.earliest
    return starts and (block.to is None or one.period.latest <= block.to.latest)
