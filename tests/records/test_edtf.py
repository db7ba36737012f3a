"""The two tables are the specification: what is read and how it is worded, and what is refused."""

# ruff: noqa: E501 (a row of the tables stays on one line)

from __future__ import annotations

import pickle
import re
from itertools import pairwise
from time import struct_time

import pytest
from edtf import parse_edtf as parse_with_package
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic.json_schema import JsonSchemaMode

from generator.records.edtf import OPEN_END, OPEN_START, PATTERN, EdtfDate, EdtfError, parse_edtf
from generator.records.edtf_words import datetime_attribute, format_edtf

# fmt: off
# text, earliest, latest, long wording, short wording, datetime attribute
ACCEPTED = [
    # Level 0: a year, a month, a day.
    ("2024", "2024-01-01", "2024-12-31", "2024", "2024", "2024"),
    ("0476", "0476-01-01", "0476-12-31", "476", "476", "0476"),
    ("0001", "0001-01-01", "0001-12-31", "1", "1", "0001"),
    ("9999", "9999-01-01", "9999-12-31", "9999", "9999", "9999"),
    ("2024-12", "2024-12-01", "2024-12-31", "December 2024", "Dec 2024", "2024-12"),
    ("2024-02", "2024-02-01", "2024-02-29", "February 2024", "Feb 2024", "2024-02"),
    ("2023-02", "2023-02-01", "2023-02-28", "February 2023", "Feb 2023", "2023-02"),
    ("1900-02", "1900-02-01", "1900-02-28", "February 1900", "Feb 1900", "1900-02"),
    ("2000-02", "2000-02-01", "2000-02-29", "February 2000", "Feb 2000", "2000-02"),
    ("2024-05", "2024-05-01", "2024-05-31", "May 2024", "May 2024", "2024-05"),
    ("2025-01-09", "2025-01-09", "2025-01-09", "9 January 2025", "9 Jan 2025", "2025-01-09"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "29 February 2024", "29 Feb 2024", "2024-02-29"),
    ("2024-09-30", "2024-09-30", "2024-09-30", "30 September 2024", "30 Sep 2024", "2024-09-30"),
    # Qualifiers leave the bounds alone: "about December" is no three months.
    ("2024-12~", "2024-12-01", "2024-12-31", "about December 2024", "c. Dec 2024", "2024-12"),
    ("2025-01-09~", "2025-01-09", "2025-01-09", "about 9 January 2025", "c. 9 Jan 2025", "2025-01-09"),
    ("2025-01-09?", "2025-01-09", "2025-01-09", "9 January 2025, uncertain", "9 Jan 2025?", "2025-01-09"),
    ("2025-01-09%", "2025-01-09", "2025-01-09", "about 9 January 2025, uncertain", "c. 9 Jan 2025?", "2025-01-09"),
    ("2024~", "2024-01-01", "2024-12-31", "about 2024", "c. 2024", "2024"),
    ("2024?", "2024-01-01", "2024-12-31", "2024, uncertain", "2024?", "2024"),
    ("2024%", "2024-01-01", "2024-12-31", "about 2024, uncertain", "c. 2024?", "2024"),
    # Unspecified digits: a day, month or year not known, and no value HTML could hold.
    ("202X", "2020-01-01", "2029-12-31", "2020s", "2020s", None),
    ("200X", "2000-01-01", "2009-12-31", "2000s", "2000s", None),
    ("202X~", "2020-01-01", "2029-12-31", "about the 2020s", "c. 2020s", None),
    ("20XX", "2000-01-01", "2099-12-31", "21st century", "21st c.", None),
    ("19XX", "1900-01-01", "1999-12-31", "20th century", "20th c.", None),
    ("10XX", "1000-01-01", "1099-12-31", "11th century", "11th c.", None),
    ("21XX?", "2100-01-01", "2199-12-31", "22nd century, uncertain", "22nd c.?", None),
    ("22XX%", "2200-01-01", "2299-12-31", "about the 23rd century, uncertain", "c. 23rd c.?", None),
    ("2024-XX", "2024-01-01", "2024-12-31", "2024, month unknown", "2024, month unknown", None),
    ("2024-12-XX", "2024-12-01", "2024-12-31", "December 2024, day unknown", "Dec 2024, day unknown", None),
    ("2024-02-XX~", "2024-02-01", "2024-02-29", "about February 2024, day unknown", "c. Feb 2024, day unknown", None),
    ("2024-12-XX?", "2024-12-01", "2024-12-31", "December 2024, day unknown, uncertain", "Dec 2024?, day unknown", None),
    ("2024-XX-XX", "2024-01-01", "2024-12-31", "2024, month and day unknown", "2024, month and day unknown", None),
    # Seasons; "winter 2024" is said of two winters, and the bounds hold both.
    ("2024-21", "2024-03-01", "2024-05-31", "spring 2024", "spring 2024", None),
    ("2024-22~", "2024-06-01", "2024-08-31", "about summer 2024", "c. summer 2024", None),
    ("2024-23", "2024-09-01", "2024-11-30", "autumn 2024", "autumn 2024", None),
    ("2024-24", "2023-12-01", "2025-02-28", "winter 2024", "winter 2024", None),
    ("2023-24?", "2022-12-01", "2024-02-29", "winter 2023, uncertain", "winter 2023?", None),
    ("9999-24", "9998-12-01", OPEN_END, "winter 9999", "winter 9999", None),
    # Quarters.
    ("2025-33", "2025-01-01", "2025-03-31", "first quarter of 2025", "Q1 2025", None),
    ("2025-34", "2025-04-01", "2025-06-30", "second quarter of 2025", "Q2 2025", None),
    ("2025-35?", "2025-07-01", "2025-09-30", "third quarter of 2025, uncertain", "Q3 2025?", None),
    ("2025-36~", "2025-10-01", "2025-12-31", "about the fourth quarter of 2025", "c. Q4 2025", None),
    # Closed intervals say once what both ends share.
    ("2024-11-01/2024-11-26", "2024-11-01", "2024-11-26", "1 to 26 November 2024", "1–26 Nov 2024", None),
    ("2024-11-01/2024-12-26", "2024-11-01", "2024-12-26", "1 November to 26 December 2024", "1 Nov – 26 Dec 2024", None),
    ("2022-02-24/2024-12-31", "2022-02-24", "2024-12-31", "24 February 2022 to 31 December 2024", "24 Feb 2022 – 31 Dec 2024", None),
    ("2023-11-05/2024-11-26", "2023-11-05", "2024-11-26", "5 November 2023 to 26 November 2024", "5 Nov 2023 – 26 Nov 2024", None),
    ("2024-09/2024-11", "2024-09-01", "2024-11-30", "September to November 2024", "Sep–Nov 2024", None),
    ("2023-12/2024-02", "2023-12-01", "2024-02-29", "December 2023 to February 2024", "Dec 2023 – Feb 2024", None),
    ("2022/2024", "2022-01-01", "2024-12-31", "2022 to 2024", "2022–2024", None),
    ("2024-12-01/2024-12-01", "2024-12-01", "2024-12-01", "1 December 2024", "1 Dec 2024", None),
    ("2024-12/2024-12", "2024-12-01", "2024-12-31", "December 2024", "Dec 2024", None),
    ("2024-21/2024-23", "2024-03-01", "2024-11-30", "spring to autumn 2024", "spring–autumn 2024", None),
    ("2024-33/2024-34", "2024-01-01", "2024-06-30", "first to second quarter of 2024", "Q1–Q2 2024", None),
    ("2024-36/2025-33", "2024-10-01", "2025-03-31", "fourth quarter of 2024 to first quarter of 2025", "Q4 2024 – Q1 2025", None),
    ("199X/200X", "1990-01-01", "2009-12-31", "1990s to 2000s", "1990s–2000s", None),
    # Ends of different precision: the bounds are the widest reading.
    ("2024/2024-06", "2024-01-01", "2024-06-30", "2024 to June 2024", "2024 – Jun 2024", None),
    ("2022-02-24/2025-08", "2022-02-24", "2025-08-31", "24 February 2022 to August 2025", "24 Feb 2022 – Aug 2025", None),
    ("2024-11-15/2024-11", "2024-11-15", "2024-11-30", "15 November to November 2024", "15 Nov – Nov 2024", None),
    ("2024-12-XX/2025", "2024-12-01", "2025-12-31", "December 2024 (day unknown) to 2025", "Dec 2024 (day unknown) – 2025", None),
    # A qualifier holds for its own end, so a doubt about the start keeps the start's year.
    ("2022-02-24/2025-01-01~", "2022-02-24", "2025-01-01", "24 February 2022 to about 1 January 2025", "24 Feb 2022 – c. 1 Jan 2025", None),
    ("2025-01-01/2025-06-04~", "2025-01-01", "2025-06-04", "1 January to about 4 June 2025", "1 Jan – c. 4 Jun 2025", None),
    ("2025-01-01~/2025-06-04", "2025-01-01", "2025-06-04", "about 1 January 2025 to 4 June 2025", "c. 1 Jan 2025 – 4 Jun 2025", None),
    ("2025-01-01~/2025-06-04~", "2025-01-01", "2025-06-04", "about 1 January to about 4 June 2025", "c. 1 Jan – c. 4 Jun 2025", None),
    ("2024-11-01/2024-11-26~", "2024-11-01", "2024-11-26", "1 to about 26 November 2024", "1 – c. 26 Nov 2024", None),
    ("2024-11-01?/2024-11-05", "2024-11-01", "2024-11-05", "1 November 2024 (uncertain) to 5 November 2024", "1 Nov 2024? – 5 Nov 2024", None),
    ("2024-11-01/2024-11-05%", "2024-11-01", "2024-11-05", "1 to about 5 November 2024 (uncertain)", "1 – c. 5 Nov 2024?", None),
    # Open ends go on or reach back without end; unknown ends exist but nobody says when.
    ("2022-02-24/..", "2022-02-24", OPEN_END, "since 24 February 2022", "since 24 Feb 2022", None),
    ("2024~/..", "2024-01-01", OPEN_END, "since about 2024", "since c. 2024", None),
    ("../2025-06-04", OPEN_START, "2025-06-04", "until 4 June 2025", "until 4 Jun 2025", None),
    ("../2025-06?", OPEN_START, "2025-06-30", "until June 2025 (uncertain)", "until Jun 2025?", None),
    ("2024/", "2024-01-01", OPEN_END, "from 2024 to an unknown date", "2024 – ?", None),
    ("2024-11-05~/", "2024-11-05", OPEN_END, "from about 5 November 2024 to an unknown date", "c. 5 Nov 2024 – ?", None),
    ("/2024", OPEN_START, "2024-12-31", "from an unknown date to 2024", "? – 2024", None),
]

