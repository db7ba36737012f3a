"""Which words of its quote state a figure, so that a reader's eye finds them.

A pointer and no verdict: whether the words agree with the record is for `findings` to say.
"""

from __future__ import annotations

from fractions import Fraction

from generator.library.library import Library
from generator.phrases.quantities import find_quantities
from generator.phrases.quantity import Quantity, Span
from generator.records.observation import Observation


def find_stated(observation: Observation, library: Library) -> Span | None:
    """The part of the figure's quote that has its number; None where none has."""
    quote = library.quote_of(observation)
    if quote is None or observation.derived:
        return None
    if observation.stated is not None:
        start = quote.text.find(observation.stated)
        return Span(start, start + len(observation.stated)) if start >= 0 else None
    article = library.articles[library.article_of[observation.id]]
    found = find_quantities(quote.text, quote.language or article.language)
    fitting = [quantity for quantity in found if _has_number(quantity, observation)]
    fitting.sort(key=lambda quantity: quantity.qualifier is not observation.qualifier)
    return fitting[0].span if fitting else None


def _has_number(quantity: Quantity, observation: Observation) -> bool:
    low = observation.value if observation.low is None else observation.low
    high = observation.value if observation.high is None else observation.high
    if low is None or high is None:
        return False
    return (quantity.low, quantity.high) == (Fraction(low), Fraction(high))
