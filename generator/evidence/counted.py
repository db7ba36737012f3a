"""What the words behind a number count: people, and what became of them; ships; tanks.

The words stand in `phrases/words/things.yml`, by class and language. Words that are in none of the
classes say nothing, so that nothing is concluded from them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from generator.phrases.words import read_table

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=50_000)
def classify(counted: str, language: str) -> frozenset[str]:
    """The classes of the things named: `person` and `killed` for `soldiers killed`."""
    stems = _read_stems(language.split("-", maxsplit=1)[0])
    found: set[str] = set()
    for word in _WORD.findall(counted.casefold()):
        for stem, classes in stems.items():
            if word == stem or (stem.endswith("*") and word.startswith(stem[:-1])):
                found |= classes
    return frozenset(found)


@cache
def _read_stems(language: str) -> Mapping[str, frozenset[str]]:
    tables: dict[str, dict[str, list[str]]] = read_table("things")
    return {
        stem: frozenset(classes.split())
        for classes, words in tables.get(language, {}).items()
        for stem in words
    }
