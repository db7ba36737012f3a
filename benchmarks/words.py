"""Invented words of four languages, and chance shaped as real texts are.

A few words are common and most are rare; common ones are short; lengths of texts lean to the
right. No word means anything, so that nothing in a benchmark says something of the world.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TypeVar

from benchmarks.alphabets import ALPHABETS, Alphabet

Item = TypeVar("Item")

LANGUAGES = {"en": 45, "uk": 25, "ru": 15, "de": 15}
"""The languages of articles and briefs, and how many in a hundred are in each."""
_SHORTEST = 4
"""Letters of a word: shorter ones might be a unit or a preposition of the language."""
_REAL = frozenset(["back"])
"""Words that mean something before a number."""
_VOCABULARY = 3000
_FLATTENED = 5.0
"""How far the most common ones stand out: the rank that Mandelbrot added to Zipf's."""


@dataclass(frozen=True, slots=True)
class Language:
    """What can be said in a language."""

    code: str
    words: tuple[str, ...]
    weights: tuple[float, ...]
    """Of the words, summed up one after another."""
    alphabet: Alphabet

    def say(self, chance: random.Random, median: int) -> str:
        """Some words, as many as the median in the middle case; never fewer than two."""
        count = draw_length(chance, median)
        return " ".join(chance.choices(self.words, cum_weights=self.weights, k=count))

    def entitle(self, chance: random.Random, median: int) -> str:
        """The same, as a heading."""
        said = self.say(chance, median)
        return said[0].upper() + said[1:]

    def state(self, value: float, unit: str, qualifier: str) -> str:
        """A number as the language writes it, between its limit and its unit."""
        marks = str.maketrans({",": self.alphabet.group, ".": self.alphabet.decimal})
        number = f"{value:,}".translate(marks)
        limit = self.alphabet.limits.get(qualifier)
        return f"{f'{limit} ' if limit else ''}{number} {self.alphabet.units[unit]}"


@cache
def speak(code: str) -> Language:
    """The language of a code, the same each time."""
    alphabet = ALPHABETS[code]
    chance = random.Random(code)  # noqa: S311 - the same words each time are the point
    words: dict[str, None] = {}
    while len(words) < _VOCABULARY:
        word = _invent(alphabet, chance)
        if len(word) >= _SHORTEST and word not in _REAL:
            words[word] = None
    ordered = sorted(words, key=len)
    return Language(code, tuple(ordered), sum_weights(len(ordered)), alphabet)


def _invent(alphabet: Alphabet, chance: random.Random) -> str:
    parts = chance.choices((1, 2, 3, 4), weights=(2, 5, 4, 1))[0]
    syllables = (
        chance.choice(alphabet.heads) + chance.choice(alphabet.vowels) for _ in range(parts)
    )
    return "".join(syllables) + chance.choice(alphabet.ends)


def sum_weights(count: int) -> tuple[float, ...]:
    """The popularity of the first to the last of so many, summed up (Zipf's law, flattened)."""
    return tuple(accumulate(1 / (rank + _FLATTENED) for rank in range(1, count + 1)))


def draw_popular(chance: random.Random, items: Sequence[Item]) -> Item:
    """One of the items, the first ones oftener."""
    rank = math.exp(chance.uniform(*map(math.log, (_FLATTENED + 1, len(items) + _FLATTENED + 1))))
    return items[min(int(rank - _FLATTENED) - 1, len(items) - 1)]


def draw_length(chance: random.Random, median: int) -> int:
    """A length of a text: often near the median, now and then twice that."""
    length = chance.lognormvariate(math.log(median), 0.35)
    return max(2, min(round(length), 2 * median))
