"""An expression of `derived` or `calc:` as it was read: the steps that work it out.

The shapes only: `expression_parser` reads them from a text, and what an id is worth, and the
working out, is the business of `evidence.arithmetic`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

PERIOD_WORDS = ("days", "months")
"""Words for the length of the observation's own period."""


class Action(StrEnum):
    """What a step does with the stack."""

    NUMBER = "number"
    ID = "id"
    PERIOD = "period"
    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"
    NEGATE = "negate"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class ExpressionFault:
    """Why an expression can't be read or worked out."""

    position: int
    """Where in the text, counted from 0."""
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of working an expression out; `start` and `end` tell where in the text it stands."""

    action: Action
    start: int
    end: int
    name: str = ""
    """The id, or the word for the period's length."""
    number: Fraction = Fraction(0)
    """The number, or to how many digits is rounded."""


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number that stands in an expression as digits: `text[start:end]`."""

    text: str
    start: int
    end: int
    value: Fraction


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression that could be read: its text, and the steps that work it out."""

    text: str
    steps: tuple[Step, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that it names, each once, in the order of their first appearance."""
        return tuple(dict.fromkeys(s.name for s in self.steps if s.action is Action.ID))

    @property
    def numbers(self) -> tuple[PrintedNumber, ...]:
        """The numbers that are its inputs; to how many digits is rounded is not among them."""
        return tuple(
            PrintedNumber(self.text[step.start : step.end], step.start, step.end, step.number)
            for step in self.steps
            if step.action is Action.NUMBER
        )

    @property
    def uses_period(self) -> bool:
        """Whether it holds `days` or `months`."""
        return any(step.action is Action.PERIOD for step in self.steps)
