"""When words and a record agree: each cell of the table, and how units convert.

Both sides are read from words here; what a record's own fields claim is `quoted`'s to tell.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.evidence.agreement import Claim, Drift, claim_of, find_drift, is_rounding
from generator.evidence.counted import classify
from generator.evidence.units import conversions, is_same_dimension, measure_of
from generator.phrases.quantities import find_quantities
from generator.records.edtf import parse_edtf
from generator.records.measure import Unit
from generator.records.vocabulary import Qualifier

VALUE, QUALIFIER, BOUNDARY = Drift.VALUE, Drift.QUALIFIER, Drift.BOUNDARY
UNIT, BASIS, CHANGE = Drift.UNIT, Drift.BASIS, Drift.CHANGE


def claim(words: str) -> Claim:
    """What words that hold one quantity claim."""
    (quantity,) = find_quantities(words, "en")
    return claim_of(quantity, classify(quantity.counted, "en"))


def drift(record: str, text: str, period: str = "") -> Drift | None:
    """How a text drifts from a record, both in words."""
    return find_drift(claim(text), claim(record), parse_edtf(period) if period else None)


MEANS: dict[str, dict[str, Drift | None]] = {
    "1,523": {
        "1,523": None,
        "exactly 1,523": None,
        "about 1,523": None,
        "about 1,520": None,
        "about 1,500": None,
        "about 1,600": VALUE,
        "about 2,000": VALUE,
        "1,500": VALUE,
        "more than 1,500": None,
        "at least 1,500": None,
        "more than 1,600": VALUE,
        "more than 1,550": VALUE,
        "over 1,523": QUALIFIER,
        "at least 1,523": QUALIFIER,
        "under 1,600": None,
        "under 1,700": VALUE,
        "under 1,500": QUALIFIER,
        "under 1,523": QUALIFIER,
        "up to 1,523": QUALIFIER,
        "up to 1,500": QUALIFIER,
        "up to 1,600": VALUE,
        "1,523 to 1,600": VALUE,
    },
    "1,500": {
        "1,500": None,
        "over 1,400": VALUE,
        "over 1,500": QUALIFIER,
        "under 1,600": VALUE,
        "under 1,500": QUALIFIER,
    },
    "about 1,500": {
        "about 1,500": None,
        "some 1,500": None,
        "about 1,600": VALUE,
        "1,500": QUALIFIER,
        "over 1,500": QUALIFIER,
        "at least 1,500": QUALIFIER,
        "under 1,500": QUALIFIER,
        "up to 1,500": QUALIFIER,
    },
    "about 1,523": {"about 1,500": None, "1,523": QUALIFIER, "about 1,600": VALUE},
    "over 1,500": {
        "more than 1,500": None,
        "over 1,500": None,
        "1,500": QUALIFIER,
        "about 1,500": QUALIFIER,
        "up to 1,500": QUALIFIER,
        "under 1,500": QUALIFIER,
        "at least 1,500": BOUNDARY,
        "over 1,400": VALUE,
        "over 1,600": VALUE,
    },
    "over 1,577": {"over 1,500": None, "over 1,570": None, "over 1,580": VALUE},
    "at least 1,500": {
        "no fewer than 1,500": None,
        "1,500 or more": None,
        "over 1,500": QUALIFIER,
        "1,500": QUALIFIER,
        "up to 1,500": QUALIFIER,
    },
    "under 1,500": {
        "fewer than 1,500": None,
        "1,500": QUALIFIER,
        "over 1,500": QUALIFIER,
        "up to 1,500": BOUNDARY,
        "under 1,600": VALUE,
    },
    "under 1,423": {"under 1,500": None, "under 1,430": None, "under 1,420": VALUE},
    "up to 12,000": {
        "as many as 12,000": None,
        "12,000": QUALIFIER,
        "about 12,000": QUALIFIER,
        "12,000 or more": QUALIFIER,
        "under 12,000": QUALIFIER,
        "as many as 13,000": VALUE,
    },
    "10 to 12": {
        "10 to 12": None,
        "between 10 and 12": None,
        "about 10 to 12": None,
        "at least 10": None,
        "up to 12": None,
        "over 10": QUALIFIER,
        "under 12": QUALIFIER,
        "up to 10": VALUE,
        "at least 12": VALUE,
        "at least 9": VALUE,
        "10": VALUE,
        "11": VALUE,
        "about 11": VALUE,
        "10 to 13": VALUE,
        "9 to 12": VALUE,
    },
    "1,477 to 2,041": {
        "about 1,500 to 2,000": None,
        "1,500 to 2,000": VALUE,
        "about 1,500 to 2,041": None,
        "about 1,600 to 2,000": VALUE,
    },
}
"""What a text may say of a record, and how it drifts where it may not."""


@pytest.mark.parametrize(
    ("record", "text", "expected"),
    [(record, text, drift) for record, texts in MEANS.items() for text, drift in texts.items()],
)
def test_what_a_text_may_say_of_a_record(record: str, text: str, expected: Drift | None) -> None:
    """Every cell of the table of numbers and qualifiers."""
    assert drift(record, text) is expected


def test_the_middle_of_a_range_is_right_where_it_is_on_record() -> None:
    """A central estimate may be said, rounded with “about”; the end of another range may not."""
    low, high, centre = Fraction(10_000), Fraction(12_345), Fraction(11_234)
    record = Claim(low, high, Qualifier.EXACT, claim("1").measure, centre=centre)
    assert find_drift(claim("11,234"), record, None) is None
    assert find_drift(claim("about 11,000"), record, None) is None
    assert find_drift(claim("11,000"), record, None) is VALUE
    assert find_drift(claim("over 11,234"), record, None) is QUALIFIER


# fmt: off
UNITS: list[tuple[str, str, str, Drift | None]] = [
    # the record, the text, the period, the drift
    ("593 square kilometres", "about 19.1 square kilometres a day", "2024-12", None),
    ("593 square kilometres", "about 19 square kilometres a day", "2024-12", None),
    ("593 square kilometres", "19.1 square kilometres a day", "2024-12", VALUE),
    ("593 square kilometres", "593 square kilometres a day", "2024-12", UNIT),
    ("593 square kilometres", "about 19.1 square kilometres a day", "2024-11", VALUE),
    ("593 square kilometres", "about 19.1 square kilometres a day", "", UNIT),
    ("593 square kilometres", "about 229 square miles", "", None),
    ("593 square kilometres", "229 square miles", "", VALUE),
    ("593 square kilometres", "593 square miles", "", UNIT),
    ("593 square kilometres", "59,300 hectares", "", None),
    ("593 square kilometres", "593 kilometres", "", UNIT),
    ("99 people per square kilometre", "about 256 people per square mile", "", None),
    ("99 people per square kilometre", "99 people per square mile", "", UNIT),
    ("99 people per square kilometre", "99 people", "", UNIT),
    ("31 tonnes a day", "217 tonnes a week", "", None),
    ("31 tonnes a day", "31 tonnes a week", "", UNIT),
    ("31 tonnes a day", "961 tonnes", "2024-12", None),
    ("31 tonnes a day", "961 tonnes a month", "2024-12", None),
    ("366 tonnes a day", "11,163 tonnes a month", "2024", None),
    ("31 tonnes", "31", "", None),
    ("31 tonnes a day", "31 a week", "", UNIT),
    ("100 dollars", "100 euros", "", UNIT),
    ("100 dollars", "about 92 euros", "", UNIT),
    ("2.5 billion dollars", "2,500 million dollars", "", None),
    ("5 per cent", "5 percentage points", "", UNIT),
    ("5 percentage points", "5 per cent", "", UNIT),
    ("500 basis points", "5 percentage points", "", None),
    ("8 per cent", "8 per cent a year", "", None),
    ("8 per cent a year", "8 per cent", "", None),
    ("12.4 per cent", "about 12 per cent", "", None),
    ("12.5 per cent", "about 12 per cent", "", None),
    ("12.6 per cent", "about 12 per cent", "", VALUE),
    ("0.4 per cent", "about 0 per cent", "", VALUE),
    ("33.2 per cent", "about a third", "", None),
    ("36 per cent", "about a third", "", VALUE),
    ("91 per cent", "more than nine in ten", "", None),
    ("89 per cent", "more than nine in ten", "", VALUE),
    ("88 per cent", "less than nine in ten", "", None),
    ("up to 91 per cent", "more than nine in ten", "", VALUE),
]
# fmt: on


@pytest.mark.parametrize(("record", "text", "period", "expected"), UNITS)
def test_units_convert_within_their_kind(
    record: str, text: str, period: str, expected: Drift | None
) -> None:
    """Exactly or after declared rounding; by the days of the period, if there is one."""
    assert drift(record, text, period) is expected


@pytest.mark.parametrize(
    ("record", "text", "expected"),
    [
        ("1,523 soldiers", "1,523 soldiers", None),
        ("1,523 soldiers", "1,523 people", None),
        ("1,523 soldiers", "1,523", None),
        ("1,523 soldiers", "1,523 ships", UNIT),
        ("1,523 killed", "1,523 killed and wounded", BASIS),
        ("1,523 killed and wounded", "1,523 killed", BASIS),
        ("1,523 killed and wounded", "1,523 casualties", None),
        ("1,523 killed", "1,523 soldiers", None),
        ("1,523 soldiers", "1,523 soldiers killed", None),
        ("1,523 killed", "1,600 killed and wounded", VALUE),
    ],
)
def test_what_is_counted_is_not_exchanged(record: str, text: str, expected: Drift | None) -> None:
    """The dead are no dead and wounded, soldiers no ships; who says less says nothing wrong."""
    assert drift(record, text) is expected


@pytest.mark.parametrize(
    ("record", "text", "expected"),
    [
        ("slowed to nine tonnes", "slowed to nine tonnes", None),
        ("slowed by nine tonnes", "slowed by nine tonnes", None),
        ("slowed by nine tonnes", "slowed to nine tonnes", CHANGE),
        ("slowed to nine tonnes", "slowed by nine tonnes", CHANGE),
        ("it was nine tonnes", "slowed by nine tonnes", CHANGE),
        ("it was nine tonnes", "slowed to nine tonnes", None),
        ("rose by 5 per cent", "rose to 5 per cent", CHANGE),
        ("rose 5 per cent", "rose to 5 per cent", CHANGE),
        ("it was 5 per cent", "rose by 5 per cent", None),
        ("slowed to nine tonnes", "slowed by ten tonnes", VALUE),
    ],
)
def test_by_is_not_to(record: str, text: str, expected: Drift | None) -> None:
    """What something changed by is another fact than what it came to."""
    assert drift(record, text) is expected


def test_a_fall_may_be_written_with_a_minus() -> None:
    """“Fell by nine” says the same as a record of minus nine; “stood at nine” does not."""
    record = Claim(
        Fraction(-9), Fraction(-9), Qualifier.EXACT, claim("1 tonne").measure, trend="by"
    )
    assert find_drift(claim("fell by nine tonnes"), record, None) is None
    level = Claim(Fraction(-9), Fraction(-9), Qualifier.EXACT, claim("1 tonne").measure)
    assert find_drift(claim("it was nine tonnes"), level, None) is VALUE


@pytest.mark.parametrize(
    ("said", "value", "expected"),
    [
        ("1500", "1523", True),
        ("1520", "1523", True),
        ("1530", "1523", False),
        ("2000", "1523", False),  # one digit is left of four
        ("20", "15", False),
        ("2000", "2000", True),
        ("1550", "1545", True),
        ("1540", "1545", True),  # half of a place rounds either way
        ("19", "593/31", True),
        ("19.13", "593/31", True),
        ("19.12", "593/31", False),
        ("9", "8.86", False),
        ("0.33", "1/3", True),
        ("0.3", "1/3", False),
        ("-1500", "-1523", True),
        ("1500", "-1523", False),
        ("0", "0.4", False),
    ],
)
def test_a_rounding_is_correct_and_keeps_two_digits(said: str, value: str, expected: bool) -> None:
    """The nearest number of the place, with two significant digits or all that there are."""
    assert is_rounding(Fraction(said), Fraction(value)) is expected


@pytest.mark.parametrize(
    ("said", "value", "down", "up"),
    [
        ("1500", "1577", True, False),
        ("1600", "1577", False, True),
        ("1500", "1500", True, True),
        ("1600", "1500", False, False),
        ("1400", "1500", False, False),
    ],
)
def test_a_limit_rounds_to_its_own_side(said: str, value: str, down: bool, up: bool) -> None:
    """Down for “more than”, up for “under”; a round number needs none and gets none."""
    assert is_rounding(Fraction(said), Fraction(value), down=True) is down
    assert is_rounding(Fraction(said), Fraction(value), up=True) is up


def unit(name: str, ucum: str = "") -> Unit:
    """A unit as `units.yml` holds it."""
    return Unit(id=name.replace(" ", "-").lower(), name=name, ucum=ucum or None)


@pytest.mark.parametrize(
    ("given", "wanted", "period", "expected"),
    [
        ("km2", "km2/d", "2024-12", ["1/31"]),
        ("km2", "km2/d", "2024-02", ["1/29"]),
        ("km2", "km2/d", "2024-12-30/2025-01-02", ["1/4"]),
        ("km2/d", "km2", "2024-12", ["31"]),
        ("km2", "km2/d", "", []),
        ("km2", "har", "", ["100"]),
        ("10*9.{USD}", "10*6.{USD}", "", ["1000"]),
        ("10*9.{USD}", "10*9.{EUR}", "", []),
        ("{person}/km2", "{person}/har", "", ["1/100"]),
        ("{person}", "{vessel}", "", []),
        ("{person}", "km2", "", []),
        ("t/d", "kg/h", "", ["125/3"]),
    ],
)
def test_codes_convert_exactly(given: str, wanted: str, period: str, expected: list[str]) -> None:
    """By factors that are no decimals, so that nothing is lost on the way."""
    measures = measure_of(unit("x", given)), measure_of(unit("x", wanted))
    factors = conversions(*measures, parse_edtf(period) if period else None)
    assert [str(factor) for factor in factors] == expected


def test_a_month_of_593_km2_is_19_129_a_day() -> None:
    """The first case of all."""
    month, day = measure_of(unit("x", "km2")), measure_of(unit("x", "km2/d"))
    (factor,) = conversions(month, day, parse_edtf("2024-12"))
    assert round(float(593 * factor), 3) == 19.129


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (unit("square kilometres", "km2"), unit("square miles", "[mi_i]2"), True),
        (unit("square kilometres", "km2"), unit("square kilometres per day", "km2/d"), False),
        (unit("tonnes per day"), unit("tonnes per week"), True),
        (unit("square kilometres"), unit("people", "{person}"), False),
        (unit("roubles", "{RUB}"), unit("dollars", "{USD}"), False),
        (unit("per cent", "%"), unit("per cent of GDP", "%"), False),
        (unit("per cent of GDP", "%"), unit("per cent of GDP", "%"), True),
        (unit("per cent", "%"), unit("permille", "[ppth]"), True),
        (unit("nets"), unit("traps"), False),
        (unit("nets"), unit("nets"), True),
    ],
)
def test_two_units_measure_the_same_or_not(one: Unit, other: Unit, expected: bool) -> None:
    """By kind and by what it is divided by; a share of one whole is none of another."""
    assert is_same_dimension(one, other) is expected
