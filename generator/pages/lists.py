"""Short lists of links to records, one line for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.context import PageContext
from generator.pages.dates import show_date
from generator.pages.languages import show_recorded
from generator.pages.markup import Markup, link
from generator.pages.record_links import link_brief, link_source, link_title, show_issued_briefly
from generator.records.article import Article
from generator.records.brief import Brief
from generator.records.event import Event
from generator.speech import gettext as _


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a long list, under its heading."""

    id: str
    heading: Markup
    items: list[Markup]


def list_briefs(briefs: Iterable[Brief], page: PageContext) -> list[Markup]:
    """Briefs by title, with the end of their evidence."""
    return [
        Markup(
            _(
                "%(brief)s, evidence to %(date)s",
                brief=link_brief(brief.id, page),
                date=show_date(brief.front.cut_off, "short"),
            )
        )
        for brief in briefs
    ]


def list_articles(articles: Iterable[Article], page: PageContext) -> list[Markup]:
    """Articles by outlet, title and date."""
    return [
        Markup(
            f"{link_source(article.outlet, page)}: {link_title(article, page)}, "
            f"{show_issued_briefly(article)}"
        )
        for article in articles
    ]


def group_by_year(articles: Iterable[Article], page: PageContext) -> list[Group]:
    """The same under the years of publication, in the order in which the years come up."""
    years: dict[str, list[Article]] = {}
    for article in articles:
        year = article.issued.earliest[:4] if article.issued else ""
        years.setdefault(year, []).append(article)
    return [
        Group(f"year-{year or 'unknown'}", Markup(year or _("No date")), list_articles(found, page))
        for year, found in years.items()
    ]


def list_own_articles(articles: Iterable[Article], page: PageContext) -> list[Markup]:
    """Articles of one outlet by title and date."""
    return [
        Markup(f"{link_title(article, page)}, {show_issued_briefly(article)}")
        for article in articles
    ]


def list_events(events: Iterable[Event], page: PageContext) -> list[Markup]:
    """Events by date, leading to their place on the timeline."""
    return [
        Markup(
            f"{show_date(event.date)}: "
            f"{link(show_recorded(event.description), page.link_to_record('event', event.id))}"
        )
        for event in events
    ]
