"""What kind of thing the words behind a number count: people, and what became of them; ships; tanks.

The words stand in `phrases/words/things.yml`, by class and language. Words that are in none of the
classes say nothing, so that nothing is concluded from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from generator.phrases import words as word_tables


@lru_cache(maxsize=50_000)
def classify(counted: str, language: str) -> frozenset[str]:
    """The classes of the things named: `person` and `killed` for `soldiers killed`."""
    stems = _read_stems(language.split("-")[0])
    found: set[str] = set()
    for word in counted.casefold().replace("-", " ").split():
        for stem, classes in stems.items():
            if word == stem or (stem.endswith("*") and word.startswith(stem[:-1])):
                found |= classes
    return frozenset(found)


@cache
def _read_stems(language: str) -> Mapping[str, frozenset[str]]:
    text = (files(word_tables.__package__ or "") / "words" / "things.yml").read_text("utf-8")
    tables: dict[str, dict[str, list[str]]] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 (it makes only text)
    return {
        stem: frozenset(classes.split())
        for classes, words in tables.get(language, {}).items()
        for stem in words
    }
