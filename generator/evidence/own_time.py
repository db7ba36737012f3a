"""Whether a figure's period is the time that its id names and its quote gives.

Dates in briefs are `prose_figures`' business; how a date fits a period at all, `timing`'s.
"""

from __future__ import annotations

import re

from generator.evidence.quoted import QuoteMatch
from generator.evidence.timing import Phrase, find_wrong_date
from generator.library.library import Library
from generator.phrases.dated_span import DatedSpan
from generator.phrases.dates import find_dates
from generator.phrases.quantities import find_quantities
from generator.phrases.quantity import Quantity
from generator.records.article import Article
from generator.records.edtf import EdtfDate, EdtfError, parse_edtf
from generator.records.observation import Observation

_PART_IN_ID = re.compile(r"(?<![a-z0-9])((?:19|20)\d\d)-(h[12]|q[1-4])(?![0-9a-z])")
_SPAN_IN_ID = re.compile(
    r"(?<![a-z0-9])((?:19|20)\d\d)((?:-\d\d){0,2})-to-((?:(?:19|20)\d\d-)?)(\d\d(?:-\d\d)?)(?![0-9a-z])"
)
"""`2025-to-10-07`, `2024-09-to-11`, `2024-11-01-to-26`, `2025-12-31-to-2026-01-13`."""
_DATE_IN_ID = re.compile(
    r"(?<![a-z0-9])((?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)?)(?![0-9a-z])(?!-[0-9])"
)
_PARTS = {"h1": ("01", "06"), "h2": ("07", "12"), "q1": ("01", "03"), "q2": ("04", "06")} | {
    "q3": ("07", "09"),
    "q4": ("10", "12"),
}
"""Halves and quarters of a year, as ids name them, by their first and last months."""
_SLACK = 3
"""Days by which a period may fall short of the time that its quote names."""


def find_time_in_id(observation: Observation) -> EdtfDate | None:
    """The time that an observation's id names, if it is another than its period."""
    named = _find_dates_in(observation.id)
    if not named or any(_is_of(date, observation.period) for date in named):
        return None
    return named[0]


def _find_dates_in(id: str) -> list[EdtfDate]:
    """The years, halves, quarters, months and days that an id names."""
    spans = [
        f"{year}-{_PARTS[part][0]}/{year}-{_PARTS[part][1]}"
        for year, part in _PART_IN_ID.findall(id)
    ]
    spans += [f"{found[1]}{found[2]}/{_read_end(found)}" for found in _SPAN_IN_ID.finditer(id)]
    dates = [_read_date(found) for found in spans or _DATE_IN_ID.findall(id)]
    return [date for date in dates if date is not None]


def _read_end(found: re.Match[str]) -> str:
    """The end of a span in an id, with the year and month that it leaves to the beginning."""
    year, rest, end_year, end = found.groups()
    if end_year:
        return end_year + end
    return f"{year}{rest[:3]}-{end}" if rest.count("-") > end.count("-") + 1 else f"{year}-{end}"


def _read_date(text: str) -> EdtfDate | None:
    try:
        return parse_edtf(text)
    except EdtfError:
        return None


def _is_of(named: EdtfDate, period: EdtfDate) -> bool:
    """Whether a period is of the time that an id names.

    One of a half, a quarter or a span has its ends; a day or month of a longer time is one of its
    ends, as with running totals, which are named after the day that they reach to.
    """
    if named.is_interval:
        ends = (named.start, period.start), (named.end, period.end)
        return all(one is not None and own is not None and one.overlaps(own) for one, own in ends)
    if period.is_interval and named.precision != "year":
        return any(end is not None and named.overlaps(end) for end in (period.start, period.end))
    return named.overlaps(period)


def find_time_in_quote(
    observation: Observation, match: QuoteMatch, article: Article, library: Library
) -> str:
    """The words by which a quote gives its figure another time than the period; empty if none."""
    if match.quantity is None:
        return ""
    quote = library.quote_of(observation)
    language = (quote.language if quote is not None else None) or article.language
    phrase = Phrase(
        match.text,
        find_quantities(match.text, language),
        find_dates(match.text, language, article.issued),
    )
    kind = library.metrics[observation.metric].kind
    wrong = find_wrong_date(phrase, match.quantity, observation.period, kind)
    wrong = wrong or _find_longer(phrase, match.quantity, observation.period, article.issued)
    return wrong.span.of(match.text) if wrong is not None else ""


def _find_longer(
    phrase: Phrase, quantity: Quantity, period: EdtfDate, issued: EdtfDate | None
) -> DatedSpan | None:
    """The date of a quote that was over, and longer than the period to which its sum is given."""
    days = period.days
    if issued is None or days is None or days == 1:
        return None
    for dated in phrase.dates_of(quantity):
        stated = dated.date
        # “In 2024” is said of a spring's campaign, too; who names a half or quarter means it.
        if stated is None or stated.days is None or stated.precision == "year":
            continue
        is_over = stated.latest < issued.earliest and not (dated.is_open or dated.is_bound)
        if is_over and stated.contains(period) and stated.days > days + _SLACK:
            return dated
    return None
