"""The tables of words by which a language states quantities, made ready for use.

The words themselves are data: `words/<language>.yml`, one file a language, and `words/units.yml`
for the units and signs that all of them share. Nothing is known here of what a text says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from generator.records.vocabulary import Qualifier

FALLBACK = "en"
SPACES = " \t\n\u00a0\u2007\u2009\u202f"
GAP = rf"[{SPACES}\-\u2010\u2011]+"


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
    """Phrases with a meaning each, found where a given word ends or begins."""

    plain: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]
    """Single words of which only the beginning is given."""
    longest: int
    """The most words that a phrase has."""

    def find(self, words: str) -> str | None:
        """The meaning of these words as a whole, in lower case, single spaces between them."""
        found = self.plain.get(words)
        if found is None and " " not in words:
            found = next((m for stem, m in self.endings if words.startswith(stem)), None)
        return found


@dataclass(frozen=True)
class Words:
    """What one language says: numbers, qualifiers, units, rates, changes."""

    language: str
    decimal: str
    numbers: Mapping[str, Fraction]
    scales: Mapping[str, int]
    wholes: Mapping[str, int]
    abbreviations: Mapping[str, int]
    fractions: Mapping[str, Fraction]
    joiners: Mapping[str, frozenset[str]]
    """Small words by what they do: `articles`, `and`, `of`, `in`, `to`, `or`, `between`, `from`."""
    before: Phrases
    """Qualifiers in front of a number."""
    after: Phrases
    """Qualifiers behind a number."""
    not_qualifiers: frozenset[str]
    between: frozenset[str]
    units: re.Pattern[str]
    unit_of: Mapping[str, str] = field(repr=False)
    per_after: re.Pattern[str] | None
    per_of: Mapping[str, str] = field(repr=False)
    not_per: frozenset[str]
    rate_adjectives: Phrases
    rate_nouns: Phrases
    changes: Phrases
    """Verbs and nouns of change: `down`, `up` or `other`."""
    not_direct: Phrases
    """Verbs of change that are said of things as well: who gains 5 km² gains them."""
    change_words: Mapping[str, frozenset[str]]
    rate_adverbs: Phrases
    bare_scales: frozenset[str]
    ordinal: re.Pattern[str] | None
    labels: Phrases
    number_words: re.Pattern[str] | None

    def meaning(self, group: str, table: Mapping[str, str], text: str) -> str:
        """What a matched unit or rate is, by the words that matched."""
        return (
            table.get(text) or table.get(squeeze(text)) or _find_stem(table, squeeze(text)) or group
        )


def squeeze(text: str) -> str:
    """Lower case, with one space for each gap or hyphen."""
    return re.sub(GAP, " ", text).strip().casefold()


def _find_stem(table: Mapping[str, str], text: str) -> str:
    for phrase, meaning in table.items():
        if "*" in phrase and re.fullmatch(to_pattern(phrase), text, re.IGNORECASE):
            return meaning
    return ""


def to_pattern(phrase: str) -> str:
    """A phrase of the tables as a regular expression."""
    parts = [re.escape(part).replace(r"\*", r"\w*") for part in phrase.split(" ")]
    return GAP.join(parts)


@cache
def read_units() -> Mapping[str, UnitTerm]:
    """The vocabulary of units by id."""
    table: dict[str, dict[str, Any]] = _load("units")
    return {
        id: UnitTerm(id, row["kind"], Fraction(row["factor"]), row["ucum"], tuple(row["symbols"]))
        for id, row in table.items()
    }


@cache
def read_words(language: str) -> Words:
    """The tables of a language; of one without a file, digits, signs and symbols alone."""
    main = language.split("-")[0]
    table = _load(main) if is_known(main) else {"decimal": "," if main != FALLBACK else "."}
    qualifiers = table.get("qualifiers", {})
    units = _gather_units(table)
    per = _turn(table.get("per", {}))
    changes = table.get("changes", {})
    kept = {name: changes.get(name, []) for name in ("down", "up", "other")}
    return Words(
        language=main,
        decimal=table["decimal"],
        numbers={w.casefold(): Fraction(v) for w, v in table.get("numbers", {}).items()},
        scales=_fold(table.get("scales", {})),
        wholes=_fold(table.get("wholes", {})),
        abbreviations={w: int(v) for w, v in table.get("abbreviations", {}).items()},
        fractions={w.casefold(): Fraction(v) for w, v in table.get("fractions", {}).items()},
        joiners={
            name: frozenset(map(str.casefold, table.get(name, [])))
            for name in ("articles", "and", "of", "in", "to", "or", "between", "from", "minus")
        }
        | {"and-between": frozenset(table.get("and-between", table.get("and", [])))},
        before=_make_phrases(_turn({k: v["before"] for k, v in qualifiers.items()})),
        after=_make_phrases(_turn({k: v["after"] for k, v in qualifiers.items()})),
        not_qualifiers=frozenset(table.get("not-qualifiers", [])),
        between=frozenset(map(str.casefold, table.get("between-words", []))),
        units=_compile(units),
        unit_of=units,
        per_after=_compile(per) if per else None,
        per_of=per,
        not_per=frozenset(table.get("not-per", [])),
        rate_adjectives=_make_phrases(_turn(table.get("rate-adjectives", {}))),
        rate_nouns=_make_phrases(dict.fromkeys(table.get("rate-nouns", []), "rate")),
        changes=_make_phrases(_turn(kept)),
        not_direct=_make_phrases(dict.fromkeys(changes.get("not-direct", []), "not")),
        rate_adverbs=_make_phrases(_turn(table.get("rate-adverbs", {}))),
        bare_scales=frozenset(table.get("bare-scales", [])),
        ordinal=re.compile("-" + table["ordinal"] + r"\b") if table.get("ordinal") else None,
        change_words={
            name: frozenset(map(str.casefold, changes.get(name, [])))
            for name in ("by", "to", "level", "bare", "not-bare", "more", "noun-after", "of")
        },
        labels=_make_phrases({word.casefold(): "label" for word in table.get("labels", [])}),
        number_words=_compile_numbers(table),
    )


@cache
def is_known(language: str) -> bool:
    """Whether the language has a file of words."""
    return language != "units" and (files(__package__) / "words" / f"{language}.yml").is_file()


def _load(name: str) -> dict[str, Any]:
    text = (files(__package__) / "words" / f"{name}.yml").read_text("utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 (it makes only text)
    return table


def _fold(table: Mapping[str, str]) -> dict[str, int]:
    return {word.casefold(): int(value) for word, value in table.items()}


def _turn(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Each phrase with its meaning, from each meaning with its phrases."""
    return {squeeze(phrase): meaning for meaning, group in table.items() for phrase in group}


