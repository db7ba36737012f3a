"""A figure as a row of the table in which one looks it up.

Its cells are HTML, and its addresses those of the finished site: the engine would need minutes to
read a thousand rows as Markdown. What the rows are sorted and narrowed by stands in their markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.library.library import Library
from generator.pages.computations import word_computation
from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.dates import show_date
from generator.pages.figures import NOT_STATED
from generator.pages.markup import Markup
from generator.pages.names import name_place
from generator.pages.quotes import show_quoted
from generator.pages.record_links import name_origin, show_issued_briefly
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
    metric: str
    record: Markup
    """Where the figure stands with everything about it."""
    period: Markup
    day: Markup
    """The first day that the period can mean, as a number."""
    years: Markup
    """The first and the last year of the period."""
    place: str
    basis: str
    outlet: str
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
    value = split_value(observation, library.unit_of(observation))
    article = library.articles[library.article_of[observation.id]]
    sign, verdict = word_briefly(cross.findings[observation.id], observation)
    return FoundFigure(
        qualifier=value.qualifier,
        value=value.number,
        unit=value.unit.strip(),
        size=_size_of(observation),
        metric=library.metrics[observation.metric].name,
        record=Markup(page.address_of_record("observation", observation.id)),
        period=show_date(period, "short"),
        day=Markup(period.earliest.replace("-", "")),
        years=_years_of(period),
        place=name_place(observation.place, library),
        basis="" if observation.basis == NOT_STATED else observation.basis,
        outlet=library.sources[article.outlet].label,
        article=Markup(page.address_of_record("article", article.id)),
        issued=show_issued_briefly(article),
        origin=name_origin(cross.origins[observation.id], library),
        words=_show_words(observation, library),
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


def _show_words(observation: Observation, library: Library) -> Markup:
    quoted = show_quoted(observation, library)
    if not observation.derived:
        return quoted
    computed = word_computation(observation.derived, library, observation.period)
    return Markup(f"{quoted} {computed}".strip())
