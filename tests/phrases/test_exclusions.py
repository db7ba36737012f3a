"""Numbers that are no quantities: dates, times, ordinals, names, addresses, notes."""

from __future__ import annotations

import pytest

from tests.phrases.saying import say

# fmt: off
NO_QUANTITIES = [
    ("en", "on 5 March 2024"), ("en", "in 2024"), ("en", "in 2023/24"), ("en", "the 1990s"),
    ("en", "on 2024-03-05"), ("en", "growth to 2022"),
    ("en", "at 10:30"), ("en", "at 10.30 am"), ("en", "at 5pm"), ("en", "at 5 o'clock"),
    ("en", "at five o'clock"), ("en", "at 15.30 hrs"), ("en", "at 14 GMT"), ("en", "24/7"),
    ("en", "the 47th Brigade"), ("en", "the 1st of them"), ("en", "the twenty-first boat"),
    ("en", "T-90 tanks"), ("en", "a Su-34"), ("en", "B-52"), ("en", "5G networks"),
    ("en", "9K720 launchers"), ("en", "COVID-19"), ("en", "Leopard 2 tanks"), ("en", "Boeing 737"),
    ("en", "the S&P 500"), ("en", "the Group of Seven"), ("en", "Channel 4"), ("en", "No. 12"),
    ("en", "№ 12"), ("en", "Article 5"), ("en", "section 3"), ("en", "page 15"), ("en", "p. 15"),
    ("en", "as told [3]"), ("en", "as told [^3]"), ("en", "as told.[^note-12]"),
    ("en", "https://a.example/2024/15?x=9"), ("en", "www.a.example/15"), ("en", "me15@a.example"),
    ("en", "harbour15.org/16"), ("en", "version 1.2.3"), ("en", "v2.10.4"),
    ("en", "+44 20 7946 0958"), ("en", "aged 45"), ("en", "aged 45 to 60"),
    ("en", "a forty-year-old boat"), ("en", "a 45-year-old"), ("en", "Vale, 45, said"),
    ("en", "no one came"), ("en", "one of them came"), ("en", "one is enough"),
    ("de", "die 47. Brigade"), ("de", "um 10 Uhr"), ("de", "am 5. März 2024"),
    ("de", "im Jahr 2024"), ("de", "der 45-jährige Fischer"),
    ("ru", "47-я бригада"), ("ru", "в 10:30"), ("ru", "5 марта 2024 года"), ("ru", "Су-34"),
    ("uk", "47-ма бригада"), ("uk", "у 2024 році"), ("uk", "5 березня 2024 року"),
]
# language, text, what it states
QUANTITIES = [
    ("en", "the two-day strike", "2 day"),
    ("en", "a 12-hour watch", "12 hour"),
    ("en", "took 15 hrs", "15 hour"),
    ("en", "Figure 3 shows 15 boats", "15"),
    ("en", "2024 boats came", "2024"),
    ("en", "Leopard 2 has 15 boats", "15"),
    ("en", "Some 12 boats came", "approximately 12"),
    ("en", "Vale had 45 boats", "45"),
    ("en", "one guard", "1"),
    ("en", "the quay 5 km away", "5 km"),
    ("en", "one in five", "0.2"),
    ("en", "more than 1500 people", "over 1500"),
    ("en", "more than 1500", "over 1500"),
    ("en", "close to 1500 heavy boats", "approximately 1500"),
    ("en", "up to 2000 men", "up-to 2000"),
    ("en", "a total of 1850 personnel", "1850"),
    ("en", "no fewer than 1900 boats", "at-least 1900"),
    ("en", "in the three years to 2022", "3 year"),
    ("en", "prices were lower than 2022", ""),
    ("en", "up to 2000, the port was small", ""),
    ("en", "the war of 1812", ""),
    ("de", "15 am Montag", "15"),
]
# fmt: on


@pytest.mark.parametrize(("language", "text"), NO_QUANTITIES)
def test_what_counts_and_measures_nothing_is_no_quantity(language: str, text: str) -> None:
    """By itself and inside a sentence with a quantity."""
    assert say(text, language) == ""
    within = say(f"{text}; 3 km²", language)
    assert within == "3 km2"


@pytest.mark.parametrize(("language", "text", "expected"), QUANTITIES)
def test_a_quantity_is_found_beside_what_looks_like_a_name_or_date(
    language: str, text: str, expected: str
) -> None:
    """A year is a count where people or things are counted, and a limit in front says so too."""
    assert say(text, language) == expected
