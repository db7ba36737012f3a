"""A text as a row of the words that dates are made of, one sign for the kind of each.

Knows digits, punctuation and the words of one language. What they state together is the business
of `date_grammar`. Beside the kinds of the tables there are:
`I` a whole date, `J` two years such as 2024/25, `D` a decade, `P` a fiscal year, `Q` and `H` as in
Q3 and H1, `y` four digits that may be a year, `d` a number up to 31, `n` any other number;
`-` a hyphen, `~` a dash, `'` the possessive, `;` what ends a clause, `,` `.` `/` `(` themselves,
and `z` anything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.phrases.date_words import OTHER, DateWords
from generator.phrases.quantity import Span

Read = tuple[str, int, int]
"""Kind, value and where it ends."""

_SIGNS: Final = {
    **dict.fromkeys(",./(", ""),
    **dict.fromkeys("–‒", "~"),
    **dict.fromkeys(";:!?)[]", ";"),
    **dict.fromkeys("$€£₴₽№#§", "#"),
    **dict.fromkeys("%‰°²³", "X"),
}
"""Kinds of signs; an empty one stands for the sign itself."""

_HYPHENS: Final = "-‐‑"
_FIRST_YEAR, _LAST_YEAR, _LAST_DAY = 1900, 2099, 31
_MOST_DIGITS: Final = 9
_CENTURY: Final = 2000
_MONTHS: Final = 12

# Digits begin no date inside a path, and end none where more digits follow.
_LEXER: Final = r"""
    (?P<word>[^\W\d_]+(?![\w:-]))
  | (?P<opaque>https?://\S+|{model})
  | (?P<whole>(?<![\w/])(?:\d{{4}}(?P<mark>[-/.])\d\d(?P=mark)\d\d
      |\d\d?\.[ \u00a0]?\d\d?\.[ \u00a0]?\d{{4}}|\d\d?/\d\d?/\d{{4}})(?![^\W_]|[-/.,]\d))
  | (?P<pair>(?<![\w/])(?:19|20)\d\d[-/–‑]\d\d(?![^\W_]|[-/.,]\d))
  | (?P<number>\d+(?:[.,:]\d+)+)
  | (?P<ordinal>\d\d?(?:{endings})(?![^\W_]))
  | (?P<digits>\d+(?![^\W_]))
  | (?P<possessive>['’]s(?![^\W_]))
  | (?P<mixed>[^\W_]+)
  | (?P<blank>\n[ \t]*\n)
  | (?P<sign>[^\w\s]|_)
"""
_MODEL: Final = r"(?<!\w)(?=[^\W\d_]+-)(?!(?:{heads})-)[^\W\d_]+(?:-[^\W\d_]+){{0,9}}-\d[\w-]*"
"""A name with a number, T-90 or area-2024-12; but mid-2024 is a date."""
_HEADS: Final = "gmwstvi"

_KINDS: Final = {
    "opaque": "z",
    "whole": "I",
    "number": "n",
    "possessive": "'",
    "blank": ".",
}
_DECADE = re.compile(r"(?:19|20)\d0s")
_PART_OF_YEAR = re.compile(r"[QH][1-4]|[1-4][QH]")
_FISCAL_YEAR = re.compile(r"FY((?:19|20)?\d\d)")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class DateRow:
    """The words of a text: a sign each in `kinds`; at the same index what it says and where."""

    text: str
    kinds: str
    values: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def cover(self, first: int, end: int) -> Span:
        """Where the words from one index up to another stand."""
        return Span(self.places[first][0], self.places[end - 1][1])

    def word(self, index: int) -> str:
        """A word as the text has it."""
        start, end = self.places[index]
        return self.text[start:end]


def read_row(text: str, words: DateWords) -> DateRow:
    """The text as a row of kinds."""
    lexer = _compile(words)
    kinds: list[str] = []
    values: list[int] = []
    places: list[tuple[int, int]] = []
    position = 0
    for match in lexer.finditer(text):
        if match.start() < position:
            continue
        kind, value, position = _read(match, words, lexer)
        kinds.append(kind)
        values.append(value)
        places.append((match.start(), position))
    return DateRow(text, "".join(kinds), tuple(values), tuple(places))


@cache
def _compile(words: DateWords) -> re.Pattern[str]:
    endings = "|".join(map(re.escape, words.day_endings)) or "(?!)"
    heads = "|".join(word for word, (kind, _) in words.words.items() if kind in _HEADS)
    model = _MODEL.format(heads=f"(?i:{heads or '(?!)'})")
    return re.compile(_LEXER.format(model=model, endings=endings), re.VERBOSE)


def _read(match: re.Match[str], words: DateWords, lexer: re.Pattern[str]) -> Read:
    group = match.lastgroup or ""
    if group == "word":
        return _read_word(match, words, lexer)
    if group == "mixed":
        found = _read_compact(match[0])
        return _read_word(match, words, lexer) if found is OTHER else (*found, match.end())
    if group == "sign":
        return _read_sign(match), 0, match.end()
    if group in ("digits", "ordinal"):
        return *_read_digits(match[0]), match.end()
    if group == "pair":
        return _read_pair(match[0]), 0, match.end()
    return _KINDS[group], 0, match.end()


def _read_digits(digits: str) -> tuple[str, int]:
    found = _NUMBER.match(digits[:_MOST_DIGITS])
    number = found[0] if found else ""
    value = int(number or 0)
    if len(number) == len("2024") and _FIRST_YEAR <= value <= _LAST_YEAR:
        return "y", value
    return ("d" if 1 <= value <= _LAST_DAY and len(number) <= len("31") else "n"), value


def _read_pair(written: str) -> str:
    """Tell 2024-12, a month, from 2024/25; 2011-12 may be either, and two years hold both."""
    first, second = int(written[2:4]), int(written[5:])
    if (first + 1) % 100 == second:
        return "J"
    return "I" if written[4] == "-" and 1 <= second <= _MONTHS else "n"


def _read_sign(match: re.Match[str]) -> str:
    sign, start, end = match[0], match.start(), match.end()
    text = match.string
    if sign in _HYPHENS:
        is_tight = start > 0 and not text[start - 1].isspace() and not text[end : end + 1].isspace()
        return "-" if is_tight else "~"
    if sign == "—":
        is_tight = start > 0 and not text[start - 1].isspace()
        return "~" if is_tight else ";"
    return (_SIGNS[sign] or sign) if sign in _SIGNS else OTHER[0]


def _read_word(match: re.Match[str], words: DateWords, lexer: re.Pattern[str]) -> Read:
    written, end = match[0], match.end()
    word = written.casefold()
    for rest, kind, value in words.phrases.get(word, ()):
        last = _follow(match, rest, lexer)
        if last:
            return kind, value, last
    kind, value = words.find(word)
    if kind == "z":
        return *OTHER, end
    if kind == "w" and words.capital_months and not written[0].isupper():
        return *OTHER, end
    if word in words.abbreviations and match.string[end : end + 1] == ".":
        end += 1
    return kind, value, end


def _follow(match: re.Match[str], rest: tuple[str, ...], lexer: re.Pattern[str]) -> int:
    """Where the words of a phrase behind its first one end; 0 if others follow."""
    end = match.end()
    for expected in rest:
        following = lexer.match(match.string, _skip_space(match.string, end))
        if following is None or following[0].casefold() != expected:
            return 0
        end = following.end()
    return end


def _skip_space(text: str, position: int) -> int:
    return position + 1 if text[position : position + 1].isspace() else position


def _read_compact(written: str) -> tuple[str, int]:
    """Letters and digits in one: Q3, H1, FY2025, 1990s."""
    if _PART_OF_YEAR.fullmatch(written):
        letter, digit = sorted(written, reverse=True)
        if letter == "Q" or digit <= "2":
            return letter, int(digit)
    if _DECADE.fullmatch(written):
        return "D", int(written[:-1])
    if fiscal := _FISCAL_YEAR.fullmatch(written):
        return "P", int(fiscal[1]) + (_CENTURY if len(fiscal[1]) == len("25") else 0)
    return OTHER
