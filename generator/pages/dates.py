"""Dates as they stand on a page: in words, inside `<time>` where a program can read them too."""

from __future__ import annotations

import re
from typing import Literal

from generator.pages.escape import escape_html
from generator.records.edtf import EdtfDate
from generator.records.edtf_words import datetime_attribute, format_edtf

Style = Literal["long", "short"]
Interval = Literal["span", "within"]


_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
# A day stays with its month, a shortened month with its year, “c.” with what it limits.
_BREAKABLE = re.compile(rf"(?<=\d) (?={_MONTH})|(?<= {_MONTH}) (?=\d{{4}})|(?<=\bc\.) (?=\S)")


def keep_dates_whole(text: str) -> str:
    """The text with dates that no line end takes apart."""
    return _BREAKABLE.sub("\N{NO-BREAK SPACE}", text)


def show_date(date: EdtfDate, style: Style = "long", interval: Interval = "span") -> str:
    """A date as HTML that may stand in Markdown: words no more exact than the record."""
    words = escape_html(keep_dates_whole(format_edtf(date, style=style, interval=interval)))
    machine = datetime_attribute(date)
    return f'<time datetime="{machine}">{words}</time>' if machine else words
