"""Whether a figure is told of the time it holds for: dates of a phrase against a record's period.

Each date of a sentence belongs to the number nearest to it, and one that leads the sentence to all
that have none of their own. The day on which somebody reported is no date of the figure.
"""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.phrases.dated_span import DatedSpan
from generator.phrases.quantity import Quantity, Span
from generator.records.edtf import OPEN_END, OPEN_START, EdtfDate
from generator.records.vocabulary import MetricKind

_PAUSE = re.compile(r"[,;:()—]|\s–\s")
_JOINT = re.compile(
    rf"{_PAUSE.pattern}|\b(?:and|but|while|whereas|und|aber|während|та|і|й|а|и|но)\b"
)
"""Where one half of a sentence ends: a date behind it is rather that of the other half."""
_LAST_JOINT = re.compile(rf"\s*(?:{_JOINT.pattern})$")
WEEK = timedelta(days=7)
DOUBT = timedelta(days=31)
"""How far an approximate date may lie off."""
_REPORTING = re.compile(
    r"\b(?:sa(?:id|ys|y)|report(?:ed|s)?|publish(?:ed|es)|wrote|writes|announced?|put|puts|gave|gives"
    r"|claim(?:ed|s)?|estimat(?:ed|es)|according|told|assess(?:ed|es|ment)?|spoke|stated|noted|revised"
    r"|counted|dated|issued|released|update[ds]?|сообщил\w*|заявил\w*|повідомил\w*|заявил\w*"
    r"|meldete\w*|berichtete\w*|erklärte\w*|teilte)\b",
    re.IGNORECASE,
)
_REACH = 80
"""How many signs before a date the word of reporting may begin."""
_SAID_ON = re.compile(rf"{_REPORTING.pattern}[^.;]{{0,12}}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence or quote with the quantities and dates found in it."""

    text: str
    quantities: Sequence[Quantity]
    """In the order of the text, as the dates are."""
    dates: Sequence[DatedSpan]

    def dates_of(self, quantity: Quantity) -> list[DatedSpan]:
        """The dates nearest to a quantity; without any, those that lead the sentence."""
        own = [one for one in self._dates_around(quantity) if self._nearest(one) is quantity]
        if own or not self.quantities:
            return own
        first = min(one.span.start for one in self.quantities)
        return [one for one in self.dates if one.span.end <= first]

    def _dates_around(self, quantity: Quantity) -> Sequence[DatedSpan]:
        """The dates from the quantity before to the one behind: to others, those are nearer."""
        place = bisect_left(self.quantities, quantity.span.start, key=_start_of)
        starts = [one.span.start for one in self.quantities[max(0, place - 1) : place + 2]]
        first = bisect_left(self.dates, starts[0] if place else 0, key=_start_of)
        is_last = place + 1 >= len(self.quantities)
        last = len(self.dates) if is_last else bisect(self.dates, starts[-1], key=_start_of)
        return self.dates[first:last]

    def _nearest(self, dated: DatedSpan) -> Quantity | None:
        """The one before or the one behind it: those beyond them are farther and parted alike."""

        def gap(quantity: Quantity) -> tuple[bool, int, bool]:
            first, second = sorted([dated.span, self._span_with_counted(quantity)])
            is_parted = _JOINT.search(self.text[first.end : second.start]) is not None
            return is_parted, max(0, second.start - first.end), first is dated.span

        index = bisect(self.quantities, dated.span.start, key=_start_of)
        return min(self.quantities[max(0, index - 1) : index + 1], key=gap, default=None)

    def _span_with_counted(self, quantity: Quantity) -> Span:
        """A quantity with the words of what it counts: `45,680 killed and wounded`."""
        counted = _LAST_JOINT.sub("", quantity.counted)
        behind = self.text[quantity.span.end :].lstrip()
        if not counted or not behind.startswith(counted):
            return quantity.span
        return Span(quantity.span.start, len(self.text) - len(behind) + len(counted))


def _start_of(found: Quantity | DatedSpan) -> int:
    return found.span.start


def find_wrong_date(
    phrase: Phrase, quantity: Quantity, period: EdtfDate, kind: MetricKind
) -> DatedSpan | None:
    """The date that a phrase gives a figure and that its period cannot meet; None if it fits."""
    dates = [one for one in phrase.dates_of(quantity) if not _is_report(one, phrase, period)]
    dates = [one for one in dates if not one.is_open] or dates
    dates = [one for one in dates if _is_in_clause(one, quantity, phrase.text)] or dates
    if not dates or any(fits_period(one, period, kind) for one in dates):
        return None
    # A date somewhere else in the sentence may be meant for it, unless another number has it.
    others = phrase.dates if len(phrase.quantities) == 1 else ()
    is_meant = any(fits_period(one, period, kind) for one in others)
    return None if is_meant else dates[0]


def _is_in_clause(dated: DatedSpan, quantity: Quantity, text: str) -> bool:
    """Whether no comma or the like parts a date from a number."""
    first, second = sorted([dated.span, quantity.span])
    return _PAUSE.search(text[first.end : second.start]) is None


def fits_period(dated: DatedSpan, period: EdtfDate, kind: MetricKind) -> bool:
    """Whether a stated date can be that of a figure.

    It must meet the period. A total or rate over a long period is not that of a shorter time
    within it; a level holds at the end of its period.
    """
    if kind is MetricKind.STOCK and period.is_interval:
        return _meets_end(dated, period)
    if dated.overlaps(period) is False:
        return _is_near(dated, period)
    if dated.is_open or dated.is_bound:
        return not _is_long_after(dated, period)
    return not _is_part(dated, period)


def _is_long_after(dated: DatedSpan, period: EdtfDate) -> bool:
    """Whether a figure of one day is told as that of a much later one: `as of 1 March`."""
    is_day = period.precision == "day" and not period.is_interval
    if not (dated.is_bound and is_day and dated.date is not None):
        return False
    return _day(dated.date.earliest) - _day(period.latest) > DOUBT


def _is_part(dated: DatedSpan, period: EdtfDate) -> bool:
    """Whether the date is certainly a lesser part of the period."""
    if period.latest == OPEN_END or period.earliest == OPEN_START or _is_rough(period):
        return False
    length = _day(period.latest) - _day(period.earliest)
    if dated.date is None:
        return bool(dated.month) and length > 2 * DOUBT
    stated = dated.date
    if _is_rough(stated) or not period.contains(stated) or stated.contains(period):
        return False
    return _day(stated.latest) - _day(stated.earliest) < length - timedelta(days=3)


def _meets_end(dated: DatedSpan, period: EdtfDate) -> bool:
    """Whether a running total is told as of its own end, or as of a later day."""
    end = period.end
    if end is None or dated.date is None:
        return dated.overlaps(period) is not False
    is_later = dated.is_bound and _is_shortly_after(dated.date, end)
    return is_later or dated.date.overlaps(end) or _is_near(dated, end)


def _is_shortly_after(stated: EdtfDate, end: EdtfDate) -> bool:
    """Whether a running total is told as of a day of the week that followed: `by 1 January`."""
    if end.latest == OPEN_END or stated.earliest == OPEN_START:
        return True
    return timedelta(0) < _day(stated.earliest) - _day(end.latest) <= WEEK


def _is_near(dated: DatedSpan, period: EdtfDate) -> bool:
    """Whether a date misses the period by no more than an approximate date may lie off."""
    if dated.date is None or not (_is_rough(period) or _is_rough(dated.date)):
        return False
    if OPEN_START in (dated.date.earliest, period.earliest):
        return True
    if OPEN_END in (dated.date.latest, period.latest):
        return True
    return (
        _day(dated.date.earliest) - DOUBT <= _day(period.latest)
        and _day(period.earliest) <= _day(dated.date.latest) + DOUBT
    )


def _is_rough(day: EdtfDate) -> bool:
    return bool(set(day.text) & set("?~%X"))


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _is_report(dated: DatedSpan, phrase: Phrase, period: EdtfDate) -> bool:
    """Whether the date is when somebody said it: a later day beside a word of reporting."""
    if dated.date is not None and dated.date.earliest <= period.latest:
        return False
    before = phrase.text[max(0, dated.span.start - _REACH) : dated.span.start]
    is_behind = _SAID_ON.search(before) is not None
    is_day = dated.date is not None and dated.date.precision == "day"
    return is_behind or (is_day and _REPORTING.search(_clause_of(dated, phrase.text)) is not None)


def _clause_of(dated: DatedSpan, text: str) -> str:
    """The words around a date up to the next comma or the like on both sides."""
    starts = [pause.end() for pause in _PAUSE.finditer(text, 0, dated.span.start)]
    stop = _PAUSE.search(text, dated.span.end)
    return text[starts[-1] if starts else 0 : stop.start() if stop else len(text)]
