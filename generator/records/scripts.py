"""Which script a letter is of, and which words mix scripts whose letters look alike.

Knows the alphabets in which one letter passes for another's (UTS #39, mixed-script confusables) and
the Greek letters that stand for quantities. Latin beside Arabic, Hebrew, Chinese, Japanese, Korean
or Indic letters deceives nobody and is nobody's fault (its "moderately restrictive" level).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_ALPHABETS = frozenset(
    [
        *("ARMENIAN", "CANADIAN", "CARIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "DESERET"),
        *("GLAGOLITIC", "GOTHIC", "GREEK", "LATIN", "LISU", "LYCIAN", "LYDIAN", "OLD", "OSAGE"),
        *("RUNIC", "TIFINAGH"),
    ]
)
"""By the first word of their letters' names."""

# The marks that go with any alphabet are part of a word; the letter apostrophe parts two of them.
_WORD = re.compile(
    "(?:[^\\W_\u02bc][\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]*)+"
)
_TIMES = re.compile(r"(?<=\d)[xXхХ](?=\d)")

_NEVER_A_SYMBOL = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧινορυ")
"""Greek letters that nobody can tell from Latin ones."""

_SYMBOL_AT_AN_EDGE = frozenset("αβγεηκστχω")
"""Those that pass for Latin ones inside a word, and stand for quantities before or behind one."""


@dataclass(frozen=True, slots=True)
class MixedWord:
    """A word, where it begins in its text, and the script of each of its characters."""

    start: int
    word: str
    scripts: tuple[str, ...]
    """`Latin`, `Cyrillic`, and so on; empty for digits, marks and symbols."""

    @property
    def main(self) -> str:
        """The script of most of the letters, the first of two that are even."""
        return Counter(script for script in self.scripts if script).most_common(1)[0][0]

    @property
    def strangers(self) -> list[tuple[int, str, str]]:
        """Place in the word, from 1, letter and script of those that are not of the main one."""
        placed = zip(range(1, len(self.word) + 1), self.word, self.scripts, strict=True)
        return [(at, sign, of) for at, sign, of in placed if of not in ("", self.main)]


@lru_cache(maxsize=8_192)
def name_script(sign: str) -> str:
    """The alphabet of a letter, if it is one whose letters pass for another's."""
    if unicodedata.category(sign) in ("Lm", "Mn", "Me"):
        return ""
    words = unicodedata.name(sign, "").removeprefix("FULLWIDTH ").split(" ")
    return words[0].capitalize() if words[0] in _ALPHABETS else ""


def find_mixed_words(text: str) -> Iterator[MixedWord]:
    """The words in which letters of two such alphabets stand side by side."""
    if len(set(map(name_script, set(text))) - {""}) < 2:  # noqa: PLR2004 - one script in all
        return
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isascii() or len(set(map(name_script, word)) - {""}) < 2:  # noqa: PLR2004 - scripts
            continue
        signs = _TIMES.sub("0", word)
        scripts = tuple(
            "" if _is_symbol(signs, at) else name_script(signs[at]) for at in range(len(signs))
        )
        if len(set(scripts) - {""}) > 1:
            yield MixedWord(match.start(), word, scripts)


def _is_symbol(word: str, at: int) -> bool:
    """Whether a Greek letter stands for a quantity, as in `Δt`, `μm` and `TNFα`."""
    if name_script(word[at]) != "Greek":
        return False
    letter = unicodedata.normalize("NFD", word[at])[0]
    if letter in _NEVER_A_SYMBOL:
        return False
    is_inside = word[at - 1 : at].islower() and word[at + 1 : at + 2].islower()
    return not (is_inside and letter in _SYMBOL_AT_AN_EDGE)
