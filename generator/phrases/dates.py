"""Finds the dates that a text states: `in December 2024`, `між 17 та 31 грудня`, `Q3 2024`.

A date is found where words make it one, and never made more exact than they are: what is doubtful
is no date. The words are those of the text's language; of a language without a table, digits alone.
"""

from __future__ import annotations

from functools import lru_cache

from generator.phrases.date_grammar import Stated, find_stated
from generator.phrases.date_ranges import Phrase, join_stated
from generator.phrases.date_relative import resolve_relative
from generator.phrases.date_row import DateRow, read_row
from generator.phrases.date_words import read_date_words
from generator.phrases.date_years import (
    bound_days,
    find_first_day,
    infer_year,
    put_after,
    put_before,
    write_date,
)
from generator.phrases.dated_span import DatedSpan, Yearless
from generator.records.edtf import EdtfDate, EdtfError, parse_edtf

__all__ = ["DatedSpan", "Yearless", "find_dates"]


def find_dates(text: str, language: str, context: EdtfDate | None = None) -> list[DatedSpan]:
    """Every date that a text states, in order; `context` is the date of the text itself."""
    return list(_find(text, language, context))


@lru_cache(maxsize=100_000)
def _find(text: str, language: str, context: EdtfDate | None) -> tuple[DatedSpan, ...]:
    """The same; quotes and sentences are asked for by several checks and pages."""
    words = read_date_words(language.partition("-")[0].lower())
    row = read_row(text, words)
    phrases = join_stated(row, find_stated(row, words))
    return tuple(dated for phrase in phrases for dated in _resolve(phrase, row, context))


def _resolve(phrase: Phrase, row: DateRow, context: EdtfDate | None) -> list[DatedSpan]:
    """The date of a phrase; both ends by themselves where they are the wrong way round."""
    first, last = _find_years(phrase, context)
    date = _make_date(_write(phrase, first, last)) if first.has_year and last.has_year else None
    if phrase.is_range and first.has_year and last.has_year and date is None:
        ends = (Phrase(end, end) for end in (phrase.first, phrase.last))
        return [dated for end in ends for dated in _resolve(end, row, context)]
    is_counted_back = date is not None and bool(phrase.first.relative)
    yearless = None if is_counted_back else _bound(phrase)
    if date is None and yearless is None:
        return []
    span = row.cover(phrase.first.first, phrase.last.end)
    return [DatedSpan(span, date, phrase.is_bound, phrase.is_open, yearless)]


def _find_years(phrase: Phrase, context: EdtfDate | None) -> tuple[Stated, Stated]:
    """Both ends with their years: what only one end states holds for the other as well."""
    first, last = phrase.first, phrase.last
    if not phrase.is_range:
        found = resolve_relative(first, context)
        found = infer_year(found, context, phrase.is_bound)
        return found, found
    if first.year and not last.year:
        return first, put_after(last, find_first_day(first))
    last = infer_year(last, context)
    if last.year and not first.year:
        first = put_before(first, find_first_day(last))
    return first, last


def _write(phrase: Phrase, first: Stated, last: Stated) -> str:
    text = write_date(first, phrase.is_about)
    if phrase.is_range:
        return f"{text.partition('/')[0]}/{write_date(last).rpartition('/')[2]}"
    return f"{text.partition('/')[0]}/.." if phrase.is_open else text


def _make_date(text: str) -> EdtfDate | None:
    try:
        return parse_edtf(text)
    except EdtfError:
        return None


def _bound(phrase: Phrase) -> Yearless | None:
    """The days of a year that are meant where the phrase names none."""
    ends = phrase.first, phrase.last
    if any(end.has_year or not end.part for end in ends):
        return None
    return Yearless(bound_days(ends[0]).first, bound_days(ends[1]).last)
