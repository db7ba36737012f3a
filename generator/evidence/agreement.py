"""When what a text says and what a record says agree, and in which way they drift apart if not.

Both are claims: numbers with a qualifier, a measure and a trend. Values, qualifiers, units and
changes are compared here; dates are `timing`'s, who said it `attribution`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from generator.evidence.units import COUNT, Measure, conversions, measure_text
from generator.phrases.quantity import Quantity
from generator.records.edtf import EdtfDate
from generator.records.vocabulary import Qualifier

EXACT, ABOUT = Qualifier.EXACT, Qualifier.APPROXIMATELY
OVER, AT_LEAST = Qualifier.OVER, Qualifier.AT_LEAST
UNDER, UP_TO = Qualifier.UNDER, Qualifier.UP_TO
_LOWER, _UPPER = frozenset([OVER, AT_LEAST]), frozenset([UNDER, UP_TO])
_BOUNDARY = frozenset([(OVER, AT_LEAST), (UNDER, UP_TO)])
"""What the record says, and what is weaker than it by the boundary alone."""
HUNDRED = Fraction(100)
NEAR_SHARE = Fraction(25, 1000)


class Drift(StrEnum):
    """How a text says something else than its record."""

    VALUE = "value-drift"
    QUALIFIER = "qualifier-drift"
    BOUNDARY = "weaker-qualifier"
    UNIT = "unit-drift"
    BASIS = "basis-drift"
    CHANGE = "level-for-change"
    PERIOD = "period-drift"


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says: `low` and `high` are equal for a plain number."""

    low: Fraction
    high: Fraction
    qualifier: Qualifier
    measure: Measure
    is_bare: bool = False
    """Whether the number stands without a unit, as in “down from 27”: then it has the other's."""
    trend: str = ""
    things: frozenset[str] = frozenset()
    """The classes of what is counted, as far as its words tell: `person`, `killed`, `vessel`."""
    centre: Fraction | None = None
    """The central estimate of a range that has one."""
    step: Fraction = Fraction(1)
    is_fraction: bool = False


def claim_of(quantity: Quantity, things: frozenset[str] = frozenset()) -> Claim:
    """What a quantity in a text claims."""
    measure = measure_text(quantity.unit, quantity.per)
    is_bare = not quantity.unit and not quantity.counted
    return Claim(
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        measure=measure,
        is_bare=is_bare,
        trend=quantity.trend,
        things=things,
        step=quantity.step,
        is_fraction=quantity.is_fraction and not quantity.unit,
    )


def find_drift(text: Claim, record: Claim, period: EdtfDate | None) -> Drift | None:
    """How a text drifts from its record, the gravest way first; None where the two agree."""
    if _is_other_thing(text, record):
        return Drift.UNIT
    factors = list(find_factors(record, text, period))
    if not factors:
        return Drift.UNIT
    drifts = [_compare_numbers(text, _scale(record, factor)) for factor in factors]
    drift = None if None in drifts else drifts[0]
    if drift is not None and text.is_fraction and _is_near_share(text, _scale(record, factors[0])):
        drift = None
    if (
        drift is Drift.VALUE
        and factors[0] != 1
        and _compare_numbers(text, record) is not Drift.VALUE
    ):
        return Drift.UNIT
    if drift is not None:
        return drift
    if is_other_basis(text, record):
        return Drift.BASIS
    return Drift.CHANGE if is_change_mistaken(text, record) else None


def _is_near_share(text: Claim, record: Claim) -> bool:
    """Whether a part such as “about a third” or “more than nine in ten” comes near to a percentage.

    A part has no second digit to round to: it may lie off by two and a half per cent of the whole,
    a limit by ten below or above.
    """
    if record.low != record.high:
        return False
    gap = record.low - text.low
    if text.qualifier is ABOUT:
        return abs(gap) <= NEAR_SHARE
    if text.qualifier in _LOWER and record.qualifier not in _UPPER:
        return 0 < gap <= 4 * NEAR_SHARE
    return (
        text.qualifier in _UPPER and record.qualifier not in _LOWER and 0 < -gap <= 4 * NEAR_SHARE
    )


