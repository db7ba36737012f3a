"""Figures that a brief has of its own, in words: what it worked out, and what it does not source.

Each stands twice on the page: as evidence where it is mentioned, and in the list of all figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.evidence.arithmetic import ExpressionFault, format_fraction, round_fraction
from generator.evidence.derived import evaluate_calc
from generator.pages.computations import show_computation
from generator.pages.context import PageContext
from generator.pages.markup import Markup
from generator.pages.mentions import NOT_SOURCED, WORKED_OUT, OwnFigure
from generator.pages.wording import format_number
from generator.records.prose import Arithmetic, Mark
from generator.speech import gettext as _
from generator.speech import mark

SHOWN_DIGITS = 2
"""Behind the point of a result; one more where it is less than one."""

_TITLES = {WORKED_OUT: mark("Worked out here"), NOT_SOURCED: mark("Not sourced, with reason")}


@dataclass(frozen=True, slots=True)
class ShownOwnFigure:
    """One figure of the brief's own, ready for its list."""

    anchor: Markup
    number: int
    text: Markup
    words: Markup


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """The figures of one kind under their heading."""

    title: str
    anchor: Markup
    figures: list[ShownOwnFigure]


def describe_own_figures(page: PageContext) -> list[OwnFigures]:
    """The lists that are not empty, from what the page's text has mentioned."""
    own = page.mentions.own if page.mentions is not None else []
    groups = [
        OwnFigures(
            _(title), Markup(scheme), [_show(one, page) for one in own if one.scheme == scheme]
        )
        for scheme, title in _TITLES.items()
    ]
    return [group for group in groups if group.figures]


def _show(own: OwnFigure, page: PageContext) -> ShownOwnFigure:
    return ShownOwnFigure(Markup(own.anchor), own.number, Markup(own.text), word_grounds(own, page))


def word_grounds(own: OwnFigure, page: PageContext) -> Markup:
    """What a figure of the brief's own rests on: its computation, or the reason it has none."""
    if own.scheme == NOT_SOURCED:
        return page.show_authored(own.words)
    result = evaluate_calc(Arithmetic(own.text, own.words, Mark(0, 0)), page.library)
    made = "" if isinstance(result, ExpressionFault) else _word_result(result)
    return Markup(show_computation(own.words, page) + made)


def _word_result(result: Fraction) -> str:
    digits = SHOWN_DIGITS if abs(result) >= 1 else SHOWN_DIGITS + 1
    sign = "=" if round_fraction(result, digits) == result else "≈"
    return f" {sign} {format_number(Decimal(format_fraction(result, digits)))}"
