"""The language of calculations: what it makes, what it refuses, and that nothing breaks it."""

from __future__ import annotations

from fractions import Fraction
from operator import add, mul, sub, truediv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.arithmetic import (
    Expression,
    ExpressionFault,
    count_months,
    evaluate,
    fill_expression,
    format_fraction,
    parse_expression,
    round_fraction,
)
from generator.records.edtf import parse_edtf

VALUES = {"boats": Fraction(593), "24-north-boats": Fraction(12), "less": Fraction(-5, 2)}


def work_out(text: str, period: str = "2024-12") -> Fraction | ExpressionFault:
    """What a text makes, with the values above."""
    expression = parse_expression(text)
    if isinstance(expression, ExpressionFault):
        return expression
    return evaluate(expression, VALUES, parse_edtf(period))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("7", "7"),
        ("  0.50 ", "1/2"),
        ("593 / 31", "593/31"),
        ("593/31", "593/31"),
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("8 - 3 - 2", "3"),
        ("8 / 4 / 2", "1"),
        ("8 - 2 * 3 + 4 / 2", "4"),
        ("8 / (4 / 2)", "4"),
        ("-3 * 2", "-6"),
        ("2 - -3", "5"),
        ("--3", "3"),
        ("-(1 + 2)", "-3"),
        ("2 × 3 ÷ 4 − 1", "1/2"),
        ("593-31", "562"),
        ("boats / days", "593/31"),
        ("24-north-boats * 2", "24"),
        ("-less", "5/2"),
        ("2 -less", "9/2"),
        ("boats×2−less", "2377/2"),
        ("(boats)-1", "592"),
        ("months * 10", "10"),
        ("round(2.5)", "3"),
        ("round(-2.5)", "-3"),
        ("round(less)", "-3"),
        ("round(19.129, 1)", "191/10"),
        ("round(19.129, 0)", "19"),
        ("round(1250, -2)", "1300"),
        ("round(round(1.44, 1) + 0.05, 1)", "3/2"),
        ("(" * 20 + "1" + ")" * 20, "1"),
        ("-" * 20 + "1", "1"),
        ("+".join(["1"] * 50), "50"),
        ("1" + " " * 299, "1"),
    ],
)
def test_a_calculation_makes_what_arithmetic_makes(text: str, result: str) -> None:
    """Exactly, with the usual order of signs and halves rounded away from zero."""
    assert work_out(text) == Fraction(result)


@pytest.mark.parametrize(
    ("text", "position", "action"),
    [
        ("", 0, "write it"),
        ("   ", 0, "write it"),
        ("48,670 / 593", 0, "write `48670`"),
        ("2 * 1,234,567.8", 4, "write `1234567.8`"),
        ("8,8 + 1", 1, "decimal point"),
        ("27.96-boats", 5, "a space before and behind"),
        ("(1 + 2)-boats", 7, "a space before and behind"),
        ("boats- 31", 5, "a space before and behind"),
        ("10–12", 2, "minus as `-`"),
        ("3 : 4", 2, "division as `/`"),
        ("3 · 4", 2, "multiplication as `*`"),
        ("3 x 4", 2, "multiplication as `*`"),
        ("593 km2 / 31", 4, "units are left out"),
        ("20% * 3", 2, "divide by 100"),
        ("2^3", 1, "multiplication"),
        ("2 ** 3", 3, "both sides"),
        ("a = 3", 2, "leave the result out"),
        ("Boats / 2", 0, "lower-case"),
        ("[1 + 2]", 0, "round brackets"),
        (".5", 0, "before and behind the point"),
        ("5.", 1, "before and behind the point"),
        ("1.2.3", 3, "before and behind the point"),
        ("boats_a", 5, "hyphens"),
        ("(2 + 3", 0, "put a `)`"),
        ("2 + 3)", 5, "delete the bracket"),
        ("()", 1, "both sides"),
        ("2 +", 3, "both sides"),
        ("* 2", 0, "both sides"),
        ("+ 2", 0, "both sides"),
        ("boats less", 6, "before it"),
        ("boats / day", 8, "write `days`"),
        ("boats / month", 8, "write `months`"),
        ("round", 0, "write `round(x)`"),
        ("round 3", 0, "write `round(x)`"),
        ("round(3, x)", 9, "for tenths"),
        ("round(3, 1.5)", 9, "for tenths"),
        ("round(3, 19)", 9, "for tenths"),
        ("round(3, 1, 2)", 10, "decimal point"),
        ("abs(3)", 0, "only `round(x)`"),
        ("boats(3)", 0, "only `round(x)`"),
        ("\u202e1", 0, "write numbers"),
        ("(" * 21 + "1" + ")" * 21, 20, "a figure of its own"),
        ("-" * 21 + "1", 20, "a figure of its own"),
        ("+".join(["1"] * 51), 100, "a figure of its own"),
        ("1" * 301, 300, "a figure of its own"),
        ("1 / 0", 2, "behind the `/`"),
        ("1 / (boats - boats)", 2, "behind the `/`"),
        ("gulls + 1", 0, "has a `value`"),
        ("1" * 19, 0, "18 digits"),
        ("*".join(["9" * 9] * 3), 19, "18 digits"),
    ],
)
def test_what_is_no_calculation_is_refused_where_it_fails(
    text: str, position: int, action: str
) -> None:
    """With the place of the fault, and a next step."""
    fault = work_out(text)
    assert isinstance(fault, ExpressionFault)
    assert fault.position == position
    assert action in fault.help


