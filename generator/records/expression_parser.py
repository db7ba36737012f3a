"""Reads the language of `derived` and `calc:`: numbers and ids, put together by signs.

Precedence climbing over the tokens into steps for a stack, so that nothing has to be walked in
depth, and nothing that a contributor writes is ever run as code.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from generator.issues import show_value
from generator.records.expression import PERIOD_WORDS, Action, Expression, ExpressionFault, Step
from generator.records.expression_tokens import ExpressionToken, TokenKind, split_expression

MAX_LENGTH = 300
MAX_TERMS = 50
MAX_LEVELS = 20
MAX_ROUND_DIGITS = 18

_PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2}
_MISSPELT = {"day": "days", "month": "months"}
_TOO_MUCH = "work out a part of it as a figure of its own, and name that"


@lru_cache(maxsize=8192)
def parse_expression(text: str) -> Expression | ExpressionFault:
    """Reads an expression, or says what keeps it from being one."""
    if len(text) > MAX_LENGTH:
        message = f"the calculation has {len(text):,} characters; at most {MAX_LENGTH} are read"
        return ExpressionFault(MAX_LENGTH, message, _TOO_MUCH)
    tokens = split_expression(text)
    if isinstance(tokens, ExpressionFault):
        return tokens
    try:
        return Expression(text, _Parser(text, tokens).parse())
    except _Refused as refused:
        return refused.fault


def find_expression_ids(text: str) -> tuple[str, ...]:
    """The ids that an expression names; none if it can't be read."""
    expression = parse_expression(text)
    return expression.ids if isinstance(expression, Expression) else ()


class _Refused(Exception):  # noqa: N818 (never leaves this module: it ends the parsing)
    def __init__(self, position: int, message: str, help: str) -> None:
        super().__init__(message)
        self.fault = ExpressionFault(position, message, help)


class _Parser:
    """Walks the tokens once; each level of brackets or signs is counted, so depth has an end."""

    def __init__(self, text: str, tokens: list[ExpressionToken]) -> None:
        self.text = text
        self.tokens = tokens
        self.at = 0
        self.level = 0
        self.terms = 0
        self.steps: list[Step] = []

    @property
    def here(self) -> ExpressionToken:
        return self.tokens[self.at]

    def parse(self) -> tuple[Step, ...]:
        if self._is_at_end():
            raise _Refused(0, "the calculation is empty", "write it, such as `area-x / days`")
        self._read_sum(0)
        if not self._is_at_end():
            self._refuse_rest()
        return tuple(self.steps)

    def _is_at_end(self) -> bool:
        return self.here.kind is TokenKind.END

    def _read_sum(self, binding: int) -> None:
        """One operand, and all that follows while its signs bind closer than `binding`."""
        self._read_operand()
        while self.here.kind is TokenKind.MARK and _PRECEDENCE.get(self.here.text, 0) > binding:
            sign = self._take()
            self._read_sum(_PRECEDENCE[sign.text])
            self._add(Action(sign.text), sign)

    def _read_operand(self) -> None:
        token = self._take()
        if token.kind is TokenKind.NUMBER:
            self._count_term(token)
            self._add(Action.NUMBER, token, number=Fraction(token.text))
        elif token.kind is TokenKind.WORD:
            self._read_word(token)
        elif token.text == "-":
            self._descend(token)
            self._read_operand()
            self.level -= 1
            self._add(Action.NEGATE, token)
        elif token.text == "(":
            self._descend(token)
            self._read_sum(0)
            self._close(token)
        else:
            self._refuse_missing(token)

    def _read_word(self, token: ExpressionToken) -> None:
        word = token.text
        if word == "round":
            self._read_round(token)
        elif self.here.text == "(":
            message = f"there is no {show_value(word + '(...)')} in a calculation"
            raise _Refused(token.start, message, "only `round(x)` and `round(x, 1)` are known")
        elif word in _MISSPELT:
            help = f"write `{_MISSPELT[word]}` for the length of the figure's period"
            raise _Refused(token.start, f"{show_value(word)} is neither an id nor a number", help)
        else:
            self._count_term(token)
            action = Action.PERIOD if word in PERIOD_WORDS else Action.ID
            self._add(action, token, name=word)

    def _read_round(self, token: ExpressionToken) -> None:
        if self.here.text != "(":
            message = "`round` stands without the brackets of what it rounds"
            raise _Refused(token.start, message, "write `round(x)` or `round(x, 1)`")
        opening = self._take()
        self._descend(opening)
        self._read_sum(0)
        digits = 0
        if self.here.text == ",":
            self._take()
            digits = self._read_digits()
        self._close(opening)
        self._add(Action.ROUND, token, number=Fraction(digits))

    def _read_digits(self) -> int:
        sign = -1 if self.here.text == "-" else 1
        if sign < 0:
            self._take()
        token = self._take()
        # A run of digits may be as long as the text; its length is judged before its value.
        is_short = token.text.isdecimal() and len(token.text) <= len(str(MAX_ROUND_DIGITS))
        if not is_short or int(token.text) > MAX_ROUND_DIGITS:
            message = "behind the comma of `round` stands a number of digits"
            help = "write `1` for tenths, `0` for ones, `-3` for thousands"
            raise _Refused(token.start, message, help)
        return sign * int(token.text)

    def _take(self) -> ExpressionToken:
        token = self.here
        if token.kind is not TokenKind.END:
            self.at += 1
        return token

    def _add(
        self, action: Action, at: ExpressionToken, *, name: str = "", number: Fraction = Fraction(0)
    ) -> None:
        self.steps.append(Step(action, at.start, at.end, name, number))

    def _count_term(self, token: ExpressionToken) -> None:
        self.terms += 1
        if self.terms > MAX_TERMS:
            message = f"the calculation has over {MAX_TERMS} numbers and ids"
            raise _Refused(token.start, message, _TOO_MUCH)

    def _descend(self, token: ExpressionToken) -> None:
        self.level += 1
        if self.level > MAX_LEVELS:
            message = f"brackets or signs stand over {MAX_LEVELS} deep"
            raise _Refused(token.start, message, _TOO_MUCH)

    def _close(self, opening: ExpressionToken) -> None:
        if self._is_at_end():
            help = "put a `)` where it ends"
            raise _Refused(opening.start, "a bracket is not closed", help)
        if self.here.text != ")":
            self._refuse_rest()
        self._take()
        self.level -= 1

    def _refuse_rest(self) -> None:
        """Something follows a whole value that no sign joins to it."""
        token = self.here
        shown = show_value(self.text[token.start :])
        if token.text == ")":
            message, help = f"no bracket opens before {shown}", "delete the bracket, or open one"
        elif token.text == ",":
            message = f"a comma stands before {show_value(self.text[token.end :])}"
            help = "write a decimal point; a comma stands only in `round(x, 1)`"
        elif token.text == "x":
            message, help = f"no sign stands before {shown}", "write a multiplication as `*`"
        else:
            message = f"no sign stands before {shown}"
            help = "put `+`, `-`, `*` or `/` before it; units are left out"
        raise _Refused(token.start, message, help)

    def _refuse_missing(self, token: ExpressionToken) -> None:
        message = f"a number or an id is missing before {show_value(self.text[token.start :])}"
        if token.kind is TokenKind.END:
            message = "a number or an id is missing at the end"
        raise _Refused(token.start, message, "write both sides of each sign, as in `area-x / 31`")
