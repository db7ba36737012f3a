"""The tables of words by which a language states dates, made ready for use.

The words are data: `words/dates/<language>.yml`, one file a language, read once. Each heading of a
table has a sign, its kind; `date_row` turns a text into a row of kinds, and `date_grammar` says in
regular expressions over such rows how dates are built, for all languages alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from generator.phrases.words import is_known, read_table

KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "months": "m",
        "doubtful-months": "w",
        "seasons": "v",
        "seasons-when": "s",
        "doubtful-seasons": "t",
        "quarter": "q",
        "half": "h",
        "ordinals": "o",
        "stages": "g",
        "in": "p",
        "of": "f",
        "the": "a",
        "for": "r",
        "on": "k",
        "about": "c",
        "between": "B",
        "from": "F",
        "since": "S",
        "until": "U",
        "by": "W",
        "to": "T",
        "and": "A",
        "year": "Y",
        "units": "u",
        "relative": "R",
        "last": "L",
        "this": "C",
        "fiscal": "i",
        "one": "1",
        "over": "O",
        "was": "V",
        "yearly": "K",
        "year-endings": "E",
        "not-before-year": "#",
        "counted": "N",
        "quantity-units": "X",
    }
)
"""The sign that stands for the words under each heading of a table.

`date_row` has further signs for what is no word: digits and punctuation.
"""

OTHER: Final = ("z", 0)
"""What stands for a word that no table has."""


class Stage(IntEnum):
    """Which part of a year, season or month is meant."""

    EARLY = 1
    MID = 2
    LATE = 3
    END = 4


_VALUES: Final[Mapping[str, int]] = MappingProxyType(
    {
        # Seasons as EDTF numbers them.
        "spring": 21,
        "summer": 22,
        "autumn": 23,
        "winter": 24,
        **{stage.name.lower(): stage.value for stage in Stage},
        "month": 1,
        "week": 2,
    }
)
"""What the names in the tables mean; numbers mean themselves."""

_STEM: Final = 3
"""How much of a word is enough to look for stems that begin so; none is shorter than this."""


@dataclass(frozen=True, eq=False)
class DateWords:
    """The words of one language, and how it builds dates."""

    months_first: bool
    """January 9, with the year behind."""
    years_first: bool
    """2025. január 9."""
    dotted_days: bool
    """9. Januar."""
    bare_years: bool
    """Whether any preposition makes a year of four digits, without a word for year."""
    parts_behind: bool
    """Whether "first half" and "end" stand behind the year."""
    capital_months: bool
    abbreviations: frozenset[str]
    words: Mapping[str, tuple[str, int]] = field(repr=False)
    stems: Mapping[str, tuple[tuple[str, str, int], ...]] = field(repr=False)
    """By their first letters: the beginning of a word, its kind and value."""
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str, int], ...]] = field(repr=False)
    """By their first word, the longest first: what follows it, the kind and value of the whole."""
    day_endings: tuple[str, ...]
    """What a day can have behind its digits: 9th."""

    def find(self, word: str) -> tuple[str, int]:
        """Kind and value of a word in lower case."""
        found = self.words.get(word)
        if found is None:
            stems = self.stems.get(word[:_STEM], ())
            return next(((kind, n) for stem, kind, n in stems if word.startswith(stem)), OTHER)
        return found


Table = Mapping[str, str | list[str] | Mapping[str, list[str]]]
"""A file of words: flags, lists of words, and lists by what the words mean."""


@cache
def read_date_words(language: str) -> DateWords:
    """The tables of a language; of one without a file, no words at all."""
    table = _load(language)
    entries = dict(_list_entries(table))
    return DateWords(
        months_first=table.get("order") == "month-first",
        years_first=table.get("order") == "year-first",
        dotted_days=table.get("dotted-days") == "yes",
        bare_years=table.get("bare-years") == "yes",
        parts_behind=table.get("parts-behind") == "yes",
        capital_months=table.get("capital-months") == "yes",
        abbreviations=frozenset(_list(table, "abbreviations")),
        words={phrase: meaning for phrase, meaning in entries.items() if _is_word(phrase)},
        stems=_group_stems(entries),
        phrases=_group_phrases(entries),
        day_endings=tuple(_list(table, "day-endings")),
    )


def _load(language: str) -> Table:
    return read_table(f"dates/{language}") if is_known(language, "dates/") else {}


def _list(table: Table, heading: str) -> list[str]:
    listed = table.get(heading, [])
    return listed if isinstance(listed, list) else []


def _list_entries(table: Table) -> Iterator[tuple[str, tuple[str, int]]]:
    doubtful = frozenset(_list(table, "doubtful-months"))
    for heading, kind in KINDS.items():
        if heading == "doubtful-months":
            continue
        listed = table.get(heading)
        groups = listed if isinstance(listed, Mapping) else {"0": _list(table, heading)}
        for name, phrases in groups.items():
            value = _VALUES[name] if name in _VALUES else int(name)
            for phrase in phrases:
                is_doubtful = kind == "m" and phrase in doubtful
                yield phrase.casefold(), (KINDS["doubtful-months"] if is_doubtful else kind, value)


def split_phrase(phrase: str) -> list[str]:
    """The words and hyphens of a phrase, as `date_row` finds them in a text."""
    return re.findall(r"[^\W_]+\*?|[^\w\s]", phrase)


def _is_word(phrase: str) -> bool:
    return not phrase.endswith("*") and len(split_phrase(phrase)) == 1


def _group_stems(
    entries: Mapping[str, tuple[str, int]],
) -> dict[str, tuple[tuple[str, str, int], ...]]:
    grouped: dict[str, list[tuple[str, str, int]]] = {}
    for phrase, meaning in sorted(entries.items(), key=lambda entry: -len(entry[0])):
        if phrase.endswith("*"):
            grouped.setdefault(phrase[:_STEM], []).append((phrase[:-1], *meaning))
    return {start: tuple(stems) for start, stems in grouped.items()}


def _group_phrases(
    entries: Mapping[str, tuple[str, int]],
) -> dict[str, tuple[tuple[tuple[str, ...], str, int], ...]]:
    grouped: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for phrase, meaning in sorted(entries.items(), key=lambda entry: -len(entry[0])):
        first, *rest = split_phrase(phrase)
        if rest:
            grouped.setdefault(first, []).append((tuple(rest), *meaning))
    return {first: tuple(phrases) for first, phrases in grouped.items()}