# text, a word of the help; what the help puts in backticks is read without complaint
REFUSED = [
    # Nothing, or something around it.
    ("", "leave the field out"), (" ", "Remove"), (" 2024", "Remove"), ("2024-12 ", "Remove"),
    ("2024-12-01\n", "Remove"), ("2024\u00a0", "Remove"), ("2024-11 / 2024-12", "Remove"),
    # The date's parts in another order, or with other marks between them.
    ("12/2024", "`2024-12`"), ("1/2024", "`2024-01`"), ("2024/12", "`2024-12`"),
    ("2024/12/01", "`2024-12-01`"), ("2024.12.1", "`2024-12-01`"), ("20241201", "`2024-12-01`"),
    ("13/12/2024", "`2024-12-13`"), ("31.12.2024", "`2024-12-31`"), ("12.2024", "`2024-12`"),
    ("01/12/2024", "`2024-12-01` if the day comes first, or `2024-01-12` if"),
    ("24-12-01", "four digits"), ("200", "four digits"), ("12-05", "four digits"),
    # Digits missing, or none of ours.
    ("2024-12-1", "`2024-12-01`"), ("2024-1-12", "`2024-01-12`"), ("2024-1-1~", "`2024-01-01~`"),
    ("2024-1", "`2024-01`"), ("2024-9?", "`2024-09?`"), ("2024-9/2024-11", "`2024-09`"),
    ("٢٠٢٤", "year first"), ("２０２４-12", "year first"), ("202４", "year first"),
    # Words.
    ("1 December 2024", "`2024-12-01`"), ("1st Dec 2024", "`2024-12-01`"),
    ("December 1, 2024", "`2024-12-01`"), ("Sept. 2024", "`2024-09`"), ("may 2024", "`2024-05`"),
    ("31 November 2024", "year first"), ("winter 2024", "`2024-24`"), ("Fall 2024", "`2024-23`"),
    ("Q1 2025", "`2025-33`"), ("2025-Q4", "`2025-36`"), ("the 2020s", "`202X`"),
    ("c. 2024", "`2024-12~`"), ("about 2024", "~ at the end"), ("today", "/..`"),
    ("2024/present", "/..`"), ("unknown", "field out"), ("soon", "year first"),
    # Days and months no calendar has.
    ("2024-02-30", "`2024-02-29`"), ("2023-02-29", "`2023-02-28`"), ("2024-04-31~", "`2024-04-30`"),
    ("2024-12-32", "`2024-12-31`"), ("2024-12-00", "`2024-12-01`"), ("2024-13", "01 to 12"),
    ("2024-00", "01 to 12"), ("2024-13-01", "01 to 12"), ("2024-99", "01 to 12"),
    # Parts of the standard that are left out.
    ("2024-12-01T10:30", "without the time"), ("2024-12-01T10:30:00Z/2025", "without the time"),
    ("-0044", "0001 to 9999"), ("44 BC", "0001 to 9999"), ("0000", "0001 to 9999"),
    ("000X", "0001 to 9999"), ("12024", "0001 to 9999"), ("Y170000002", "0001 to 9999"),
    ("{2024,2025}", "interval"), ("[2024..2025]", "interval"), ("2024-W05", "year first"),
    ("2024-25", "interval"), ("2024-37", "interval"), ("2024-21-05", "2024-12-01"),
    ("2024?-12", "at the end"), ("?2024-12", "at the end"), ("2024-~12-01", "at the end"),
    ("2024-12~?", "one of them"),
    ("202x", "capital"), ("2024-12-xx", "capital"), ("XXXX", "only as"), ("2XXX", "only as"),
    ("202X-12", "only as"), ("2024-XX-05", "only as"), ("2024-1X", "only as"), ("2024-12-2X", "only as"),
    # Intervals that are none.
    ("2024-12/2024-11", "`2024-11/2024-12`"), ("2025/2024-12-31~", "`2024-12-31~/2025`"),
    ("2024-02-30/2024-03-01", "`2024-02-29`"), ("2024/2025/2026", "one slash"),
    ("/", "at least one end"), ("../..", "at least one end"), ("/..", "at least one end"),
    ("..", "both ends"), ("2024..2025", "slash"), ("2024–2025", "slash"), ("2024-2025", "slash"),
    ("2024-11 to 2024-12", "slash"),
]
# fmt: on

