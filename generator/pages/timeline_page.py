"""The timeline of the whole library, year by year."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.density import OPEN_BAR, draw_years
from generator.pages.front import Front, render_page
from generator.pages.markup import Markup
from generator.pages.templates import fill
from generator.pages.timelines import render_events, year_of
from generator.pages.wording import count
from generator.records.event import Event
from generator.speech import gettext as _

PATH = "timeline.md"


@dataclass(frozen=True, slots=True)
class Year:
    """The events of one year."""

    year: str
    events: Markup


def render_timeline(cross: CrossReferences) -> str:
    """The whole page."""
    page = PageContext(cross.library, PATH)
    years: dict[str, list[Event]] = {}
    for event in cross.events:
        years.setdefault(year_of(event.date), []).append(event)
    shown = [
        Year(year, render_events(events, page, shows_topics=True)) for year, events in years.items()
    ]
    front = Front(
        title=_("Timeline"),
        description=_("Every event on record in order, with the articles that report it."),
        kind="timeline",
        has_contents=True,
    )
    drawn = draw_years(cross.events)
    has_unknown = any(OPEN_BAR in year.drawing for year in drawn)
    size = count(len(cross.events), "event", "events")
    return render_page(
        front, fill("timeline", years=shown, drawn=drawn, size=size, has_unknown=has_unknown)
    )
