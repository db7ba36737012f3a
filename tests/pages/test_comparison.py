"""Comparisons: which values stand in the range, and what is said of a figure on a card."""

import re

import pytest

from generator.library.library import Library
from generator.pages.site_pages import render_pages
from generator.records.edtf import parse_edtf
from tests.small import figure, small_library


def _render(library: Library) -> str:
    """The brief's page, with spaces that break."""
    page = render_pages(library, parse_edtf("2024-02-01"))["briefs/b.md"]
    return page.replace("\N{NO-BREAK SPACE}", " ")


def _compare(*figures: str) -> str:
    ids = [re.findall(r"id: ([\w-]+)", one)[0] for one in figures]
    prose = f"```compare\nobservations: [{', '.join(ids)}]\n```\n"
    return _render(small_library(*figures, prose=prose))


@pytest.mark.parametrize(
    ("figures", "ends"),
    [
        ([figure("x", value=9), figure("y", value=11)], "9 to 11 boats"),
        ([figure("x", value=9), figure("y", value=9)], "9 boats"),
        ([figure("x", value=9), figure("y", low=5, value=6, high=12)], "5 to 12 boats"),
        ([figure("x", value=-9), figure("y", low=-12, high=-10)], "−12 to −9 boats"),
        ([figure("x", value=9), figure("y", value=90, status="corrupt")], "9 boats"),
        ([figure("x", value=9), figure("y", value=11, unit="boats")], "9 to 11 boats"),
        ([figure("x", value=9), figure("y", value=11, unit="percent")], None),
    ],
)
def test_the_range_reaches_from_the_lowest_end_to_the_highest(
    figures: list[str], ends: str | None
) -> None:
    """Ends of intervals count, corrupt values do not, and units that differ give none."""
    found = re.search(r"<dt>Range</dt><dd>(.*?)</dd>", _compare(*figures))
    assert (found[1] if found else None) == ends


UNITS = """\
- {id: km2, name: square kilometres, symbol: km², ucum: km2}
- {id: mi2, name: square miles, symbol: sq mi, ucum: "[mi_us]2"}
"""
AREA = "- {id: fleet, name: Area, description: Fished area., unit: km2, kind: flow}\n"


@pytest.mark.parametrize(
    ("first", "second", "ends"),
    [
        ({"value": 3734}, {"value": 1350, "unit": "mi2"}, "3,496 to 3,734 km²"),
        ({"value": 1350, "unit": "mi2"}, {"value": 3734}, "1,350 to 1,442 sq mi"),
    ],
)
def test_a_range_over_units_that_convert_is_in_the_first_row_s(
    first: dict[str, object], second: dict[str, object], ends: str
) -> None:
    """Rows keep the unit of their source and stand in order of size; the range says it rounds."""
    page = _render(
        small_library(
            figure("x", **first),
            figure("y", **second),
            prose="```compare\nobservations: [x, y]\n```\n",
            more={"data/units.yml": UNITS, "data/metrics.yml": AREA},
        )
    )
    assert f"<dt>Range</dt><dd>{ends}, converted and rounded</dd>" in page
    rows = re.findall(r'<th scope="row"><a[^>]*>(.*?)</a>', page)
    assert rows == ["1,350 sq mi", "3,734 km²"]


def test_values_of_different_units_stand_with_them_in_the_order_of_the_author() -> None:
    """A column of bare numbers would compare what can't be compared."""
    page = _compare(figure("x", value=9), figure("y", value=3, unit="percent"))
    assert re.findall(r'<th scope="row"><a[^>]*>(.*?)</a>', page) == ["9 boats", "3%"]


def test_a_doubt_of_the_record_has_the_same_words_in_each_table() -> None:
    """What is only planned is called so in the comparison and in the list of figures."""
    page = _compare(figure("x", value=9), figure("y", value=11, status="planned"))
    assert page.count("planned or forecast") == 2


@pytest.mark.parametrize(
    ("other", "support"),
    [
        ({"value": 9}, "2 articles, 2 origins"),
        ({"value": 9, "unit": "boats"}, "2 articles, 2 origins"),
        ({"value": 9, "origin": "gazette"}, "2 articles, 1 origin"),
        ({"value": 9, "unit": "percent"}, "1 article, 1 origin"),
        ({"value": 9, "qualifier": "over"}, "1 article, 1 origin"),
        ({"value": 9, "basis": "fishing boats"}, "1 article, 1 origin"),
        ({"value": 9, "period": "2024-01-10"}, "1 article, 1 origin"),
        ({"value": 10}, "1 article, 1 origin"),
    ],
)
def test_a_card_counts_those_who_say_the_same(other: dict[str, object], support: str) -> None:
    """The same value of the same thing, in the same unit, whether the record names that or not."""
    second = (
        "id: c\ntype: article\ntitle: More boats\noutlet: wire\nissued: 2024-01-11\nlanguage: en\n"
        f"quotes: {{words: boats}}\nobservations:\n{figure('y', **other)}"
    )
    prose = "```figures\nobservations: [x]\n```\n"
    more = {"data/articles/2024/c.yml": second}
    assert support in _render(small_library(figure("x", value=9), prose=prose, more=more))


def test_a_card_leads_to_what_disputes_its_figure() -> None:
    """To the comparison, else to all on record, else to the figure's row and its note."""
    alone = [figure("x", value=9, status="disputed")]
    figures = [*alone, figure("y", value=11)]
    cards = "```figures\nobservations: [x]\n```\n"
    page = _render(small_library(*alone, prose=cards))
    assert 'class="bw-signal" href="#fig-x">≠ disputed: see the note in the table</a>' in page
    page = _render(small_library(*figures, prose=cards))
    assert 'href="../../metrics/fleet/#obs-x">≠ other values on record</a>' in page
    both = cards + "\n```compare\nobservations: [x, y]\n```\n"
    page = _render(small_library(*figures, prose=both))
    assert 'href="#compare-1">≠ other values: see the comparison</a>' in page
