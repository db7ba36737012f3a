"""What a number says of a change: by how much, or what it came to."""

from __future__ import annotations

import pytest

from generator.phrases.quantities import find_quantities
from tests.phrases.saying import say

# fmt: off
# language, text, what it states
TRENDS = [
    ("en", "the advance slowed to nine", "9 to"),
    ("en", "the advance slowed by nine", "9 by"),
    ("en", "rose by about 5 %", "approximately 5 percent by"),
    ("en", "rose by only 5 %", "5 percent by"),
    ("en", "cut by a third", "1/3 by"),
    ("en", "rose 5 %", "5 percent change"),
    ("en", "a rise of 5 %", "5 percent change"),
    ("en", "a 4 % rise", "4 percent change"),
    ("en", "5 % lower", "5 percent change"),
    ("en", "12 fewer than in May", "12 change"),
    ("en", "is up 5 %", "5 percent change"),
    ("en", "the stock stood at 5 km²", "5 km2 to"),
    ("de", "sank um 5 Prozent", "5 percent by"),
    ("de", "sank auf 5 Prozent", "5 percent to"),
    ("ru", "замедлился до девяти", "9 to"),
    ("ru", "замедлился на девять", "9 by"),
    ("uk", "зріс на 5 %", "5 percent by"),
    ("uk", "зріс до 5 %", "5 percent to"),
    ("en", "made up 5 %", "5 percent"),
    ("en", "fell below 5 %", "under 5 percent"),
    ("en", "gained 5 km²", "5 km2"),
    ("en", "dropped 500-lb bombs", "500 lb"),
    ("en", "5 km² a day", "5 km2/day"),
    ("en", "walked to 5 harbours by 12 boats", "5; 12"),
    ("en", "It fell. By 5 harbours stood boats", "5"),
    ("en", "fell, 5 harbours said", "5"),
]
# fmt: on


@pytest.mark.parametrize(("language", "text", "expected"), TRENDS)
def test_a_change_is_told_from_a_level(language: str, text: str, expected: str) -> None:
    """By the little word before the number, or by another form of change."""
    assert say(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        ("slowed by nine", "en", -1),
        ("rose by nine", "en", 1),
        ("changed by nine", "en", 0),
        ("slowed to nine", "en", -1),
        ("a 4 % rise", "en", 1),
        ("5 % fewer", "en", 0),
        ("сократился на 5 %", "ru", -1),
        ("nine", "en", 0),
    ],
)
def test_a_change_has_the_direction_of_its_verb(text: str, language: str, direction: int) -> None:
    """A fall, a rise, or neither."""
    (quantity,) = find_quantities(text, language)
    assert quantity.direction == direction
