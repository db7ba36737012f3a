"""Works out again what records and briefs worked out: the result, its inputs, and whether it fits.

An id stands for the value on record, rounded as it is there, so that a reader can do the same sum
with the figures on the page. Ids that lead nowhere are the reference check's business.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter

from generator.evidence.arithmetic import (
    Expression,
    ExpressionFault,
    evaluate,
    fill_expression,
    parse_expression,
    round_fraction,
)
from generator.issues import show_value
from generator.library.library import Library
from generator.records.expression import Action, PrintedNumber
from generator.records.expression_parser import find_expression_ids
from generator.records.observation import Observation
from generator.records.prose import Arithmetic


@dataclass(frozen=True, slots=True)
class Computed:
    """What came out when a derived figure was worked out again; no result where nothing could."""

    result: Fraction | None = None
    is_equal: bool = False
    """Whether the record's value is the result, rounded to the digits that the value has."""
    fault: ExpressionFault | None = None
    """What is wrong with the expression, or with an input of it."""
    is_circular: bool = False
    """Whether its ids lead into a circle, so that it rests on nothing."""
    ids: tuple[str, ...] = ()
    """The observations that it is worked out from."""
    numbers: tuple[PrintedNumber, ...] = ()
    """The numbers that it is worked out from."""
    missing: tuple[str, ...] = ()
    """Those among the ids that no readable record has."""


def compute_derived(
    observation: Observation, library: Library, circular: frozenset[str] | None = None
) -> Computed:
    """Works out a figure that is derived; `circular` spares finding the circles for each again."""
    expression = parse_expression(observation.derived or "")
    if isinstance(expression, ExpressionFault):
        return Computed(fault=expression)
    ids, numbers = expression.ids, expression.numbers
    if circular is None:
        circular = find_circular(library, [observation.id])
    missing = tuple(id for id in ids if id not in library.observations)
    if observation.id in circular or missing:
        is_circular = observation.id in circular
        return Computed(is_circular=is_circular, ids=ids, numbers=numbers, missing=missing)
    result = _work_out(expression, library, observation)
    if isinstance(result, ExpressionFault):
        return Computed(fault=result, ids=ids, numbers=numbers)
    is_equal = observation.value is not None and is_rounding(observation.value, result)
    return Computed(result, is_equal, ids=ids, numbers=numbers)


def evaluate_calc(arithmetic: Arithmetic, library: Library) -> Fraction | ExpressionFault:
    """What a calculation in a brief makes; an id that leads nowhere is a fault here, too."""
    expression = parse_expression(arithmetic.expression)
    if isinstance(expression, ExpressionFault):
        return expression
    return _work_out(expression, library, None)


def _work_out(
    expression: Expression, library: Library, observation: Observation | None
) -> Fraction | ExpressionFault:
    values: dict[str, Fraction] = {}
    for step in expression.steps:
        found = library.observations.get(step.name) if step.action is Action.ID else None
        if found is None:
            continue
        number = single_number(found)
        if number is None:
            message = f"{show_value(found.id)} is a range, {found.low} to {found.high}"
            return ExpressionFault(step.start, message, "name a figure that has a `value`")
        values[found.id] = Fraction(number)
    return evaluate(expression, values, observation.period if observation else None)


def single_number(observation: Observation) -> Decimal | None:
    """The number that an observation's id stands for; none if it has a range alone."""
    if observation.value is None and observation.low == observation.high:
        return observation.low
    return observation.value


def is_rounding(value: Decimal, result: Fraction) -> bool:
    """Whether a value is the result rounded to the value's digits, halves to either side.

    Zeros at the end are digits: `19.0` is no rounding of 19.1.
    """
    digits = -int(value.as_tuple().exponent)
    return Fraction(value) in (round_fraction(result, digits), round(result, digits))


def find_circular(library: Library, start: Iterable[str] | None = None) -> frozenset[str]:
    """The figures whose arithmetic leads into a circle, among those given and their inputs."""
    waiting = list(library.observations if start is None else start)
    inputs: dict[str, tuple[str, ...]] = {}
    while waiting:
        id = waiting.pop()
        if id not in inputs:
            inputs[id] = find_inputs(id, library)
            waiting += inputs[id]
    sorter = TopologicalSorter(inputs)
    with suppress(CycleError):  # what lies outside the circles can be sorted all the same
        sorter.prepare()
    sound: set[str] = set()
    while ready := sorter.get_ready():
        sorter.done(*ready)
        sound.update(ready)
    return frozenset(inputs.keys() - sound)


def find_inputs(id: str, library: Library) -> tuple[str, ...]:
    """The ids that a figure is worked out from; none for one that was read, or is not there."""
    observation = library.observations.get(id)
    return find_expression_ids(observation.derived or "") if observation else ()


def fill_in(expression: Expression, library: Library, observation: Observation | None) -> str:
    """The expression with the numbers that its ids and `days` stand for."""
    words = {id: str(single_number(library.observations[id]) or id) for id in expression.ids}
    if observation is not None and observation.period.days is not None:
        words["days"] = str(observation.period.days)
    return fill_expression(expression, words)
