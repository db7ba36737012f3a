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


def _timeline(events: str, path: str = "timeline.md", prose: str = "") -> str:
    pages = render_pages(small_library(events=events, prose=prose), parse_edtf("2024-06-01"))
    return pages[path].replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2025-01-09~", '<time datetime="2025-01-09">about 9 January</time>'),
        ("2024-12", '<time datetime="2024-12">December</time>'),
        ("2024-33", "first quarter"),
        (
            "2024-08-20/2024-08-21",
            '<time datetime="2024-08-20">20</time> to <time datetime="2024-08-21">21 August</time>',
        ),
        (
            "2023-11-20/2024-02",
            '<time datetime="2023-11-20">20 November 2023</time> to '
            '<time datetime="2024-02">February 2024</time>',
        ),
        ("2024-05/..", "since May"),
    ],
)
def test_a_date_is_no_more_exact_than_its_record(date: str, shown: str) -> None:
    """Each end of a span is marked by itself, and the day is the event's address."""
    page = _timeline(EVENT.replace("DATE", f'"{date}"'))
    assert f'<p class="bw-when"><a href="#event-ev">{shown}</a></p>' in page


CUT = 'Cut-off of the evidence: <time datetime="2024-02-01">1 February 2024</time>'
BLOCK = "```timeline\ntopics: [sea]\n```\n"


@pytest.mark.parametrize(
    ("dates", "is_before_b"),
    [(("2024-01-31", "2024-02-02"), True), (("2024-01-30", "2024-02-01"), False)],
)
def test_a_brief_marks_its_cut_off_among_the_events(
    dates: tuple[str, str], is_before_b: bool
) -> None:
    """Once: before the first event that lies behind it, else at the end."""
    events = "".join(
        EVENT.replace("ev,", f"{id},").replace("DATE", date)
        for id, date in zip("ab", dates, strict=True)
    )
    page = _timeline(events, "briefs/b.md", prose=f"Some [@a].\n\n{BLOCK}")
    assert page.count(CUT) == 1
    assert page.index('id="event-a"') < page.index(CUT)
    assert (page.index(CUT) < page.index('id="event-b"')) == is_before_b


def test_the_strip_claims_no_month_for_what_has_none() -> None:
    """Its words say the numbers that it draws; years between are there, however empty."""
    dates = ["2021-03-05", "2021-03-20~", "2021-04/2021-05", "2021-21", "2023"]
    events = "".join(
        EVENT.replace("ev,", f"ev-{n},").replace("DATE", f'"{date}"')
        for n, date in enumerate(dates)
    )
    page = _timeline(events)
    assert 'aria-label="March 2021: 2, no single month known: 2"' in page
    assert 'aria-label="no single month known: 1"' in page
    assert '<a href="#y2021">' in page
    assert "<li><b>2022</b> 0 events</li>" in page
