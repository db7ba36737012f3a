"""The tables of words by which a language states quantities, made ready for use.

The words themselves are data: `words/<language>.yml`, one file a language, and `words/units.yml`
for the units and signs that all of them share. Nothing is known here of what a text says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import yaml

from generator.records.vocabulary import Qualifier

FALLBACK = "en"
SPACES = " \t\n\u00a0\u2007\u2009\u202f"
GAP = rf"[{SPACES}\-\u2010\u2011]+"
_REMEMBERED = 50_000
_SHORT = 3
"""Letters of a unit so short that upper and lower case differ: `MW` is not `mw`."""

QUALIFIERS: Mapping[str, Qualifier] = {qualifier.value: qualifier for qualifier in Qualifier}
"""The qualifiers by the names that the tables give them."""

SIGNS: Mapping[str, Mapping[str, list[str]]] = {
    "before": {
        "approximately": ["~", "≈", "±"],
        "over": [">"],
        "at-least": ["≥", ">="],
        "under": ["<"],
        "up-to": ["≤", "<="],
    },
    "after": {"at-least": ["+"]},
}
"""The signs that limit a number in every language."""

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class UnitTerm:
    """One unit of the vocabulary: units of one kind convert by the exact ratio of their factors."""

    id: str
    kind: str
    factor: Fraction
    ucum: str
    symbols: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with a meaning each, looked up as a whole."""

    plain: Mapping[str, str]
    stems: tuple[tuple[str, str], ...]
    """Phrases of whose last word only the beginning is given, the longest first."""
    beginnings: tuple[str, ...]
    """Those beginnings alone."""
    longest: int
    """The most words that a phrase has."""
    found: dict[str, str | None] = field(default_factory=dict, compare=False, repr=False)
    """What was looked up before: the words of a language are few, and asked for again and again."""

    def find(self, words: str) -> str | None:
        """The meaning of these words, in lower case with single spaces between them."""
        if words in self.found:
            return self.found[words]
        meaning = self.plain.get(words)
        if meaning is None and words.startswith(self.beginnings):
            gaps = words.count(" ")
            same = (pair for pair in self.stems if pair[0].count(" ") == gaps)
            meaning = next((mean for stem, mean in same if words.startswith(stem)), None)
        if len(self.found) < _REMEMBERED:
            self.found[words] = meaning
        return meaning


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases with a meaning each, found where they stand in a text."""

    pattern: re.Pattern[str]
    table: Mapping[str, str]
    """The longest first: in Russian a millimetre begins as a mile does."""
    found: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """What was read before, as with `Phrases`."""

    def read(self, text: str, place: int) -> tuple[str, int]:
        """The meaning of the longest phrase that begins at a place, and where it ends."""
        match = self.pattern.match(text, place)
        if match is None:
            return "", place
        meaning = self.found.get(match[0]) or self._mean(match[0])
        if len(self.found) < _REMEMBERED:
            self.found[match[0]] = meaning
        return meaning, match.end()

    def _mean(self, found: str) -> str:
        meaning = self.table.get(found) or self.table.get(squeeze(found))
        return meaning or next(
            mean
            for phrase, mean in self.table.items()
            if re.fullmatch(to_pattern(phrase), found, re.IGNORECASE)
        )


@dataclass(frozen=True)
class Words:
    """What one language says: numbers, qualifiers, units, rates, changes."""

    language: str
    decimal: str
    numbers: Mapping[str, Fraction]
    scales: Mapping[str, Fraction]
    wholes: Mapping[str, Fraction]
    abbreviations: Mapping[str, Fraction]
    fractions: Mapping[str, Fraction]
    before: Phrases
    """Qualifiers in front of a number."""
    after: Phrases
    """Qualifiers behind a number."""
    units: Lexicon
    rates: Lexicon
    rate_adjectives: Phrases
    rate_adverbs: Phrases
    rate_nouns: Phrases
    changes: Phrases
    """Verbs and nouns of change: `down`, `up` or `other`."""
    not_direct: Phrases
    """Verbs of change that are said of things as well: who gains 5 km² gains them."""
    labels: Phrases
    """Words behind which a number is part of a name."""
    number_words: re.Pattern[str] | None
    ordinal: re.Pattern[str] | None
    groups: Mapping[str, frozenset[str]] = field(repr=False)
    """Small words by what they do, in lower case."""

    @cached_property
    def parts(self) -> Mapping[str, tuple[str, Fraction]]:
        """The words that numbers are made of, each with its kind and what it stands for."""
        tables = {  # a word of several kinds is of the last
            "fraction": self.fractions,
            "whole": self.wholes,
            "scale": self.scales,
            "number": self.numbers,
        }
        return {word: (kind, one) for kind, table in tables.items() for word, one in table.items()}

    @cached_property
    def joints(self) -> Mapping[str, str]:
        """The small words that may stand between those, each with its kind."""
        names = ("of", "and", "articles")  # as with `parts`, the last has it
        return {word: name for name in names for word in self.group(name)}

    def group(self, name: str) -> frozenset[str]:
        """The small words of this name; none where the language lists none."""
        return self.groups.get(name, frozenset())


def squeeze(text: str) -> str:
    """Lower case, with one space for each gap or hyphen."""
    return re.sub(GAP, " ", text).strip().casefold()


def to_pattern(phrase: str) -> str:
    """A phrase of the tables as a regular expression."""
    parts = [re.escape(part).replace(r"\*", r"\w*") for part in phrase.split(" ")]
    return GAP.join(parts)


@cache
def read_units() -> Mapping[str, UnitTerm]:
    """The vocabulary of units by id."""
    return {
        id: UnitTerm(id, row["kind"], Fraction(row["factor"]), row["ucum"], tuple(row["symbols"]))
        for id, row in read_table("units").items()
    }


@cache
def is_known(language: str, folder: str = "") -> bool:
    """Whether the language has a file of words, in `words/` or in a folder below it: `dates/`."""
    is_code = language.isalpha() and len(language) == len("en")
    return is_code and _file(folder + language).is_file()


@cache
def read_words(language: str) -> Words:
    """The tables of a language; of one without a file, digits, signs and symbols alone."""
    main = language.split("-", maxsplit=1)[0].casefold()
    table: Table = read_table(main) if is_known(main) else {"decimal": ","}
    qualifiers, changes = _part(table, "qualifiers"), _part(table, "changes")
    courses = {name: changes.get(name, []) for name in ("down", "up", "other")}
    return Words(
        language=main,
        decimal=table["decimal"],
        numbers=_read_numbers(table, "numbers"),
        scales=_read_numbers(table, "scales"),
        wholes=_read_numbers(table, "wholes"),
        abbreviations={w: Fraction(v) for w, v in _part(table, "abbreviations").items()},
        fractions=_read_numbers(table, "fractions"),
        before=_make_phrases(_gather_limits(qualifiers, "before")),
        after=_make_phrases(_gather_limits(qualifiers, "after")),
        units=_make_lexicon(_gather_units(table)),
        rates=_make_lexicon(_turn(_part(table, "per"))),
        rate_adjectives=_make_phrases(_part(table, "rate-adjectives")),
        rate_adverbs=_make_phrases(_part(table, "rate-adverbs")),
        rate_nouns=_make_phrases({"rate": table.get("rate-nouns", [])}),
        changes=_make_phrases(courses),
        not_direct=_make_phrases({"thing": changes.get("not-direct", [])}),
        labels=_make_phrases({"label": table.get("labels", [])}),
        number_words=_compile_numbers(table),
        ordinal=re.compile(f"-{table['ordinal']}\\b") if table.get("ordinal") else None,
        groups=_gather_groups(table, changes),
    )


def read_table(name: str) -> dict[str, Any]:
    """A file of the tables; all that stands in it as text."""
    table: dict[str, Any] = yaml.load(
        _file(name).read_text("utf-8"),
        Loader=yaml.CBaseLoader,  # noqa: S506 - it makes only text
    )
    return table


def _file(name: str) -> Any:
    return files(__package__) / "words" / f"{name}.yml"


def _part(table: Table, name: str) -> dict[str, Any]:
    part: dict[str, Any] = table.get(name, {})
    return part


def _read_numbers(table: Table, name: str) -> dict[str, Fraction]:
    return {word.casefold(): Fraction(value) for word, value in _part(table, name).items()}


def _gather_groups(table: Table, changes: Table) -> dict[str, frozenset[str]]:
    """Every list of words in the table and in its `changes`, those under `change-<name>`."""
    named = dict(table) | {f"change-{name}": words for name, words in changes.items()}
    groups = {
        name: frozenset(map(str.casefold, words))
        for name, words in named.items()
        if isinstance(words, list)
    }
    groups.setdefault("and-between", groups.get("and", frozenset()))
    return groups


def _gather_limits(qualifiers: Table, side: str) -> dict[str, list[str]]:
    """The qualifiers of a language on one side of a number, and the signs that all share."""
    return {
        name: [*qualifiers.get(name, {}).get(side, []), *SIGNS[side].get(name, [])]
        for name in QUALIFIERS
    }


def _turn(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Each phrase with its meaning, from each meaning with its phrases."""
    return {squeeze(phrase): meaning for meaning, group in table.items() for phrase in group}


