"""A chart as the inside of an SVG, in one of the sizes in which it is drawn.

Every place is worked out here and from the axes: no text is measured, so that a drawing depends on
no font.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from generator.evidence.charted import Span
from generator.pages.chart_axes import GAPS, LABELS, draw_axes, draw_gaps, inset
from generator.pages.chart_model import Chart, Mark, Standing
from generator.pages.chart_places import place_marks
from generator.pages.chart_plot import Frame, Plot
from generator.pages.chart_scale import choose_times, find_gaps
from generator.pages.chart_shapes import CROSS, DOWNWARD, SHAPES, UPWARD, draw_shape
from generator.pages.markup import Markup
from generator.pages.svg import (
    write_area,
    write_group,
    write_line,
    write_lines,
    write_link,
    write_moved,
    write_words,
)
from generator.pages.wording import format_interval
from generator.records.vocabulary import ChartKind, Qualifier

Describe = Callable[[Mark], tuple[str, str]]
"""Gives the address that a mark leads to, and what it says."""
Places = Mapping[str, float]
"""The day at which each mark stands, by the id of its figure."""

WIDE = Frame("wide", 960, 72, 14, 22, 300, 5, 46, 15)
NARROW = Frame("narrow", 336, 46, 8, 20, 200, 4, 38, 13)
FRAMES = (WIDE, NARROW)
"""Drawn twice, because the letters of a drawing that is scaled down can't be read."""

ABOVE = frozenset([Qualifier.OVER, Qualifier.AT_LEAST])
BELOW = frozenset([Qualifier.UNDER, Qualifier.UP_TO])
_ROOM_FOR_A_RANGE = 74
_ROOM_FOR_A_SPAN = 8
_BAR = 30
_ABOVE_A_RANGE = 8


def measure(chart: Chart, frame: Frame) -> tuple[int, int]:
    """The width and height of the whole drawing."""
    gaps = GAPS if find_gaps(chart.charted.spans) else 0
    return frame.width, frame.top + frame.height + LABELS + gaps


def draw_chart(chart: Chart, frame: Frame, describe: Describe) -> Markup:
    """The groups of a drawing, without the `svg` element around them."""
    spans = [mark.span for mark in chart.marks]
    plot = Plot(frame, choose_times(spans, frame.inner, frame.apart), chart.axis)
    return write_moved(frame.left, frame.top, _draw(chart, plot, describe))


def _draw(chart: Chart, plot: Plot, describe: Describe) -> Iterator[Markup]:
    """What lies below comes first."""
    places = place_marks(chart, plot)
    yield from draw_axes(plot)
    yield from draw_gaps(chart, plot)
    yield from _draw_ranges(chart, plot)
    yield _draw_spans(chart, plot)
    if chart.kind is ChartKind.BAR:
        yield from _draw_bars(chart, places, plot)
    for line in chart.lines:
        points = [(plot.x(places[mark.lead.id]), plot.y(_height(mark))) for mark in line]
        yield write_group(f"line{line[0].series}", [write_lines(points)])
    yield from _draw_ends(chart, places, plot)
    yield from _draw_marks(chart, places, plot, describe)


def _draw_ranges(chart: Chart, plot: Plot) -> Iterator[Markup]:
    bands = []
    for band in chart.bands:
        start, end = inset(band.span, plot)
        bands.append(write_area(start, plot.y(band.low), end, plot.y(band.high)))
    yield write_group("band", bands)
    labels = [
        write_words(
            plot.x((band.span.start + band.span.end) / 2),
            plot.y(band.high) - _ABOVE_A_RANGE,
            format_interval(band.low, band.high),
        )
        for band in chart.bands
        if chart.kind is ChartKind.RANGE and plot.units(band.span.days) >= _ROOM_FOR_A_RANGE
    ]
    yield write_group("band label", labels)


def _draw_spans(chart: Chart, plot: Plot) -> Markup:
    """How long the time of a value is, where neither a range nor a bar shows it."""
    shown = {band.span for band in chart.bands}
    lines = []
    for mark in chart.counted if chart.kind is not ChartKind.BAR else ():
        if mark.span not in shown and plot.units(mark.span.days) >= _ROOM_FOR_A_SPAN:
            (start, end), y = inset(mark.span, plot), plot.y(_height(mark))
            lines.append(write_line(start, y, end, y))
    return write_group("span", lines)


def _height(mark: Mark) -> Decimal:
    return mark.low if mark.value is None else mark.value


def _draw_bars(chart: Chart, places: Places, plot: Plot) -> Iterator[Markup]:
    sharing: defaultdict[Span, int] = defaultdict(int)
    for mark in chart.marks:
        sharing[mark.span] += 1
    bars: defaultdict[int, list[Markup]] = defaultdict(list)
    for mark in chart.counted:
        room = plot.units(mark.span.days) * 0.7 / sharing[mark.span]
        half = plot.days(min(_BAR, max(room, 2)) / 2)
        place, foot, top = places[mark.lead.id], plot.y(Decimal(0)), plot.y(_height(mark))
        bar = write_area(plot.x(place - half), foot, plot.x(place + half), top)
        bars[mark.series].append(bar)
    for series, areas in sorted(bars.items()):
        yield write_group(f"bar{series}", areas)


def _draw_ends(chart: Chart, places: Places, plot: Plot) -> Iterator[Markup]:
    """Ranges of single values, and arrows for those of which one end only is stated."""
    ends = []
    for mark in chart.counted:
        if mark.low < mark.high:
            x = plot.x(places[mark.lead.id])
            ends.append(write_line(x, plot.y(mark.low), x, plot.y(mark.high)))
    yield write_group("ends", ends)
    for name, shape, qualifiers in (("over", UPWARD, ABOVE), ("under", DOWNWARD, BELOW)):
        arrows = [
            _draw_at(shape, places[mark.lead.id], _height(mark), plot)
            for mark in chart.counted
            if mark.lead.qualifier in qualifiers
        ]
        yield write_group(name, arrows)


def _draw_at(shape: str, day: float, value: Decimal, plot: Plot) -> Markup:
    return draw_shape(shape, plot.x(day), plot.y(value), plot.frame.radius)


def _draw_marks(chart: Chart, places: Places, plot: Plot, describe: Describe) -> Iterator[Markup]:
    groups: defaultdict[tuple[int, Standing], list[Markup]] = defaultdict(list)
    lowest, highest = plot.values.ticks[0], plot.values.ticks[-1]
    for mark in chart.marks:
        href, words = describe(mark)
        shape = CROSS if mark.standing is Standing.CORRUPT else SHAPES[mark.series]
        # A range without a value has a mark at both ends, and none where nobody said anything.
        for end in (mark.low, mark.high) if mark.value is None else (mark.value,):
            # What was garbled may lie far beyond the others, for which the axis is.
            height = max(lowest, min(highest, end))
            drawn = _draw_at(shape, places[mark.lead.id], height, plot)
            groups[mark.series, mark.standing].append(write_link(href, words, drawn))
    for (series, standing), marks in sorted(groups.items()):
        more = "" if standing is Standing.SOUND else f" {standing.value}"
        yield write_group(f"s{series}{more}", marks)
