"""Typography levelled out, so that words can be compared, with a way back to where they stood.

Quotation marks, dashes, spaces, ligatures and signs that nobody sees differ between a page and its
copy although the words are the same. Letters, digits, case and punctuation stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.phrases.quantity import Span

DOUBLE_QUOTES = "“”„‟«»〝〞〟「」『』＂″‶"
SINGLE_QUOTES = "‘’‚‛‹›ʻʼ`´′‵＇՚"
DASHES = "‐‑‒–—―⁃−﹘﹣－"
SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u202f\u205f\u3000\u2028\u2029" + "".join(
    map(chr, range(0x2000, 0x200B))
)
UNSEEN = "\xad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10)))
)
"""Soft hyphens, zero-width signs, marks of direction, and selectors of a letter's looks."""
LONGER: Mapping[str, str] = MappingProxyType(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "…": "...",
        "⁇": "??",
        "⁈": "?!",
        "⁉": "!?",
        "‼": "!!",
    }
)
"""Signs that stand for several: all of Unicode's compatibility forms that are taken apart."""
MAX_MARKS = 32
"""Marks on one letter that are put in order together: their ordering takes the square of them."""

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys(DOUBLE_QUOTES, '"'),
        **dict.fromkeys(SINGLE_QUOTES, "'"),
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys(SPACES, " "),
    }
)
_OTHER_LENGTH = str.maketrans({**LONGER, **dict.fromkeys(UNSEEN, "")})
_CHANGING = rf"[ {UNSEEN}]{{2,}}|[{UNSEEN}{''.join(LONGER)}]"
_JAMO = ("\u1160", "\u11ff")
"""The vowels and final consonants that join with the letter before them without being marks."""


@dataclass(frozen=True, slots=True)
class NormalText:
    """A text with its typography levelled out, and where each of its signs stood before."""

    text: str
    _starts: array[int]
    """Where each stretch that changed its length begins in `text`; the next three go with it."""
    _ends: array[int]
    _old_starts: array[int]
    _old_ends: array[int]

    def trace(self, start: int, end: int) -> Span:
        """The part of the original that became `text[start:end]`, which must not be empty."""
        return Span(self._find_old(start)[0], self._find_old(end - 1)[1])

    def _find_old(self, position: int) -> tuple[int, int]:
        """Where the sign at a position began and ended; several may come from one."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return position, position + 1
        if position < self._ends[index]:
            return self._old_starts[index], self._old_ends[index]
        old = self._old_ends[index] + position - self._ends[index]
        return old, old + 1


def normalise(text: str) -> NormalText:
    """The text with one form for each sign that comes in several, and one space for any number."""
    levelled = text.translate(_SAME_LENGTH)
    places = array("L"), array("L"), array("L"), array("L")
    parts: list[str] = []
    done = length = 0
    for match in _find_changing(levelled):
        new = _rewrite(match[0])
        if new == match[0]:
            continue
        start, end = match.span()
        parts += (levelled[done:start], new)
        length += start - done
        for place, position in zip(places, (length, length + len(new), start, end), strict=True):
            place.append(position)
        length += len(new)
        done = end
    return NormalText("".join([*parts, levelled[done:]]), *places)


def _find_changing(text: str) -> Iterator[re.Match[str]]:
    """The stretches that may get another length: spaces, unseen signs, letters with marks."""
    found = set(text) - set(UNSEEN)
    marks = "".join(sorted(filter(_is_mark, found)))
    whole = "".join(sorted(sign for sign in found if unicodedata.normalize("NFC", sign) != sign))
    pattern = _CHANGING
    if whole:
        pattern = rf"[{whole}]|{pattern}"
    if marks:
        other = f"{UNSEEN}{marks}"
        pattern = rf"[^ {other}][{other}]{{0,{MAX_MARKS - 1}}}[{marks}]|{pattern}"
    return re.finditer(pattern, text)


def _is_mark(sign: str) -> bool:
    """Whether a sign may melt into the one before it."""
    return unicodedata.category(sign)[0] == "M" or _JAMO[0] <= sign <= _JAMO[1]


def _rewrite(piece: str) -> str:
    if piece.strip(" " + UNSEEN) == "":
        return " " if " " in piece else ""
    seen = piece.translate(_OTHER_LENGTH)
    return unicodedata.normalize("NFC", seen).translate(_SAME_LENGTH)
