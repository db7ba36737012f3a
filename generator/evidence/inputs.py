"""Which numbers a calculation may hold as digits: those that its articles print, and plain factors.

A number that stands nowhere else is somebody's memory. Whether a figure is in its own quote is
judged elsewhere; here it is enough that some quote of the article prints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from generator.evidence.arithmetic import count_months
from generator.evidence.derived import compute_derived
from generator.library.library import Library
from generator.phrases.quantities import find_quantities
from generator.records.article import Article
from generator.records.edtf import EdtfDate
from generator.records.observation import Observation, SeriesRow
from generator.records.vocabulary import Qualifier

FACTORS = frozenset(map(Fraction, (1, 2, 10, 100, 1_000, 1_000_000, 1_000_000_000)))
"""Halves and doubles, shares, per cent and magnitudes."""

LENGTHS = frozenset(map(Fraction, (7, 12, 28, 29, 30, 31, 90, 91, 92, 181, 182, 184, 365, 366)))
"""Days of a week, a month, a quarter, half a year and a year, and the months of a year."""

_MAGNITUDES = tuple(Fraction(10) ** power for power in (0, 3, 6, 9, 12))
_DATE = re.compile(r"\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b")
_NUMBER = re.compile(r"(?<![\w.,])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")


def is_factor(number: Fraction, periods: Iterable[EdtfDate]) -> bool:
    """Whether a number needs no source: a plain factor, or the length of one of the periods."""
    return number in FACTORS | LENGTHS or any(
        number in (period.days, count_months(period)) for period in periods
    )


def is_printed(number: Fraction, printed: frozenset[Fraction]) -> bool:
    """Whether a number is among those printed; 15.5 is, where “15.5 trillion” is printed."""
    return any(number * magnitude in printed for magnitude in _MAGNITUDES)


def find_printed(article: Article, library: Library) -> frozenset[Fraction]:
    """The numbers in an article's quotes, and those of the figures that were read from it."""
    found: set[Fraction] = set()
    for quote in article.quotes.values():
        for quantity in find_quantities(quote.text, quote.language or article.language):
            found |= {abs(quantity.low), abs(quantity.high)}
    for id in library.observations_of_article.get(article.id, ()):
        found |= _numbers_of(library.observations[id])
    return frozenset(found)


def _numbers_of(observation: Observation) -> set[Fraction]:
    """What a figure that was read states; one that was worked out gives no source to another."""
    if observation.derived:
        return set()
    ends = (observation.value, observation.low, observation.high)
    return {abs(Fraction(end)) for end in ends if end is not None}


def find_numbers_in_row(observation: Observation) -> frozenset[Fraction]:
    """The numbers that the figure's row of a data file holds, days left aside."""
    row = observation.row if isinstance(observation, SeriesRow) else None
    printed = _NUMBER.findall(_DATE.sub(" ", row or ""))
    return frozenset(Fraction(number.replace(",", "")) for number in printed)


def find_limits(observation: Observation, library: Library) -> frozenset[Qualifier]:
    """The qualifiers of all that a derived figure is worked out from."""
    computed = compute_derived(observation, library)
    found = {
        library.observations[id].qualifier for id in computed.ids if id in library.observations
    }
    numbers = {abs(number.value) for number in computed.numbers}
    article = library.articles.get(library.article_of.get(observation.id, ""))
    for quote in article.quotes.values() if article is not None else ():
        language = quote.language or (article.language if article is not None else "")
        for quantity in find_quantities(quote.text, language):
            if is_printed(abs(quantity.low), frozenset(numbers)) or quantity.low in numbers:
                found.add(quantity.qualifier)
    return frozenset(found)