def find_factors(given: Claim, wanted: Claim, period: EdtfDate | None) -> Iterator[Fraction]:
    """The factors by which the numbers of one claim become those of another's unit."""
    if wanted.is_fraction and given.measure.kind == "ratio":
        yield 1 / HUNDRED
        return
    if given.is_fraction and wanted.measure.kind == "ratio":
        yield HUNDRED
        return
    measure = wanted.measure
    if wanted.is_bare and measure.kind == COUNT:
        # A bare number takes its unit from the other; a rate that it states must still be right.
        per = measure.per or given.measure.per
        measure = Measure(given.measure.kind, given.measure.factor, per, given.measure.thing)
    yield from conversions(given.measure, measure, period)


def _is_other_thing(text: Claim, record: Claim) -> bool:
    """Whether soldiers are told as ships: both name things, and of different kinds."""
    kinds = [claim.things & _KINDS for claim in (text, record)]
    return bool(kinds[0] and kinds[1]) and kinds[0].isdisjoint(kinds[1])


def is_other_basis(text: Claim, record: Claim) -> bool:
    """Whether the killed are told for the killed and wounded, or the reverse."""
    said, kept = text.things & _FATES, record.things & _FATES
    return bool(said and kept) and said != kept


_FATES = frozenset(["killed", "wounded"])
_KINDS = frozenset(
    {"person", "household", "vessel", "vehicle", "aircraft", "drone", "missile", "building"}
    | {"animal", "weapon", "strike"}
)


def is_change_mistaken(text: Claim, record: Claim) -> bool:
    """Whether “by” is told as “to”, or the reverse.

    A percentage that rose by five may be the figure itself, as with prices: then only a “to”
    against a “by” tells.
    """
    if {text.trend, record.trend} in ({"by", "to"}, {"change", "to"}):
        return True
    if text.measure.kind == "ratio" or text.is_fraction:
        return False
    return text.trend == "by" and not record.trend


def _scale(claim: Claim, factor: Fraction) -> Claim:
    centre = claim.centre * factor if claim.centre is not None else None
    return Claim(
        claim.low * factor,
        claim.high * factor,
        claim.qualifier,
        claim.measure,
        trend=claim.trend,
        things=claim.things,
        centre=centre,
        step=claim.step * factor,
    )


def _compare_numbers(text: Claim, record: Claim) -> Drift | None:
    """Number and qualifier of a text against those of a record in the same unit."""
    if {text.trend, record.trend} & {"by", "change"} and text.low * record.low < 0:
        text, record = _absolute(text), _absolute(record)
    if record.low != record.high:
        return _compare_with_range(text, record)
    if text.low != text.high:
        return Drift.VALUE
    value, said = record.low, text.low
    is_same = value == said
    if text.qualifier is record.qualifier and is_same:
        return None
    if record.qualifier is EXACT:
        return _compare_with_exact(text, value, is_same=is_same)
    return _compare_with_limited(text, record, is_same=is_same)


def _absolute(claim: Claim) -> Claim:
    low, high = sorted((abs(claim.low), abs(claim.high)))
    return Claim(
        low,
        high,
        claim.qualifier,
        claim.measure,
        trend=claim.trend,
        things=claim.things,
        step=claim.step,
    )


def _compare_with_exact(text: Claim, value: Fraction, *, is_same: bool) -> Drift | None:
    said = text.low
    if text.qualifier is EXACT:
        return Drift.VALUE
    if text.qualifier is ABOUT:
        is_whole = text.measure.kind == "ratio" and said.denominator == 1 and value >= 1
        is_near = is_rounding(said, value) or (is_whole and abs(said - value) * 2 <= 1)
        return None if is_same or is_near else Drift.VALUE
    if is_same:
        return Drift.QUALIFIER
    if text.qualifier in _LOWER:
        return None if said < value and is_rounding(said, value, down=True) else _off(said, value)
    if text.qualifier is UNDER:
        return None if said > value and is_rounding(said, value, up=True) else _off(said, value)
    return _off(said, value)


