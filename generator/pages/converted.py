"""A value in another unit of its dimension, for a common scale or a range."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

from generator.evidence.intervals import scale_of
from generator.evidence.units import measure_of
from generator.library.library import Library
from generator.records.measure import Unit
from generator.records.observation import Observation


def convert_number(number: Decimal, one: Observation, unit: Unit, library: Library) -> Decimal:
    """A number of an observation in another unit, to as many digits as it has in its own."""
    if library.unit_of(one).id == unit.id:
        return number
    exact = Fraction(number) * scale_of(one, library)[1] / measure_of(unit).size
    digits = Context(prec=max(2, len(number.as_tuple().digits)))
    return digits.divide(Decimal(exact.numerator), Decimal(exact.denominator))
