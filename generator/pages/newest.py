"""What is new, for the home page: the figures read last, and what was put right last."""

from __future__ import annotations

from dataclasses import dataclass

from generator.evidence.corrections import order_corrections
from generator.pages.changes import PATH as CORRECTIONS
from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.dates import show_date
from generator.pages.languages import show_name, show_recorded
from generator.pages.markup import Markup, link
from generator.pages.record_links import link_outlet_article
from generator.pages.wording import split_value
from generator.records.observation import Observation
from generator.records.vocabulary import ObservationStatus

MOST_FIGURES = 4
MOST_CORRECTIONS = 2


@dataclass(frozen=True, slots=True)
class NewFigure:
    """One figure in a line."""

    value: Markup
    metric: Markup
    period: Markup
    article: Markup


@dataclass(frozen=True, slots=True)
class NewCorrection:
    """One correction in a line."""

    day: Markup
    what: Markup


def list_new_figures(page: PageContext, cross: CrossReferences) -> list[NewFigure]:
    """The figures of the last articles, one of each metric; what nobody doubts or computed."""
    newest: dict[str, Observation] = {}
    for article in cross.articles:
        read = page.library.observations_of_article.get(article.id, ())
        found = [page.library.observations[id] for id in read]
        for one in sorted(found, key=lambda one: (one.period.sort_key, one.id), reverse=True):
            if one.status is ObservationStatus.REPORTED and not (one.withdrawn or one.derived):
                newest.setdefault(one.metric, one)
        if len(newest) >= MOST_FIGURES:
            break
    return [_show_figure(one, page) for one in list(newest.values())[:MOST_FIGURES]]


def _show_figure(one: Observation, page: PageContext) -> NewFigure:
    library = page.library
    value = split_value(one, library.unit_of(one))
    article = library.articles[library.article_of[one.id]]
    return NewFigure(
        value=link(value.short + value.unit, page.link_to_record("observation", one.id)),
        metric=show_name(library.metrics[one.metric]),
        period=show_date(one.period, "short"),
        article=link_outlet_article(article, page),
    )


def list_new_corrections(page: PageContext) -> list[NewCorrection]:
    """The last corrections, newest first."""
    return [
        NewCorrection(
            show_date(one.date, "short"),
            link(show_recorded(one.why), page.link_to(f"{CORRECTIONS}#correction-{one.id}")),
        )
        for one in order_corrections(page.library)[::-1][:MOST_CORRECTIONS]
    ]
