"""A short way to write down what a text states, for tables of cases."""

from __future__ import annotations

from fractions import Fraction

from generator.phrases.quantities import find_quantities
from generator.phrases.quantity import Quantity
from generator.records.vocabulary import Qualifier


def say(text: str, language: str = "en") -> str:
    """Every quantity of a text: `over 1500 km2/day; 3..5 percent by`; empty where there is none."""
    return "; ".join(map(say_one, find_quantities(text, language)))


def say_one(quantity: Quantity) -> str:
    """Limit, number or numbers, unit, rate and trend of one quantity, as far as it has them."""
    limit = "" if quantity.qualifier is Qualifier.EXACT else quantity.qualifier.value
    number = _write(quantity.low)
    if quantity.is_range:
        number += f"..{_write(quantity.high)}"
    measure = f"{quantity.unit}/{quantity.per}" if quantity.per else quantity.unit
    return " ".join(filter(None, [limit, number, measure, quantity.trend]))


def _write(number: Fraction) -> str:
    """A fraction as itself, where no short decimal is it; else a decimal."""
    decimal = f"{float(number):.10g}"
    return decimal if Fraction(decimal) == number and "e" not in decimal else str(number)
