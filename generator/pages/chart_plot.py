"""The sizes in which a chart is drawn, and where on them days and values lie."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.pages.chart_scale import TimeAxis, ValueAxis


@dataclass(frozen=True, slots=True)
class Frame:
    """One of the sizes in which a chart is drawn, in units of its own."""

    name: str
    width: int
    """Of the whole drawing; what is left of it between the sides is for the values."""
    left: int
    right: int
    top: int
    height: int
    """From the lowest to the highest value."""
    radius: float
    """Of a mark."""
    apart: int
    """How far labels of time have to be from each other."""
    letters: int
    """The size of a letter."""

    @property
    def inner(self) -> int:
        """The width of the part for values."""
        return self.width - self.left - self.right

    @property
    def lowered(self) -> float:
        """How far below the middle of its letters words stand."""
        return self.letters * 0.35


@dataclass(frozen=True, slots=True)
class Plot:
    """The axes of one drawing; its origin is the upper left end of the part for values."""

    frame: Frame
    times: TimeAxis
    values: ValueAxis

    def days(self, units: float) -> float:
        """How many days a width is."""
        return units * (self.times.end - self.times.start) / self.frame.inner

    def units(self, days: float) -> float:
        """How wide some days are."""
        return days * self.frame.inner / (self.times.end - self.times.start)

    def x(self, day: float) -> float:
        """Where a day lies."""
        return self.frame.inner * _share(day, self.times.start, self.times.end)

    def y(self, value: Decimal) -> float:
        """Where a value lies; the highest are at the top."""
        low, high = float(self.values.ticks[0]), float(self.values.ticks[-1])
        return self.frame.height * (1 - _share(float(value), low, high))


def _share(number: float, low: float, high: float) -> float:
    return (number - low) / (high - low)