def _gather_units(table: Mapping[str, Any]) -> dict[str, str]:
    units = {word: id for id, words in table.get("units", {}).items() for word in words}
    for term in read_units().values():
        for symbol in term.symbols:
            units.setdefault(symbol, term.id)
    return units


def _make_phrases(table: Mapping[str, str]) -> Phrases:
    plain = {phrase: meaning for phrase, meaning in table.items() if "*" not in phrase}
    stems = sorted((phrase[:-1], m) for phrase, m in table.items() if phrase.endswith("*"))
    stems.sort(key=lambda pair: -len(pair[0]))
    return Phrases(plain, tuple(stems), max((p.count(" ") + 1 for p in table), default=0))


def _compile(table: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern for all phrases, the longest first; a word does not end inside another."""
    longest_first = sorted(table, key=len, reverse=True)
    alternatives = [
        ("(?i:" + to_pattern(p) + ")" if len(p) > 3 else to_pattern(p))
        + (r"(?!\w)" if p[-1].isalnum() or p[-1] == "*" else "")
        for p in longest_first
    ]
    return re.compile("|".join(alternatives) or r"(?!)")


def _compile_numbers(table: Mapping[str, Any]) -> re.Pattern[str] | None:
    groups = ("numbers", "scales", "wholes", "fractions")
    words = [word for group in groups for word in table.get(group, {})]
    if not words:
        return None
    alternatives = "|".join(to_pattern(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?i:{alternatives})(?!\w)")


QUALIFIERS: Mapping[str, Qualifier] = {qualifier.value: qualifier for qualifier in Qualifier}
"""The qualifiers by the names that the tables give them."""