def _off(said: Fraction, value: Fraction) -> Drift:
    """A number that rounds the record's is only wrongly limited; any other is another number."""
    return Drift.QUALIFIER if is_rounding(said, value) else Drift.VALUE


def _compare_with_limited(text: Claim, record: Claim, *, is_same: bool) -> Drift | None:
    """A record that is itself about, over or up to something."""
    said, value = text.low, record.low
    if text.qualifier is not record.qualifier:
        if is_same and (record.qualifier, text.qualifier) in _BOUNDARY:
            return Drift.BOUNDARY
        return Drift.QUALIFIER if is_same or is_rounding(said, value) else Drift.VALUE
    is_down, is_up = record.qualifier in _LOWER, record.qualifier in _UPPER
    return None if is_rounding(said, value, down=is_down, up=is_up) else Drift.VALUE


def _compare_with_range(text: Claim, record: Claim) -> Drift | None:
    if text.low != text.high:
        ends = (text.low, record.low), (text.high, record.high)
        if all(said == value for said, value in ends):
            return None if text.qualifier in (record.qualifier, ABOUT) else Drift.QUALIFIER
        is_rounded = text.qualifier is ABOUT and all(is_rounding(*end) for end in ends)
        return None if is_rounded else Drift.VALUE
    if record.centre is not None and _is_centre(text, record):
        return None if text.qualifier in (record.qualifier, ABOUT) else Drift.QUALIFIER
    if text.qualifier in _LOWER and text.low == record.low:
        return None if text.qualifier is AT_LEAST else Drift.QUALIFIER
    if text.qualifier in _UPPER and text.high == record.high:
        return None if text.qualifier is UP_TO else Drift.QUALIFIER
    return Drift.VALUE


def _is_centre(text: Claim, record: Claim) -> bool:
    centre = record.centre or Fraction(0)
    return text.low == centre or (text.qualifier is ABOUT and is_rounding(text.low, centre))


def is_rounding(said: Fraction, value: Fraction, *, down: bool = False, up: bool = False) -> bool:
    """Whether a number is a correct rounding of another that keeps two significant digits.

    One digit is enough where the other has no more; a whole number of at most two digits may
    round a decimal. Half of a place rounds either way.
    """
    if said == value:
        return True
    if said * value <= 0:
        return False
    said, value = abs(said), abs(value)
    for place in _places(said):
        quotient = value / place
        lower = quotient.__floor__() * place
        upper = lower if lower == value else lower + place
        nearest = {lower} if down else {upper} if up else _nearest(value, lower, place)
        if said in nearest and _digits(said, place) >= min(2, _significant(value)):
            return True
    return False


def _nearest(value: Fraction, lower: Fraction, place: Fraction) -> set[Fraction]:
    rest = value - lower
    if rest * 2 == place:
        return {lower, lower + place}
    return {lower if rest * 2 < place else lower + place}


def _places(number: Fraction) -> Iterator[Fraction]:
    """The places to which a number may have been rounded, the coarsest first."""
    place = Fraction(10) ** 15
    smallest = Fraction(1, 10**6)
    while place >= smallest:
        if (number / place).denominator == 1:
            yield place
        place /= 10


def _digits(number: Fraction, place: Fraction) -> int:
    """How many significant digits a number has down to a place."""
    return len(str(int(number / place)))


def _significant(number: Fraction) -> int:
    """How many significant digits a number has; many for one that no decimal ends."""
    for place in _places(number):
        return len(str(int(number / place)))
    return 9
