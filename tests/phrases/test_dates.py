"""Dates in running text against a table of labelled sentences; the table is the specification."""

from __future__ import annotations

from pathlib import Path
from typing import NotRequired, TypedDict

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import generator.phrases
from generator.phrases.date_words import KINDS
from generator.phrases.dates import DatedSpan, Yearless, find_dates
from generator.records.edtf import parse_edtf


class Row(TypedDict):
    """A sentence of the table with its label."""

    text: str
    language: str
    context: NotRequired[str]
    dates: NotRequired[list[dict[str, str]]]


ROWS: list[Row] = yaml.load(
    (Path(__file__).parent / "dates.yml").read_text("utf-8"),
    Loader=yaml.CBaseLoader,  # noqa: S506 (it makes only text)
)
LANGUAGES = ("de", "en", "fi", "hu", "is", "ru", "uk")


def describe(dated: DatedSpan, text: str) -> dict[str, str]:
    """A date found, as the table would have it."""
    found = {"words": dated.span.of(text)}
    if dated.date is not None:
        found["date"] = dated.date.text
    if dated.yearless is not None:
        found["each-year"] = f"{dated.yearless.first}/{dated.yearless.last}"
    if dated.is_bound or dated.is_open:
        found["is"] = "bound" if dated.is_bound else "open"
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']}: {row['text'][:50]}")
def test_each_sentence_states_the_dates_of_its_label(row: Row) -> None:
    """All of them, in order, with their words, and nothing else."""
    context = parse_edtf(row["context"]) if "context" in row else None
    found = find_dates(row["text"], row["language"], context)
    assert [describe(dated, row["text"]) for dated in found] == row.get("dates", [])


# fmt: off
# the words, the date of the text, a period, whether they can overlap
OVERLAPS: list[tuple[str, str | None, str, bool | None]] = [
    ("in December 2024", None, "2024-12", True),
    ("in December 2024", None, "2024-11", False),
    ("in December 2024", None, "2024-12-17/2024-12-31", True),
    ("in December", None, "2024-12", True),
    ("in December", None, "2024-11", False),
    ("in December", "2026-08-22", "2024-12", True),
    ("in December", None, "2024", True),
    ("in December", None, "2022-02-24/..", True),
    ("between 31 December and 13 January", None, "2025-01-02", True),
    ("between 31 December and 13 January", None, "2024-12", True),
    ("between 31 December and 13 January", None, "2025-02", False),
    ("this winter", "2025-01-15", "2024-12", True),
    ("this winter", "2025-01-15", "2024-11", False),
    ("in winter", None, "2024-01", True),
    ("in winter", None, "2024-07", False),
    ("at the end of 2024", None, "2024-12", True),
    ("at the end of 2024", None, "2024-12-31", True),
    ("at the end of 2024", None, "2024-03", False),
    ("late 2024", None, "2024-03", False),
    ("since 24 February 2022", None, "2024-12", True),
    ("since 24 February 2022", None, "2021", False),
    ("since March", None, "2024-12", None),
    ("since March", "2025-12-10", "2025-11", True),
    ("since March", "2025-12-10", "2024-11", None),
    ("by 15 July 2025", None, "2022-02-24/2025-07-15", True),
    ("by 15 July 2025", None, "2025-08", False),
    ("by 15 July 2025", None, "2025-06", None),
    ("by 15 July", None, "2025-08", None),
    ("by 15 July", "2025-07-20", "2025-08", None),
    ("by 15 July", "2025-07-20", "2025-07", True),
]
# fmt: on


@pytest.mark.parametrize(("words", "context", "period", "expected"), OVERLAPS)
def test_a_date_overlaps_what_it_can_mean(
    words: str, context: str | None, period: str, expected: bool | None
) -> None:
    """What the phrase leaves open is none, and a year that it does not state proves nothing."""
    (dated,) = find_dates(words, "en", parse_edtf(context) if context else None)
    assert dated.overlaps(parse_edtf(period)) is expected


def test_a_month_without_a_year_can_be_compared_as_a_month() -> None:
    """Only where one month holds all of it."""
    months = [Yearless("12-01", "12-31"), Yearless("12-31", "01-13"), Yearless("12-30", "12-01")]
    assert [days.month for days in months] == [12, 0, 0]
    assert [dated.month for dated in find_dates("in May, on 9 March 2024", "en")] == [5, 0]


@pytest.mark.parametrize("tag", ["en-GB", "EN", "en"])
def test_a_region_makes_no_other_language(tag: str) -> None:
    """The tag of a language may name a region."""
    assert len(find_dates("in December 2024", tag)) == 1


@pytest.mark.parametrize("tag", ["", "xx", "../en", "units", "-"])
def test_an_unknown_language_leaves_the_dates_in_digits(tag: str) -> None:
    """Words of no known language state no date."""
    text = "in December 2024, on 2025-01-09 and in 2024."
    assert [dated.span.of(text) for dated in find_dates(text, tag)] == ["2025-01-09"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_table_has_two_meanings(language: str) -> None:
    """A word that stands under two headings would silently have the second."""
    path = Path(generator.phrases.__file__).parent / "words" / "dates" / f"{language}.yml"
    table = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 (it makes only text)
    listed = (table.get(heading, []) for heading in KINDS if heading != "doubtful-months")
    groups = [g for part in listed for g in (part.values() if isinstance(part, dict) else [part])]
    words = [word for group in groups for word in group]
    assert words
    assert sorted({word for word in words if words.count(word) > 1}) == []


PIECES = [
    *("9", "31", "2024", "2,024", "-", "–", " ", ",", ".", "/", "'s", "\n\n", "2024-12-31", "Q3"),
    *("in", "between", "and", "to", "from", "since", "by", "the", "of", "end", "last", "this"),
    *("December", "May", "29 February", "winter", "year", "half", "first", "1/2/2024", "9999"),
]


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=14).map(" ".join),
    st.sampled_from([*LANGUAGES, "xx"]),
    st.sampled_from([None, "2025-01-15", "2024-02-29", "0001", "9999-12-31", "2024/..", "../2024"]),
)
def test_any_text_has_dates_in_order_that_do_not_overlap(
    text: str, language: str, context: str | None
) -> None:
    """Whatever the text is: nothing raises, each span holds words, and none shares one."""
    found = find_dates(text, language, parse_edtf(context) if context else None)
    ends = [place for dated in found for place in (dated.span.start, dated.span.end)]
    assert ends == sorted(ends)
    assert all(dated.span.start < dated.span.end <= len(text) for dated in found)
    assert all(dated.date or dated.yearless for dated in found)
