"""The two axes of a chart: which values and days they reach, and where they are labelled.

Everything is chosen here, so that a drawing depends on no font and on no renderer's taste.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from generator.evidence.charted import Span
from generator.pages.names import name_month
from generator.pages.wording import format_number

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_INTERVALS = 6
"""At most so many between the ends of the axis of values."""
_NEAR_ZERO = Decimal("0.6")
"""An axis begins at zero unless the lowest value is more than this share of the highest."""
_SCALES = ((1_000_000, 2_000_000), (1_000, 20_000))
"""What an axis counts in, and from which value on."""
_MONTHS_APART = (1, 2, 3, 6, 12)
_YEARS_APART = (1, 2, 5, 10, 20, 50)
_MONTHS_A_YEAR = 12
_LONG = 8 * 366
"""From so many days on, years are labelled alone."""


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """The axis of values, from its first tick to its last."""

    ticks: tuple[Decimal, ...]
    divisor: int
    """What its labels count: 1, thousands or millions."""

    @property
    def has_zero(self) -> bool:
        """Whether nought is on it."""
        return self.ticks[0] <= 0 <= self.ticks[-1]

    def label(self, tick: Decimal) -> str:
        """The number at a tick."""
        number = tick / self.divisor
        return format_number(number.quantize(Decimal(1)) if number % 1 == 0 else number.normalize())


@dataclass(frozen=True, slots=True)
class TimeTick:
    """One labelled stretch of time."""

    start: int
    middle: float
    label: str
    year: str
    """The second line; empty where the tick before says it."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The axis of time, in days as `date.toordinal` counts them."""

    start: int
    end: int
    ticks: tuple[TimeTick, ...]


def choose_values(values: Iterable[Decimal], *, from_zero: bool) -> ValueAxis:
    """An axis that holds all values, with round ticks."""
    low, high = _find_ends(list(values), from_zero=from_zero)
    step = _choose_step((high - low) / _INTERVALS)
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    # A mark on the lower edge would look like nought.
    first -= first > 0 and step * first == low
    largest = max(abs(low), abs(high))
    divisor = next((size for size, least in _SCALES if largest >= least), 1)
    return ValueAxis(tuple(step * at for at in range(first, last + 1)), divisor)


def _find_ends(values: Sequence[Decimal], *, from_zero: bool) -> tuple[Decimal, Decimal]:
    low, high = min(values), max(values)
    if from_zero or 0 < low <= high * _NEAR_ZERO or low <= 0:
        low = min(low, Decimal(0))
    if high < 0 and (from_zero or high >= low * _NEAR_ZERO):
        high = Decimal(0)
    if low == high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    return (low, high) if low < high else (Decimal(0), Decimal(1))


def _choose_step(least: Decimal) -> Decimal:
    """The smallest of 1, 2, 5 and their tenfolds that is no smaller."""
    size = Decimal(1).scaleb(least.adjusted())
    return next(step * size for step in _STEPS if step * size >= least)


def choose_times(spans: Sequence[Span], width: float, apart: float) -> TimeAxis:
    """An axis of whole months or years.

    Args:
        spans: What has to be on it.
        width: How many units it is drawn on.
        apart: How far from each other labels have to be.
    """
    first = date.fromordinal(min(span.start for span in spans))
    last = date.fromordinal(max(span.end for span in spans) - 1)
    if all(span.length == "year" for span in spans) or (last - first).days > _LONG:
        return _label_years(first.year, last.year, width, apart)
    return _label_months(_month_of(first), _month_of(last), width, apart)


def _month_of(day: date) -> int:
    return day.year * _MONTHS_A_YEAR + day.month - 1


def _first_day(month: int) -> int:
    """Its ordinal; the year after the last that can be written is none of a record's."""
    return date(month // _MONTHS_A_YEAR, month % _MONTHS_A_YEAR + 1, 1).toordinal()


def _label_years(first: int, last: int, width: float, apart: float) -> TimeAxis:
    each = width / (last - first + 1)
    step = next((step for step in _YEARS_APART if step * each >= apart), _YEARS_APART[-1])
    ticks = [
        TimeTick(start, (start + _first_day((year + 1) * _MONTHS_A_YEAR)) / 2, f"{year}", "")
        for year in range(first, last + 1)
        if year % step == 0
        for start in [_first_day(year * _MONTHS_A_YEAR)]
    ]
    ends = _first_day(first * _MONTHS_A_YEAR), _first_day((last + 1) * _MONTHS_A_YEAR)
    return TimeAxis(*ends, tuple(ticks))


def _label_months(first: int, last: int, width: float, apart: float) -> TimeAxis:
    each = width / (last - first + 1)
    step = next((step for step in _MONTHS_APART if step * each >= apart), _MONTHS_APART[-1])
    labelled = [month for month in range(first, last + 1) if month % step == 0]
    ticks = tuple(_label_month(month, is_first=month == labelled[0]) for month in labelled)
    return TimeAxis(_first_day(first), _first_day(last + 1), ticks)


def _label_month(month: int, *, is_first: bool) -> TimeTick:
    start, end = _first_day(month), _first_day(month + 1)
    year, number = divmod(month, _MONTHS_A_YEAR)
    name = name_month(number + 1)
    return TimeTick(start, (start + end) / 2, name, f"{year}" if is_first or number == 0 else "")


def list_steps(spans: Sequence[Span]) -> Iterator[Span]:
    """Every month, or year, from the first span to the last, where most spans are such."""
    lengths = [span.length for span in spans]
    common = max(sorted(set(lengths)), key=lengths.count)
    per = {"month": 1, "year": _MONTHS_A_YEAR}.get(common)
    if per is None:
        return
    regular = [span for span in spans if span.length == common]
    first = _month_of(date.fromordinal(min(span.start for span in regular)))
    last = _month_of(date.fromordinal(max(span.end for span in regular) - 1))
    for month in range(first, last + 1, per):
        yield Span(_first_day(month), _first_day(month + per))


def find_gaps(spans: Sequence[Span]) -> list[Span]:
    """The months, or years, between the first and the last of them for which there is nothing."""
    steps = list(list_steps(spans))
    longest = max((step.days for step in steps), default=0)
    short = [span for span in spans if span.days <= longest]
    return [
        step
        for step in steps
        if not any(span.start < step.end and step.start < span.end for span in short)
    ]