TEXTS = [row[0] for row in ACCEPTED]
texts = st.one_of(
    st.sampled_from(TEXTS),
    st.from_regex(PATTERN, fullmatch=True),
    st.dates().map(str),
)


def read(text: str) -> EdtfDate | EdtfError:
    """The date, or the refusal as a value."""
    try:
        return parse_edtf(text)
    except EdtfError as error:
        return error


@pytest.mark.parametrize(("text", "earliest", "latest", "long", "short", "attribute"), ACCEPTED)
def test_date_has_its_bounds_and_words(  # noqa: PLR0917 (the columns of the table)
    text: str, earliest: str, latest: str, long: str, short: str, attribute: str | None
) -> None:
    """Every row of the table is read, bounded and worded as it says."""
    date = parse_edtf(text)
    assert (date.text, date.earliest, date.latest) == (text, earliest, latest)
    assert (format_edtf(date), format_edtf(date, "short")) == (long, short)
    assert datetime_attribute(date) == attribute


@pytest.mark.parametrize(("text", "word"), REFUSED)
def test_refusal_says_what_to_write_instead(text: str, word: str) -> None:
    """A refused text gets one sentence, and help whose every example is accepted."""
    with pytest.raises(EdtfError) as caught:
        parse_edtf(text)
    assert re.fullmatch(r"The date .*\.", str(caught.value))
    assert word in caught.value.help
    assert caught.value.help.endswith(".")
    for advised in re.findall("`([^`]*)`", caught.value.help):
        parse_edtf(advised)


