"""Works out the expressions of `derived` and `calc:`, exactly, with fractions.

The language itself is read in `records`, because ids in it are references. What an id
is worth comes from outside; nothing here knows a library.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

from generator.issues import show_value
from generator.records.edtf import EdtfDate
from generator.records.expression import Action, Expression, ExpressionFault, Step
from generator.records.expression_parser import parse_expression

__all__ = [
    "Expression",
    "ExpressionFault",
    "count_months",
    "evaluate",
    "fill_expression",
    "format_fraction",
    "parse_expression",
    "round_fraction",
]

MAX_BITS = 8192
"""Of a numerator or denominator on the way: far beyond what 50 numbers of a record can make."""

MAX_RESULT = 10**18
"""The first number that no `value` can hold."""

SHOWN_DIGITS = 4
"""Behind the point, where nothing says how many a reader needs."""


def evaluate(
    expression: Expression, values: Mapping[str, Fraction], period: EdtfDate | None
) -> Fraction | ExpressionFault:
    """The result; `period` is that of the observation, none where a text does the arithmetic."""
    stack: list[Fraction] = []
    for step in expression.steps:
        made = _take_step(step, stack, values, period)
        if isinstance(made, ExpressionFault):
            return made
        if max(made.numerator.bit_length(), made.denominator.bit_length()) > MAX_BITS:
            return _make_size_fault(step)
        stack.append(made)
    result = stack.pop()
    return _make_size_fault(expression.steps[-1]) if abs(result) >= MAX_RESULT else result


def _take_step(
    step: Step, stack: list[Fraction], values: Mapping[str, Fraction], period: EdtfDate | None
) -> Fraction | ExpressionFault:
    if step.action is Action.NUMBER:
        return step.number
    if step.action is Action.ID:
        return _look_up(step, values)
    if step.action is Action.PERIOD:
        return _measure_period(step, period)
    if step.action is Action.NEGATE:
        return -stack.pop()
    if step.action is Action.ROUND:
        return round_fraction(stack.pop(), int(step.number))
    right, left = stack.pop(), stack.pop()
    return _combine(step, left, right)


def _combine(step: Step, left: Fraction, right: Fraction) -> Fraction | ExpressionFault:
    if step.action is Action.ADD:
        return left + right
    if step.action is Action.SUBTRACT:
        return left - right
    if step.action is Action.MULTIPLY:
        return left * right
    if right == 0:
        help = "look at what stands behind the `/`"
        return ExpressionFault(step.start, "the calculation divides by zero", help)
    return left / right


def _look_up(step: Step, values: Mapping[str, Fraction]) -> Fraction | ExpressionFault:
    if step.name in values:
        return values[step.name]
    message = f"{show_value(step.name)} has no single number"
    return ExpressionFault(step.start, message, "name a figure that has a `value`")


def _measure_period(step: Step, period: EdtfDate | None) -> Fraction | ExpressionFault:
    if period is None:
        message = f"`{step.name}` has no meaning here, for a text has no period"
        return ExpressionFault(step.start, message, f"write the number of {step.name}")
    length = period.days if step.name == "days" else count_months(period)
    if length is None:
        message = f"the period `{period}` has no exact number of {step.name}"
        help = f"write the number of {step.name}, or give the period exactly if you know it"
        return ExpressionFault(step.start, message, help)
    return Fraction(length)


def count_months(period: EdtfDate) -> int | None:
    """How many whole months of the calendar a period lasts; none if it is not made of them."""
    if period.days is None:
        return None
    first, last = date.fromisoformat(period.earliest), date.fromisoformat(period.latest)
    is_last_of_month = last == date.max or (last + timedelta(days=1)).day == 1
    if first.day != 1 or not is_last_of_month:
        return None
    return 12 * (last.year - first.year) + last.month - first.month + 1


def _make_size_fault(step: Step) -> ExpressionFault:
    help = "look for a factor too many; figures have 18 digits at most"
    return ExpressionFault(step.start, "the numbers grow beyond what a figure can be", help)


def round_fraction(number: Fraction, digits: int = 0) -> Fraction:
    """Rounds to decimal places, halves away from zero; -3 digits are thousands."""
    scale = Fraction(10) ** digits
    whole = (abs(number) * scale + Fraction(1, 2)).__floor__()
    return (whole if number >= 0 else -whole) / scale


def format_fraction(number: Fraction, digits: int = SHOWN_DIGITS) -> str:
    """A number in plain digits, rounded to at most so many places, without zeros at its end."""
    places = max(digits, 0)
    shifted = round_fraction(number, digits) * 10**places
    printed = str(abs(int(shifted))).rjust(places + 1, "0")
    text = f"{printed[:-places]}.{printed[-places:]}".rstrip("0").rstrip(".") if places else printed
    return f"-{text}" if shifted < 0 else text


def fill_expression(expression: Expression, words: Mapping[str, str]) -> str:
    """The expression's text with ids, `days` and `months` exchanged for the words given."""
    parts, position = [], 0
    named = (step for step in expression.steps if step.name in words)
    for step in sorted(named, key=lambda step: step.start):
        parts += [expression.text[position : step.start], words[step.name]]
        position = step.end
    return "".join([*parts, expression.text[position:]])
