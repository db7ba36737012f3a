"""The briefs before and after one on its first topic, by the day of publication."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.markup import Markup
from generator.pages.record_links import link_brief
from generator.records.brief import Brief


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Links to the two; empty where there is none."""

    earlier: Markup
    later: Markup


def find_neighbours(brief: Brief, page: PageContext, cross: CrossReferences) -> Neighbours:
    """Those that stand next to the brief among all of its first topic."""
    topic = brief.front.topics[0]
    newest_first = cross.brief_ids_of_topic[topic]
    place = newest_first.index(brief.id)
    return Neighbours(
        earlier=_link(newest_first[place + 1 : place + 2], page),
        later=_link(newest_first[max(place - 1, 0) : place], page),
    )


def _link(ids: list[str], page: PageContext) -> Markup:
    return link_brief(ids[0], page) if ids else Markup("")
