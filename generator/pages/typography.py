"""What a contributor typed, as a printer would set it: quotation marks, dashes, spaces that hold.

It knows the signs of each language. Only the text of briefs passes through it; quotes of records
are their sources' own words, and stay as they are. Code, links' addresses and what stands in them
are not text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, smartquotes
from markdown_it.token import Token

_ENGLISH = "“”‘’"
_QUOTES = {
    **dict.fromkeys(["be", "ru", "uk"], "«»„“"),
    **dict.fromkeys(["bg", "cs", "de", "et", "is", "ka", "lt", "lv", "sk", "sl"], "„“‚‘"),
    **dict.fromkeys(["hr", "hu", "pl", "ro", "sr"], "„”‚’"),
    **dict.fromkeys(["fi", "sv"], "””’’"),
    **dict.fromkeys(["el", "es", "it", "nb", "nn", "no", "pt"], "«»“”"),
    **dict.fromkeys(["da"], "»«›‹"),
}
"""Double and single quotation marks, each pair as it opens and closes; others as in English."""
_FRENCH = ["«\N{NARROW NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}»", "“", "”"]
_EM_DASH = frozenset(["be", "bg", "ru", "uk"])
"""Where a dash between words is the long one."""

_DASH = re.compile(r"(?<![-\S])--(?=\s)|(?<=\w)--(?=\w)")
_LONG_DASH = re.compile(r"(?<!-)---(?!-)")
_ELLIPSIS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_BEFORE_DASH = re.compile(r" (?=[–—] )")
# What is said of a number stands on its line: its unit, and the word that limits it.
_UNITS = (
    r"km²|km|m²|m³|m|cm|mm|ha|kg|g|t|%|million|billion|trillion|thousand|bn|mn"
    r"|млн|млрд|трлн|тис|км²|км|м|га|кг|т"
)
_LIMITS = (
    r"about|around|nearly|almost|roughly|over|least|than"
    r"|близько|майже|понад|приблизно|щонайменше|около|почти|более|свыше"
)
_BEFORE_UNIT = re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?!\w))")
_BEHIND_LIMIT = re.compile(rf"(?i)\b({_LIMITS}) (?=\d)")
_SPACE = "\N{NO-BREAK SPACE}"


def set_tokens(children: Sequence[Token], language: str) -> list[Token]:
    """The inline tokens of one block, their text set as the language sets it."""
    if not any(token.type == "text" and _is_typed(token.content) for token in children):
        return list(children)
    copies = [token.copy() for token in children]
    for token in copies:
        if token.type == "text":
            token.content = _set_signs(token.content, language)
    return _set_quotes(copies, language)


def set_text(text: str, language: str) -> str:
    """The same for a line of plain text, such as a title."""
    (token,) = set_tokens([Token("text", "", 0, content=text)], language)
    return token.content


def _is_typed(text: str) -> bool:
    """Whether there is anything to set: most authors' editors have done it."""
    return any(sign in text for sign in "\"'") or any(
        pattern.search(text)
        for pattern in (_DASH, _LONG_DASH, _ELLIPSIS, _BEFORE_DASH, _BEFORE_UNIT, _BEHIND_LIMIT)
    )


def _set_signs(text: str, language: str) -> str:
    text = _LONG_DASH.sub("—", text)
    text = _DASH.sub("—" if _base(language) in _EM_DASH else "–", text)
    text = _ELLIPSIS.sub("…", text)
    text = _BEFORE_DASH.sub(_SPACE, text)
    text = _BEFORE_UNIT.sub(_SPACE, text)
    return _BEHIND_LIMIT.sub(rf"\1{_SPACE}", text)


def _set_quotes(copies: list[Token], language: str) -> list[Token]:
    content = "".join(token.content for token in copies)
    line = Token("inline", "", 0, content=content, children=copies)
    state = StateCore("", _make_typographer(_base(language)), {}, [line])
    smartquotes(state)
    return copies


@lru_cache(maxsize=64)
def _make_typographer(language: str) -> MarkdownIt:
    quotes = _FRENCH if language == "fr" else _QUOTES.get(language, _ENGLISH)
    return MarkdownIt("commonmark", {"typographer": True, "quotes": quotes})


def _base(language: str) -> str:
    return language.split("-", maxsplit=1)[0].lower()
