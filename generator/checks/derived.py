"""Figures that were worked out, in records and in briefs, are worked out again."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.catalogue import RULES
from generator.checks.chains import find_cycles, show_way
from generator.checks.figures import Figure, find_figures
from generator.evidence.arithmetic import format_fraction, parse_expression
from generator.evidence.derived import (
    compute_derived,
    evaluate_calc,
    fill_in,
    find_circular,
    find_inputs,
)
from generator.evidence.findings import has_failed
from generator.issues import Issue, Location, show_value
from generator.library.library import Library
from generator.records.brief import Brief
from generator.records.expression import Expression, ExpressionFault
from generator.records.observation import Observation

MORE_DIGITS = 2
"""How many digits a message shows beyond those of the record, so that the difference is seen."""


def check_derived(library: Library) -> Iterator[Issue]:
    """An issue for each record's calculation that can't be done, or makes another value."""
    circular = find_circular(library)
    for figure in find_figures(library):
        if figure.observation.derived is not None:
            yield from _check_figure(figure, library, circular)
    yield from _check_cycles(library)


def check_calculations(library: Library) -> Iterator[Issue]:
    """An issue for each calculation in a brief that can't be done."""
    for brief in library.briefs.values():
        yield from _check_brief(brief, library)


def _check_figure(figure: Figure, library: Library, circular: frozenset[str]) -> Iterator[Issue]:
    computed = compute_derived(figure.observation, library, circular)
    if computed.fault is not None:
        yield _make_malformed_issue(computed.fault, figure.locate("derived"))
    elif computed.result is not None and not computed.is_equal:
        if any(has_failed(id, library) for id in computed.ids):
            return  # said of the figure that it is worked out from
        yield _make_mismatch_issue(figure, computed.result, library)


def _make_malformed_issue(fault: ExpressionFault, place: Location) -> Issue:
    return Issue(RULES["malformed-arithmetic"], place, fault.message, fault.help)


def _make_mismatch_issue(figure: Figure, result: Fraction, library: Library) -> Issue:
    observation = figure.observation
    shown = _show_calculation(observation, library)
    value = observation.value
    if value is None:
        message = f"{shown} makes one number, the record has a range"
        help = "give the result as `value`, without `low` and `high`"
        return Issue(RULES["derived-mismatch"], figure.locate("derived"), message, help)
    digits = -int(value.as_tuple().exponent)
    made = format_fraction(result, digits + MORE_DIGITS)
    rounded = format_fraction(result, digits)
    return Issue(
        RULES["derived-mismatch"],
        figure.locate("value"),
        f"{shown} makes {made}, the record says `{value}`",
        f"write `value: {rounded}`, or correct the calculation",
    )


def _show_calculation(observation: Observation, library: Library) -> str:
    """A calculation as it was written, and with numbers where ids stand in it."""
    text = observation.derived or ""
    expression = parse_expression(text)
    if isinstance(expression, Expression):
        filled = fill_in(expression, library, observation)
        if filled != text:
            return f"{show_value(text)} ({filled})"
    return show_value(text)


def _check_cycles(library: Library) -> Iterator[Issue]:
    links = {id: [(one, 0) for one in find_inputs(id, library)] for id in library.observations}
    closing = list(find_cycles(links))
    figures = {figure.observation.id: figure for figure in find_figures(library)} if closing else {}
    for way, _ in closing:
        shown = show_way(way)
        yield Issue(
            RULES["cyclic-arithmetic"],
            figures[way[-2]].locate("derived"),
            f"the figure is worked out from itself: {shown}",
            "give the figure that a source prints its quote, and no `derived`",
        )


def _check_brief(brief: Brief, library: Library) -> Iterator[Issue]:
    path = library.address("brief", brief.id).path
    for calc in brief.arithmetic:
        expression = parse_expression(calc.expression)
        if isinstance(expression, Expression) and _is_incomplete(expression, library):
            continue  # the id that leads nowhere is an issue of its own
        result = evaluate_calc(calc, library)
        if isinstance(result, ExpressionFault):
            place = Location(path, calc.mark.line, calc.mark.column)
            yield _make_malformed_issue(result, place)


def _is_incomplete(expression: Expression, library: Library) -> bool:
    return any(id not in library.observations for id in expression.ids)