def test_no_two_rows_of_a_table_are_alike() -> None:
    """A row pasted twice would hide one that was meant."""
    assert len(set(TEXTS)) == len(TEXTS) >= 60
    assert len({text for text, _ in REFUSED}) == len(REFUSED)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-11-01/2024-11-26", "between 1 and 26 November 2024"),
        ("2024-09/2024-11", "between September and November 2024"),
        ("2022/2024", "between 2022 and 2024"),
        ("2024-12-30~/2025-01-04~", "between about 30 December 2024 and about 4 January 2025"),
        ("2022-02-24/..", "no earlier than 24 February 2022"),
        ("/2024-12", "no later than December 2024"),
        ("2024-12", "December 2024"),
    ],
)
def test_event_known_within_bounds_reads_as_between(text: str, words: str) -> None:
    """An interval that holds one unknown moment does not read as one that lasts."""
    assert format_edtf(parse_edtf(text), interval="within") == words


def test_between_keeps_its_words_in_a_table() -> None:
    """A dash would say that it lasted; the short style has no dash for "between"."""
    date = parse_edtf("2024-11-01/2024-11-26")
    assert format_edtf(date, "short", interval="within") == "between 1 and 26 Nov 2024"


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2024-12-01", "day"),
        ("2024-12", "month"),
        ("2024-12-XX", "month"),  # the day is not known, so the month is the finest part that is
        ("2024-XX-XX", "year"),
        ("2024-24", "season"),
        ("2024-33", "quarter"),
        ("2024", "year"),
        ("202X", "decade"),
        ("20XX", "century"),
        ("2024-12-01/2025", "year"),  # the coarser end
        ("2024-12-01/..", "day"),  # the only end there is
        ("/2024-12", "month"),
    ],
)
def test_precision_is_the_finest_part_that_is_known(text: str, precision: str) -> None:
    """Unspecified digits and intervals are no more precise than what they tell."""
    assert parse_edtf(text).precision == precision


