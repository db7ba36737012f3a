"""Dates in the words of the language that a page speaks.

English has its own rules, in `records.edtf_words`. Other languages decline month names and put the
parts in other orders: what Unicode's CLDR knows of that comes from `babel`, and the words for what
is not exactly known ("about", "between") from the catalogue. A date has two forms, since languages
that decline need no more here: alone, and behind a word such as "about" or "since".
"""

from __future__ import annotations

import re
from datetime import date as day_date
from functools import lru_cache

from babel.dates import parse_pattern

from generator.records.edtf import FIRST_QUARTER, FIRST_SEASON, EdtfDate
from generator.records.edtf_words import IntervalSense, Style, format_edtf, format_ends
from generator.speech import DECLINED, ENGLISH, locale_of, mark_declined, pgettext, spoken
from generator.speech import gettext as _

_SKELETONS = {
    ("day", "long"): "yMMMMd",
    ("day", "short"): "yMMMd",
    ("month", "long"): "yMMMM",
    ("month", "short"): "yMMM",
}
_INTERVALS = {**_SKELETONS, ("day", "long"): "yMMMd"}
_SEASONS = (
    mark_declined("spring %(number)s"),
    mark_declined("summer %(number)s"),
    mark_declined("autumn %(number)s"),
    mark_declined("winter %(number)s"),
)
_QUARTERS = (
    mark_declined("first quarter of %(number)s"),
    mark_declined("second quarter of %(number)s"),
    mark_declined("third quarter of %(number)s"),
    mark_declined("fourth quarter of %(number)s"),
)
_PARTS_OF_YEAR = {
    **dict(enumerate(_SEASONS, FIRST_SEASON)),
    **dict(enumerate(_QUARTERS, FIRST_QUARTER)),
}
_CENTURY = mark_declined("century %(number)s")
_DECADE = mark_declined("decade %(number)s")


def word_date(date: EdtfDate, style: Style = "long", interval: IntervalSense = "span") -> str:
    """A date as people write it; `interval` says what an interval stands for."""
    if spoken() == ENGLISH:
        return format_edtf(date, style, interval)
    if not date.is_interval:
        return _word_single(date, style)
    if date.start and date.end:
        return _word_closed(date.start, date.end, style, interval)
    return _word_half(date, style, interval)


def word_ends(date: EdtfDate, style: Style = "long") -> tuple[str, str, str] | None:
    """The same of an interval taken apart: first end, what joins them, last end.

    None of anything else, and in languages that set words round the ends.
    """
    return format_ends(date, style) if spoken() == ENGLISH else None


def drop_year(words: str, year: str) -> str:
    """A date without the year that a heading above it names; all of it where none does."""
    if not year:
        return words
    if spoken() == ENGLISH:
        rest = words.removesuffix(f" {year}").removesuffix(" of")
        return words if rest in ("about", "c.") else rest
    return words.removesuffix(_year_behind_day(spoken(), int(year)))


@lru_cache(maxsize=512)
def _year_behind_day(language: str, year: int) -> str:
    """What stands behind a day for its year: ` 2024 р.`; nothing where the year comes first."""
    day = day_date(year, 1, 1)
    with_year = _apply(language, _find_pattern(language, "yMMMd"), day)
    without = _apply(language, _find_pattern(language, "MMMd"), day)
    return with_year.removeprefix(without) if with_year.startswith(without) else ""


def _word_single(date: EdtfDate, style: Style, *, is_behind: bool = False) -> str:
    if not date.is_approximate:
        return _note_doubts(_name_date(date, style, is_behind=is_behind), date, style)
    named = _name_date(date, style, is_behind=True)
    about = _("about %(date)s", date=named) if style == "long" else _("c. %(date)s", date=named)
    return _note_doubts(about, date, style)


def _note_doubts(words: str, date: EdtfDate, style: Style) -> str:
    """Adds which part of the date is not known, and whether it is uncertain."""
    month, day = date.text[5:7], date.text[8:10]
    if month == "XX":
        words = (
            _("%(date)s, month and day unknown", date=words)
            if day
            else _("%(date)s, month unknown", date=words)
        )
    elif day == "XX":
        words = _("%(date)s, day unknown", date=words)
    if not date.is_uncertain:
        return words
    return _("%(date)s, uncertain", date=words) if style == "long" else f"{words}?"


