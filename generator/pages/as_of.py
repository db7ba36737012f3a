"""The date a build speaks from: given, or that of the newest record; never the clock's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.staleness import is_stale
from generator.library.library import Library
from generator.records.edtf import OPEN_START, EdtfDate, parse_edtf

FIRST_DAY = "2000-01-01"


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day, for pages: all that they ask of it is whether a figure was stale by then."""

    day: EdtfDate
    asked: set[str] | None = None
    """Takes what was asked, where somebody wants to know on what a page rests."""

    def is_stale(self, period: EdtfDate, shelf_life: str | None) -> bool:
        """Whether the shelf life of a figure was over before the day."""
        if self.asked is not None:
            self.asked.add(f"{period.text} {shelf_life or ''}")
        return is_stale(period, shelf_life, self.day)

    def answer(self, question: str) -> bool:
        """What `is_stale` says to a question as it was noted in `asked`."""
        period, _, shelf_life = question.partition(" ")
        return is_stale(parse_edtf(period), shelf_life or None, self.day)


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
