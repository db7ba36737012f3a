"""The year of a month, and the date that "last month" is, found from the date of the text.

Also how what is stated is written as EDTF. No day is made up: of a text whose own date is not known
to the day, "yesterday" is no date.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from generator.phrases.date_grammar import DECEMBER, FIRST_HALF, WINTER, Stated
from generator.phrases.date_words import Stage
from generator.phrases.dated_span import Yearless
from generator.records.edtf import FIRST_QUARTER, FIRST_SEASON, OPEN_END, EdtfDate

_LEAP_YEAR: Final = 2024
_FEBRUARY, _LEAP_DAY = 2, 29
_YEARS_BACK: Final = 8
"""As far as the last 29 February can lie back."""
_NEAR: Final = timedelta(days=123)
"""A bound without a year lies before or behind the text; four months off, it is clear which."""
_FIRST_HALF_MONTHS: Final[Mapping[int, tuple[int, int]]] = {
    Stage.EARLY: (1, 6),
    Stage.MID: (4, 9),
    Stage.LATE: (7, 12),
}
"""How far "early 2025" reaches at most."""


def bound_months(part: int) -> tuple[int, int]:
    """The first and the last month of a month, season, quarter or half."""
    if part <= DECEMBER:
        return part, part
    if part < FIRST_QUARTER:
        first = 3 * (part - FIRST_SEASON + 1)
        return first, (first + 1) % DECEMBER + 1
    if part < FIRST_HALF:
        first = 3 * (part - FIRST_QUARTER) + 1
        return first, first + 2
    return (1, 6) if part == FIRST_HALF else (7, 12)


def bound_days(stated: Stated) -> Yearless:
    """The days of a year that it means, whatever the year."""
    first, last = bound_months(stated.part)
    end_day = stated.end_day or stated.day or _last_day(_LEAP_YEAR, last)
    return Yearless(f"{first:02}-{stated.day or 1:02}", f"{last:02}-{end_day:02}")


def write_date(stated: Stated, is_about: bool = False) -> str:
    """What is stated, with its year, as EDTF."""
    if stated.text:
        return stated.text
    mark = "~" if is_about or stated.stage else ""
    year, part = stated.year, stated.part
    if not part:
        return _write_year(year, stated.stage, mark)
    if stated.day:
        return _write_days(stated, mark)
    if part == WINTER and stated.is_two_years:
        return f"{year:04}-12{mark}/{year + 1:04}-02{mark}"
    if part >= FIRST_HALF:
        first, last = bound_months(part)
        return f"{year:04}-{first:02}{mark}/{year:04}-{last:02}{mark}"
    return f"{year:04}-{part:02}{mark}"


def _write_year(year: int, stage: int, mark: str) -> str:
    if stage == Stage.END:
        return f"{year:04}-12~"
    if stage:
        first, last = _FIRST_HALF_MONTHS[stage]
        return f"{year:04}-{first:02}~/{year:04}-{last:02}~"
    return f"{year:04}{mark}"


def _write_days(stated: Stated, mark: str) -> str:
    month = f"{stated.year:04}-{stated.part:02}"
    if max(stated.day, stated.end_day) > _last_day(stated.year, stated.part):
        return f"{month}{mark}"
    first = f"{month}-{stated.day:02}{mark}"
    return f"{first}/{month}-{stated.end_day:02}{mark}" if stated.end_day else first


def _last_day(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def infer_year(stated: Stated, context: EdtfDate | None, is_bound: bool = False) -> Stated:
    """The same with the year it has in a text of that date, if it has to have one."""
    if stated.has_year or stated.relative or not stated.part:
        return stated
    if context is None or context.latest == OPEN_END:
        return stated
    if not is_bound:
        return put_before(stated, context.latest)
    return _infer_bound(stated, date.fromisoformat(context.latest))


def put_before(stated: Stated, day: str) -> Stated:
    """The last such date that does not begin after a day."""
    latest = int(day[:4])
    for year in range(latest, latest - _YEARS_BACK, -1):
        if (found := _put(stated, year)) and find_first_day(found) <= day:
            return found
    return stated


def put_after(stated: Stated, day: str) -> Stated:
    """The first such date that does not begin before a day."""
    earliest = int(day[:4])
    for year in range(earliest, earliest + _YEARS_BACK):
        if (found := _put(stated, year)) and find_first_day(found) >= day:
            return found
    return stated


def find_first_day(stated: Stated) -> str:
    """The day on which something with a year begins at the earliest."""
    return f"{stated.year:04}-{bound_days(stated).first}"


def _put(stated: Stated, year: int) -> Stated | None:
    if not MINYEAR <= year < MAXYEAR:
        return None
    is_leap_day = stated.part == _FEBRUARY and max(stated.day, stated.end_day) == _LEAP_DAY
    if is_leap_day and _last_day(year, _FEBRUARY) < _LEAP_DAY:
        return None
    return replace(stated, year=year, is_two_years=stated.part == WINTER)


def _infer_bound(stated: Stated, day: date) -> Stated:
    """The one before or behind the day, where one of them is near and the other is not."""
    found = put_before(stated, day.isoformat()), put_after(stated, day.isoformat())
    near = [one for one in found if one.year and abs(_measure(one, day)) <= _NEAR]
    return min(near, key=lambda one: abs(_measure(one, day)), default=stated)


def _measure(stated: Stated, day: date) -> timedelta:
    month, number = find_first_day(stated)[5:7], int(find_first_day(stated)[8:])
    last = _last_day(stated.year, int(month))
    return date(stated.year, int(month), min(number, last)) - day