@pytest.mark.parametrize(
    ("period", "days", "months"),
    [
        ("2024-12", 31, 1),
        ("2024-02", 29, 1),
        ("2024-02-03", 1, None),
        ("2024", 366, 12),
        ("2024-33", 91, 3),
        ("2024-01/2024-06", 182, 6),
        ("2023-11/2024-01", 92, 3),
        ("2024-12-01/2024-12-17", 17, None),
        ("2024-12-01/2024-12-31", 31, 1),
        ("2024-12~", None, None),
        ("2024-12?", None, None),
        ("202X", None, None),
        ("2024-XX", None, None),
        ("2024-21", None, None),
        ("2024-12/..", None, None),
        ("/2024-12", None, None),
        ("9999-12", 31, 1),
    ],
)
def test_a_period_has_a_length_where_it_is_exact(
    period: str, days: int | None, months: int | None
) -> None:
    """An approximate or open one is refused: nobody knows by how much to divide."""
    for word, length in (("days", days), ("months", months)):
        made = work_out(word, period)
        assert isinstance(made, ExpressionFault) if length is None else made == length
    assert count_months(parse_edtf(period)) == months


def test_a_text_has_no_period() -> None:
    """A calculation in a brief writes the number of days."""
    expression = parse_expression("boats / days")
    assert isinstance(expression, Expression)
    fault = evaluate(expression, VALUES, None)
    assert isinstance(fault, ExpressionFault)
    assert fault.position == 8


def test_an_expression_tells_its_inputs() -> None:
    """Ids once each, numbers with their place; to how many digits is rounded is no input."""
    text = "round(27.96 - boats / 31 + 24-north-boats * boats, 1)"
    expression = parse_expression(text)
    assert isinstance(expression, Expression)
    assert expression.ids == ("boats", "24-north-boats")
    assert [number.text for number in expression.numbers] == ["27.96", "31"]
    assert [text[number.start : number.end] for number in expression.numbers] == ["27.96", "31"]
    assert [number.value for number in expression.numbers] == [Fraction("27.96"), 31]
    assert not expression.uses_period
    filled = fill_expression(expression, {"boats": "593", "24-north-boats": "12", "gulls": "1"})
    assert filled == "round(27.96 - 593 / 31 + 12 * 593, 1)"


@pytest.mark.parametrize(
    ("number", "digits", "shown"),
    [
        ("593/31", 3, "19.129"),
        ("19", 2, "19"),
        ("-1/8", 2, "-0.13"),
        ("1/200", 2, "0.01"),
        ("1/300", 2, "0"),
        ("-1/300", 2, "0"),
        ("1250", -2, "1300"),
        ("100", 0, "100"),
        ("123456789012345678901234567890.25", 1, "123456789012345678901234567890.3"),
    ],
)
def test_a_result_is_shown_in_plain_digits(number: str, digits: int, shown: str) -> None:
    """Without exponents, zeros at the end or a minus before nothing."""
    assert format_fraction(Fraction(number), digits) == shown


Made = tuple[str, Fraction]
"""An expression, and what it makes."""

SIGNS = {"+": add, "-": sub, "*": mul, "/": truediv}


def join(left: Made, sign: str, right: Made) -> Made:
    """Two expressions, in brackets; nothing is divided by zero."""
    sign = "*" if right[1] == 0 else sign
    return f"({left[0]} {sign} {right[0]})", SIGNS[sign](left[1], right[1])


NUMBERS = st.decimals(0, 10_000, places=2).map(lambda number: (str(number), Fraction(number)))
EXPRESSIONS = st.recursive(
    NUMBERS,
    lambda inner: (
        st.builds(join, inner, st.sampled_from(list(SIGNS)), inner)
        | inner.map(lambda made: (f"-{made[0]}", -made[1]))
        | inner.map(lambda made: (f"round({made[0]}, 1)", round_fraction(made[1], 1)))
    ),
    max_leaves=8,
)


@given(EXPRESSIONS)
def test_any_expression_makes_what_fractions_make(made: Made) -> None:
    """However brackets, signs and rounding are nested, unless it grows too long."""
    text, result = made
    found = work_out(text)
    if isinstance(found, ExpressionFault):
        assert found.help.startswith(("work out a part", "look for a factor"))
    else:
        assert found == result


@given(st.lists(st.tuples(st.integers(0, 99), st.sampled_from("+-*/")), min_size=1, max_size=12))
def test_signs_bind_as_everywhere(parts: list[tuple[int, str]]) -> None:
    """Without brackets too: Python, whose order of signs is the same, makes the same."""
    text = " ".join(f"{number} {sign}" for number, sign in parts) + " 7"
    exact = " ".join(f"Fraction({number}) {sign}" for number, sign in parts) + " Fraction(7)"
    try:
        result = eval(exact, {"Fraction": Fraction})  # noqa: S307 (a text made here, in a test)
    except ZeroDivisionError:
        result = None
    found = work_out(text)
    if isinstance(found, Fraction):
        assert found == result
    else:
        assert result is None or abs(result) >= 10**18


@given(st.text(max_size=320) | st.text("0123456789abz-+*/()., ×÷−roundays", max_size=320))
def test_whatever_is_typed_nothing_breaks(text: str) -> None:
    """A fault has its place in the text, a message and a help; everything else has a number."""
    found = work_out(text)
    if isinstance(found, ExpressionFault):
        assert 0 <= found.position <= len(text)
        assert found.message
        assert found.help
    else:
        assert isinstance(found, Fraction)
