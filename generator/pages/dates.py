"""Dates as they stand on a page: in words, inside `<time>` where a program can read them too."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.pages.date_words import drop_year, word_date, word_ends
from generator.pages.escape import escape_html
from generator.pages.markup import Markup
from generator.records.edtf import EdtfDate
from generator.records.edtf_words import Style, datetime_attribute
from generator.speech import ENGLISH, locale_of, spoken

_ENGLISH_SHORT = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_ENGLISH_LONG = "uary|ruary|ch|il|e|y|ust|tember|ober|ember"
# A day stays with its month, a short month with its year, “c.” and a dash with what they limit.
_ENGLISH_BREAKABLE = re.compile(
    rf"(?:(?<=\b\d)|(?<=\b\d\d)) (?=(?:{_ENGLISH_SHORT})(?:{_ENGLISH_LONG})?\b)"
    rf"|(?<=\b(?:{_ENGLISH_SHORT})) (?=\d{{4}}\b)"
    r"|(?<=\bc\.) (?=\S)| (?=– )"
)


def keep_dates_whole(text: str) -> str:
    """The text with dates that no line end takes apart."""
    return _find_breakable(spoken()).sub("\N{NO-BREAK SPACE}", text)


@lru_cache(maxsize=64)
def _find_breakable(language: str) -> re.Pattern[str]:
    """The spaces within dates, as the language spoken writes them."""
    if language == ENGLISH:
        return _ENGLISH_BREAKABLE
    months = locale_of(language).months
    names = {name for form in months.values() for width in form.values() for name in width.values()}
    words = sorted({re.escape(name) for name in names if name.isalpha() or "." in name})
    longest_first = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:(?<=\b\d)|(?<=\b\d\d)) (?=(?:{longest_first}))| (?=– )")


def show_date(date: EdtfDate, style: Style = "long", year: str = "") -> Markup:
    """A date in words that are no more exact than the record.

    Args:
        date: the date; of an interval each end is marked by itself, as HTML has no value for both.
        style: long for sentences, short for tables.
        year: a year that a heading above it names, and that is left out here.
    """
    return _show_date(date, style, year, spoken())


@lru_cache(maxsize=8192)
def _show_date(date: EdtfDate, style: Style, year: str, _language: str) -> Markup:
    ends = word_ends(date, style)
    if ends is None or date.start is None or date.end is None:
        return _mark_time(date, drop_year(word_date(date, style), year))
    first, sign, last = ends
    shown = _mark_time(date.start, first) + keep_dates_whole(sign)
    return Markup(shown + _mark_time(date.end, drop_year(last, year)))


def _mark_time(date: EdtfDate, words: str) -> Markup:
    """Words for a date, inside `<time>` where HTML has a value for it."""
    shown = escape_html(keep_dates_whole(words))
    machine = datetime_attribute(date)
    return Markup(f'<time datetime="{machine}">{shown}</time>' if machine else shown)