def _gather_units(table: Table) -> dict[str, str]:
    units = {word: id for id, words in _part(table, "units").items() for word in words}
    for term in read_units().values():
        for symbol in term.symbols:
            units.setdefault(symbol, term.id)
    return units


def _make_phrases(table: Mapping[str, Iterable[str]]) -> Phrases:
    turned = _turn(table)
    plain = {phrase: meaning for phrase, meaning in turned.items() if not phrase.endswith("*")}
    stems = [(phrase[:-1], mean) for phrase, mean in turned.items() if phrase.endswith("*")]
    stems.sort(key=lambda pair: -len(pair[0]))
    longest = max((phrase.count(" ") + 1 for phrase in turned), default=0)
    return Phrases(plain, tuple(stems), tuple(stem for stem, _ in stems), longest)


def _make_lexicon(table: Mapping[str, str]) -> Lexicon:
    """One pattern for all phrases, the longest first; a word does not end inside another."""
    alternatives = []
    table = {phrase: table[phrase] for phrase in sorted(table, key=len, reverse=True)}
    for phrase in table:
        end = r"(?!\w)" if phrase[-1].isalnum() or phrase[-1] == "*" else ""
        pattern = to_pattern(phrase)
        alternatives.append(pattern + end if len(phrase) <= _SHORT else f"(?i:{pattern}){end}")
    return Lexicon(re.compile("|".join(alternatives) or r"(?!)"), table)


def _compile_numbers(table: Table) -> re.Pattern[str] | None:
    groups = ("numbers", "scales", "wholes", "fractions")
    words = [word for group in groups for word in _part(table, group)]
    if not words:
        return None
    alternatives = "|".join(to_pattern(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?i:{alternatives})(?!\w)")
