"""One number with its sign, currency and unit, and whether it is a quantity at all.

Leaves out numbers that are parts of names, pronouns and places in a row. What limits a number,
and which two make a range, is decided elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from generator.phrases.exclusions import is_name
from generator.phrases.number_tokens import Numeral
from generator.phrases.quantity import Span
from generator.phrases.rates import find_currency, find_unit, is_currency
from generator.phrases.words import Words

_FEW = 50
"""Points of a poll or a rate; those of an index are more."""
_MILLION = 1_000_000
_SIGN = re.compile(r"(?:^|(?<=[\s(\[$€£“\"]))[-−–‑]$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0]$")
_WORD_BEHIND = re.compile(r"\s+([^\W\d_]+)")
_INNER = re.compile(r"[\w,]\s$")
_POINTS = re.compile(r"\spoints?\b")
_CLOCK = re.compile(r"\s+o['’]clock")
_LETTER = re.compile(r"[^\W\d_]")
_TO = re.compile(r"\s?(?:[-‑–—]|to\s)\s?")
_JOINED_M = re.compile(r"[\d.,' ]+m")


@dataclass(frozen=True, slots=True)
class Amount:
    """One number or range with its unit, before its surroundings are read."""

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

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low != self.high


def read_amounts(text: str, numerals: list[Numeral], words: Words) -> list[Amount]:
    """The amounts that the numbers of a text are; those that are none are left out."""
    amounts: list[Amount] = []
    for numeral in numerals:
        previous = amounts[-1] if amounts else None
        if _is_in_unit(text, numeral, previous, words):
            continue
        amount = _read(text, numeral, previous, words)
        if amount is not None:
            amounts.append(amount)
    return amounts


def _goes_on(text: str, previous: Amount | None, numeral: Numeral) -> bool:
    """Whether a number is the upper end of an amount of money: `$5-10m`."""
    if previous is None:
        return False
    gap = text[previous.end : numeral.span.start]
    return is_currency(previous.unit) and _TO.fullmatch(gap) is not None


def _read(text: str, numeral: Numeral, previous: Amount | None, words: Words) -> Amount | None:
    currency, begin = find_currency(text, numeral.span.start)
    if previous is not None and begin < previous.end:
        currency, begin = "", numeral.span.start  # the sign is the other's: `5 $ 3`
    is_money = bool(currency) or _goes_on(text, previous, numeral)
    numeral = _settle_letter(text, numeral, words, is_money=is_money)
    start, end = numeral.span.start, numeral.span.end
    unit, unit_end = _find_unit(text, numeral, words)
    if currency:
        is_same = unit in (currency, "usd")
        unit, unit_end = currency, unit_end if is_same else end
    if not unit and _LETTER.match(text, end):
        return None  # letters that are no unit: `9K720`, `5G`, `4x4`
    if is_name(numeral, text, words, has_unit=bool(unit)):
        return None
    if _is_no_count(text, numeral, unit, words):
        return None
    value, begin = _read_sign(text, begin, numeral.value, words)
    number = Span(min(begin, start) if value < 0 else start, end)
    return Amount(numeral, begin, max(end, unit_end), unit, value, value, number, numeral.step)


def _is_in_unit(text: str, numeral: Numeral, previous: Amount | None, words: Words) -> bool:
    """Whether the number belongs to a unit or rate: `15 km^2`, `per 100,000 people`."""
    if previous is not None and numeral.span.start < previous.end:
        return True
    before = _WORD_BEFORE.search(text[max(0, numeral.span.start - 8) : numeral.span.start])
    if before is None:
        return False
    per, end = words.rates.read(text, numeral.span.start - len(before[0]))
    return bool(per) and end >= numeral.span.end


def _settle_letter(text: str, numeral: Numeral, words: Words, *, is_money: bool) -> Numeral:
    """`5m` is five million behind a currency or before things, else five metres."""
    end = numeral.span.end
    is_plain = is_money or not _JOINED_M.fullmatch(numeral.span.of(text))
    if is_plain or words.language != "en" or find_unit(text, end, words)[0]:
        return numeral
    following = _WORD_BEHIND.match(text, end)
    word = following[1] if following else ""
    is_many = word.endswith("s") or word in words.group("many")
    if is_many and word not in words.group("not-many"):
        return numeral
    value, step = numeral.value / _MILLION, numeral.step / _MILLION
    span = Span(numeral.span.start, end - 1)
    return replace(numeral, span=span, value=value, step=step, scale=Fraction(1))


def _find_unit(text: str, numeral: Numeral, words: Words) -> tuple[str, int]:
    """The unit; behind a fraction an article may stand: `half a percentage point`."""
    end = numeral.span.end
    unit, unit_end = find_unit(text, end, words)
    is_tenth = numeral.step < 1 and numeral.value < _FEW and not numeral.is_fraction
    if not unit and is_tenth and words.language == "en":
        points = _POINTS.match(text, end)
        return ("percentage-point", points.end()) if points else ("", end)
    if unit or not numeral.is_fraction:
        return unit, unit_end
    article = _WORD_BEHIND.match(text, end)
    if article is None or article[1] not in words.group("articles"):
        return "", end
    return find_unit(text, article.end(), words)


def _is_no_count(text: str, numeral: Numeral, unit: str, words: Words) -> bool:
    """Whether a spelled number is a pronoun, a place in a row or the time of a clock."""
    if not numeral.is_spelled or numeral.is_fraction:
        return False
    end = numeral.span.end
    if _is_title(text, numeral.span, words):
        return True
    if _CLOCK.match(text, end) or (words.ordinal is not None and words.ordinal.match(text, end)):
        return True
    return numeral.value == 1 and not unit and _is_pronoun(text, numeral.span, words)


def _is_title(text: str, span: Span, words: Words) -> bool:
    """Whether a number word begins with a capital inside a sentence: `the Group of Seven`."""
    is_inner = _INNER.search(text[: span.start]) is not None
    return words.language == "en" and text[span.start].isupper() and is_inner


def _is_pronoun(text: str, span: Span, words: Words) -> bool:
    """Whether `one` counts nothing: `no one`, `one of them`, but not `one in five`, `one guard`."""
    after = text[span.end : span.end + 16].casefold()
    if any(re.match(rf"\s+{re.escape(word)}\s", after) for word in words.group("in")):
        return False
    if words.language != "en":
        return True
    before = _WORD_BEFORE.search(text[max(0, span.start - 12) : span.start])
    is_named = before is not None and before[1].casefold() in words.group("not-one-before")
    following = _WORD_BEHIND.match(after)
    return is_named or following is None or following[1] in words.group("not-one-after")


def _read_sign(text: str, begin: int, value: Fraction, words: Words) -> tuple[Fraction, int]:
    if _SIGN.search(text[max(0, begin - 2) : begin]):
        return -value, begin - 1
    before = _WORD_BEFORE.search(text[max(0, begin - 12) : begin])
    if before is not None and before[1].casefold() in words.group("minus"):
        return -value, begin - len(before[0])
    return value, begin
