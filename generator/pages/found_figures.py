"""A figure as a row of the table in which one looks it up.

It is short and leads to where everything about the figure stands. What rows are sorted and narrowed
by is in their markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.dates import show_date
from generator.pages.figures import NOT_STATED
from generator.pages.languages import show_name, show_recorded
from generator.pages.markup import Markup, link
from generator.pages.names import show_place
from generator.pages.quotes import show_words
from generator.pages.record_links import link_outlet_article, name_origin, show_issued_briefly
from generator.pages.verdicts import word_briefly
from generator.pages.wording import split_value
from generator.records.edtf import OPEN_END, OPEN_START, EdtfDate
from generator.records.observation import Observation


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """One observation, ready for its row."""

    qualifier: str
    value: str
    unit: str
    size: Markup
    """The number that rows are sorted by: of a range, its lower end."""
    metric: Markup
    """Its name, which leads to where the figure stands with everything about it."""
    period: Markup
    day: Markup
    """The first day that the period can mean, as a number."""
    years: Markup
    """The first and the last year of the period."""
    place: Markup
    basis: Markup
    article: Markup
    issued: Markup
    origin: str
    words: Markup
    sign: str
    verdict: str
    is_withdrawn: bool


def describe_found(
    observation: Observation, page: PageContext, cross: CrossReferences
) -> FoundFigure:
    """The row of one observation."""
    library, period = page.library, observation.period
    record = page.link_to_record("observation", observation.id)
    value = split_value(observation, library.unit_of(observation))
    article = library.articles[library.article_of[observation.id]]
    sign, verdict = word_briefly(cross.findings[observation.id], observation)
    return FoundFigure(
        qualifier=value.qualifier,
        value=value.number,
        unit=value.unit.strip(),
        size=_size_of(observation),
        metric=link(show_name(library.metrics[observation.metric]), record),
        period=show_date(period, "short"),
        day=Markup(period.earliest.replace("-", "")),
        years=_years_of(period),
        place=show_place(observation.place, library),
        basis=show_recorded("" if observation.basis == NOT_STATED else observation.basis),
        article=link_outlet_article(article, page),
        issued=show_issued_briefly(article),
        origin=name_origin(cross.origins[observation.id], library),
        words=show_words(observation, page),
        sign=sign,
        verdict=verdict,
        is_withdrawn=observation.withdrawn is not None,
    )


def _size_of(observation: Observation) -> Markup:
    numbers = [one for one in (observation.low, observation.value) if one is not None]
    return Markup(f"{min(numbers, default=Decimal()):f}")


def _years_of(period: EdtfDate) -> Markup:
    """`2022-2024`; an end that nobody knows is the other one."""
    first, last = period.earliest, period.latest
    known_first = last if first == OPEN_START else first
    known_last = first if last == OPEN_END else last
    return Markup(f"{known_first[:4]}-{known_last[:4]}")
