"""A figure past its metric's shelf life is no longer news: its card says when it was reported."""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.pages.dates import show_date
from generator.pages.markup import Markup
from generator.records.edtf import OPEN_END, EdtfDate

_DAYS = {"D": 1.0, "M": 30.436875, "Y": 365.2425}
"""Mean Gregorian lengths; a shelf life is too rough a thing for calendars."""


def show_period(period: EdtfDate, shelf_life: str | None, as_of: EdtfDate) -> Markup:
    """The period of a figure or, when it is stale, the words that say so."""
    words = show_date(period)
    return Markup(f"last reported {words}") if is_stale(period, shelf_life, as_of) else words


def is_stale(period: EdtfDate, shelf_life: str | None, as_of: EdtfDate) -> bool:
    """Whether the shelf life was over before the day for which the pages are written."""
    if shelf_life is None or period.latest == OPEN_END:
        return False
    found = re.fullmatch(r"P(\d+)([DMY])", shelf_life)
    if found is None:
        return False
    kept = timedelta(days=round(int(found[1]) * _DAYS[found[2]]))
    return date.fromisoformat(as_of.earliest) - date.fromisoformat(period.latest) > kept
