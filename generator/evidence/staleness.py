"""Shelf lives: when a figure is no longer news. The words for it are `pages`' business."""

from __future__ import annotations

from datetime import date, timedelta

from generator.records.edtf import OPEN_END, EdtfDate

_DAYS = {"D": 1.0, "M": 30.436875, "Y": 365.2425}
"""Mean Gregorian lengths; a shelf life is too rough a thing for calendars."""


def is_stale(period: EdtfDate, shelf_life: str | None, day: EdtfDate) -> bool:
    """Whether the shelf life of a figure was over before a day."""
    if shelf_life is None or period.latest == OPEN_END:
        return False
    number, span = split_shelf_life(shelf_life)
    kept = timedelta(days=round(number * _DAYS[span]))
    return date.fromisoformat(day.earliest) - date.fromisoformat(period.latest) > kept


def split_shelf_life(shelf_life: str) -> tuple[int, str]:
    """The number and the letter of a duration, whose form the model has checked."""
    return int(shelf_life[1:-1]), shelf_life[-1]
