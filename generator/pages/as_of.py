"""The date a build speaks from: given, or that of the newest record; never the clock's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library.library import Library
from generator.records.edtf import OPEN_START, EdtfDate, parse_edtf

FIRST_DAY = "2000-01-01"


def find_newest_date(library: Library) -> EdtfDate:
    """The last day that any brief, article or correction is certain to have reached.

    That is the first day its date can mean: one article of `20XX` must not make all figures stale.
    """
    days = [date.earliest for date in _record_dates(library) if date.earliest != OPEN_START]
    return parse_edtf(max(days, default=FIRST_DAY))


def _record_dates(library: Library) -> Iterator[EdtfDate]:
    for brief in library.briefs.values():
        yield brief.front.updated or brief.front.published
    yield from (correction.date for correction in library.corrections.values())
    for article in library.articles.values():
        yield from (date for date in (article.issued, article.accessed) if date is not None)
