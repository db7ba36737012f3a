"""Dates counted from the date of the text: last month, this year, yesterday, last winter.

Knows calendars only. Without a date of the text, or with one that is too coarse, they are no date.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from generator.phrases.date_grammar import DECEMBER, WINTER, Stated
from generator.phrases.date_years import bound_months
from generator.records.edtf import OPEN_END, OPEN_START, EdtfDate

_LAST_DAY_OF_WEEK: Final = 6


def resolve_relative(stated: Stated, context: EdtfDate | None) -> Stated:
    """The same as a date of the calendar, if the date of the text says so much."""
    if not stated.relative or context is None:
        return stated
    if context.earliest == OPEN_START or context.latest == OPEN_END:
        return stated
    return _RESOLVERS[stated.relative](stated, context)


def _resolve_day(stated: Stated, context: EdtfDate) -> Stated:
    if context.earliest != context.latest:
        return stated
    day = date.fromisoformat(context.latest) + timedelta(days=stated.offset)
    return replace(stated, text=f"{day}{_mark(context)}")


def _resolve_week(stated: Stated, context: EdtfDate) -> Stated:
    """Where weeks begin on a Sunday, it is off by a day: so it is only about those days."""
    if context.earliest != context.latest:
        return stated
    today = date.fromisoformat(context.latest)
    monday = today + timedelta(days=7 * stated.offset - today.weekday())
    return replace(stated, text=f"{monday}~/{monday + timedelta(days=_LAST_DAY_OF_WEEK)}~")


def _resolve_month(stated: Stated, context: EdtfDate) -> Stated:
    if context.earliest[:7] != context.latest[:7]:
        return stated
    year, month = divmod(_count_months(context.latest) + stated.offset, DECEMBER)
    return replace(stated, text=f"{year:04}-{month + 1:02}{_mark(context)}")


def _resolve_year(stated: Stated, context: EdtfDate) -> Stated:
    if context.earliest[:4] != context.latest[:4]:
        return stated
    return replace(stated, year=int(context.latest[:4]) + stated.offset, relative="")


def _resolve_part(stated: Stated, context: EdtfDate) -> Stated:
    """Of a season that is not running, "this" is the nearest and "last" the one that is over."""
    if context.earliest[:7] != context.latest[:7]:
        return stated
    first, last = bound_months(stated.part)
    length = (last - first) % DECEMBER + 1
    since_start = (_count_months(context.latest) - (first - 1)) % DECEMBER
    start = _count_months(context.latest) - since_start
    if stated.offset and since_start < length:
        start -= DECEMBER
    elif not stated.offset and since_start >= length + (DECEMBER - length) // 2:
        start += DECEMBER
    is_winter = stated.part == WINTER
    return replace(stated, year=start // DECEMBER, relative="", is_two_years=is_winter)


def _count_months(day: str) -> int:
    """Months since the beginning of the calendar, January of year 0 being none."""
    return DECEMBER * int(day[:4]) + int(day[5:7]) - 1


def _mark(context: EdtfDate) -> str:
    return "~" if context.is_approximate or context.is_uncertain else ""


_RESOLVERS: Final[Mapping[str, Callable[[Stated, EdtfDate], Stated]]] = {
    "day": _resolve_day,
    "week": _resolve_week,
    "month": _resolve_month,
    "year": _resolve_year,
    "part": _resolve_part,
}
