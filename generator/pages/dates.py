"""Dates as they stand on a page: in words, inside `<time>` where a program can read them too."""

from __future__ import annotations

from typing import Literal

from generator.pages.escape import escape_html
from generator.records.edtf import EdtfDate
from generator.records.edtf_words import datetime_attribute, format_edtf

Style = Literal["long", "short"]
Interval = Literal["span", "within"]


def show_date(date: EdtfDate, style: Style = "long", interval: Interval = "span") -> str:
    """A date as HTML that may stand in Markdown: words no more exact than the record."""
    words = escape_html(format_edtf(date, style=style, interval=interval))
    machine = datetime_attribute(date)
    return f'<time datetime="{machine}">{words}</time>' if machine else words
