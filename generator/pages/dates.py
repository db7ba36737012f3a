"""Dates as they stand on a page: in words, inside `<time>` where a program can read them too."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.pages.escape import escape_html
from generator.pages.markup import Markup
from generator.records.edtf import EdtfDate
from generator.records.edtf_words import Style, datetime_attribute, format_edtf, format_ends

_SHORT = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_LONG = "uary|ruary|ch|il|e|y|ust|tember|ober|ember"
# A day stays with its month, a short month with its year, “c.” and a dash with what they limit.
_BREAKABLE = re.compile(
    rf"(?:(?<=\b\d)|(?<=\b\d\d)) (?=(?:{_SHORT})(?:{_LONG})?\b)"
    rf"|(?<=\b(?:{_SHORT})) (?=\d{{4}}\b)"
    r"|(?<=\bc\.) (?=\S)| (?=– )"
)


def keep_dates_whole(text: str) -> str:
    """The text with dates that no line end takes apart."""
    return _BREAKABLE.sub("\N{NO-BREAK SPACE}", text)


@lru_cache(maxsize=8192)
def show_date(date: EdtfDate, style: Style = "long", without: str = "") -> Markup:
    """A date in words that are no more exact than the record.

    Args:
        date: the date; of an interval each end is marked by itself, as HTML has no value for both.
        style: long for sentences, short for tables.
        without: an ending that a heading above it says already, such as a year.
    """
    ends = format_ends(date, style)
    if ends is None or date.start is None or date.end is None:
        return _mark_time(date, format_edtf(date, style).removesuffix(without))
    first, sign, last = ends
    last = last.removesuffix(without)
    return Markup(
        _mark_time(date.start, first) + keep_dates_whole(sign) + _mark_time(date.end, last)
    )


def _mark_time(date: EdtfDate, words: str) -> Markup:
    """Words for a date, inside `<time>` where HTML has a value for it."""
    shown = escape_html(keep_dates_whole(words))
    machine = datetime_attribute(date)
    return Markup(f'<time datetime="{machine}">{shown}</time>' if machine else shown)
