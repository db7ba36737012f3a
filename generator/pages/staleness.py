"""A figure past its metric's shelf life is no longer news: its card says when it was reported."""

from __future__ import annotations

from generator.evidence.staleness import split_shelf_life
from generator.pages.as_of import AsOf
from generator.pages.dates import show_date
from generator.pages.markup import Markup
from generator.pages.wording import count
from generator.records.edtf import EdtfDate
from generator.speech import gettext as _


def show_period(period: EdtfDate, shelf_life: str | None, as_of: AsOf | None) -> Markup:
    """The period of a figure or, when it is stale, the words that say so."""
    words = show_date(period)
    if as_of is None or not as_of.is_stale(period, shelf_life):
        return words
    return Markup(_("last reported %(date)s", date=words))


def word_shelf_life(shelf_life: str) -> str:
    """`3 months` for `P3M`."""
    number, span = split_shelf_life(shelf_life)
    if span == "D":
        return count(number, "day", "days")
    return count(number, "month", "months") if span == "M" else count(number, "year", "years")
