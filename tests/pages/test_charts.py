"""Charts: what is drawn, what is not, and what is said of it in words."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree.ElementTree import Element, fromstring

import pytest

from generator.evidence.charted import find_charted
from generator.library.library import Library
from generator.pages.as_of import AsOf
from generator.pages.chart_drawing import NARROW, WIDE, draw_chart
from generator.pages.chart_model import Chart, Standing, describe_chart
from generator.pages.chart_scale import choose_times, choose_values
from generator.pages.chart_words import summarise, word_mark
from generator.pages.cross_references import CrossReferences
from generator.pages.site_pages import render_files, render_pages
from generator.records.blocks import ChartBlock
from generator.records.edtf import parse_edtf
from tests.small import figure, small_library

AS_OF = parse_edtf("2024-06-01")
MONTHS = ("2024-01", "2024-02", "2024-04", "2024-05", "2024-06")
"""Of which March is missing."""


def _series(**fields: object) -> list[str]:
    return [
        figure(f"m{number}", period=month, value=10 + number, **fields)
        for number, month in enumerate(MONTHS)
    ]


def _describe(library: Library, **fields: object) -> tuple[Chart, CrossReferences]:
    block = ChartBlock.model_validate({"metric": "fleet", **fields})
    cross = CrossReferences(library, AsOf(AS_OF))
    return describe_chart(block.kind, find_charted(block, library), cross), cross


def _groups(chart: Chart) -> dict[str, list[Element]]:
    """The elements of each group of the wide drawing, by the group's classes."""
    drawn = draw_chart(chart, WIDE, lambda mark: (f"#{mark.lead.id}", "words"))
    return {group.get("class", ""): list(group) for group in fromstring(drawn)}  # noqa: S314 - ours


def _heights(marks: list[Element]) -> list[str | None]:
    """Where round marks lie between the top of the chart, at 0, and its foot, at 300."""
    return [circle.get("cy") for mark in marks for circle in mark.iter("circle")]


def test_no_line_leads_across_a_month_without_a_figure() -> None:
    """The line ends, begins again, and the month is marked and said."""
    chart, cross = _describe(small_library(*_series()), kind="line")
    assert [[mark.lead.id for mark in line] for line in chart.lines] == [
        ["m0", "m1"],
        ["m2", "m3", "m4"],
    ]
    assert len(_groups(chart)["bw-c-gap"]) == 1
    assert "No figure for March 2024." in summarise(chart, cross)


def test_no_line_leads_from_one_source_to_another() -> None:
    """Nor between two bases of one."""
    figures = [*_series()[:1], *_series(origin="wire")[1:2], *_series(basis="cutters")[3:4]]
    chart, _ = _describe(small_library(*figures), kind="line")
    assert chart.lines == ()


def test_equal_values_of_one_voice_are_one_mark() -> None:
    """However many articles repeat it; it leads to the one nearest to the origin."""
    more = {
        "data/articles/2024/b.yml": "id: b\ntype: article\ntitle: More\noutlet: wire\n"
        "issued: 2024-02\nlanguage: en\nquotes: {words: some boats}\n"
        "reports: [{source: gazette, article: a, verb: quotes}]\n"
        f"observations:\n{figure('again', period='2024-01', value=10)}"
    }
    chart, cross = _describe(small_library(*_series()[:1], more=more))
    assert [(mark.lead.id, mark.articles) for mark in chart.marks] == [("m0", 2)]
    assert word_mark(chart.marks[0], chart, cross).endswith("The Gazette; 2\u00a0articles")


def test_values_that_differ_are_marks_of_their_own_with_a_range() -> None:
    """No mean; what contradicts another is marked as such."""
    library = small_library(*_series()[:2], figure("other", value=30, origin="wire"))
    chart, cross = _describe(library)
    assert [(band.low, band.high) for band in chart.bands] == [(Decimal(10), Decimal(30))]
    standings = {mark.lead.id: mark.standing for mark in chart.marks}
    assert standings == {"m0": Standing.OFF, "other": Standing.OFF, "m1": Standing.SOUND}
    assert "≠ 2 values are contradicted or disputed." in summarise(chart, cross)


def test_what_was_garbled_is_marked_and_stretches_nothing() -> None:
    """It stands at the edge of the chart, in no range and on no line."""
    library = small_library(*_series(), figure("bad", value=9000, status="corrupt"))
    chart, cross = _describe(library, kind="line")
    assert chart.axis.ticks[-1] < 100
    assert not chart.bands
    (mark,) = _groups(chart)["bw-c-s0 bw-c-corrupt"]
    assert re.fullmatch(r"translate\([\d.]+,0\)", mark[1].get("transform", ""))
    assert "× Corrupt at the source, and in no range: 9,000\u00a0boats." in summarise(chart, cross)


def test_a_plan_is_no_part_of_the_range_nor_of_the_line() -> None:
    """It has not happened."""
    library = small_library(*_series(), figure("plan", value=20, status="planned"))
    chart, _ = _describe(library, kind="line")
    assert not chart.bands
    assert "bw-c-s0 bw-c-planned" in _groups(chart)


