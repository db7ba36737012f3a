"""Units, currencies, rates and counted things around a number."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.phrases.quantities import find_quantities
from generator.phrases.words import read_table, read_units
from tests.phrases.saying import say

LANGUAGES = ("ar", "de", "en", "fi", "hu", "is", "ru", "uk")
SAME_AS_A_SHARE = {"per thousand", "per thousand people"}
"""Read as per mille, which they are."""


def every_unit() -> Iterator[tuple[str, str, str]]:
    """Language, id and words of each unit in the tables, without the stars."""
    for language in LANGUAGES:
        for id, phrases in read_table(language).get("units", {}).items():
            yield from ((language, id, phrase.replace("*", "")) for phrase in phrases)
    for term in read_units().values():
        yield from (("xx", term.id, symbol) for symbol in term.symbols)


def every_rate() -> Iterator[tuple[str, str, str]]:
    """Language, id and words of each rate in the tables."""
    for language in LANGUAGES:
        for id, phrases in read_table(language).get("per", {}).items():
            named = set(phrases) - SAME_AS_A_SHARE
            yield from ((language, id, phrase.replace("*", "")) for phrase in sorted(named))


@pytest.mark.parametrize(("language", "id", "words"), [*every_unit()])
def test_every_unit_is_read_behind_a_number(language: str, id: str, words: str) -> None:
    """A rate in one symbol, such as km/h, is taken apart."""
    assert say(f"the gauge said 15 {words}", language) == f"15 {id}"


@pytest.mark.parametrize(("language", "id", "words"), [*every_rate()])
def test_every_rate_is_read_behind_a_unit(language: str, id: str, words: str) -> None:
    """A slash stands at the unit, words behind a space; German “per cent a year” is one of them."""
    gap = "" if words.startswith("/") else " "
    assert say(f"15 %{gap}{words}", language) == f"15 percent/{id}"


# fmt: off
# language, text, what it states
SHARES = [
    ("en", "5%", "5 percent"),
    ("en", "5 %", "5 percent"),
    ("en", "5 per cent", "5 percent"),
    ("en", "5 percentage points", "5 percentage-point"),
    ("en", "0.4 points", "0.4 percentage-point"),
    ("en", "25 basis points", "25 basis-point"),
    ("en", "12 points", "12"),
    ("de", "5 Prozent", "5 percent"),
    ("de", "5 Prozentpunkte", "5 percentage-point"),
    ("ru", "5 процентов", "5 percent"),
    ("ru", "5 процентных пунктов", "5 percentage-point"),
    ("uk", "5 відсотків", "5 percent"),
    ("uk", "5 відсоткових пунктів", "5 percentage-point"),
]
MONEY = [
    ("en", "$5", "5 usd"),
    ("en", "US$5", "5 usd"),
    ("en", "C$5", "5 cad"),
    ("en", "A$5", "5 aud"),
    ("en", "€5", "5 eur"),
    ("en", "£5.50", "5.5 gbp"),
    ("en", "₴5", "5 uah"),
    ("en", "₽5", "5 rub"),
    ("en", "EUR 5", "5 eur"),
    ("en", "5 EUR", "5 eur"),
    ("en", "5 Swiss francs", "5 chf"),
    ("en", "$5bn", "5000000000 usd"),
    ("en", "$5m", "5000000 usd"),
    ("en", "US$1.2 trillion", "1200000000000 usd"),
    ("en", "$5 billion dollars", "5000000000 usd"),
    ("en", "NATO 5", "5"),
    ("en", "5 boats for $3", "5; 3 usd"),
    ("de", "5 €", "5 eur"),
    ("ru", "5 рублей", "5 rub"),
    ("uk", "5 гривень", "5 uah"),
]
RATES = [
    ("en", "9 square kilometres a day", "9 km2/day"),
    ("en", "9 km²/day", "9 km2/day"),
    ("en", "1,500 soldiers a day", "1500 /day"),
    ("en", "1,500 soldiers killed or injured per day", "1500 /day"),
    ("en", "1,354 daily", "1354 /day"),
    ("en", "1,500 every 24 hours", "1500 /day"),
    ("en", "They landed daily 1,354 tonnes", "1354 t/day"),
    ("en", "1,500 boats per day 2 years ago", "1500 /day; 2 year"),
    ("en", "a daily average of 1,354", "1354 /day"),
    ("en", "average daily losses of 1,354", "1354 /day"),
    ("en", "12 per 100,000 people", "12 /100000-people"),
    ("en", "250 people per square mile", "250 /mi2"),
    ("en", "$5 a barrel", "5 usd/barrel"),
    ("en", "0.4 % a month", "0.4 percent/month"),
    ("en", "40 km/h", "40 km/hour"),
    ("de", "1.500 Soldaten am Tag", "1500 /day"),
    ("de", "15 am Tag", "15 /day"),
    ("ru", "9 квадратных километров в день", "9 km2/day"),
    ("ru", "1500 человек в сутки", "1500 /day"),
    ("uk", "9 квадратних кілометрів на день", "9 km2/day"),
    ("uk", "1500 осіб на добу", "1500 /day"),
    ("ru", "15 миллиметров", "15 mm"),
    ("ru", "15 миль", "15 mi"),
    ("ru", "15 милиционеров", "15"),
]
NO_RATES = [
    ("en", "1,500 in a day", "1500"),
    ("en", "1,500 a day earlier", "1500"),
    ("en", "1,500. A day later", "1500"),
    ("en", "1,500 boats, a day from port", "1500"),
    ("en", "the daily newspaper counted 12 boats", "12"),
    ("en", "annual inflation of 5 %", "5 percent"),
    ("en", "an annual rate of 5 %", "5 percent"),
    ("en", "12 boats once a day", "12"),
    ("en", "9 tonnes and boats a day late", "9 t"),
    ("en", "a daily average of nine and five boats", "9 /day; 5"),
    ("en", "five boats and nine tonnes a day", "5; 9 t/day"),
    ("de", "42 Turbinen liefern jährlich 380 GWh", "42; 380 GWh/year"),
    ("en", "12 boats land daily $40 of fish", "12; 40 usd/day"),
    ("en", "5 boats and 9 km² a day", "5; 9 km2/day"),
    ("en", "15 km^2", "15 km2"),
]
# fmt: on


@pytest.mark.parametrize(("language", "text", "expected"), [*SHARES, *MONEY, *RATES, *NO_RATES])
def test_a_number_has_the_unit_and_rate_that_stand_with_it(
    language: str, text: str, expected: str
) -> None:
    """Points are not per cent, and “a day” is a rate only where it divides the number."""
    assert say(text, language) == expected


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("1,500 soldiers killed or injured per day", "soldiers killed or injured"),
        ("1,500 soldiers in May", "soldiers"),
        ("1,500 of them, boats", "of them"),
        ("1,500 km² of bog", ""),
        ("1,500.", ""),
    ],
)
def test_what_is_counted_are_the_words_behind_a_number_without_a_unit(
    text: str, counted: str
) -> None:
    """Up to its rate, or to a word that begins another thought."""
    (quantity,) = find_quantities(text, "en")
    assert quantity.counted == counted
