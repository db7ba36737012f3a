"""Finds numbers in a text, in digits and in words, and reads them as a person does.

Puts together what `number_tokens` reads: words up to trillions, magnitudes, fractions, dozens and
halves. Whether a number is a quantity, and what of, is left to `quantities`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from generator.phrases.number_tokens import Numeral, Token, read_tokens
from generator.phrases.quantity import Span
from generator.phrases.words import SPACES, Words

_LAST_WORD = re.compile(r"([^\W\d_]+)\s$")

_ONLY_GAP = re.compile(rf"[{SPACES}\-\u2010\u2011]{{0,2}}")

_TEN = 10
_HUNDRED = 100

_THOUSAND = 1000


def find_numerals(text: str, words: Words) -> list[Numeral]:
    """Every number of the text in order, those that belong together as one."""
    return list(_Composer(text, words, read_tokens(text, words)).compose_all())


class _Composer:
    """Puts tokens that stand together into numbers, from left to right."""

    def __init__(self, text: str, words: Words, tokens: list[Token]) -> None:
        self.text = text
        self.words = words
        self.tokens = tokens
        self.index = 0

    def compose_all(self) -> list[Numeral]:
        found = []
        while self.index < len(self.tokens):
            start = self.index
            numeral = self._compose()
            if numeral is None:
                self.index = start + 1
            else:
                found.append(numeral)
        return found

    def _peek(self, ahead: int = 0) -> Token | None:
        """The token ahead, if a space or hyphen at most stands between it and the one before."""
        place = self.index + ahead
        if place >= len(self.tokens):
            return None
        if place > 0 and place > self.first:
            before = self.tokens[place - 1]
            gap = self.text[before.end : self.tokens[place].start]
            if _ONLY_GAP.fullmatch(gap) is None:
                return None
        return self.tokens[place]

    def _take(self) -> Token:
        token = self.tokens[self.index]
        self.index += 1
        return token

    def _compose(self) -> Numeral | None:
        self.first = self.index
        token = self.tokens[self.index]
        if token.kind == "digits":
            return self._compose_digits()
        if token.kind == "part":
            self._take()
            return self._scaled(token.start, token.value, token.end, is_fraction=True)
        if token.kind == "whole":
            self._take()
            return self._spell(token.start, token.value, token.end)
        if token.kind == "articles":
            return self._compose_after_article()
        if token.kind == "fraction":
            return self._compose_fraction(token.start, Fraction(1))
        if token.kind == "scale" and self._is_bare(token):
            return self._compose_words(token.start, Fraction(1))
        return self._compose_words() if token.kind == "number" else None

    def _is_bare(self, token: Token) -> bool:
        """Whether a scale word is a number by itself here: German `hundert`."""
        return self.text[token.start : token.end].casefold() in self.words.group("bare-scales")

    def _compose_digits(self) -> Numeral | None:
        token = self._take()
        numeral = token.numeral
        if numeral is None:
            return None
        part = self._peek()
        if part is not None and part.kind == "part" and numeral.is_plain:
            self._take()
            value = numeral.value + part.value
            return self._scaled(token.start, value, part.end, is_fraction=True)
        if (
            part is not None
            and part.kind == "fraction"
            and self._is_fraction_word(part, numeral.value)
        ):
            self._take()
            value = numeral.value * part.value
            return replace(
                self._spell(token.start, value, part.end), is_spelled=False, is_fraction=True
            )
        return self._scale_digits(numeral)

    def _is_fraction_word(self, token: Token, count: Fraction) -> bool:
        """Whether a word such as `fifth` is a part here, and not a place in a row."""
        word = self.text[token.start : token.end].casefold()
        is_plural = word.endswith("s") or self.words.language != "en" or word == "half"
        return is_plural or count == 1

    def _scale_digits(self, numeral: Numeral) -> Numeral:
        """Digits with their magnitudes: `2.5 million`, `50bn`, `1 млн 200 тыс.`."""
        value, step, end = numeral.value, numeral.step, numeral.span.end
        scale = Fraction(1)
        while (token := self._peek()) is not None and self._is_magnitude(token, end):
            scale *= token.value
            end = self._take().end
        if scale == 1:
            return numeral
        value, step = value * scale, step * scale
        more = self._compose_lesser(scale)
        if more is not None:
            value, step, end = value + more.value, more.step, more.span.end
        other = numeral.other * scale if numeral.other is not None else None
        return Numeral(Span(numeral.span.start, end), value, step, scale=scale, other=other)

    def _is_magnitude(self, token: Token, end: int) -> bool:
        if token.kind == "scale":
            return True
        if token.kind != "letters":
            return False
        word = self.text[token.start : token.end]
        is_joined = token.start == end
        # A single letter behind a space is a unit: `5 m`, `5 t`.
        return is_joined or len(word.rstrip(".")) > 1

    def _compose_lesser(self, scale: Fraction) -> Numeral | None:
        """A second number of a lesser magnitude behind the first, as in `1 млн 200 тыс.`."""
        token, following = self._peek(), self._peek(1)
        if token is None or token.kind != "digits" or token.numeral is None or following is None:
            return None
        if following.kind in ("scale", "letters") and following.value < scale:
            self._take()
            return self._scale_digits(token.numeral)
        return None

    def _compose_after_article(self) -> Numeral | None:
        article = self._take()
        token = self._peek()
        if token is None:
            return None
        if token.kind == "scale":
            return self._compose_words(article.start, Fraction(1))
        if token.kind == "fraction":
            return self._compose_fraction(article.start, Fraction(1))
        return None

    def _compose_words(
        self, start: int | None = None, given: Fraction | None = None
    ) -> Numeral | None:
        first = self.tokens[self.index]
        begin = first.start if start is None else start
        value, end, scale = self._add_up(given)
        if value is None:
            return None
        token = self._peek()
        if token is not None and token.kind == "fraction" and self._is_fraction_word(token, value):
            return self._compose_fraction(begin, value)
        if token is not None and token.kind == "and":
            half = self._compose_and_half(begin, value, scale)
            if half is not None:
                return half
        return self._spell(begin, value, end)

    def _add_up(self, given: Fraction | None) -> tuple[Fraction | None, int, Fraction]:
        """Adds and multiplies number words: `two hundred and fifty thousand`.

        The last of the three is the scale that it ends with, if with one.
        """
        total, current, end = Fraction(0), given, 0
        is_scale, scale = False, Fraction(1)
        while (token := self._peek()) is not None:
            if token.kind == "and" and is_scale and self._goes_on():
                self._take()
                continue
            added = _add(total, current, token)
            if added is None:
                break
            total, current = added
            is_scale, end = token.kind == "scale", self._take().end
            scale = token.value if is_scale else Fraction(1)
        if not end:
            return None, end, scale
        return total + (current or Fraction(0)), end, scale

    def _goes_on(self) -> bool:
        """Whether a number below a hundred stands behind an `and`."""
        following = self._peek(1)
        is_number = following is not None and following.kind == "number"
        return is_number and following is not None and following.value < _HUNDRED

    def _compose_and_half(self, begin: int, value: Fraction, scale: Fraction) -> Numeral | None:
        """`one and a half million`, `a million and a half`."""
        here = self.index
        self._take()
        token = self._peek()
        if token is not None and token.kind in ("articles", "number"):
            self._take()
            token = self._peek()
        if token is None or token.kind != "fraction":
            self.index = here
            return None
        self._take()
        if scale >= _THOUSAND:
            return self._spell(begin, value + token.value * scale, token.end)
        return self._scaled(begin, value + token.value, token.end, is_fraction=True)

    def _compose_fraction(self, begin: int, count: Fraction) -> Numeral | None:
        """`two thirds`, `half a million`, `a quarter of a million`, `half of`."""
        token = self._take()
        value, here = count * token.value, self.index
        following = self._peek()
        is_of = following is not None and following.kind == "of"
        if following is not None and following.kind in ("of", "articles"):
            self._take()
            after = self._peek()
            if is_of and after is not None and after.kind == "articles":
                self._take()
        scale = self._peek()
        if scale is not None and scale.kind == "scale":
            return self._scaled(begin, value, token.end)
        self.index = here
        if not self._is_part(token, begin, count, is_of=is_of):
            return None
        return replace(self._spell(begin, value, token.end), is_fraction=True)

    def _is_part(self, token: Token, begin: int, count: Fraction, *, is_of: bool) -> bool:
        """Whether a fraction word is one: `half the`, `one-third`; not `a quarter earlier`."""
        before = _LAST_WORD.search(self.text[max(0, begin - 16) : begin])
        said = before[1].casefold() if before else ""
        if said in self.words.group("places"):
            return False
        is_counted = self.tokens[self.first].kind == "number" and begin < token.start
        rest = self.text[token.end : token.end + 5].casefold()
        is_half = token.value == Fraction(1, 2) and re.match(r"\s+(?:the|an?|its)\b", rest)
        if is_of or count != 1 or is_counted or is_half or said in self.words.group("certain"):
            return True
        word = self.text[token.start : token.end].casefold()
        return self.words.language != "en" and word != "viertel"

    def _scaled(
        self, start: int, value: Fraction, end: int, *, is_fraction: bool = False
    ) -> Numeral:
        scale = Fraction(1)
        while (token := self._peek()) is not None and token.kind in ("scale", "letters"):
            scale *= token.value
            end = self._take().end
        found = self._spell(start, value * scale, end)
        is_spelled = not any(sign.isdecimal() for sign in self.text[start:end])
        return replace(
            found,
            is_fraction=is_fraction and scale == 1,
            scale=scale,
            is_spelled=is_spelled,
        )

    def _spell(self, start: int, value: Fraction, end: int) -> Numeral:
        return Numeral(Span(start, end), value, _last_place(value), is_spelled=True)


def _add(
    total: Fraction, current: Fraction | None, token: Token
) -> tuple[Fraction, Fraction | None] | None:
    """A sum of thousands and what is below them, with one more word; None if it does not fit."""
    if token.kind == "number" and _fits(current, token.value):
        return total, (current or Fraction(0)) + token.value
    if token.kind != "scale":
        return None
    if current is None:
        # “hundred thousand million”: a scale behind a scale multiplies all.
        return (total * token.value, None) if total else None
    if token.value >= _THOUSAND:
        return total + current * token.value, None
    return (total, current * token.value) if current < _HUNDRED else None


def _fits(current: Fraction | None, number: Fraction) -> bool:
    """Whether a number word goes on from what was said so far: `fifty` behind `two hundred`."""
    if current is None:
        return True
    whole = int(current)
    if number < _TEN:
        return whole % _TEN == 0 and whole % _HUNDRED != _TEN and whole > 0
    return (number < _HUNDRED and whole % _HUNDRED == 0 and whole > 0) or (
        number >= _HUNDRED and whole % _THOUSAND == 0 and whole > 0
    )


def _last_place(value: Fraction) -> Fraction:
    """The worth of the last digit that is not zero; of a fraction, a hundredth."""
    if value.denominator != 1:
        return Fraction(1, 100)
    place, whole = 1, abs(int(value))
    while whole and whole % 10 == 0:
        place, whole = place * 10, whole // 10
    return Fraction(place)
