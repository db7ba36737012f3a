"""Which events a timeline shows: those it names, and those of its topics within its dates."""

from __future__ import annotations

from generator.library.library import Library
from generator.records.blocks import TimelineBlock
from generator.records.event import Event


def select_events(block: TimelineBlock, library: Library) -> tuple[Event, ...]:
    """The block's events in the order of their dates; ids that lead nowhere are passed over.

    Events named by id are always among them. A block that gives dates only takes all topics.
    """
    selected = [
        event
        for event in library.events.values()
        if event.id in block.events or _fits(event, block)
    ]
    return tuple(sorted(selected, key=lambda event: (event.date.sort_key, event.id)))


def _fits(event: Event, block: TimelineBlock) -> bool:
    if block.topics:
        if not set(block.topics) & set(event.topics):
            return False
    elif block.from_ is None and block.to is None:
        return False
    starts_in_time = block.to is None or event.date.earliest <= block.to.latest
    return starts_in_time and (block.from_ is None or event.date.latest >= block.from_.earliest)