def test_a_range_of_one_source_is_drawn_as_one() -> None:
    """With a mark at both ends, and none between that nobody gave."""
    chart, _ = _describe(small_library(figure("a", low=10, high=20)))
    assert chart.axis.ticks[-1] == 20
    groups = _groups(chart)
    (line,) = groups["bw-c-ends"]
    assert (line.get("y1"), line.get("y2")) == ("150", "0")
    assert _heights(groups["bw-c-s0"]) == ["150", "0"]


@pytest.mark.parametrize(
    ("qualifier", "group"), [("over", "over"), ("up-to", "under"), ("under", "under")]
)
def test_a_bound_has_an_arrow(qualifier: str, group: str) -> None:
    """In the direction in which the value may lie."""
    chart, _ = _describe(small_library(figure("a", value=10, qualifier=qualifier)))
    assert f"bw-c-{group}" in _groups(chart)


def test_bars_begin_at_zero() -> None:
    """Else their length would say nothing."""
    figures = [
        figure(f"m{number}", period=f"2024-0{number + 1}", value=90 + number) for number in range(3)
    ]
    library = small_library(*figures)
    assert not _describe(library)[0].axis.has_zero
    chart, _ = _describe(library, kind="bar")
    assert chart.axis.has_zero
    for bar in _groups(chart)["bw-c-bar0"]:
        found = re.fullmatch(r"M[\d.]+,([\d.]+)h30v([\d.]+)h-30Z", bar.get("d", ""))
        assert found
        assert float(found[1]) + float(found[2]) == 300


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["39", "730"], ["0", "200", "400", "600", "800"]),
        (["16", "21"], ["15", "16", "17", "18", "19", "20", "21"]),
        (["-9", "3"], ["-10", "-8", "-6", "-4", "-2", "0", "2", "4"]),
        (["5"], ["0", "1", "2", "3", "4", "5"]),
        (["0"], ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    ],
)
def test_ticks_are_round_and_hold_all_values(values: list[str], ticks: list[str]) -> None:
    """The axis begins at zero unless all values are far from it, and then below the lowest."""
    axis = choose_values(map(Decimal, values), from_zero=False)
    assert list(axis.ticks) == list(map(Decimal, ticks))


def test_labels_keep_their_distance() -> None:
    """A narrow drawing labels fewer months; each first of its year says which year."""
    chart, _ = _describe(small_library(*_series()))
    spans = [mark.span for mark in chart.marks]
    wide = choose_times(spans, WIDE.inner, WIDE.apart)
    narrow = choose_times(spans, NARROW.inner, 2 * NARROW.apart)
    assert [tick.label for tick in wide.ticks] == ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
    assert [tick.label for tick in narrow.ticks] == ["Jan", "Mar", "May"]
    assert [tick.year for tick in wide.ticks] == ["2024", "", "", "", "", ""]


def test_a_metric_has_a_chart_from_three_periods_on() -> None:
    """Fewer are said faster by the table."""
    for number, expected in ((2, False), (3, True)):
        pages = render_pages(small_library(*_series()[:number]), AS_OF)
        assert ('id="chart"' in pages["metrics/fleet.md"]) is expected


def test_a_mark_leads_to_its_figure(library: Library) -> None:
    """In a brief to the brief's own table, if it is there, else to the metric's page."""
    pages = render_pages(library, AS_OF)
    for path, address in (
        ("metrics/herring-landed.md", "#obs-landed-2023-09-register"),
        ("briefs/herring-slows.md", "#fig-landed-2023-09-register"),
    ):
        shape = rf'<a href="{address}"><title>[^<]+: Open Landing Register</title><(?:path|circle) '
        assert len(re.findall(shape, pages[path])) == 2


def test_each_chart_of_a_brief_has_its_data_as_a_file(library: Library) -> None:
    """The observations that it draws, and no others."""
    data = render_files(library, AS_OF)["briefs/herring-slows/chart-1.csv"].decode()
    ids = [line.split(",")[0].strip('"') for line in data.splitlines()[1:]]
    assert ids == [f"landed-{month}-register" for month in ("2023-09", "2023-10", "2023-11")] + [
        "landed-2023-12-register",
        "landed-2024-01-register",
    ]


def test_a_card_shows_its_place_in_its_series() -> None:
    """From three equal times of one voice on; no line leads across the missing month."""
    prose = "```figures\nobservations: [m1]\n```\n"
    page = render_pages(small_library(*_series(), prose=prose), AS_OF)["briefs/b.md"]
    assert page.count('class="bw-spark"') == 1
    assert page.count("M", page.index("bw-spark__line"), page.index("bw-spark__point")) == 2
    page = render_pages(small_library(*_series()[:2], prose=prose), AS_OF)["briefs/b.md"]
    assert "bw-spark" not in page
