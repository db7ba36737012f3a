"""Which numbers belong together: ranges, lists with one unit, scores that are none."""

from __future__ import annotations

import pytest

from tests.phrases.saying import say

# fmt: off
# language, text, what it states
RANGES = [
    ("en", "10–12 tonnes", "10..12 t"),
    ("en", "10-12 tonnes", "10..12 t"),
    ("en", "10 – 12 tonnes", "10..12 t"),
    ("en", "10 to 12 tonnes", "10..12 t"),
    ("en", "ten to twelve boats", "10..12"),
    ("en", "between 10 and 12 tonnes", "10..12 t"),
    ("en", "from 10 to 12 tonnes", "10..12 t"),
    ("en", "10km to 12km", "10..12 km"),
    ("en", "10 % to 12 %", "10..12 percent"),
    ("en", "10,000-12,000 boats", "10000..12000"),
    ("en", "2-3 million boats", "2000000..3000000"),
    ("en", "2 to 3 million boats", "2000000..3000000"),
    ("en", "600–700,000 boats", "600000..700000"),
    ("en", "£10 to £12", "10..12 gbp"),
    ("en", "$2-3bn", "2000000000..3000000000 usd"),
    ("en", "$2bn-$3bn", "2000000000..3000000000 usd"),
    ("en", "€300m-€350m", "300000000..350000000 eur"),
    ("en", "$5-10m", "5000000..10000000 usd"),
    ("en", "$5 to 10m", "5000000..10000000 usd"),
    ("en", "from 500 to 2 million boats", "500..2000000"),
    ("en", "-5 to 5 °C", "-5..5 celsius"),
    ("en", "by 2 to 2.5 per cent", "2..2.5 percent"),
    ("en", "up to between 10 and 12 boats", "10..12"),
    ("de", "10 bis 12 Tonnen", "10..12 t"),
    ("de", "zwischen 10 und 12 Tonnen", "10..12 t"),
    ("ru", "10–12 тонн", "10..12 t"),
    ("ru", "от 10 до 12 тонн", "10..12 t"),
    ("uk", "від 10 до 12 тонн", "10..12 t"),
    ("uk", "між 10 і 12 тоннами", "10..12 t"),
]
LISTS = [
    ("en", "10 and 12 tonnes", "10 t; 12 t"),
    ("en", "10 or 12 tonnes", "10 t; 12 t"),
    ("en", "41, 27 and 16 per cent", "41 percent; 27 percent; 16 percent"),
    ("en", "41 boats, 16 per cent", "41; 16 percent"),
    ("en", "41, 27 tonnes", "41; 27 t"),
    ("en", "10 km and 12 tonnes", "10 km; 12 t"),
    ("en", "10 km to 12 tonnes", "10 km; 12 t"),
    ("en", "$5m, 10m away", "5000000 usd; 10 m"),
]
NO_RANGES = [
    ("en", "rose from 5 to 7 per cent", "5 percent; 7 percent to"),
    ("en", "fell from 28 to 18", "28; 18 to"),
    ("en", "a 3-1 victory", ""),
    ("en", "a 2-2 draw", ""),
    ("en", "12–10 tonnes", "12; 10 t"),
    ("en", "cut by a third to 5 tonnes", "1/3 by; 5 t to"),
    ("en", "12 to 10 boats", "12; 10"),
    ("en", "5–5 tonnes", "5; 5 t"),
    ("en", "rose by 120 to 900", "120 by; 900 to"),
    ("ru", "вырос с 5 до 7 процентов", "5 percent; 7 percent to"),
    ("de", "stieg von 5 auf 7 Prozent", "5 percent; 7 percent to"),
]
# fmt: on


@pytest.mark.parametrize(("language", "text", "expected"), [*RANGES, *LISTS, *NO_RANGES])
def test_two_numbers_are_one_range_only_where_they_say_so(
    language: str, text: str, expected: str
) -> None:
    """A change from one to the other, a list and a score are none."""
    assert say(text, language) == expected
