"""The qualifier of a number: the words in front of it, or behind it, that limit it.

Six classes, as the records have them. A word such as “over” belongs to the number, or to the verb
or noun before it (“control over 19 per cent”), or tells in the course of what (“over 15 years”).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.phrases.words import QUALIFIERS, SPACES, Words, squeeze
from generator.records.vocabulary import Qualifier

_REACH = 70
"""How many signs before a number its qualifier may begin."""
_STEPS = 3
_TOKEN = re.compile(r"[^\s,;:!?()\[\]“”\"«»\u00a0\u202f]+|[,;:!?()\[\]“”\"«»]")
_SIGN = re.compile(r"(?:[~≈±<>≤≥]|>=|<=)\s?$")
_BEHIND = re.compile(rf"[{SPACES}]*[-‑]?(\+|[^\W\d_]+(?:[{SPACES}]+[^\W\d_]+){{0,3}})")
_BEFORE = re.compile(r"([^\W\d_]+)\s$")
_PREPOSITIONS = frozenset(["over", "under", "above", "below", "up to", "about", "über", "unter"])

Token = tuple[str, int]
"""A word in lower case, and where it begins."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A qualifier and where it begins."""

    qualifier: Qualifier
    start: int
    is_open: bool = False
    """Whether its word may be a plain “to” or “from” as well."""
    is_by: bool = False
    """Whether the word that says “by” stands between it and the number: `не более чем на 5 %`."""


def find_limit(text: str, start: int, words: Words) -> Limit:
    """The qualifier in front of a number that begins at `start`."""
    sign = _SIGN.search(text[max(0, start - 4) : start])
    if sign is not None:
        meaning = words.before.find(sign[0].strip())
        if meaning is not None:
            return Limit(QUALIFIERS[meaning], max(0, start - 4) + sign.start())
    return _read_back(_read_tokens(text, start), start, words)


def is_limited(text: str, start: int, words: Words) -> bool:
    """Whether words such as `more than` or `a total of` stand right in front of a number."""
    tokens = _read_tokens(text, start)
    return bool(_match_back(tokens, words) or _match_between(tokens, words))


def _read_tokens(text: str, start: int) -> list[Token]:
    base = max(0, start - _REACH)
    return [
        (match[0].casefold(), base + match.start())
        for match in _TOKEN.finditer(text[base:start].replace("\x00", ","))
    ]


def _read_back(tokens: list[Token], start: int, words: Words) -> Limit:
    """Tries the longest phrase that ends here; steps over words that may stand in between."""
    is_by = False
    for _ in range(_STEPS):
        count = _match_back(tokens, words)
        if count:
            limit = _make_limit(tokens, count, start, words)
            return Limit(limit.qualifier, limit.start, limit.is_open, is_by)
        step = _match_between(tokens, words)
        if not step:
            break
        is_by = is_by or tokens[-1][0] in words.group("change-by")
        tokens = tokens[:-step]
    return Limit(Qualifier.EXACT, start)


def _say(tokens: list[Token], count: int) -> str:
    return squeeze(" ".join(word for word, _ in tokens[-count:]))


def _match_back(tokens: list[Token], words: Words) -> int:
    """How many words the longest qualifier that ends here has; none if there is none."""
    for count in range(min(words.before.longest, len(tokens)), 0, -1):
        if words.before.find(_say(tokens, count)) is not None:
            return count
    return 0


def _match_between(tokens: list[Token], words: Words) -> int:
    for count in range(min(4, len(tokens)), 0, -1):
        if _say(tokens, count) in words.group("between-words"):
            return count
    return 0


def _make_limit(tokens: list[Token], count: int, start: int, words: Words) -> Limit:
    phrase = _say(tokens, count)
    meaning = words.before.find(phrase) or "exact"
    before = tokens[-count - 1][0] if len(tokens) > count else ""
    if before in words.group("not-qualifiers") and phrase in _PREPOSITIONS:
        return Limit(Qualifier.EXACT, start)
    if meaning == "exact":
        # “over just 5” is limited by its outer word; “just over 5” is a phrase of its own.
        rest = tokens[:-count]
        return _read_back(rest, start, words) if rest else Limit(Qualifier.EXACT, start)
    is_open = phrase in words.group("open-limits")
    if is_open and (outer := _match_back(tokens[:-count], words)):
        # `примерно до 90`: the word before says how near, and `до` only where to.
        return _make_limit(tokens[:-count], outer, start, words)
    return Limit(QUALIFIERS[meaning], tokens[-count][1], is_open)


def is_during(text: str, start: int, words: Words) -> bool:
    """Whether `over` means “in the course of”: `repaid over 15 years`, not `for over 15 years`."""
    if words.language != "en" or text[start : start + 5].casefold() != "over ":
        return False
    before = _BEFORE.search(text[max(0, start - 12) : start])
    return before is None or before[1].casefold() not in words.group("lasting")


def find_limit_behind(text: str, end: int, words: Words) -> tuple[Qualifier, int] | None:
    """A qualifier behind a number or its unit, such as `or more`, and where it ends."""
    match = _BEHIND.match(text, end)
    if match is None:
        return None
    parts = match[1].split()
    for count in range(min(words.after.longest, len(parts)), 0, -1):
        meaning = words.after.plain.get(" ".join(parts[:count]).casefold())
        if meaning is not None:
            said = re.compile(rf"[{SPACES}]+".join(map(re.escape, parts[:count])))
            place = said.match(text, match.start(1))
            return QUALIFIERS[meaning], place.end() if place else end
    return None
