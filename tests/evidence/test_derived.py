"""What comes out when derived figures and calculations in briefs are worked out again."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.evidence.arithmetic import ExpressionFault
from generator.evidence.derived import (
    Computed,
    compute_derived,
    evaluate_calc,
    find_circular,
    is_rounding,
)
from generator.library.library import Library
from generator.records.prose import Arithmetic, Mark
from tests.small import figure, small_library


@pytest.fixture(scope="module")
def derived() -> Library:
    """A few figures that were read, and more that were worked out from them."""
    return small_library(
        figure("catch", value=593),
        figure("guess", low=10, high=12),
        figure("centred", value=11, low=10, high=12),
        figure("rate", value=19.1, derived="catch / days"),
        figure("wrong", value=18.1, derived="catch / days"),
        figure("again", value=38.2, derived="rate * 2"),
        figure("broken", value=1, derived="catch /"),
        figure("lost", value=1, derived="catch / gulls"),
        figure("spread", value=11, derived="guess + 1"),
        figure("middle", value=22, derived="centred * 2"),
        figure("egg", value=1, derived="hen"),
        figure("hen", value=1, derived="egg"),
        figure("chick", value=2, derived="hen * 2"),
    )


def compute(id: str, library: Library) -> Computed:
    """One of the figures, worked out."""
    return compute_derived(library.observations[id], library)


@pytest.mark.parametrize(
    ("id", "result", "is_equal"),
    [
        ("rate", "593/31", True),
        ("wrong", "593/31", False),
        ("again", "191/5", True),
        ("middle", "22", True),
        ("broken", None, False),
        ("lost", None, False),
        ("spread", None, False),
        ("egg", None, False),
    ],
)
def test_a_figure_is_worked_out_from_the_values_on_record(
    id: str, result: str | None, is_equal: bool, derived: Library
) -> None:
    """A derived input stands for its value as it is recorded, which the page shows."""
    computed = compute(id, derived)
    assert computed.result == (None if result is None else Fraction(result))
    assert computed.is_equal is is_equal


def test_the_inputs_are_told(derived: Library) -> None:
    """Ids, numbers, and the ids that no record has."""
    assert compute("again", derived).ids == ("rate",)
    assert [number.text for number in compute("again", derived).numbers] == ["2"]
    assert compute("lost", derived).missing == ("gulls",)


def test_why_nothing_came_out_is_told(derived: Library) -> None:
    """A fault of the expression or of an input has its place."""
    broken, spread = compute("broken", derived).fault, compute("spread", derived).fault
    assert broken is not None
    assert broken.position == 7
    assert spread is not None
    assert (spread.position, spread.message) == (0, "`guess` is a range, 10 to 12")


def test_a_figure_that_rests_on_a_circle_rests_on_nothing(derived: Library) -> None:
    """Those on the circle, and those behind it."""
    assert find_circular(derived) == {"egg", "hen", "chick"}
    assert compute("chick", derived).is_circular
    assert not compute("again", derived).is_circular


def test_a_long_way_is_no_circle() -> None:
    """A running total of a thousand rows is followed, and not by recursion."""
    figures = [
        figure(f"sum-{n}", value=n, **({"derived": f"sum-{n - 1} + 1"} if n else {}))
        for n in range(1_500)
    ]
    assert find_circular(small_library(*figures)) == frozenset()


@pytest.mark.parametrize(
    ("value", "result", "expected"),
    [
        ("19.1", "593/31", True),
        ("19.0", "593/31", False),
        ("19.0", "19", True),
        ("19", "593/31", True),
        ("20", "593/31", False),
        ("2", "5/2", True),
        ("3", "5/2", True),
        ("3", "7/2", False),
        ("-2", "-5/2", True),
        ("-3", "-5/2", True),
        ("2400000", "2351234", False),
        ("0.125", "1/8", True),
        ("0", "-1/3", True),
    ],
)
def test_a_value_is_the_result_rounded_to_its_own_digits(
    value: str, result: str, expected: bool
) -> None:
    """Halves may go either way that is taught; zeros at the end are digits."""
    assert is_rounding(Decimal(value), Fraction(result)) is expected


def evaluate(text: str, library: Library) -> Fraction | ExpressionFault:
    """A calculation as a brief has it."""
    return evaluate_calc(Arithmetic("so much", text, Mark(1, 1)), library)


def test_a_calculation_in_a_brief_is_worked_out(derived: Library) -> None:
    """With the values on record; a text has no period of its own."""
    assert evaluate("catch / 31 - rate", derived) == Fraction(593, 31) - Fraction("19.1")
    for text in ("catch / days", "gulls + 1", "guess * 2", "catch /", "catch / (rate - rate)"):
        assert isinstance(evaluate(text, derived), ExpressionFault), text
