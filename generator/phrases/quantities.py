"""Finds the quantities in a text and reads them as a person does.

Puts the amounts of a text together with what stands around them: limit, rate, trend. Numbers in
dates, times, names and addresses are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.phrases.amounts import Amount, read_amounts
from generator.phrases.dates import find_dates
from generator.phrases.exclusions import find_exclusions, mask
from generator.phrases.limits import Limit, find_limit, find_limit_behind, is_during
from generator.phrases.numerals import find_numerals
from generator.phrases.quantity import Quantity, Span
from generator.phrases.ranges import join_ranges
from generator.phrases.rates import find_rate, find_rate_before
from generator.phrases.trends import find_trend
from generator.phrases.words import Words, read_units, read_words
from generator.records.vocabulary import Qualifier

_DIGIT = re.compile(r"[\d½⅓⅔¼¾⅕⅛]")
_OPENING = re.compile(r"([^\W\d_]+)\s$")
_BEGINNING = 2
"""As much of the next number as tells that there is one, a currency before it."""
_COUNTED = re.compile(r"\s[^\W\d_]+(?=\sor\s)")
_TIMES = frozenset(["time", "months"])
_SHARES = frozenset(["percent", "percentage-point"])
"""Units to which an adjective such as “annual” gives no rate."""


@lru_cache(maxsize=100_000)
def find_quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Every quantity that a text states, in order; none overlaps another.

    Args:
        text: A phrase, sentence or paragraph.
        language: A BCP 47 tag; an unknown one is read by its digits and signs.
    """
    words = read_words(language)
    if not _may_state(text, words):
        return ()
    dates = [one.span for one in find_dates(text, language)]
    masked = mask(text, [*find_exclusions(text, words), *dates])
    amounts = join_ranges(read_amounts(masked, find_numerals(masked, words), words), masked, words)
    return tuple(_Reader(masked, words, amounts, index).describe() for index in range(len(amounts)))


def _may_state(text: str, words: Words) -> bool:
    if _DIGIT.search(text):
        return True
    # A compound of German is not to be seen without taking its words apart.
    spelled = words.number_words
    return spelled is not None and (words.language == "de" or bool(spelled.search(text)))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what stands around one amount, between its neighbours."""

    text: str
    words: Words
    amounts: list[Amount]
    index: int

    def describe(self) -> Quantity:
        one = self.amounts[self.index]
        limit, start, end = self._read_limit(one)
        unit, slash, given = one.unit.partition("/")
        per, per_end, counted = self._read_rate(one, start, end)
        qualifier = limit.qualifier
        if qualifier is Qualifier.EXACT and per:
            later = find_limit_behind(self.text, per_end, self.words)
            qualifier, per_end = later or (qualifier, per_end)
        trend, direction = self._read_trend(limit, start, end)
        if limit.is_open and trend == "to":
            # `вырос до 5` says what it came to, and limits nothing.
            qualifier, start = Qualifier.EXACT, one.start
        return Quantity(
            span=Span(start, max(end, per_end)),
            number=one.number,
            low=one.low,
            high=one.high,
            step=one.step,
            qualifier=qualifier,
            unit=unit,
            per=given if slash else per,
            counted=counted,
            trend=trend,
            direction=direction,
            is_spelled=one.numeral.is_spelled,
            is_fraction=one.numeral.is_fraction,
            is_open=limit.is_open,
            other=None if one.is_range else one.numeral.other,
        )

    def _read_limit(self, one: Amount) -> tuple[Limit, int, int]:
        """The limit, and where the amount begins and ends with it."""
        limit = find_limit(self._hidden(), self._opening(one), self.words)
        unit = read_units().get(one.unit)
        is_time = unit is not None and unit.kind in _TIMES
        is_other = is_time and is_during(self.text, limit.start, self.words)
        if is_other or (one.is_range and limit.qualifier is Qualifier.UP_TO):
            # “scaled up to between 10 and 12”: a range has its own upper end.
            limit = Limit(Qualifier.EXACT, one.start)
        start = min(limit.start, one.start)
        if limit.qualifier is not Qualifier.EXACT:
            return limit, start, one.end
        for end in (one.end, one.number.end, self._counted_end(one)):
            behind = find_limit_behind(self.text, end, self.words)
            if behind is not None:
                return Limit(behind[0], limit.start), start, max(one.end, behind[1])
        return limit, start, one.end

    def _counted_end(self, one: Amount) -> int:
        """Where the word behind a number without a unit ends: `14 patients or more`."""
        match = _COUNTED.match(self.text, one.end)
        return match.end() if match and not one.unit else one.end

    def _read_rate(self, one: Amount, start: int, end: int) -> tuple[str, int, str]:
        is_last = self.index + 1 == len(self.amounts)
        ceiling = len(self.text) if is_last else self.amounts[self.index + 1].start
        within = self.text[: ceiling + _BEGINNING]
        per, per_end, counted = find_rate(within, end, self.words, has_unit=bool(one.unit))
        if not per and one.unit not in _SHARES:
            per = find_rate_before(self._hidden(), start, self.words)
        return per, per_end, counted

    def _read_trend(self, limit: Limit, start: int, end: int) -> tuple[str, int]:
        trend = find_trend(self.text, start, end, self.words, is_by=limit.is_by)
        if trend[0] or not limit.is_open:
            return trend
        # `до` itself may be the word of a change: `вырос до 5`.
        one = self.amounts[self.index]
        return find_trend(self.text, one.start, end, self.words, is_by=False)

    def _hidden(self) -> str:
        """The text with what belongs to an earlier amount made unreadable, positions kept."""
        floor = self.amounts[self.index - 1].end if self.index else 0
        return "\x00" * floor + self.text[floor:]

    def _opening(self, one: Amount) -> int:
        """Where the words before a range begin: in front of its `between` or `from`."""
        base = max(0, one.start - 12)
        match = _OPENING.search(self.text[base : one.start]) if one.is_range else None
        if match is None:
            return one.start
        opens = self.words.group("between") | self.words.group("from")
        return base + match.start() if match[1].casefold() in opens else one.start
