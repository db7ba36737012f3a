"""Finds numbers in a text, in digits and in words, and reads them as a person does.

Knows groupings, decimals by language, words up to trillions, fractions, dozens and halves. Whether
a number is a quantity, and what of, is left to `quantities`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from generator.phrases.quantity import Span
from generator.phrases.words import SPACES, Words

_THIN = "\u00a0\u2007\u2009\u202f "
_DIGITS = re.compile(
    rf"(?<![\w.,])(?<!\w['’·])"
    rf"(?:\d{{1,2}}(?:,\d\d)+,\d{{3}}(?!\d)|\d{{1,3}}(?:(?P<sep>[,.'’{_THIN}])\d{{3}}(?!\d))(?:(?P=sep)\d{{3}}(?!\d))*(?:[.,]\d+)?"
    r"|\d+(?:[.,]\d+)?)"
    r"(?![\d])(?![.,]\d)"
)
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
class _Token:
    """A word or a number of digits, as a part of a longer number."""

    kind: str
    value: Fraction
    start: int
    end: int
    numeral: Numeral | None = None


def find_numerals(text: str, words: Words) -> list[Numeral]:
    """Every number of the text in order, those that belong together as one."""
    tokens = [_digits_token(match, words) for match in _DIGITS.finditer(text)]
    tokens += [_fraction_token(match) for match in _FRACTION.finditer(text)]
    tokens = _drop_covered(tokens)
    if words.number_words is not None:
        tokens += _word_tokens(text, words, tokens)
    tokens.sort(key=lambda token: token.start)
    return list(_Composer(text, words, tokens).compose_all())


def _digits_token(match: re.Match[str], words: Words) -> _Token:
    value, step, other = read_digits(match[0], words.decimal)
    span = Span(match.start(), match.end())
    is_plain = match[0].isdecimal()
    numeral = Numeral(span, value, step, is_plain=is_plain, other=other)
    return _Token("digits", value, span.start, span.end, numeral)


def _fraction_token(match: re.Match[str]) -> _Token:
    text = _HALVES.get(match["sign"] or "") or f"{match['top']}/{match['bottom']}"
    return _Token("part", Fraction(text), match.start(), match.end())


def _drop_covered(tokens: list[_Token]) -> list[_Token]:
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
    if not is_open or whole.startswith("0"):
        return decimals
    grouped = Fraction(whole + tail)
    if marks[0] == decimal:
        return decimals[0], decimals[1], grouped
    # No writer of a language with decimal points means 1.5 by `1,500`.
    return grouped, Fraction(1), decimals[0] if marks[0] == "." else None


def _word_tokens(text: str, words: Words, digits: list[_Token]) -> list[_Token]:
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


def _read_word(match: re.Match[str], words: Words) -> list[_Token]:
    word = match[0].rstrip(".").casefold()
    end = match.start() + len(match[0].rstrip("."))
    for kind, table in (
        ("number", words.numbers),
        ("scale", words.scales),
        ("whole", words.wholes),
        ("fraction", words.fractions),
    ):
        if word in table:
            found = [_Token(kind, Fraction(table[word]), match.start(), end)]
            # “ein” may be the article of “ein Drittel” as well.
            return found
    if match[0] in words.abbreviations or match[0].rstrip(".") in words.abbreviations:
        is_dotted = match[0] in words.abbreviations
        name = match[0] if is_dotted else match[0].rstrip(".")
        stop = match.end() if is_dotted else end
        return [_Token("letters", Fraction(words.abbreviations[name]), match.start(), stop)]
    for name in ("articles", "and", "of"):
        if word in words.joiners[name]:
            return [_Token(name, Fraction(0), match.start(), end)]
    return _split_compound(word, match.start(), words) if words.language == "de" else []


def _split_compound(word: str, start: int, words: Words) -> list[_Token]:
    """A German number in one word: `dreiundzwanzigtausend` is 23, then a thousand."""
    if not any(part in word for part in ("hundert", "tausend", "zig", "ßig")):
        return []
    tokens: list[_Token] = []
    rest = word
    while rest:
        found = _take_part(rest, words)
        if found is None:
            return []
        part, kind, value = found
        here = start + len(word) - len(rest)
        tokens.append(_Token(kind, value, here, here + len(part)))
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


class _Composer:
    """Puts tokens that stand together into numbers, from left to right."""

    def __init__(self, text: str, words: Words, tokens: list[_Token]) -> None:
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

    def _peek(self, ahead: int = 0) -> _Token | None:
        """The token ahead, if nothing but a space or hyphen stands between it and the one before."""
        place = self.index + ahead
        if place >= len(self.tokens):
            return None
        if place > 0 and place > self.first:
            before = self.tokens[place - 1]
            gap = self.text[before.end : self.tokens[place].start]
            if _ONLY_GAP.fullmatch(gap) is None or len(gap) > 2:
                return None
        return self.tokens[place]

    def _take(self) -> _Token:
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

    def _is_bare(self, token: _Token) -> bool:
        """Whether a scale word is a number by itself here: German `hundert`, not `tens of hundreds`."""
        return self.text[token.start : token.end].casefold() in self.words.bare_scales

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

    def _is_fraction_word(self, token: _Token, count: Fraction) -> bool:
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

    def _is_magnitude(self, token: _Token, end: int) -> bool:
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
        value, end = self._add_up(given)
        if value is None:
            return None
        token = self._peek()
        if token is not None and token.kind == "fraction" and self._is_fraction_word(token, value):
            return self._compose_fraction(begin, value)
        if token is not None and token.kind == "and":
            half = self._compose_and_half(begin, value)
            if half is not None:
                return half
        return self._spell(begin, value, end)

    def _add_up(self, given: Fraction | None) -> tuple[Fraction | None, int]:
        """Adds and multiplies number words: `two hundred and fifty thousand`."""
        total, current, last, end = Fraction(0), given, None, 0
        while (token := self._peek()) is not None:
            if token.kind == "and":
                following = self._peek(1)
                is_inner = (
                    last in ("scale",) and following is not None and following.kind == "number"
                )
                if not is_inner or following is None or following.value >= _HUNDRED:
                    break
            elif token.kind == "number" and _fits(current, token.value):
                current, last, end = (current or Fraction(0)) + token.value, "number", token.end
            elif token.kind == "scale" and current is not None:
                if token.value < _THOUSAND:
                    if current >= _HUNDRED:
                        break
                    current, last, end = current * token.value, "scale", token.end
                else:
                    total, current, last, end = (
                        total + current * token.value,
                        None,
                        "scale",
                        token.end,
                    )
            elif token.kind == "scale" and last == "scale" and total:
                total, end = total * token.value, token.end
            else:
                break
            self._take()
        if last is None:
            return None, end
        return total + (current or Fraction(0)), end

    def _compose_and_half(self, begin: int, value: Fraction) -> Numeral | None:
        """`one and a half million`."""
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

    def _is_part(self, token: _Token, begin: int, count: Fraction, *, is_of: bool) -> bool:
        """Whether a fraction word is one: `half the`, `one-third`; not `a quarter earlier`."""
        before = _LAST_WORD.search(self.text[max(0, begin - 16) : begin])
        said = before[1].casefold() if before else ""
        if said in _PLACES:
            return False
        is_counted = self.tokens[self.first].kind == "number" and begin < token.start
        rest = self.text[token.end : token.end + 5].casefold()
        is_half = token.value == Fraction(1, 2) and re.match(r"\s+(?:the|an?|its)\b", rest)
        if is_of or count != 1 or is_counted or is_half or said in _CERTAIN:
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


def _fits(current: Fraction | None, number: Fraction) -> bool:
    """Whether a number word goes on from what was said so far: `fifty` behind `two hundred`."""
    if current is None:
        return True
    whole = int(current)
    if number < 10:  # noqa: PLR2004 - the ones
        return whole % 10 == 0 and whole % _HUNDRED != 10 and whole > 0  # noqa: PLR2004
    return (
        number < _HUNDRED
        and whole % _HUNDRED == 0
        and whole > 0
        or (number >= _HUNDRED and whole % _THOUSAND == 0 and whole > 0)
    )


def _last_place(value: Fraction) -> Fraction:
    """The worth of the last digit that is not zero; of a fraction, a hundredth."""
    if value.denominator != 1:
        return Fraction(1, 100)
    place, whole = 1, abs(int(value))
    while whole and whole % 10 == 0:
        place, whole = place * 10, whole // 10
    return Fraction(place)
