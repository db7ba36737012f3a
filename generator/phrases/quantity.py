"""A quantity as a phrase states it: numbers, qualifier, unit, rate, and where each part stands.

The shapes only. How they are found in a text is the business of the modules beside this one; what
they prove, of `evidence`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from generator.records.vocabulary import Qualifier


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A part of a text: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a sign."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a phrase states: `low` and `high` are equal for a plain number."""

    span: Span
    """The whole, from the qualifier to the rate."""
    number: Span
    """The number or numbers, with words of magnitude."""
    low: Fraction
    high: Fraction
    step: Fraction
    """What one more in the last digit shown would add: 1 for 1,523, 100,000 for 1.2 million."""
    qualifier: Qualifier = Qualifier.EXACT
    unit: str = ""
    """An id of the vocabulary of units, such as `km2`; empty where no unit stands."""
    per: str = ""
    """What it is divided by: `day`, `km2`, `person`; empty where it is not a rate."""
    counted: str = ""
    """The words behind a number without a unit: `soldiers killed or injured`."""
    trend: str = ""
    """`by` where that word says by how much something changed, `change` where another form does
    (`rose 5 %`), `to` where it is said what a change came to; empty where none is spoken of."""
    direction: int = 0
    """-1 for a fall, 1 for a rise, 0 where the words do not tell."""
    is_spelled: bool = False
    """Whether the number is written in words alone."""
    is_fraction: bool = False
    """Whether it is a part such as `a third`, which digits only come near to."""
    is_open: bool = False
    """Whether the word before it may be a plain “to” or “from” instead of a limit (`до`, `bis`)."""
    other: Fraction | None = None
    """What the same digits are if point and comma change places, where a reader could think so."""

    @property
    def is_change(self) -> bool:
        """Whether it is said by how much something changed."""
        return self.trend in ("by", "change")

    @property
    def is_range(self) -> bool:
        """Whether two numbers are stated."""
        return self.low != self.high
