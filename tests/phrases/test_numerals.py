"""Numbers in digits and words: groupings, decimals, magnitudes, fractions, and where they end."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.phrases.quantities import find_quantities
from tests.phrases.saying import say

GROUPINGS = (",", " ", "'", "’", "\u00a0", "\u2007", "\u2009", "\u202f")

# fmt: off
# language, text, what it states
DIGITS = [
    ("en", "1,500 boats", "1500"),
    ("en", "1 500 boats", "1500"),
    ("en", "1.500 boats", "1.5"),
    ("en", "1'500 boats", "1500"),
    ("en", "1’500 boats", "1500"),
    ("en", "1\u202f500 boats", "1500"),
    ("en", "1\u00a0500 boats", "1500"),
    ("en", "1\u2009500 boats", "1500"),
    ("en", "1,234,567.89", "1234567.89"),
    ("en", "1.234.567 boats", "1234567"),
    ("en", "12,50,000 boats", "1250000"),
    ("en", "1 234 567 boats", "1234567"),
    ("en", "1,5 tonnes", "1.5 t"),
    ("en", "12,34 tonnes", "12.34 t"),
    ("en", "1234,567 tonnes", "1234.567 t"),
    ("en", "0.500 tonnes", "0.5 t"),
    ("en", "1,234.567 tonnes", "1234.567 t"),
    ("de", "1.500 Boote", "1500"),
    ("de", "1.234.567 Boote", "1234567"),
    ("de", "1.234.567,89 Euro", "1234567.89 eur"),
    ("de", "1,500 Tonnen", "1.5 t"),
    ("de", "0,500 Tonnen", "0.5 t"),
    ("ru", "1.500 лодок", "1500"),
    ("ru", "1,5 тонны", "1.5 t"),
    ("ru", "48 670 человек", "48670"),
    ("uk", "1,5 тонни", "1.5 t"),
    ("xx", "1.500 x", "1500"),
    ("xx", "1,5 km²", "1.5 km2"),
    ("en", "48 67 boats", "48; 67"),
    ("en", "12, 13 and 14 boats", "12; 13; 14"),
    ("en", "There were 12.", "12"),
    ("en", "(12) “13”", "12; 13"),
    ("en", "1,23,45 boats", ""),
    ("en", "1.2.3.4", ""),
    ("en", "x61,100 boats", ""),
]
SIGNS = [
    ("en", "-5 °C", "-5 celsius"),
    ("en", "−5 °C", "-5 celsius"),
    ("en", "–5 °C", "-5 celsius"),
    ("en", "(-5)", "-5"),
    ("en", "minus 5 degrees Celsius", "-5 celsius"),
    ("de", "minus 5 Grad", "-5 celsius"),
    ("ru", "минус 5 градусов", "-5 celsius"),
    ("uk", "мінус 5 градусів", "-5 celsius"),
    ("en", "-$5m", "-5000000 usd"),
    ("en", "-5 to -2 °C", "-5..-2 celsius"),
    ("en", "+5 °C", "5 celsius"),
    ("en", "pre-5 rates", "5"),
]
MAGNITUDES = [
    ("en", "2.5 million", "2500000"),
    ("en", "2.5m tonnes", "2500000 t"),
    ("en", "2.5 mn tonnes", "2500000 t"),
    ("en", "3 thousand", "3000"),
    ("en", "3k tonnes", "3000 t"),
    ("en", "7 bn", "7000000000"),
    ("en", "7 billion", "7000000000"),
    ("en", "7 trillion", "7000000000000"),
    ("en", "5m people", "5000000"),
    ("en", "5m of rope", "5 m"),
    ("en", "5 m of rope", "5 m"),
    ("en", "5m3 of water", "5 m3"),
    ("en", "1.5 hundred thousand boats", "150000"),
    ("en", "5 thousand million boats", "5000000000"),
    ("en", "2½ million tonnes", "2500000 t"),
    ("en", "a wave of 5m is high", "5 m"),
    ("de", "2,5 Millionen", "2500000"),
    ("de", "2,5 Mio. Euro", "2500000 eur"),
    ("de", "3 Mrd. Euro", "3000000000 eur"),
    ("de", "3 Tsd. Euro", "3000 eur"),
    ("de", "2 Billionen Euro", "2000000000000 eur"),
    ("ru", "2 тысячи", "2000"),
    ("ru", "3 тыс. человек", "3000"),
    ("ru", "2,5 млн рублей", "2500000 rub"),
    ("ru", "3 млрд", "3000000000"),
    ("ru", "2 трлн рублей", "2000000000000 rub"),
    ("ru", "1 млн 200 тыс. рублей", "1200000 rub"),
    ("uk", "3 тис. осіб", "3000"),
    ("uk", "2 мільйони", "2000000"),
    ("uk", "2,5 млн гривень", "2500000 uah"),
    ("uk", "3 млрд гривень", "3000000000 uah"),
    ("en", "dozens of boats", ""),
    ("en", "hundreds of boats", ""),
    ("en", "tens of thousands of boats", ""),
    ("en", "9K720 launchers", ""),
]
NUMBER_WORDS = [
    ("en", "nine boats", "9"),
    ("en", "twenty-one boats", "21"),
    ("en", "twenty one boats", "21"),
    ("en", "two hundred and fifty boats", "250"),
    ("en", "two thousand five hundred boats", "2500"),
    ("en", "three hundred thousand boats", "300000"),
    ("en", "one million two hundred thousand", "1200000"),
    ("en", "twelve hundred boats", "1200"),
    ("en", "a hundred boats", "100"),
    ("en", "a dozen boats", "12"),
    ("en", "two dozen boats", "24"),
    ("en", "half a dozen boats", "6"),
    ("en", "one and a half million", "1500000"),
    ("en", "a million and a half boats", "1500000"),
    ("en", "two and a half tonnes", "2.5 t"),
    ("en", "half a million boats", "500000"),
    ("en", "a quarter of a million boats", "250000"),
    ("en", "nine and ten boats", "9; 10"),
    ("en", "five six boats", "5; 6"),
    ("de", "neun Boote", "9"),
    ("de", "einundzwanzig Boote", "21"),
    ("de", "zweihundertfünfzig Boote", "250"),
    ("de", "dreiundzwanzigtausend Boote", "23000"),
    ("de", "hundert Boote", "100"),
    ("de", "zwei Millionen", "2000000"),
    ("de", "anderthalb Millionen", "1500000"),
    ("de", "ein Dutzend", "12"),
    ("ru", "двадцать один день", "21 day"),
    ("ru", "двести пятьдесят тысяч", "250000"),
    ("ru", "полтора миллиона", "1500000"),
    ("ru", "полмиллиона", "500000"),
    ("ru", "тысяча лодок", "1000"),
    ("uk", "двадцять один", "21"),
    ("uk", "двісті п’ятдесят тисяч", "250000"),
    ("uk", "півтора мільйона", "1500000"),
    ("uk", "п'ять", "5"),
]
FRACTIONS = [
    ("en", "a third of the fleet", "1/3"),
    ("en", "two-thirds of the fleet", "2/3"),
    ("en", "two thirds of the fleet", "2/3"),
    ("en", "three quarters", "0.75"),
    ("en", "half the fleet", "0.5"),
    ("en", "a tenth of it", "0.1"),
    ("en", "3/4 of it", "0.75"),
    ("en", "2/3 of it", "2/3"),
    ("en", "½ of it", "0.5"),
    ("en", "2½ tonnes", "2.5 t"),
    ("en", "2 1/2 tonnes", "2.5 t"),
    ("en", "half a percentage point", "0.5 percentage-point"),
    ("en", "one in five boats", "0.2"),
    ("en", "one in every five boats", "0.2"),
    ("en", "three out of five boats", "0.6"),
    ("de", "ein Drittel", "1/3"),
    ("de", "zwei Drittel", "2/3"),
    ("de", "die Hälfte", "0.5"),
    ("ru", "две трети", "2/3"),
    ("ru", "половина", "0.5"),
    ("uk", "дві третини", "2/3"),
    ("en", "third place", ""),
    ("en", "a quarter earlier", ""),
    ("en", "the second half", ""),
    ("en", "in the second half of it", ""),
    ("en", "3 fifth graders", "3"),
    ("en", "two fifth graders", "2"),
]
# fmt: on


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [*DIGITS, *SIGNS, *MAGNITUDES, *NUMBER_WORDS, *FRACTIONS],
)
def test_a_number_is_read_as_a_person_reads_it(language: str, text: str, expected: str) -> None:
    """In digits by the groupings and decimals of its language, and in words."""
    assert say(text, language) == expected


@pytest.mark.parametrize(
    ("printed", "sought"),
    [("561,100", 61100), ("48 670", 48), ("48 670", 670), ("1,500", 500), ("12.5", 12)],
)
def test_a_number_is_not_found_inside_another(printed: str, sought: int) -> None:
    """A value ends where the printed number does."""
    (quantity,) = find_quantities(f"the port counted {printed} boats", "ru")
    assert quantity.low != sought
    assert quantity.number.of(f"the port counted {printed} boats") == printed


@given(
    number=st.integers(min_value=1000, max_value=10**15),
    sign=st.sampled_from(GROUPINGS),
    language=st.sampled_from(["en", "de", "ru", "uk", "xx"]),
)
def test_a_grouped_number_is_read_back(number: int, sign: str, language: str) -> None:
    """Whatever groups its thousands; a comma may begin decimals where the language has them so."""
    text = f"{number:,}".replace(",", sign)
    (quantity,) = find_quantities(f"{text} tonnes", language)
    assert number in (quantity.low, quantity.other)
    assert quantity.number.of(text) == text


@given(number=st.integers(min_value=1000, max_value=10**15), decimals=st.integers(0, 99))
def test_a_grouped_number_with_decimals_is_read_back(number: int, decimals: int) -> None:
    """In the order of English and in that of German, in either language."""
    english = f"{number:,}.{decimals:02}"
    german = english.translate(str.maketrans(",.", ".,"))
    value = number + Fraction(decimals, 100)
    for text in (english, german):
        for language in ("en", "de"):
            assert [one.low for one in find_quantities(f"{text} km", language)] == [value]


@pytest.mark.parametrize(
    ("text", "language", "value", "other"),
    [
        ("1.500", "en", Fraction("1.5"), 1500),
        ("1.500", "de", 1500, Fraction("1.5")),
        ("1,500", "de", Fraction("1.5"), 1500),
        ("1,500", "en", 1500, None),
        ("0.500", "en", Fraction("0.5"), None),
        ("1234.567", "en", Fraction("1234.567"), None),
        ("1.5", "en", Fraction("1.5"), None),
        ("1.500 million", "en", 1_500_000, 1_500_000_000),
        ("1.234.567", "en", 1_234_567, None),
        ("1.200 to 1.500", "en", Fraction("1.2"), None),
    ],
)
def test_digits_that_can_be_read_two_ways_keep_the_other(
    text: str, language: str, value: Fraction | int, other: Fraction | int | None
) -> None:
    """One point or comma before three digits groups them here and begins decimals there."""
    (quantity,) = find_quantities(f"{text} boats", language)
    assert (quantity.low, quantity.other) == (value, other)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("1,523", 1),
        ("1,500", 1),
        ("1.25", Fraction(1, 100)),
        ("1.2 million", 100_000),
        ("2 million", 1_000_000),
        ("1 million 200 thousand", 1000),
        ("fifteen hundred", 100),
        ("a third of it", Fraction(1, 100)),
        ("10 to 12.5", Fraction(1, 10)),
        ("10.5 to 12", Fraction(1, 10)),
    ],
)
def test_a_number_knows_what_its_last_digit_is_worth(text: str, step: Fraction | int) -> None:
    """So that a rounding can be told from another number."""
    assert [one.step for one in find_quantities(text, "en")] == [step]


@pytest.mark.parametrize(
    ("text", "is_spelled", "is_fraction"),
    [
        ("nine boats", True, False),
        ("9 boats", False, False),
        ("9 million boats", False, False),
        ("nine million boats", True, False),
        ("a third of it", True, True),
        ("half a million", True, False),
        ("2½ tonnes", False, True),
        ("2½ million tonnes", False, False),
        ("one in five boats", True, True),
    ],
)
def test_a_number_knows_whether_it_is_words_or_a_part(
    text: str, is_spelled: bool, is_fraction: bool
) -> None:
    """Small numbers in words are a way of speaking; digits only come near to a third."""
    (quantity,) = find_quantities(text, "en")
    assert (quantity.is_spelled, quantity.is_fraction) == (is_spelled, is_fraction)
