"""A date as a phrase states it, and where.

The shapes only, with what they can be compared to. How they are found is the business of `dates`.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.phrases.quantity import Span
from generator.records.edtf import OPEN_END, OPEN_START, EdtfDate


@dataclass(frozen=True, slots=True)
class Yearless:
    """Days that come round each year: `in December`, `on 9 January`, `from December to March`."""

    first: str
    last: str
    """Month and day, `12-01`; the last lies in the next year when it sorts before the first."""

    @property
    def month(self) -> int:
        """The month that holds all of it; zero if it reaches over several."""
        is_in_one = self.first[:2] == self.last[:2] and self.first <= self.last
        return int(self.first[:2]) if is_in_one else 0

    def overlaps(self, period: EdtfDate) -> bool:
        """Whether the days of some year can lie in the period."""
        if period.earliest == OPEN_START or period.latest == OPEN_END:
            return True
        turn = self.last < self.first
        return any(
            f"{year:04}-{self.first}" <= period.latest
            and period.earliest <= f"{year + turn:04}-{self.last}"
            for year in range(int(period.earliest[:4]) - 1, int(period.latest[:4]) + 1)
        )


@dataclass(frozen=True, slots=True)
class DatedSpan:
    """A date that a phrase states; without a year in text and context there is no `date`."""

    span: Span
    """The words of the date itself: not the `in`, `since` or `between` before them."""
    date: EdtfDate | None
    is_bound: bool = False
    """Whether only the end is named: `by 15 July 2025`, `until March`, `as of 10 November`."""
    is_open: bool = False
    """Whether only the start is named: `since March`; a `date` then is an interval without end."""
    yearless: Yearless | None = None
    """What the phrase says by itself where it names no year; a `date` is then an inference."""

    @property
    def month(self) -> int:
        """The month that a phrase without a year names; zero if it names another period."""
        return self.yearless.month if self.yearless else 0

    def overlaps(self, period: EdtfDate) -> bool | None:
        """Whether the date can fall in the period; none if the phrase leaves it open.

        A year that is not stated proves nothing: `in December` can be said of every December. Who
        trusts the inferred one asks `date`. A period before a bound may well be meant by it.
        """
        if not (self.is_bound or self.is_open):
            known = self.yearless or self.date
            return known is not None and known.overlaps(period)
        if self.date is None:
            return None
        if self.date.overlaps(period):
            return True
        is_before_end = self.is_bound and period.latest < self.date.earliest
        return None if is_before_end or self.yearless else False
