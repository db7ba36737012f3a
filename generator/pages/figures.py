"""A figure with everything that proves it, as a row of a table.

What was found when it was held against its words is told in its own column; what the record itself
doubts stands there too.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.library.library import Library
from generator.pages.changes import show_corrections
from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.dates import show_date
from generator.pages.languages import show_recorded
from generator.pages.markup import Markup
from generator.pages.names import name_place, show_place
from generator.pages.quotes import show_words
from generator.pages.record_links import (
    link_metric,
    link_outlet_article,
    show_issued_briefly,
    show_origin,
)
from generator.pages.verdicts import show_verdict
from generator.pages.wording import name_unit, split_value
from generator.records.observation import Observation
from generator.speech import gettext as _

NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One observation, ready for its row."""

    id: str
    number: int
    """Its number in the page's table of figures; 0 on pages that number none."""
    value: str
    """Qualifier and number; the unit follows only where it is not the metric's."""
    full_value: str
    centre: str
    unit: str
    period: Markup
    metric: Markup
    scope: Markup
    """Where it holds and what is counted."""
    article: Markup
    article_id: str
    issued: Markup
    origin: Markup
    words: Markup
    note: Markup
    corrections: Markup
    is_withdrawn: bool
    verdict: Markup
    verdict_sign: str
    """What the theme shows in front of the verdict."""


def describe_figure(
    observation: Observation, page: PageContext, cross: CrossReferences
) -> FigureRow:
    """The row of one observation."""
    library = page.library
    metric = library.metrics[observation.metric]
    value = split_value(observation, library.unit_of(observation))
    is_own_unit = observation.unit not in (None, metric.unit)
    article = library.articles[library.article_of[observation.id]]
    sign, verdict = show_verdict(cross.findings[observation.id], observation)
    return FigureRow(
        id=observation.id,
        number=page.figure_numbers.get(observation.id, 0),
        value=value.short + value.unit if is_own_unit else value.short,
        full_value=value.full,
        centre=value.centre,
        unit=name_unit(library.units[metric.unit]),
        period=show_date(observation.period, "short"),
        metric=link_metric(metric.id, page),
        scope=word_scope(observation, library),
        article=link_outlet_article(article, page),
        article_id=article.id,
        issued=show_issued_briefly(article),
        origin=show_origin(cross.origins[observation.id], page),
        words=show_words(observation, page),
        note=show_recorded(observation.note or ""),
        corrections=show_corrections(observation, page),
        is_withdrawn=observation.withdrawn is not None,
        verdict=verdict,
        verdict_sign=sign,
    )


def word_scope(observation: Observation, library: Library) -> Markup:
    """Where a figure holds and what it counts: `Ukraine; killed and wounded`."""
    place = name_place(observation.place, library)
    shown = show_place(observation.place, library)
    if observation.basis == NOT_STATED:
        return Markup(_("%(place)s; basis not stated", place=shown))
    basis = show_recorded(observation.basis)
    return basis if place in observation.basis else Markup(f"{shown}; {basis}")
