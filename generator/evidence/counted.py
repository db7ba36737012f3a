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
    main = language.split("-", maxsplit=1)[0]
    words = _WORD.findall(counted.casefold())
    return frozenset[str]().union(*(_classify_word(word, main) for word in words))


@lru_cache(maxsize=50_000)
def _classify_word(word: str, language: str) -> frozenset[str]:
    found = (
        classes
        for stem, classes in _read_stems(language).items()
        if word == stem or (stem.endswith("*") and word.startswith(stem[:-1]))
    )
    return frozenset[str]().union(*found)


@cache
def _read_stems(language: str) -> Mapping[str, frozenset[str]]:
    tables: dict[str, dict[str, list[str]]] = read_table("things")
    return {
        stem: frozenset(classes.split())
        for classes, words in tables.get(language, {}).items()
        for stem in words
    }
