"""The signs of an expression: numbers, words and marks, each with its place in the text.

An id is a run of lower-case letters, digits and hyphens with a letter in it, so `area-x-31` is one
id and no subtraction. What the words mean and how the signs belong together is `expression`'s
business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.issues import show_value
from generator.records.expression import ExpressionFault

WRITTEN_AS = {"\N{MULTIPLICATION SIGN}": "*", "\N{DIVISION SIGN}": "/", "\N{MINUS SIGN}": "-"}
"""Signs that come along when a calculation is pasted, and what they stand for."""

_RUN = re.compile(r"[a-z0-9][a-z0-9-]*")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?")
_LETTER = re.compile(r"[a-z]")
_MARKS = frozenset("+-*/(),")
_INSTEAD = {
    "\N{EN DASH}": "write a minus as `-`",
    "\N{EM DASH}": "write a minus as `-`",
    ":": "write a division as `/`",
    "\N{MIDDLE DOT}": "write a multiplication as `*`",
    "\N{ASTERISK OPERATOR}": "write a multiplication as `*`",
    "^": "write a power as a multiplication",
    "%": "divide by 100, or write the share as a number such as `0.2`",
    "=": "leave the result out; it is the figure's own value",
    "[": "write round brackets",
    "{": "write round brackets",
    ".": "write a digit before and behind the point, as in `0.5`",
    "_": "ids are written with hyphens",
}
_OTHERWISE = "write numbers, ids of figures, `+ - * /`, brackets, `round(x, 1)`, `days`, `months`"


class TokenKind(StrEnum):
    """What a part of an expression is."""

    NUMBER = "number"
    WORD = "word"
    MARK = "mark"
    END = "end"


@dataclass(frozen=True, slots=True)
class ExpressionToken:
    """One part: `text[start:end]` of the expression, its sign as the grammar knows it."""

    kind: TokenKind
    text: str
    start: int
    end: int


def split_expression(text: str) -> list[ExpressionToken] | ExpressionFault:
    """The parts of an expression, with an empty one for its end."""
    tokens: list[ExpressionToken] = []
    for token in _split(text):
        if isinstance(token, ExpressionFault):
            return token
        tokens.append(token)
    return tokens


def _split(text: str) -> Iterator[ExpressionToken | ExpressionFault]:
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        token = _read_token(text, position)
        yield token
        if isinstance(token, ExpressionFault):
            return
        position = token.end
    yield ExpressionToken(TokenKind.END, "", len(text), len(text))


def _read_token(text: str, start: int) -> ExpressionToken | ExpressionFault:
    run = _RUN.match(text, start)
    if run and _LETTER.search(run[0]):
        return _read_word(text, run[0], start)
    if run:
        return _read_number(text, start)
    sign = WRITTEN_AS.get(text[start], text[start])
    if sign not in _MARKS:
        return _refuse(text, start)
    if _joins_words(text, start):
        return _make_minus_fault(text[start:], start)
    return ExpressionToken(TokenKind.MARK, sign, start, start + 1)


def _read_word(text: str, word: str, start: int) -> ExpressionToken | ExpressionFault:
    if word.endswith("-"):
        return _make_minus_fault(word, start + len(word) - 1)
    return ExpressionToken(TokenKind.WORD, word, start, start + len(word))


def _read_number(text: str, start: int) -> ExpressionToken | ExpressionFault:
    grouped = _THOUSANDS.match(text, start)
    if grouped:
        message = f"{show_value(grouped[0])} has a comma in it"
        return ExpressionFault(start, message, f"write `{grouped[0].replace(',', '')}`")
    found = _NUMBER.match(text, start)
    end = found.end() if found else start + 1
    return ExpressionToken(TokenKind.NUMBER, text[start:end], start, end)


def _joins_words(text: str, position: int) -> bool:
    """Whether a hyphen that is meant as a minus touches what is before it and an id behind it."""
    following = _RUN.match(text, position + 1)
    is_before_id = following is not None and bool(_LETTER.search(following[0]))
    before = text[position - 1 : position]
    return text[position] == "-" and is_before_id and (before.isalnum() or before == ")")


def _make_minus_fault(shown: str, position: int) -> ExpressionFault:
    message = f"the minus in {show_value(shown)} touches an id, and ids hold hyphens themselves"
    return ExpressionFault(position, message, "put a space before and behind the minus")


def _refuse(text: str, position: int) -> ExpressionFault:
    sign = text[position]
    help = _INSTEAD.get(sign, _OTHERWISE)
    if sign.isupper() and sign.isascii():
        help = "write ids in lower-case letters"
    return ExpressionFault(position, f"{show_value(sign)} has no meaning in a calculation", help)
