"""A figure past its metric's shelf life is no longer news: its card says when it was reported."""

from __future__ import annotations

from datetime import date, timedelta

from generator.pages.dates import show_date
from generator.pages.markup import Markup
from generator.pages.wording import count
from generator.records.edtf import OPEN_END, EdtfDate

_DAYS = {"D": 1.0, "M": 30.436875, "Y": 365.2425}
"""Mean Gregorian lengths; a shelf life is too rough a thing for calendars."""

_SPANS = {"D": "day", "M": "month", "Y": "year"}


def show_period(period: EdtfDate, shelf_life: str | None, as_of: EdtfDate) -> Markup:
    """The period of a figure or, when it is stale, the words that say so."""
    words = show_date(period)
    return Markup(f"last reported {words}") if is_stale(period, shelf_life, as_of) else words


def is_stale(period: EdtfDate, shelf_life: str | None, as_of: EdtfDate) -> bool:
    """Whether the shelf life was over before the day for which the pages are written."""
    if shelf_life is None or period.latest == OPEN_END:
        return False
    number, span = _split(shelf_life)
    kept = timedelta(days=round(number * _DAYS[span]))
    return date.fromisoformat(as_of.earliest) - date.fromisoformat(period.latest) > kept


def word_shelf_life(shelf_life: str) -> str:
    """`3 months` for `P3M`."""
    number, span = _split(shelf_life)
    return count(number, _SPANS[span])


def _split(shelf_life: str) -> tuple[int, str]:
    """The number and the letter of a duration, whose form the model has checked."""
    return int(shelf_life[1:-1]), shelf_life[-1]