@pytest.mark.parametrize(
    ("text", "is_approximate", "is_uncertain", "is_interval"),
    [
        ("2024", False, False, False),
        ("2024~", True, False, False),
        ("2024?", False, True, False),
        ("2024%", True, True, False),
        ("2024/2025", False, False, True),
        ("2024~/2025", True, False, True),
        ("2024/2025?", False, True, True),
        ("2024~/2025?", True, True, True),
        ("../2025%", True, True, True),
        ("2024/..", False, False, True),
    ],
)
def test_qualifier_of_either_end_qualifies_the_interval(
    text: str, is_approximate: bool, is_uncertain: bool, is_interval: bool
) -> None:
    """`~` and `?` are seen wherever they stand, and `%` is both."""
    date = parse_edtf(text)
    assert date.is_approximate is is_approximate
    assert date.is_uncertain is is_uncertain
    assert date.is_interval is is_interval


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024-12-01", 1),
        ("2024-02", 29),
        ("2023-02", 28),
        ("2024", 366),
        ("2025-33", 90),
        ("2024-11-01/2024-11-26", 26),
        ("2024-09/2024-11", 91),
        ("2024-12~", None),
        ("2024?", None),
        ("2024-12-XX", None),
        ("202X", None),
        ("2024-21", None),
        ("2024-21/2024", None),
        ("2022-02-24/2025-01-01~", None),
        ("2022-02-24/..", None),
        ("/2024", None),
    ],
)
def test_only_a_fully_known_period_has_a_length(text: str, days: int | None) -> None:
    """Both ends count, and an inexact period has no number of days to divide by."""
    assert parse_edtf(text).days == days


def test_dates_sort_by_their_earliest_day_then_the_latest() -> None:
    """A coarser date stands after the days it may begin with, and the open start before all."""
    in_order = [
        "../2025", "0001", "2023-12-31", "2024-01-01", "2024-01", "2024", "2024~", "2024/2025",
        "2024-01-02",
    ]  # fmt: skip
    assert [date.text for date in sorted(map(parse_edtf, reversed(in_order)))] == in_order


def test_open_interval_sorts_by_its_start() -> None:
    """What goes on since 24 February stands after what happened on that day and before the next."""
    day, since, next_day = map(parse_edtf, ["2022-02-24", "2022-02-24/..", "2022-02-25"])
    assert day < since < next_day
    assert day.sort_key < since.sort_key < next_day.sort_key


