"""Events in their order: when each happened, as exactly as known, and who reported it when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.pages.context import PageContext
from generator.pages.date_words import word_date
from generator.pages.dates import show_date
from generator.pages.markup import Markup, join
from generator.pages.names import show_place
from generator.pages.record_links import link_outlet_article, link_topic, show_issued_briefly
from generator.pages.templates import fill
from generator.records.edtf import EdtfDate, parse_edtf
from generator.records.event import Event
from generator.speech import gettext as _


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """One event, ready for its row."""

    id: str
    when: Markup
    description: str
    place: Markup
    note: str
    reported: Markup
    topics: Markup
    """Links to its topics, where a reader may choose among them."""
    cut_off: Markup
    """The end of the evidence, where it lies between the event before and this one."""


@dataclass(frozen=True, slots=True)
class Period:
    """The events of a month, or those of a year of which no month is known."""

    id: str
    heading: str
    events: tuple[ShownEvent, ...]


def render_events(
    events: Sequence[Event],
    page: PageContext,
    *,
    shows_topics: bool = False,
    prefix: str = "",
    cut_off: EdtfDate | None = None,
) -> Markup:
    """The list of the events.

    Args:
        events: what to show, in order.
        page: the page on which it stands.
        shows_topics: whether each event names its topics.
        prefix: what sets its anchors apart from those of another timeline on the page.
        cut_off: the end of a brief's evidence, which is marked among the events; a brief has notes
            to lead to.
    """
    shown = [_describe_event(event, page, cut_off is not None, shows_topics) for event in events]
    later = [one for one in events if cut_off and one.date.earliest > cut_off.latest]
    words = show_date(cut_off) if cut_off else Markup("")
    if later:
        first = events.index(later[0])
        shown[first] = replace(shown[first], cut_off=words)
    periods: dict[tuple[str, str], list[ShownEvent]] = {}
    for event, row in zip(events, shown, strict=True):
        periods.setdefault(period_of(event.date), []).append(row)
    return fill(
        "_timeline",
        periods=[Period(*names, tuple(rows)) for names, rows in periods.items()],
        prefix=Markup(prefix),
        last_cut_off=Markup("") if later else words,
    )


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
        return f"no-month-{year_of(date)}", _("%(year)s, month not known", year=year_of(date))
    month = start.earliest[:7]
    words = word_date(parse_edtf(month))
    return f"month-{month}", f"{words[0].upper()}{words[1:]}"


def _describe_event(event: Event, page: PageContext, cites: bool, shows_topics: bool) -> ShownEvent:
    topics = event.topics if shows_topics else ()
    return ShownEvent(
        id=event.id,
        when=_show_when(event.date),
        description=event.description,
        place=show_place(event.place, page.library) if event.place else Markup(""),
        note=event.note or "",
        reported=_show_reports(event, page, cites),
        topics=join([link_topic(id, page) for id in topics]),
        cut_off=Markup(""),
    )


def _show_when(date: EdtfDate) -> Markup:
    """The date without the year that the heading above it names; "about" in full."""
    return show_date(date, "long", year_of(date))


def _show_reports(event: Event, page: PageContext, cites: bool) -> Markup:
    return join([_show_report(id, page, cites) for id in event.articles], "; ")


def _show_report(id: str, page: PageContext, cites: bool) -> Markup:
    article = page.library.articles[id]
    note = f"[^{id}]" if cites else ""
    shown = f"{link_outlet_article(article, page)}, {show_issued_briefly(article)}"
    return Markup(shown + note)
