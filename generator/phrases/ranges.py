"""Which numbers belong together: ranges, shares such as one in five, lists with one unit.

“From 5 to 7 per cent” is a range, unless something rose from the one to the other.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from generator.phrases.amounts import Amount
from generator.phrases.quantity import Span
from generator.phrases.words import SPACES, Words

_THOUSAND = 1000
_LONGEST_GAP = 16
_LIST_GAP = 8
_DASH = re.compile(rf"[{SPACES}]?[-‑–—][{SPACES}]?")
_LETTERS = re.compile(r"[^\W\d_]+")
_NEAR = 3
"""How many words before a range its `between` or `from` may stand."""


def join_ranges(amounts: list[Amount], text: str, words: Words) -> list[Amount]:
    """The amounts with each two that make a range or share as one; a score, `3-1`, is left out."""
    joined: list[Amount] = []
    for one in amounts:
        both = _join(joined[-1], one, text, words) if joined else None
        if both is None:
            joined.append(one)
        elif both.low > both.high:
            joined.pop()
        else:
            joined[-1] = both
    return _share_units(joined, text, words)


def _join(first: Amount, second: Amount, text: str, words: Words) -> Amount | None:
    gap = text[first.end : second.start]
    if first.is_range or second.is_range or len(gap) > _LONGEST_GAP:
        return None
    word = gap.strip(SPACES + "-‑").casefold()
    if word in words.group("in") and _is_share(first, second):
        return _make_share(first, second)
    is_alike = first.numeral.is_spelled == second.numeral.is_spelled
    is_dash = _DASH.fullmatch(gap) is not None and is_alike
    if not (is_dash or _is_range_word(word, first, second, text, words)):
        return None
    if first.unit and second.unit and first.unit != second.unit:
        return None
    return _make_range(first, second, is_dash=is_dash, is_broken="—" in gap)


def _make_range(first: Amount, second: Amount, *, is_dash: bool, is_broken: bool) -> Amount | None:
    """A range from the first to the second; one that does not rise is a score, or none."""
    low, step = _share_scale(first, second, is_dash=is_dash)
    if low >= second.low:
        is_score = is_dash and not (first.unit or second.unit or is_broken)
        # A high end below the low one tells a score, a draw too.
        return replace(first, low=low, high=low - 1) if is_score else None
    return Amount(
        numeral=second.numeral,
        start=first.start,
        end=second.end,
        unit=second.unit or first.unit,
        low=low,
        high=second.high,
        number=Span(first.number.start, second.number.end),
        step=min(step, second.step),
    )


def _is_share(first: Amount, second: Amount) -> bool:
    """`one in five`, `1 in 5`: a count of a small whole, neither of them with a unit."""
    is_count = first.numeral.is_spelled or first.low == 1
    is_bare = not first.unit and not second.unit and is_count
    return is_bare and first.low < second.low <= _THOUSAND and second.low.denominator == 1


def _make_share(first: Amount, second: Amount) -> Amount:
    value = first.low / second.low
    step = Fraction(1, 100)
    numeral = replace(second.numeral, value=value, is_fraction=True, step=step, other=None)
    number = Span(first.number.start, second.number.end)
    return Amount(numeral, first.start, second.end, "", value, value, number, step)


def _is_range_word(word: str, first: Amount, second: Amount, text: str, words: Words) -> bool:
    parts = _LETTERS.findall(text[max(0, first.start - 60) : first.start].casefold())
    near = frozenset(parts[-_NEAR:])
    if word in words.group("and-between"):
        return not near.isdisjoint(words.group("between"))
    if word not in words.group("to"):
        return False
    if parts and parts[-1] in words.group("change-by"):
        # “by 2 to 2.5 per cent” is a range, “by 120 to 900” a change and what it came to.
        return second.low < 2 * first.low
    is_from = not near.isdisjoint(words.group("from"))
    return not (is_from and any(words.changes.find(part) is not None for part in parts[-8:]))


def _share_scale(first: Amount, second: Amount, *, is_dash: bool) -> tuple[Fraction, Fraction]:
    """`2–3 million` is two to three million; `600–700,000` six hundred thousand and more."""
    low, step, scale = first.low, first.step, second.numeral.scale
    if scale != 1 and first.numeral.scale == 1 and low <= second.low / scale:
        return low * scale, step * scale
    is_grouped = second.low % _THOUSAND == 0 and not second.numeral.is_plain
    is_short = low < _THOUSAND <= second.low and low * _THOUSAND < second.low
    if is_dash and is_grouped and is_short and low * _THOUSAND * 10 >= second.low:
        return low * _THOUSAND, step * _THOUSAND
    return low, step


def _share_units(joined: list[Amount], text: str, words: Words) -> list[Amount]:
    """`eight and fourteen per cent`, `41, 27 and 16 per cent`: one unit for all."""
    shared = list(joined)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        gap = text[first.end : second.start]
        if first.unit or not second.unit or len(gap) > _LIST_GAP:
            continue
        if _is_list(gap.strip(SPACES).casefold(), first, second, words):
            shared[index] = replace(first, unit=second.unit)
    return shared


def _is_list(word: str, first: Amount, second: Amount, words: Words) -> bool:
    if word in words.group("and-between") | words.group("or"):
        return True
    if word == ",":
        return second.unit == "percent"
    is_course = word in words.group("to") | words.group("change-to")
    return is_course and not first.numeral.is_fraction