def test_dates_are_equal_when_written_alike() -> None:
    """Equal bounds do not make `2024-12` and `2024-12~` one date."""
    assert parse_edtf("2024-12") == parse_edtf("2024-12")
    assert len({parse_edtf(text) for text in ("2024-12", "2024-12", "2024-12~")}) == 2


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        ("2024", "2024-12-01", True, True),
        ("2024-12-01", "2024", True, False),
        ("2024-12", "2024-12", True, True),
        ("2024-11/2024-12", "2024-12/2025-01", True, False),
        ("2024-11", "2024-12", False, False),
        ("2022-02-24/..", "2030", True, True),
        ("2022-02-24/..", "2022-02-23", False, False),
        ("../2024", "0001", True, True),
        ("2024-24", "2023-12-15", True, True),  # one of the two winters called 2024
    ],
)
def test_overlap_and_containment_go_by_bounds(
    one: str, other: str, overlaps: bool, contains: bool
) -> None:
    """Both questions are answered for every day that a date can mean."""
    date, second = parse_edtf(one), parse_edtf(other)
    assert date.overlaps(second) is overlaps
    assert second.overlaps(date) is overlaps
    assert date.contains(second) is contains


def test_ends_of_an_interval_are_dates() -> None:
    """A page can mark up each end by itself; an end that is open or unknown is none."""
    date = parse_edtf("2024-11-01/2024-12~")
    assert date.start == parse_edtf("2024-11-01")
    assert date.end == parse_edtf("2024-12~")
    assert parse_edtf("../2024").start is None
    assert parse_edtf("2024/").end is None


class Record(BaseModel):
    """A model that has a date, as the project's records do."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    issued: EdtfDate
    """When it was published."""
    accessed: EdtfDate | None = None


def test_model_takes_a_text_or_a_date_and_gives_the_text_back() -> None:
    """Reading and writing a record leaves its dates as they were written."""
    record = Record.model_validate({"issued": "2025-01~"})
    assert record.issued is parse_edtf("2025-01~")
    assert Record(issued=record.issued) == record
    assert record.model_dump() == {"issued": "2025-01~", "accessed": None}
    assert Record.model_validate_json(record.model_dump_json()) == record


def test_model_says_why_it_refuses_a_date() -> None:
    """The message is the sentence, and the error with its help travels along."""
    with pytest.raises(ValidationError) as caught:
        Record.model_validate({"issued": "12/2024"})
    (error,) = caught.value.errors()
    assert error["loc"] == ("issued",)
    assert error["msg"] == "Value error, The date `12/2024` puts the month before the year."
    assert error["ctx"]["error"].help == "Write `2024-12`."


@pytest.mark.parametrize("value", [2024, None, ["2024"], 2024.5])
def test_model_takes_no_date_that_is_not_text(value: object) -> None:
    """YAML's own typing makes 2024 a number; records are read as text."""
    with pytest.raises(ValidationError, match="A date is written as text"):
        Record.model_validate({"issued": value})


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_schema_describes_a_date_for_editors(mode: JsonSchemaMode) -> None:
    """The field keeps its own description beside the pattern and examples that are all valid."""
    schema = Record.model_json_schema(mode=mode)
    issued = schema["properties"]["issued"]
    assert issued["type"] == "string"
    assert issued["description"] == "When it was published."
    assert issued["pattern"] == PATTERN
    assert all(parse_edtf(text).text and re.search(PATTERN, text) for text in issued["examples"])
    assert "$defs" not in schema


@pytest.mark.parametrize("text", TEXTS)
def test_pattern_matches_every_date_that_is_accepted(text: str) -> None:
    """An editor must not underline what the check accepts."""
    assert re.search(PATTERN, text)


def test_date_and_error_survive_a_copy_to_another_process() -> None:
    """Both are plain values."""
    date = parse_edtf("2024-11/2024-12~")
    assert pickle.loads(pickle.dumps(date)) == date  # noqa: S301 (our own bytes)
    error = pickle.loads(pickle.dumps(EdtfError("A sentence.", "Help.")))  # noqa: S301 - our own
    assert (str(error), error.help) == ("A sentence.", "Help.")


