"""Events in their order: when each happened, as exactly as known, and who reported it when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.context import PageContext
from generator.pages.dates import mark_time
from generator.pages.markup import Markup, join
from generator.pages.names import name_place
from generator.pages.record_links import link_outlet_article, show_issued_briefly
from generator.pages.templates import fill
from generator.records.edtf import EdtfDate, parse_edtf
from generator.records.edtf_words import format_edtf
from generator.records.event import Event


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """One event, ready for its row."""

    id: str
    when: Markup
    description: str
    place: str
    note: str
    reported: Markup


@dataclass(frozen=True, slots=True)
class Period:
    """The events of a month, or those of a year of which no month is known."""

    id: str
    heading: str
    events: tuple[ShownEvent, ...]


def render_events(
    events: Iterable[Event], page: PageContext, *, cites: bool, prefix: str = ""
) -> Markup:
    """The list of the events.

    Args:
        events: what to show, in order.
        page: the page on which it stands.
        cites: whether the page has footnotes to lead to.
        prefix: what sets its anchors apart from those of another timeline on the page.
    """
    periods = group_events(events, page, cites=cites)
    return fill("_timeline", periods=periods, prefix=Markup(prefix))


def group_events(events: Iterable[Event], page: PageContext, *, cites: bool) -> tuple[Period, ...]:
    """The events by month."""
    periods: dict[tuple[str, str], list[ShownEvent]] = {}
    for event in events:
        shown = _describe_event(event, page, cites)
        periods.setdefault(period_of(event.date), []).append(shown)
    return tuple(Period(*names, tuple(shown)) for names, shown in periods.items())


def year_of(date: EdtfDate) -> str:
    """The year under which an event stands: that of the first end that is known."""
    year = _first_known(date).text[:4]
    return year if year.isdigit() else date.earliest[:4]


def _first_known(date: EdtfDate) -> EdtfDate:
    return date.start or date.end or date


def period_of(date: EdtfDate) -> tuple[str, str]:
    """The anchor and the heading of the month in which a date begins."""
    start = _first_known(date)
    if start.precision not in ("day", "month"):
        return f"no-month-{year_of(date)}", f"{year_of(date)}, month not known"
    month = start.earliest[:7]
    return f"month-{month}", format_edtf(parse_edtf(month))


def _describe_event(event: Event, page: PageContext, cites: bool) -> ShownEvent:
    return ShownEvent(
        id=event.id,
        when=_show_when(event.date),
        description=event.description,
        place=name_place(event.place, page.library) if event.place else "",
        note=event.note or "",
        reported=_show_reports(event, page, cites),
    )


def _show_when(date: EdtfDate) -> Markup:
    """The date in short words, without the year that the heading above it names."""
    return mark_time(date, format_edtf(date, "short").removesuffix(f" {year_of(date)}"))


def _show_reports(event: Event, page: PageContext, cites: bool) -> Markup:
    return join([_show_report(id, page, cites) for id in event.articles], "; ")


def _show_report(id: str, page: PageContext, cites: bool) -> Markup:
    article = page.library.articles[id]
    note = f"[^{id}]" if cites else ""
    shown = f"{link_outlet_article(article, page)}, {show_issued_briefly(article)}"
    return Markup(shown + note)
