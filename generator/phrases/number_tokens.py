"""The parts that numbers are made of: digits read by their groupings, number words, fractions.

Knows groupings, decimals by language, compounds of German. How parts make a number is left to
`numerals`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from generator.phrases.quantity import Span
from generator.phrases.words import SPACES, Words

_THIN = "\u00a0\u2007\u2009\u202f "
_INDIAN = r"\d{1,2}(?:,\d\d){1,6},\d{3}(?!\d)"
_GROUPED = (
    rf"\d{{1,3}}(?:(?P<sep>[,.'’{_THIN}])\d{{3}}(?!\d))(?:(?P=sep)\d{{3}}(?!\d)){{0,9}}"
    r"(?:[.,]\d{1,30})?"
)
_PLAIN = r"\d{1,30}(?:[.,]\d{1,30})?"
_DIGITS = re.compile(rf"(?<![\w.,])(?<!\w['’·])(?:{_INDIAN}|{_GROUPED}|{_PLAIN})(?![\d])(?![.,]\d)")
"""A number in digits; one of more than thirty is none that anybody counts with."""
_HALVES = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅛": "1/8"}
_FRACTION = re.compile(
    r"(?:(?<=\d)|(?<![\w.,/]))(?:(?P<sign>[½⅓⅔¼¾⅕⅛])"
    r"|(?P<top>[1-9]\d?)[/⁄](?P<bottom>[2-9]|10|12|100)(?![\w/]))"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*\.?")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s$")
_PLACES = frozenset(["first", "second", "last", "latter", "other", "better", "next", "third"])
_CERTAIN = frozenset(
    ["by", "than", "about", "nearly", "almost", "roughly", "around", "over", "some", "на"]
)
_ONLY_GAP = re.compile(rf"[{SPACES}\-\u2010\u2011]*")
_HUNDRED = 100
_THOUSAND = 1000
_MINUS = "-−–"


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number in a text."""

    span: Span
    value: Fraction
    step: Fraction
    """What one more in the last digit shown would add."""
    is_spelled: bool = False
    is_plain: bool = False
    """Whether it is a whole number of bare digits, as in a name or a year."""
    scale: Fraction = Fraction(1)
    """What a word or letter of magnitude behind it multiplies it by."""
    other: Fraction | None = None
    """What the same digits are where the point and the comma change places, if they may."""
    is_fraction: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number of digits, as a part of a longer number."""

    kind: str
    value: Fraction
    start: int
    end: int
    numeral: Numeral | None = None


def read_tokens(text: str, words: Words) -> list[Token]:
    """Every part of a number in a text, in order."""
    tokens = [_digits_token(match, words) for match in _DIGITS.finditer(text)]
    tokens += [_fraction_token(match) for match in _FRACTION.finditer(text)]
    tokens = _drop_covered(tokens)
    if words.number_words is not None:
        tokens += _word_tokens(text, words, tokens)
    return sorted(tokens, key=lambda token: token.start)


def _digits_token(match: re.Match[str], words: Words) -> Token:
    value, step, other = read_digits(match[0], words.decimal)
    span = Span(match.start(), match.end())
    is_plain = match[0].isdecimal()
    numeral = Numeral(span, value, step, is_plain=is_plain, other=other)
    return Token("digits", value, span.start, span.end, numeral)


def _fraction_token(match: re.Match[str]) -> Token:
    text = _HALVES.get(match["sign"] or "") or f"{match['top']}/{match['bottom']}"
    return Token("part", Fraction(text), match.start(), match.end())


def _drop_covered(tokens: list[Token]) -> list[Token]:
    """Digits that are the upper or lower part of a fraction are no numbers of their own."""
    parts = [token for token in tokens if token.kind == "part"]
    return [
        token
        for token in tokens
        if token.kind == "part"
        or not any(part.start <= token.start and token.end <= part.end for part in parts)
    ]


def read_digits(text: str, decimal: str) -> tuple[Fraction, Fraction, Fraction | None]:
    """A number in digits: its value, the worth of its last digit, and the other reading.

    A single point or comma before exactly three digits groups them in one language and begins
    decimals in another: then both readings are given, the language's own first.
    """
    digits = re.sub(r"['’\s]", "", text)
    marks = re.findall(r"[.,]", digits)
    if not marks:
        return Fraction(digits), Fraction(1), None
    if len(marks) > 1 and marks[-1] == marks[0]:
        return Fraction(re.sub(r"[.,]", "", digits)), Fraction(1), None
    head, _, tail = digits.rpartition(marks[-1])
    whole = re.sub(r"[.,]", "", head)
    decimals = Fraction(f"{whole}.{tail}"), Fraction(1, 10 ** len(tail)), None
    is_open = len(marks) == 1 and len(tail) == len("000") and text == digits
    if not is_open or whole.startswith("0") or len(whole) > len("000"):
        return decimals
    grouped = Fraction(whole + tail)
    if marks[0] == decimal:
        return decimals[0], decimals[1], grouped
    # No writer of a language with decimal points means 1.5 by `1,500`.
    return grouped, Fraction(1), decimals[0] if marks[0] == "." else None


def _word_tokens(text: str, words: Words, digits: list[Token]) -> list[Token]:
    """The words that numbers are made of; none where the text has no number word or digit."""
    if not digits and not _has_number_word(text, words):
        return []
    tokens = []
    for match in _WORD.finditer(text):
        tokens += _read_word(match, words)
    return tokens


def _has_number_word(text: str, words: Words) -> bool:
    is_found = words.number_words is not None and words.number_words.search(text) is not None
    return is_found or words.language == "de"


def _read_word(match: re.Match[str], words: Words) -> list[Token]:
    said, start = match[0].rstrip("."), match.start()
    word, end = said.casefold(), start + len(said)
    if word in words.parts:
        kind, value = words.parts[word]
        return [Token(kind, value, start, end)]
    if match.string[match.end() : match.end() + 1].isdecimal():
        return []  # letters in the middle of a name: `9K720`
    if match[0] in words.abbreviations:
        return [Token("letters", words.abbreviations[match[0]], start, match.end())]
    if said in words.abbreviations:
        return [Token("letters", words.abbreviations[said], start, end)]
    if word in words.joints:
        return [Token(words.joints[word], Fraction(0), start, end)]
    return _split_compound(word, start, words) if words.language == "de" else []


def _split_compound(word: str, start: int, words: Words) -> list[Token]:
    """A German number in one word: `dreiundzwanzigtausend` is 23, then a thousand."""
    if not any(part in word for part in ("hundert", "tausend", "zig", "ßig")):
        return []
    tokens: list[Token] = []
    rest = word
    while rest:
        found = _take_part(rest, words)
        if found is None:
            return []
        part, kind, value = found
        here = start + len(word) - len(rest)
        tokens.append(Token(kind, value, here, here + len(part)))
        rest = rest[len(part) :]
    return tokens


def _take_part(rest: str, words: Words) -> tuple[str, str, Fraction] | None:
    ones = re.match(r"(ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und(?=\w)", rest)
    if ones:
        tens = next(
            (w for w in words.numbers if rest[ones.end() :].startswith(w) and w[-2:] == "ig"), None
        )
        if tens:
            value = words.numbers[ones[1]] + words.numbers[tens]
            return ones[0] + tens, "number", value
        return ones[1] + "und", "number", words.numbers[ones[1]]
    for kind, table in (("scale", words.scales), ("number", words.numbers)):
        part = max((w for w in table if rest.startswith(w)), key=len, default="")
        if part:
            return part, kind, Fraction(table[part])
    return ("und", "and", Fraction(0)) if rest.startswith("und") else None