@settings(deadline=None)
@given(texts)
def test_accepted_date_round_trips_in_order(text: str) -> None:
    """Text comes back exactly, bounds are in order, and every wording is one clean line."""
    date = read(text)
    assume(isinstance(date, EdtfDate))
    assert isinstance(date, EdtfDate)
    assert TypeAdapter(EdtfDate).dump_python(date) == str(date) == date.text == text
    assert OPEN_START <= date.earliest <= date.latest <= OPEN_END
    assert date.overlaps(date)
    assert date.contains(date)
    for words in (
        format_edtf(date),
        format_edtf(date, "short"),
        format_edtf(date, "long", "within"),
    ):
        assert words == " ".join(words.split())
        assert "XX" not in words


@settings(deadline=None)
@given(st.lists(texts, max_size=8))
def test_sorting_is_total(some: list[str]) -> None:
    """Any dates stand in one order, whatever order they come in."""
    found = [date for text in some if isinstance(date := read(text), EdtfDate)]
    in_order = sorted(found)
    backwards = found[::-1]
    assert sorted(backwards) == in_order
    assert all(first <= second and not second < first for first, second in pairwise(in_order))
    assert in_order == sorted(found, key=lambda date: date.sort_key)


@given(
    st.one_of(
        st.text(max_size=50),
        st.text("0123456789X-/.?~%T ", max_size=50),
        st.from_regex(r"[0-9 ]{0,5}(st )?(Jan|march|Q|fall|c\.)?[ ,./-][0-9]{1,5}", fullmatch=True),
    )
)
@example("2024-12-01\r\n")
@example("`2024`")
@example("\ud800")
@settings(max_examples=400, deadline=None)
def test_any_text_is_a_date_or_a_refusal_with_help(text: str) -> None:
    """Nothing but `EdtfError` is raised, its sentence is one line, and its advice is accepted."""
    found = read(text)
    if isinstance(found, EdtfDate):
        assert re.fullmatch(PATTERN, found.text)
        return
    assert str(found).isprintable()
    assert str(found).count("`") in (0, 2)
    for advised in re.findall("`([^`]*)`", found.help):
        parse_edtf(advised)


# Where the `edtf` package is no oracle: it gives infinity for an open end, adds ten years that
# nobody wrote for an unknown one, takes December alone for winter, reads no season or quarter that is
# qualified or in an interval, and stumbles over most unspecified digits in an interval. (It reads
# reversed intervals too; none is in here.)
DIFFERENCES = re.compile(
    r"/$|^/|\.\.|-24|-(?:2[1-4]|3[3-6])[?~%/]|/[0-9]{4}-(?:2[1-4]|3[3-6])|X.*/|/.*X"
)


def as_day(moment: struct_time) -> str:
    """The day of the package's time."""
    return f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}"


@pytest.mark.parametrize("text", [text for text in TEXTS if not DIFFERENCES.search(text)])
def test_bounds_agree_with_the_edtf_package(text: str) -> None:
    """A second implementation bounds the same texts by the same days."""
    date, other = parse_edtf(text), parse_with_package(text)
    assert (as_day(other.lower_strict()), as_day(other.upper_strict())) == (
        date.earliest,
        date.latest,
    )


@settings(max_examples=40, deadline=None)
@given(texts.filter(lambda text: not DIFFERENCES.search(text)))
def test_bounds_agree_with_the_edtf_package_on_texts_of_the_grammar(text: str) -> None:
    """The same, for dates nobody thought of."""
    if isinstance(read(text), EdtfDate):
        test_bounds_agree_with_the_edtf_package(text)


def test_known_differences_from_the_edtf_package_are_still_there() -> None:
    """A fixed package would let the exceptions above go."""
    assert as_day(parse_with_package("2024-24").lower_strict()) == "2024-12-01"
    assert parse_with_package("2024/..").upper_strict() == float("inf")
    assert as_day(parse_with_package("2024/").upper_strict()) == "2034-01-01"
    assert parse_with_package("2024-12/2024-11").upper_strict().tm_mon == 11
    assert as_day(parse_with_package("2024-12~").lower_fuzzy()) < "2024-12-01"
