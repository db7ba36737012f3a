from decimal import Decimal

import pytest

from generator.pages.wording import (
    count,
    format_number,
    join_words,
    spell_count,
    split_value,
    word_unit,
)
from generator.records.edtf import parse_edtf
from generator.records.measure import Unit
from generator.records.observation import Observation
from generator.records.vocabulary import Qualifier

AREA = Unit(id="km2", name="square kilometres", singular="square kilometre", symbol="km²")
PEOPLE = Unit(id="people", name="people", singular="person")
SHARE = Unit(id="percent-of-ukraine", name="per cent of Ukraine", symbol="% of Ukraine")


def observe(
    value: str | None = None,
    low: str | None = None,
    high: str | None = None,
    qualifier: Qualifier = Qualifier.EXACT,
) -> Observation:
    """An observation of which only the value matters."""
    numbers = {"value": value, "low": low, "high": high}
    return Observation.model_validate(
        {
            "id": "a",
            "metric": "m",
            "period": parse_edtf("2024"),
            "place": "UA",
            "qualifier": qualifier.value,
            **{name: number for name, number in numbers.items() if number is not None},
        }
    )


@pytest.mark.parametrize(
    ("observation", "unit", "words"),
    [
        (observe("593"), AREA, "593 km²"),
        (observe("18.10"), AREA, "18.10 km²"),
        (observe("48670"), PEOPLE, "48,670 people"),
        (observe("1"), PEOPLE, "1 person"),
        (observe("1"), AREA, "1 km²"),
        (observe("-8.8"), AREA, "−8.8 km²"),
        (observe("19.25"), SHARE, "19.25% of Ukraine"),
        (observe("9", qualifier=Qualifier.APPROXIMATELY), AREA, "about 9 km²"),
        (observe("1500", qualifier=Qualifier.OVER), PEOPLE, "over 1,500 people"),
        (observe("840", qualifier=Qualifier.AT_LEAST), PEOPLE, "at least 840 people"),
        (observe("5", qualifier=Qualifier.UNDER), AREA, "under 5 km²"),
        (observe("61100", qualifier=Qualifier.UP_TO), PEOPLE, "up to 61,100 people"),
        (observe(low="10", high="12"), PEOPLE, "10 to 12 people"),
        (observe(low="6", high="8"), SHARE, "6 to 8% of Ukraine"),
        (
            observe("200000", "152000", "264000", Qualifier.APPROXIMATELY),
            PEOPLE,
            "152,000–264,000 people (central estimate about 200,000)",
        ),
        (observe("-2", "-3", "-1"), AREA, "−3 to −1 km² (central estimate −2)"),
    ],
)
def test_a_value_reads_as_people_write_it(observation: Observation, unit: Unit, words: str) -> None:
    """Qualifier, number, unit and range in words, with the digits of the record."""
    assert split_value(observation, unit).full.replace("\N{NO-BREAK SPACE}", " ") == words


def test_a_zero_keeps_its_digits() -> None:
    """Nothing measured to one decimal is something else than nothing."""
    assert split_value(observe("0.0"), AREA).number == "0.0"


def test_a_number_does_not_part_from_its_unit_or_qualifier() -> None:
    """The spaces beside a number do not break."""
    value = split_value(observe("9", qualifier=Qualifier.APPROXIMATELY), AREA)
    assert value.full == "about\N{NO-BREAK SPACE}9\N{NO-BREAK SPACE}km²"


@pytest.mark.parametrize(
    ("number", "words"), [("999", "999"), ("1000", "1,000"), ("0.0694", "0.0694"), ("0", "0")]
)
def test_digits_stay_as_recorded(number: str, words: str) -> None:
    """Grouping begins at a thousand; nothing is rounded or trimmed."""
    assert format_number(Decimal(number)) == words


def test_a_unit_without_symbol_follows_the_number_in_words() -> None:
    """One takes the singular, everything else the plural."""
    units = [word_unit(PEOPLE, Decimal(number)).strip() for number in ("0", "1", "2")]
    assert units == ["people", "person", "people"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 articles"), (1, "1 article"), (3, "3 articles"), (1200, "1,200 articles")],
)
def test_things_are_counted_in_plural_but_for_one(number: int, words: str) -> None:
    """`1 article`, `3 articles`."""
    assert count(number, "article", "articles").replace("\N{NO-BREAK SPACE}", " ") == words


def test_small_counts_are_spelled_out_in_headings() -> None:
    """Up to ten in words, then in digits."""
    assert [spell_count(number, "value", "values") for number in (1, 6)] == [
        "one value",
        "six values",
    ]
    assert spell_count(11, "value", "values").startswith("11")


@pytest.mark.parametrize(
    ("words", "joined"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_are_joined_by_commas_and_an_and(words: list[str], joined: str) -> None:
    """As an English list."""
    assert join_words(words) == joined
