"""Qualifiers of numbers: every word of the tables, and words that only look like one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.phrases.words import SIGNS, read_table
from tests.phrases.saying import say

LANGUAGES = ("ar", "de", "en", "fi", "hu", "is", "ru", "uk")
INFLECTED = {
    "exceed": "exceeds",
    "превысил*": "превысила",
    "превышающ*": "превышающее",
    "не превышающ*": "не превышающее",
    "перевищ*": "перевищує",
    "не перевищ*": "не перевищує",
}
"""A form of each stem."""


def every_limit(side: str) -> Iterator[tuple[str, str, str]]:
    """Language, class and words of each qualifier that the tables have on one side."""
    for language in LANGUAGES:
        for name, sides in read_table(language)["qualifiers"].items():
            for words in sides[side]:
                yield language, name, INFLECTED.get(words, words.replace("*", ""))


@pytest.mark.parametrize(("language", "name", "words"), [*every_limit("before")])
def test_every_word_in_front_limits_a_number(language: str, name: str, words: str) -> None:
    """As the tables say; one that says no more than the number leaves it exact."""
    limit = "" if name == "exact" else f"{name} "
    assert say(f"{words} 1350 km²", language) == f"{limit}1350 km2"


@pytest.mark.parametrize(("language", "name", "words"), [*every_limit("after")])
def test_every_word_behind_limits_a_number(language: str, name: str, words: str) -> None:
    """Behind the unit, and behind the number."""
    limit = "" if name == "exact" else f"{name} "
    assert say(f"1350 km² {words}", language) == f"{limit}1350 km2"
    assert say(f"1350 {words}", language) == f"{limit}1350"


@pytest.mark.parametrize("language", [*LANGUAGES, "xx"])
def test_every_sign_limits_a_number_in_every_language(language: str) -> None:
    """Signs need no words."""
    for name, signs in SIGNS["before"].items():
        for sign in signs:
            assert say(f"{sign} 1350 km²", language) == f"{name} 1350 km2"
            assert say(f"{sign}1350 km²", language) == f"{name} 1350 km2"
    assert say("1350+ km²", language) == "at-least 1350 km2"


# fmt: off
# language, text, what it states
PLACES = [
    ("en", "the fleet lost about 1,523 boats", "approximately 1523"),
    ("en", "1,500-plus boats", "at-least 1500"),
    ("en", "1,500+ boats", "at-least 1500"),
    ("en", "14 patients or more", "at-least 14"),
    ("en", "5 km² or more per day", "at-least 5 km2/day"),
    ("en", "5 km² per day or more", "at-least 5 km2/day"),
    ("en", "more than a million boats", "over 1000000"),
    ("en", "more than an estimated 1,500", "approximately 1500"),
    ("en", "at least another 40 boats", "at-least 40"),
    ("en", "nearly a third of the fleet", "approximately 1/3"),
    ("en", "over $5m", "over 5000000 usd"),
    ("en", "for over 15 years", "over 15 year"),
    ("en", "~1,500 boats", "approximately 1500"),
    ("en", "≥ 1,500 boats", "at-least 1500"),
    ("en", "<5%", "under 5 percent"),
    ("en", "Over 1,500 boats", "over 1500"),
    ("en", "over\u00a01,500 boats", "over 1500"),
    ("en", "about ten to twelve boats", "approximately 10..12"),
    ("de", "mehr als 1.500 Boote", "over 1500"),
    ("de", "bis zu 1.500 Boote", "up-to 1500"),
    ("ru", "не более чем на 5 %", "up-to 5 percent"),
    ("ru", "до 12 000 человек", "up-to 12000"),
    ("ru", "примерно до 90 лодок", "approximately 90"),
    ("uk", "до 12 000 осіб", "up-to 12000"),
]
NEAR_WORDS = [
    ("en", "just over 1,500", "approximately 1500"),
    ("en", "just 1,500", "1500"),
    ("en", "over just 5", "over 5"),
    ("en", "well over 1,500", "over 1500"),
    ("en", "not more than 1,500", "up-to 1500"),
    ("en", "no fewer than 1,500", "at-least 1500"),
    ("ru", "не менее 1500 лодок", "at-least 1500"),
    ("ru", "не превышающее 1500 лодок", "up-to 1500"),
    ("ru", "превышающее 1500 лодок", "over 1500"),
    ("uk", "не перевищує 1500 човнів", "up-to 1500"),
    ("uk", "перевищує 1500 човнів", "over 1500"),
]
NO_LIMITS = [
    ("en", "control over 19 per cent of the bay", "19 percent"),
    ("en", "a dispute over two islands", "2"),
    ("en", "a report about 12 boats", "12"),
    ("en", "went up to 5 %", "5 percent to"),
    ("en", "the loan is repaid over 15 years", "15 year"),
    ("en", "more than expected, 5 boats sank", "5"),
    ("en", "it was over. 5 boats sank", "5"),
    ("en", "over 12 and 5 boats", "over 12; 5"),
    ("de", "die Kontrolle über 19 Prozent", "19 percent"),
    ("ru", "вырос до 5", "5 to"),
    ("uk", "зріс до 5 %", "5 percent to"),
]
# fmt: on


@pytest.mark.parametrize(("language", "text", "expected"), [*PLACES, *NEAR_WORDS, *NO_LIMITS])
def test_a_limit_is_the_number_s_own(language: str, text: str, expected: str) -> None:
    """The longest words that limit it win; those of a verb, a noun or a neighbour do not."""
    assert say(text, language) == expected
