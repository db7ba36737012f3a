"""Timelines: under which year and month an event stands."""

import pytest

from generator.pages.site_pages import render_pages
from generator.pages.timelines import year_of
from generator.records.edtf import parse_edtf
from tests.small import small_library

EVENT = "- {id: ev, date: DATE, description: It happens., topics: [sea], articles: [a]}\n"


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("2024-03-05", "2024"),
        ("2023-12/2024-02", "2023"),
        ("2024-03/..", "2024"),
        ("../2024-03", "2024"),
        ("/2024-03", "2024"),
        ("202X", "2020"),
    ],
)
def test_an_event_stands_under_the_year_that_is_known(date: str, year: str) -> None:
    """An open beginning is no year."""
    assert year_of(parse_edtf(date)) == year


@pytest.mark.parametrize(
    ("date", "anchor", "words"),
    [
        ("2024-03-05", "month-2024-03", "March 2024"),
        ("../2024-03-05", "month-2024-03", "March 2024"),
        ("2024-03-XX", "month-2024-03", "March 2024"),
        ("2024-21", "no-month-2024", "2024, month not known"),
        ("../2024", "no-month-2024", "2024, month not known"),
    ],
)
def test_an_event_stands_under_its_month_where_that_is_known(
    date: str, anchor: str, words: str
) -> None:
    """The anchor of a month is the same on every page."""
    library = small_library(events=EVENT.replace("DATE", f'"{date}"'))
    page = render_pages(library, parse_edtf("2024"))["timeline.md"]
    assert f'<h3 id="{anchor}">{words}</h3>' in page.replace("\N{NO-BREAK SPACE}", " ")
