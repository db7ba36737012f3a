"""Finds the quantities in a text and reads them as a person does.

Puts numbers together with what stands around them: ranges, signs, currency, qualifier, unit, rate.
Numbers in dates, times, names and addresses are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from generator.phrases.dates import find_dates
from generator.phrases.exclusions import find_exclusions, is_name, mask
from generator.phrases.numerals import Numeral, find_numerals
from generator.phrases.quantity import Quantity, Span
from generator.phrases.surroundings import (
    Limit,
    find_after_limit,
    find_limit,
    find_prefix,
    find_rate,
    find_rate_before,
    find_trend,
    find_unit,
)
from generator.phrases.words import SPACES, UnitTerm, Words, read_units, read_words
from generator.records.vocabulary import Qualifier

_DASH = re.compile(rf"[{SPACES}]?[-‑–—][{SPACES}]?")
_SIGN = re.compile(rf"(?:^|(?<=[\s(\[$€£“\"]))[-−–‑](?=$)")
_DIGIT = re.compile(r"\d")
_THOUSAND = 1000
_TIMES = frozenset(["time", "months"])
_LASTING = frozenset("for of lasted lasts last took takes after is was waited spent spans".split())
_NO_UNIT = UnitTerm("", "", Fraction(1), "", ())
_NO_COUNT_BEFORE = frozenset("no this that every any each the which another only some".split())
_NO_COUNT_AFTER = frozenset(
    """of or another can could is was has would will may must should that who which thing more day
    side way point hand and to by for with on at from""".split()
)


@dataclass(frozen=True, slots=True)
class _Stated:
    """One number with its currency and unit, before ranges are put together."""

    numeral: Numeral
    start: int
    """Where it begins, sign and currency included."""
    end: int
    """Where it ends, unit included."""
    unit: str
    low: Fraction
    high: Fraction
    number: Span
    step: Fraction


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
    stated = _state_all(masked, find_numerals(masked, words), words)
    joined = _share_units(_join_ranges(stated, masked, words), masked, words)
    return tuple(_describe(one, masked, joined, index, words) for index, one in enumerate(joined))


def _may_state(text: str, words: Words) -> bool:
    if _DIGIT.search(text) or any(sign in text for sign in "½⅓⅔¼¾"):
        return True
    return words.number_words is not None and (
        words.language == "de" or words.number_words.search(text) is not None
    )


def _state_all(text: str, numerals: list[Numeral], words: Words) -> list[_Stated]:
    stated = []
    for numeral in numerals:
        if _is_in_rate(text, numeral, words):
            continue
        one = _state(text, numeral, words)
        if one is not None:
            stated.append(one)
    return stated


def _state(text: str, numeral: Numeral, words: Words) -> _Stated | None:
    start, end = numeral.span.start, numeral.span.end
    currency, begin = find_prefix(text, start)
    numeral = _settle_letter(text, numeral, bool(currency), words)
    end = numeral.span.end
    unit, unit_end = _find_unit(text, numeral, words)
    if unit in ("m", "g", "t", "l", "ha") and currency:
        unit, unit_end = "", end
    if currency:
        unit, unit_end = currency, end if unit not in (currency, "usd") else unit_end
    is_tied = _is_tied(text, end, unit, unit_end)
    if is_tied or is_name(numeral, text, words, has_unit=bool(unit)):
        return None
    if _is_pronoun(text, numeral, unit, words):
        return None
    value, begin = _read_sign(text, begin, numeral.value, words)
    return _Stated(
        numeral,
        begin,
        max(end, unit_end),
        unit,
        value,
        value,
        Span(min(begin, start) if value < 0 else start, end),
        numeral.step,
    )


def _find_unit(text: str, numeral: Numeral, words: Words) -> tuple[str, int]:
    """The unit behind a number; behind a fraction an article may stand: `half a percentage point`."""
    end = numeral.span.end
    unit, unit_end = find_unit(text, end, words)
    if unit or not numeral.is_fraction:
        return unit, unit_end
    article = re.match(r"\s([^\W\d_]+)(?=\s)", text[end : end + 8])
    if article is None or article[1] not in words.joiners["articles"]:
        return "", end
    return find_unit(text, end + article.end(), words)


def _is_in_rate(text: str, numeral: Numeral, words: Words) -> bool:
    """Whether the number belongs to a rate: `per 100,000 people`."""
    if words.per_after is None or numeral.value < _THOUSAND:
        return False
    before = re.search(r"\S+\s$", text[max(0, numeral.span.start - 8) : numeral.span.start])
    if before is None:
        return False
    match = words.per_after.match(text, numeral.span.start - len(before[0]))
    return match is not None and match.end() >= numeral.span.end


def _settle_letter(text: str, numeral: Numeral, has_currency: bool, words: Words) -> Numeral:
    """`5m` is five million behind a currency or before things, else five metres."""
    said = numeral.span.of(text)
    if has_currency or not re.fullmatch(r"[\d.,' ]+m", said) or words.language != "en":
        return numeral
    following = re.match(r"\s+([^\W\d_]+)", text[numeral.span.end : numeral.span.end + 30])
    if find_unit(text, numeral.span.end, words)[0]:
        return numeral
    is_many = following is not None and (
        following[1].endswith("s") or following[1] in ("people", "men", "women", "children")
    )
    if is_many and following is not None and following[1] not in ("is", "was", "has", "does"):
        return numeral
    value, step = numeral.value / 1_000_000, numeral.step / 1_000_000
    span = Span(numeral.span.start, numeral.span.end - 1)
    return replace(numeral, span=span, value=value, step=step, scale=Fraction(1))


def _is_tied(text: str, end: int, unit: str, unit_end: int) -> bool:
    """Whether letters stand at the number that are no unit: `9K720`, `5G`, `4x4`."""
    if unit and unit_end > end:
        return False
    return re.match(r"[^\W\d_]", text[end : end + 1]) is not None


def _is_pronoun(text: str, numeral: Numeral, unit: str, words: Words) -> bool:
    """Whether a spelled number is a pronoun, a place in a row or the time of a clock."""
    if not numeral.is_spelled or numeral.is_fraction:
        return False
    after = text[numeral.span.end : numeral.span.end + 16]
    if words.ordinal is not None and words.ordinal.match(after):
        return True
    if re.match(r"\s+o['’]clock", after):
        return True
    if unit or numeral.value != 1:
        return False
    if any(re.match(rf"\s+{re.escape(word)}\s", after.casefold()) for word in words.joiners["in"]):
        return False
    if words.language != "en":
        return True
    before = re.search(
        r"([^\W\d_]+)\s$", text[max(0, numeral.span.start - 12) : numeral.span.start]
    )
    is_named = before is not None and before[1].casefold() in _NO_COUNT_BEFORE
    following = re.match(r"\s+([^\W\d_]+)", after)
    return is_named or following is None or following[1].casefold() in _NO_COUNT_AFTER


def _read_sign(text: str, begin: int, value: Fraction, words: Words) -> tuple[Fraction, int]:
    sign = _SIGN.search(text[max(0, begin - 2) : begin])
    if sign is not None:
        return -value, begin - 1
    before = re.search(r"([^\W\d_]+)[ \u00a0]$", text[max(0, begin - 12) : begin])
    if before is not None and before[1].casefold() in words.joiners["minus"]:
        return -value, begin - len(before[0])
    return value, begin


def _join_ranges(stated: list[_Stated], text: str, words: Words) -> list[_Stated]:
    joined: list[_Stated] = []
    for one in stated:
        both = _join(joined[-1], one, text, words) if joined else None
        if both is None:
            joined.append(one)
        elif both.low > both.high:
            joined.pop()
        else:
            joined[-1] = both
    return joined


def _join(first: _Stated, second: _Stated, text: str, words: Words) -> _Stated | None:
    """The range that two numbers make, if they make one; `one in five` is made here too."""
    if first.low != first.high or second.low != second.high:
        return None
    gap = text[first.end : second.start]
    if len(gap) > 16:
        return None
    word = gap.strip(SPACES + "-‑").casefold()
    if word in words.joiners["in"] and _is_share(first, second):
        return _make_share(first, second)
    is_dash = _DASH.fullmatch(gap) is not None and not (
        first.numeral.is_spelled != second.numeral.is_spelled
    )
    is_range = is_dash or _is_range_word(word, first, text, words)
    if not is_range or (first.unit and second.unit and first.unit != second.unit):
        return None
    low, scaled = _share_scale(first, second, is_dash=is_dash)
    if low > second.low:
        is_plain_dash = is_dash and not (first.unit or second.unit) and "—" not in gap
        return replace(first, low=low, high=second.low) if is_plain_dash else None
    if low == second.low:
        return None
    return _Stated(
        second.numeral,
        first.start,
        second.end,
        second.unit or first.unit,
        low,
        second.high,
        Span(first.number.start, second.number.end),
        min(scaled, second.step),
    )


def _is_share(first: _Stated, second: _Stated) -> bool:
    return (
        not first.unit
        and not second.unit
        and first.low < second.low <= _THOUSAND
        and first.numeral.is_spelled
        and second.low.denominator == 1
    )


def _make_share(first: _Stated, second: _Stated) -> _Stated:
    value = first.low / second.low
    numeral = replace(
        second.numeral, value=value, is_fraction=True, step=Fraction(1, 100), other=None
    )
    number = Span(first.number.start, second.number.end)
    return _Stated(numeral, first.start, second.end, "", value, value, number, Fraction(1, 100))


def _is_range_word(word: str, first: _Stated, text: str, words: Words) -> bool:
    before = text[max(0, first.start - 60) : first.start].casefold()
    parts = re.findall(r"[^\W\d_]+", before)
    if word in words.joiners["and-between"]:
        return any(part in words.joiners["between"] for part in parts[-3:])
    if word not in words.joiners["to"] or parts[-1:] in ([by] for by in words.change_words["by"]):
        return False
    is_from = any(part in words.joiners["from"] for part in parts[-3:])
    is_change = any(words.changes.find(part) is not None for part in parts[-8:])
    return not (is_from and is_change)


def _share_scale(first: _Stated, second: _Stated, *, is_dash: bool) -> tuple[Fraction, Fraction]:
    """`2–3 million` is two to three million; `600–700,000` six hundred thousand and more."""
    low, step, scale = first.low, first.step, second.numeral.scale
    if scale != 1 and first.numeral.scale == 1 and low <= second.low / scale:
        return low * scale, step * scale
    is_grouped = second.low % _THOUSAND == 0 and not second.numeral.is_plain
    is_short = low < _THOUSAND <= second.low and low * _THOUSAND < second.low
    if is_dash and is_grouped and is_short and low * _THOUSAND * 10 >= second.low:
        return low * _THOUSAND, step * _THOUSAND
    return low, step


def _share_units(joined: list[_Stated], text: str, words: Words) -> list[_Stated]:
    """`eight and fourteen per cent`: the first takes the unit of the second."""
    shared = list(joined)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        gap = text[first.end : second.start].strip(SPACES).casefold()
        is_list = gap in words.joiners["and-between"] | words.joiners["or"]
        is_course = gap in words.joiners["to"] | words.change_words["to"]
        is_list = is_list or (is_course and not first.numeral.is_fraction)
        if is_list and not first.unit and second.unit and len(text[first.end : second.start]) < 8:
            shared[index] = replace(first, unit=second.unit)
    return shared


def _describe(one: _Stated, text: str, joined: list[_Stated], index: int, words: Words) -> Quantity:
    floor = joined[index - 1].end if index else 0
    limit = find_limit(_hide(text, floor), _before_range(one, text, words), words)
    if read_units().get(one.unit, _NO_UNIT).kind in _TIMES and _is_during(text, limit.start, words):
        limit = Limit(Qualifier.EXACT, one.start)
    if one.low != one.high and limit.qualifier is Qualifier.UP_TO:
        # “scaled up to between 10 and 12”: a range has its own upper end.
        limit = Limit(Qualifier.EXACT, one.start)
    qualifier, start, end = limit.qualifier, min(limit.start, one.start), one.end
    after = find_after_limit(text, end, words) or find_after_limit(text, one.number.end, words)
    if after is not None and qualifier is Qualifier.EXACT:
        qualifier, end = after[0], max(end, after[1])
    ceiling = joined[index + 1].start if index + 1 < len(joined) else len(text)
    unit, slash, given = one.unit.partition("/")
    per, per_end, counted = find_rate(text[:ceiling], end, words, has_unit=bool(one.unit))
    if not per and not (one.unit in ("percent", "percentage-point")):
        per = find_rate_before(_hide(text, floor), start, words)
    later = find_after_limit(text, per_end, words) if per else None
    if later is not None and qualifier is Qualifier.EXACT:
        qualifier, per_end = later[0], max(per_end, later[1])
    trend, direction = find_trend(text, start, end, words, is_by=limit.is_by)
    if limit.is_open and not trend:
        trend, direction = _settle_open(text, limit.start, words)
    if limit.is_open and trend == "to":
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
        other=one.numeral.other if one.low == one.high else None,
    )


def _is_during(text: str, start: int, words: Words) -> bool:
    """Whether `over` means “in the course of”: `repaid over 15 years`, not `for over 15 years`."""
    if not re.match(r"over\s", text[start : start + 5].casefold()) or words.language != "en":
        return False
    before = re.search(r"([^\W\d_]+)\s$", text[max(0, start - 12) : start])
    return before is None or before[1].casefold() not in _LASTING


def _settle_open(text: str, start: int, words: Words) -> tuple[str, int]:
    """What `до` means behind a verb of change: `вырос до 5` says what it came to."""
    return find_trend(text, start + len("до"), start + len("до"), words, is_by=False)


def _hide(text: str, floor: int) -> str:
    """The text with what belongs to an earlier quantity made unreadable, positions kept."""
    return "\x00" * floor + text[floor:]


def _before_range(one: _Stated, text: str, words: Words) -> int:
    """Where the words before a range begin: in front of its `between` or `from`."""
    if one.low == one.high:
        return one.start
    match = re.search(r"([^\W\d_]+)\s$", text[max(0, one.start - 12) : one.start])
    if match is None:
        return one.start
    word = match[1].casefold()
    is_opening = word in words.joiners["between"] or word in words.joiners["from"]
    return max(0, one.start - 12) + match.start() if is_opening else one.start


UNITS = read_units
"""The vocabulary of units, for those who convert."""
