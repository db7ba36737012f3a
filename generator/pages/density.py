"""How many events lie in each month of each year: one small drawing a year, all on one scale.

An event counts in a month if its date says which; those that name a season, a year or several
months are counted apart, in a bar of their own, because no month may claim them. The drawings are
links to the years; their words say the same numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.pages.date_words import word_date
from generator.pages.markup import Markup
from generator.pages.timelines import year_of
from generator.pages.wording import count
from generator.records.edtf import EdtfDate, parse_edtf
from generator.records.event import Event
from generator.speech import gettext as _

MOST_EMPTY = 5
"""How many years in a row without an event are shown; of more, none is."""
_STEP, _BAR, _GAP, _HEIGHT = 10, 8, 6, 40
_MONTHS = 12
OPEN_BAR = "bw-density__open"
UNKNOWN = 0
"""Stands in a year's counts for the events of which no single month is known."""


@dataclass(frozen=True, slots=True)
class DrawnYear:
    """One year of the strip; without a drawing where nothing happened."""

    year: str
    size: str
    drawing: Markup


def draw_years(events: Sequence[Event]) -> list[DrawnYear]:
    """The years from the first event to the last."""
    counts: dict[str, Counter[int]] = {}
    for event in events:
        counts.setdefault(year_of(event.date), Counter())[_month_of(event.date)] += 1
    tallest = max((max(months.values()) for months in counts.values()), default=0)
    return [_draw(year, counts.get(year, Counter()), tallest) for year in _fill_gaps(counts)]


def _month_of(date: EdtfDate) -> int:
    """The month in which it lies wholly; `UNKNOWN` if no single one is known."""
    months = date.earliest[:7], date.latest[:7]
    is_known = date.precision in ("day", "month") and months[0] == months[1]
    return int(months[0][5:]) if is_known else UNKNOWN


def _fill_gaps(years: Iterable[str]) -> list[str]:
    """The years in order, with those between them in which nothing happened if they are few."""
    ordered = sorted(years)
    filled = ordered[:1]
    for before, year in pairwise(ordered):
        between = range(int(before) + 1, int(year))
        filled += [f"{one:04}" for one in between] if len(between) <= MOST_EMPTY else []
        filled.append(year)
    return filled


def _draw(year: str, months: Counter[int], tallest: int) -> DrawnYear:
    total = months.total()
    bars = [
        _bar(_STEP * (month - 1) + 1, months[month], tallest, "")
        for month in range(1, _MONTHS + 1)
        if months[month]
    ]
    if months[UNKNOWN]:
        bars.append(_bar(_STEP * _MONTHS + _GAP, months[UNKNOWN], tallest, f" {OPEN_BAR}"))
    width = _STEP * (_MONTHS + 1) + _GAP
    line = (
        f'<line x1="0" y1="{_HEIGHT}" x2="{_STEP * _MONTHS}" y2="{_HEIGHT}" class="bw-axis"></line>'
    )
    drawing = (
        f'<svg class="bw-density__bars" viewBox="0 0 {width} {_HEIGHT + 1}" role="img" '
        f'aria-label="{_word(year, months)}">{"".join(bars)}{line}</svg>'
    )
    return DrawnYear(year, count(total, "event", "events"), Markup(drawing if total else ""))


def _bar(x: int, number: int, tallest: int, more: str) -> str:
    height = max(2, round(_HEIGHT * number / tallest))
    return (
        f'<rect x="{x}" y="{_HEIGHT - height}" width="{_BAR}" height="{height}" '
        f'class="bw-density__bar{more}"></rect>'
    )


def _word(year: str, months: Counter[int]) -> str:
    """What the drawing shows: `May 2024: 1, July 2024: 2, no single month known: 1`."""
    said = [
        f"{word_date(parse_edtf(f'{year}-{month:02}'))}: {months[month]}"
        for month in range(1, _MONTHS + 1)
        if months[month]
    ]
    unknown = [f"{_('no single month known')}: {months[UNKNOWN]}"] if months[UNKNOWN] else []
    return ", ".join(said + unknown)