def _name_date(date: EdtfDate, style: Style, *, is_behind: bool) -> str:
    """The date without what is doubtful about it."""
    bare = date.text.rstrip("?~%")
    year, month, day = bare[:4], bare[5:7], bare[8:]
    if "X" in year:
        return _name_years(year, is_behind=is_behind)
    number = str(int(year))
    if month in ("", "XX"):
        return number
    if int(month) in _PARTS_OF_YEAR:
        return _say(_PARTS_OF_YEAR[int(month)], number, is_behind=is_behind)
    precision = "day" if day not in ("", "XX") else "month"
    pattern = _find_pattern(spoken(), _SKELETONS[precision, style])
    if is_behind:
        pattern = pattern.replace("L", "M")
    return _apply(spoken(), pattern, _first_day(date))


def _name_years(year: str, *, is_behind: bool) -> str:
    """A decade or, as usage goes and not the calendar, the century of years 2000 to 2099."""
    is_century = year.endswith("XX")
    message = _CENTURY if is_century else _DECADE
    number = str(int(year[:2]) + 1) if is_century else f"{int(year[:3])}0"
    return _say(message, number, is_behind=is_behind)


def _say(message: str, number: str, *, is_behind: bool) -> str:
    if is_behind:
        return pgettext(DECLINED, message, number=number)
    return _(message, number=number)


def _word_closed(start: EdtfDate, end: EdtfDate, style: Style, interval: IntervalSense) -> str:
    if interval == "span" and (joined := _join_alike(start, end, style)):
        return joined
    first = _word_single(start, style, is_behind=True)
    last = _word_single(end, style, is_behind=True)
    if interval == "within":
        return _("between %(start)s and %(end)s", start=first, end=last)
    return _("from %(start)s to %(end)s", start=first, end=last)


def _join_alike(start: EdtfDate, end: EdtfDate, style: Style) -> str:
    """Two ends that are nothing but days, months or years, as CLDR joins them; else nothing."""
    precision = start.precision
    is_plain = start.text.isascii() and re.fullmatch(r"[0-9-]+", start.text + end.text)
    if not is_plain or end.precision != precision or start.text == end.text:
        return _word_single(start, style) if start.text == end.text else ""
    if precision == "year":
        return f"{int(start.text)}–{int(end.text)}"
    skeleton = _INTERVALS.get((precision, style))
    if skeleton is None:
        return ""
    first, last = _first_day(start), _first_day(end)
    part = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    patterns = locale_of(spoken()).interval_formats.get(skeleton, {}).get(part)
    if not patterns:
        return ""
    head, tail = (_spell_out(one) if style == "long" else one for one in patterns)
    return _apply(spoken(), head, first) + _apply(spoken(), tail, last)


def _spell_out(pattern: str) -> str:
    """The pattern with months in full."""
    return re.sub(r"(?<!M)MMM(?!M)", "MMMM", pattern)


def _word_half(date: EdtfDate, style: Style, interval: IntervalSense) -> str:
    """An interval that has one known end."""
    known = date.start or date.end
    words = _word_single(known, style, is_behind=True) if known else ""
    if interval == "within":
        if date.start:
            return _("no earlier than %(date)s", date=words)
        return _("no later than %(date)s", date=words)
    if ".." in date.text:
        return _("since %(date)s", date=words) if date.start else _("until %(date)s", date=words)
    if date.start:
        return _("from %(date)s to an unknown date", date=words)
    return _("from an unknown date to %(date)s", date=words)


def _first_day(date: EdtfDate) -> day_date:
    return day_date.fromisoformat(date.earliest)


@lru_cache(maxsize=64)
def _find_pattern(language: str, skeleton: str) -> str:
    """How a language writes these parts of a date."""
    locale = locale_of(language)
    if skeleton == "yMMMMd":
        return str(locale.date_formats["long"].pattern)
    return str(locale.datetime_skeletons[skeleton].pattern)


def _apply(language: str, pattern: str, day: day_date) -> str:
    return parse_pattern(pattern).apply(day, locale_of(language))
