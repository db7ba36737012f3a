"""The numbers that an observation allows, and whether two of them allow a common one.

`over 1,500` allows every number above 1,500, a range all that lies in it, `about 9` one more or
less in its last digit. Knows nothing of what is measured: `conflicts` says which two may be held
against each other at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.evidence.units import measure_of
from generator.library.library import Library
from generator.records.observation import Observation
from generator.records.vocabulary import Qualifier

_OPEN_ABOVE = frozenset([Qualifier.OVER, Qualifier.AT_LEAST])
_OPEN_BELOW = frozenset([Qualifier.UNDER, Qualifier.UP_TO])
_LEFT_OUT = frozenset([Qualifier.OVER, Qualifier.UNDER])
"""Classes whose number is itself not allowed."""

Dimension = tuple[str, str, str]
"""What converts into each other by a factor: kind, per what, and what is counted."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A stretch of the line of numbers, in the base unit of its dimension."""

    low: Fraction | None
    """The lower end; none where every smaller number is allowed too."""
    high: Fraction | None
    has_ends: bool
    """Whether the ends are allowed themselves."""
    step: Fraction
    """One more in the last digit shown; of an approximate number, in the last that is no nought."""
    is_approximate: bool

    @property
    def is_bound(self) -> bool:
        """Whether only one end is stated."""
        return self.low is None or self.high is None


def allowed_values(observation: Observation, library: Library) -> Allowed:
    """What an observation allows, in the base unit, before any allowance for rounding."""
    ends = [
        one for one in (observation.low, observation.high, observation.value) if one is not None
    ]
    _, scale = scale_of(observation, library)
    is_approximate = observation.qualifier is Qualifier.APPROXIMATELY
    find_step = significant_step if is_approximate else printed_step
    return Allowed(
        low=None if observation.qualifier in _OPEN_BELOW else _convert(min(ends), scale),
        high=None if observation.qualifier in _OPEN_ABOVE else _convert(max(ends), scale),
        has_ends=observation.qualifier not in _LEFT_OUT,
        step=min(map(find_step, ends)) * scale,
        is_approximate=is_approximate,
    )


def scale_of(observation: Observation, library: Library) -> tuple[Dimension, Fraction]:
    """The dimension of an observation's unit, and what one of the unit is in the base unit."""
    measure = measure_of(library.unit_of(observation))
    return measure.base, measure.size


def _convert(number: Decimal, scale: Fraction) -> Fraction:
    return Fraction(number) * scale


def printed_step(number: Decimal) -> Fraction:
    """What one more in the last digit printed adds: 1 for 1,500, 0.1 for 18.1.

    The noughts of a whole number count as printed: whoever rounds says so, with a word.
    """
    exponent = number.as_tuple().exponent
    return Fraction(10) ** min(int(exponent), 0)


def significant_step(number: Decimal) -> Fraction:
    """What one more in the last digit adds that is no nought or stands behind the point.

    100 for about 1,500, 1 for about 9, 0.1 for about 19.0.
    """
    _, digits, exponent = number.as_tuple()
    if int(exponent) < 0 or not any(digits):
        return printed_step(number)
    noughts = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return Fraction(10) ** (int(exponent) + noughts)


def are_compatible(one: Allowed, other: Allowed) -> bool:
    """Whether some number satisfies both.

    An approximate number may lie one step of the rounder of the two away, an exact one half a step:
    19 may be 19.1, rounded, and 1,500 hardly contradicts over 1,500. A bound gives nothing.
    """
    gap = gap_between(one, other)
    if gap is None:
        return True
    steps = [side.step for side in (one, other) if not side.is_bound]
    is_approximate = one.is_approximate or other.is_approximate
    return any(gap <= (step if is_approximate else step / 2) for step in steps)


def gap_between(one: Allowed, other: Allowed) -> Fraction | None:
    """How far the two lie apart, 0 where only an end that is left out does; none if they meet."""
    ends = ((one.low, other.high), (other.low, one.high))
    gaps = [low - high for low, high in ends if low is not None and high is not None]
    gap = max(gaps, default=Fraction(-1))
    meets = gap < 0 or (gap == 0 and one.has_ends and other.has_ends)
    return None if meets else gap
