"""What stands around a number beside its limit: currency, unit, rate, and what is counted.

Looks from one number outward, never past another number or the end of a clause.
"""

from __future__ import annotations

import re

from generator.phrases.words import SPACES, Words, read_units

_CURRENCY = re.compile(r"(?:(US|C|A)\s?)?([$€£₽₴¥₹₺])\s?$|\b([A-Z]{3})\s?$")
_DOLLARS = {"US": "$", "C": "C$", "A": "A$"}
_GAP = re.compile(rf"[{SPACES}]*[-‑]?[{SPACES}]*")
_UNIT_GAP = re.compile(rf"\+?{_GAP.pattern}")
_CLAUSE = re.compile(r"[.;:!?()\[\]\x00—\"“”«»]|,(?!\d)| [-–] |(?<!\d)\d|(?<=\d)\d")
_WINDOW = 60
_COUNTED = 7
"""The most words that are read as what a number counts."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_NEXT_NUMBER = re.compile(r"\s+[$€£]?\d")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")


def find_currency(text: str, start: int) -> tuple[str, int]:
    """The currency in front of a number, and where it begins; empty where there is none."""
    base = max(0, start - 8)
    match = _CURRENCY.search(text[base:start])
    if match is None:
        return "", start
    sign = match[2] or match[3]
    symbol = _DOLLARS.get(match[1] or "", sign) if sign == "$" else sign
    for term in read_units().values():
        if symbol in term.symbols and is_currency(term.id):
            return term.id, base + match.start()
    return "", start


def is_currency(unit: str) -> bool:
    """Whether a unit is money, of which each is a kind of its own."""
    term = read_units().get(unit)
    return term is not None and term.kind == term.id


def find_unit(text: str, end: int, words: Words) -> tuple[str, int]:
    """The unit behind a number, and where it ends; a counted thing is none."""
    gap = _UNIT_GAP.match(text, end)
    unit, unit_end = words.units.read(text, gap.end() if gap else end)
    # A sign right before a digit is the next number's currency: `$2-$3`.
    is_next = text[unit_end : unit_end + 1].isnumeric()
    return (unit, unit_end) if unit and not is_next else ("", end)


def find_rate(text: str, end: int, words: Words, *, has_unit: bool) -> tuple[str, int, str]:
    """What a number is divided by, where that ends, and the words that are counted before it."""
    window = text[end : end + _WINDOW]
    stop = _CLAUSE.search(window)
    clause = window[: stop.start()] if stop else window
    stops = words.group("rate-stops")
    if has_unit:
        stops |= words.group("joining")
    per, per_end, at = _search_rate(text, end, end + len(clause), words, stops)
    counted = "" if has_unit else _read_counted(text[end : at if per else end + len(clause)], words)
    return per, per_end, counted


def _search_rate(
    text: str, start: int, stop: int, words: Words, stops: frozenset[str]
) -> tuple[str, int, int]:
    place, previous = start, ""
    for _ in range(_COUNTED + 1):
        gap = _GAP.match(text, place)
        place = gap.end() if gap else place
        per, end = words.rates.read(text, place)
        is_adverb = _LETTERS.fullmatch(text, place, end) is not None
        if per and _is_rate(text, end, previous, words, is_adverb=is_adverb):
            return per, end, place
        word = _WORD.match(text, place)
        if word is None or word.end() > stop or word[0].casefold() in stops:
            break
        previous, place = word[0].casefold(), word.end()
    return "", start, start


def _is_rate(text: str, end: int, previous: str, words: Words, *, is_adverb: bool) -> bool:
    """Whether `a day` is a rate here: not in `in a day`, nor in `a day earlier`."""
    following = _NEXT_WORD.match(text, end)
    is_earlier = following is not None and following[1].casefold() in words.group("earlier")
    # In `42 Turbinen liefern jährlich 380 GWh` the rate is that of what follows.
    is_of_next = is_adverb and _NEXT_NUMBER.match(text, end) is not None
    return previous not in words.group("not-per") and not (is_earlier or is_of_next)


def _read_counted(text: str, words: Words) -> str:
    counted: list[str] = []
    for word in _WORD.findall(text):
        if word.casefold() in words.group("counted-stops") or len(counted) == _COUNTED:
            break
        counted.append(word)
    return " ".join(counted)


def find_rate_before(text: str, start: int, words: Words) -> str:
    """The rate that an adjective in front gives: `a daily average of 1,354`."""
    window = text[max(0, start - _WINDOW) : start]
    stops = [match.end() for match in _CLAUSE.finditer(window)]
    parts = _LETTERS.findall((window[stops[-1] :] if stops else window).casefold())
    for index in range(len(parts) - 1, max(-1, len(parts) - 8), -1):
        both = " ".join(parts[index : index + 2])
        adverb = words.rate_adverbs.find(parts[index]) or words.rate_adverbs.find(both)
        if adverb is not None:
            return adverb
        per = words.rate_adjectives.find(parts[index])
        if per is not None:
            return per if _is_of_rate(parts, index, words) else ""
    return ""


def _is_of_rate(parts: list[str], index: int, words: Words) -> bool:
    """Whether an adjective such as `daily` says that the number is a rate."""
    between = parts[index + 1 :]
    is_near = not between or any(words.rate_nouns.find(word) for word in between)
    return is_near or (index > 0 and words.rate_nouns.find(parts[index - 1]) is not None)
