"""Of what the invented words of each language are made, and how it writes numbers and units."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The sounds of a language, its marks in numbers, and its words for the library's units."""

    heads: tuple[str, ...]
    vowels: tuple[str, ...]
    ends: tuple[str, ...]
    """How a word may end; most end in a vowel."""
    group: str
    """Between thousands."""
    decimal: str
    units: dict[str, str]
    """Behind a number, by the unit's id."""
    limits: dict[str, str]
    """Before a number, by the qualifier."""


_CYRILLIC = tuple("бвгджзклмнпрстфхчш")

ALPHABETS = {
    "en": Alphabet(
        heads=(*"bdfglmnprstvw", "br", "ch", "cl", "gr", "pl", "sh", "st", "th", "tr"),
        vowels=(*"aeiou", "ai", "ea", "oo"),
        ends=("", "", *"dlmnrst", "nd", "ng", "ck"),
        group=",",
        decimal=".",
        units={"tonnes": "tonnes", "people": "people", "percent": "percent"},
        limits={"approximately": "about", "over": "over"},
    ),
    "uk": Alphabet(
        heads=(*_CYRILLIC, "бр", "гр", "ст", "пр", "зв"),
        vowels=tuple("аеиіоуяюєї"),
        ends=("", "", *"внлмкрй", "сть"),
        group="\N{NO-BREAK SPACE}",
        decimal=",",
        units={"tonnes": "тонн", "people": "осіб", "percent": "відсотка"},
        limits={"approximately": "близько", "over": "понад"},
    ),
    "ru": Alphabet(
        heads=(*_CYRILLIC, "бр", "гр", "ст", "пр", "вз"),
        vowels=tuple("аеиоуыяюэ"),
        ends=("", "", *"внлмкрй", "сть"),
        group="\N{NO-BREAK SPACE}",
        decimal=",",
        units={"tonnes": "тонн", "people": "человек", "percent": "процента"},
        limits={"approximately": "около", "over": "свыше"},
    ),
    "de": Alphabet(
        heads=(*"bdfghklmnrstwz", "br", "gr", "sch", "st", "tr", "pf"),
        vowels=(*"aeiouäöü", "ei", "au", "ie"),
        ends=("", *"elmnrst", "en", "er", "ung", "cht"),
        group=".",
        decimal=",",
        units={"tonnes": "Tonnen", "people": "Personen", "percent": "Prozent"},
        limits={"approximately": "rund", "over": "über"},
    ),
}
