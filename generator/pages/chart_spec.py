"""A chart as a Vega-Lite specification, for one of the sizes in which it is drawn.

https://vega.github.io/vega-lite/docs/spec.html. Axes and their labels are layers like all else,
because Vega measures those of its own with the fonts of the machine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from generator.evidence.charted import Span
from generator.pages.chart_axes import GAPS, LABELS, draw_axes, draw_gaps, inset
from generator.pages.chart_layers import (
    CIRCLE,
    CROSS,
    DOWNWARD,
    SHAPES,
    UPWARD,
    Datum,
    Frame,
    Layer,
    Plot,
    draw_areas,
    draw_flat,
    draw_line,
    draw_shapes,
    draw_upright,
    draw_words,
    number,
)
from generator.pages.chart_model import Chart, Mark, Standing
from generator.pages.chart_places import place_marks
from generator.pages.chart_scale import choose_times, find_gaps
from generator.pages.wording import format_interval
from generator.records.vocabulary import ChartKind, Qualifier

Spec = Mapping[str, object]
Describe = Callable[[Mark], tuple[str, str]]
"""Gives the address that a mark leads to, and what it says."""

WIDE = Frame("wide", 960, 72, 14, 22, 300, 5, 46, 15)
NARROW = Frame("narrow", 336, 46, 8, 20, 200, 4, 38, 13)
FRAMES = (WIDE, NARROW)
"""Drawn twice, because the letters of a drawing that is scaled down can't be read."""

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
ABOVE = frozenset([Qualifier.OVER, Qualifier.AT_LEAST])
BELOW = frozenset([Qualifier.UNDER, Qualifier.UP_TO])
_ROOM_FOR_A_RANGE = 74
_ROOM_FOR_A_SPAN = 8
_BAR = 30


def measure(chart: Chart, frame: Frame) -> tuple[int, int]:
    """The width and height of the whole drawing."""
    gaps = GAPS if find_gaps(chart.charted.spans) else 0
    return frame.width, frame.top + frame.height + LABELS + gaps


def write_spec(chart: Chart, frame: Frame, describe: Describe) -> Spec:
    """The specification of one drawing."""
    plot = _choose_axes(chart, frame)
    height = measure(chart, frame)[1]
    below = height - frame.top - frame.height
    padding = {"left": frame.left, "right": frame.right, "top": frame.top, "bottom": below}
    return {
        "$schema": _SCHEMA,
        "width": frame.inner,
        "height": frame.height,
        "padding": padding,
        "autosize": {"type": "none"},
        "background": None,
        "config": {"view": {"stroke": None}},
        "layer": [layer for layer in _draw(chart, plot, describe) if _has_data(layer)],
    }


def _has_data(layer: Layer) -> bool:
    data = layer["data"]
    return isinstance(data, dict) and bool(data["values"])


def _choose_axes(chart: Chart, frame: Frame) -> Plot:
    spans = [mark.span for mark in chart.marks]
    return Plot(frame, choose_times(spans, frame.inner, frame.apart), chart.axis)


def _draw(chart: Chart, plot: Plot, describe: Describe) -> Iterator[Layer]:
    """What lies below comes first."""
    places = place_marks(chart, plot)
    yield from draw_axes(plot)
    yield from draw_gaps(chart, plot)
    yield from _draw_ranges(chart, plot)
    yield from _draw_spans(chart, plot)
    if chart.kind is ChartKind.BAR:
        yield from _draw_bars(chart, places, plot)
    for index, line in enumerate(chart.lines):
        points = [{"x": places[mark.lead.id], "y": number(_height(mark))} for mark in line]
        yield draw_line(f"line{line[0].series}_{index}", points, plot)
    yield from _draw_ends(chart, places, plot)
    yield from _draw_marks(chart, places, plot, describe)


def _draw_ranges(chart: Chart, plot: Plot) -> Iterator[Layer]:
    bands = [
        {**inset(band.span, plot), "y": number(band.low), "y2": number(band.high)}
        for band in chart.bands
    ]
    yield draw_areas("band", bands, plot)
    labels = [
        {
            "x": (band.span.start + band.span.end) / 2,
            "y": number(band.high),
            "words": format_interval(band.low, band.high),
        }
        for band in chart.bands
        if chart.kind is ChartKind.RANGE and plot.units(band.span.days) >= _ROOM_FOR_A_RANGE
    ]
    yield draw_words("band_label", labels, {"x": plot.x("x"), "y": plot.y("y")}, plot, down=-8)


def _draw_spans(chart: Chart, plot: Plot) -> Iterator[Layer]:
    """How long the time of a value is, where no range shows it."""
    shown = {band.span for band in chart.bands}
    if chart.kind is ChartKind.BAR:
        return
    spans = [
        {**inset(mark.span, plot), "y": number(_height(mark))}
        for mark in chart.counted
        if mark.span not in shown and plot.units(mark.span.days) >= _ROOM_FOR_A_SPAN
    ]
    yield draw_flat("span", spans, plot)


def _height(mark: Mark) -> Decimal:
    return mark.low if mark.value is None else mark.value


def _draw_bars(chart: Chart, places: Mapping[str, float], plot: Plot) -> Iterator[Layer]:
    sharing: defaultdict[Span, int] = defaultdict(int)
    for mark in chart.marks:
        sharing[mark.span] += 1
    bars: defaultdict[int, list[Datum]] = defaultdict(list)
    for mark in chart.counted:
        room = plot.units(mark.span.days) * 0.7 / sharing[mark.span]
        half = plot.days(min(_BAR, max(room, 2)) / 2)
        place, height = places[mark.lead.id], number(_height(mark))
        bars[mark.series].append({"x": place - half, "x2": place + half, "y": 0, "y2": height})
    for series, values in sorted(bars.items()):
        yield draw_areas(f"bar{series}", values, plot)


def _draw_ends(chart: Chart, places: Mapping[str, float], plot: Plot) -> Iterator[Layer]:
    """Ranges of single values, and arrows for those of which one end only is stated."""
    ranged = [mark for mark in chart.counted if mark.low < mark.high]
    ends = [
        {"x": places[mark.lead.id], "y": number(mark.low), "y2": number(mark.high)}
        for mark in ranged
    ]
    yield draw_upright("ends", ends, plot)
    for name, shape, qualifiers in (("over", UPWARD, ABOVE), ("under", DOWNWARD, BELOW)):
        points = [
            {"x": places[mark.lead.id], "y": number(_height(mark))}
            for mark in chart.counted
            if mark.lead.qualifier in qualifiers
        ]
        yield draw_shapes(name, points, shape, plot.frame.radius, plot)


def _draw_marks(
    chart: Chart, places: Mapping[str, float], plot: Plot, describe: Describe
) -> Iterator[Layer]:
    groups: defaultdict[tuple[int, Standing], list[Datum]] = defaultdict(list)
    for mark in chart.marks:
        href, words = describe(mark)
        # A range without a value has a mark at both ends, and none where nobody said anything.
        for end in (mark.low, mark.high) if mark.value is None else (mark.value,):
            # What was garbled may lie far beyond the others, for which the axis is.
            height = max(plot.values.ticks[0], min(plot.values.ticks[-1], end))
            datum = {"x": places[mark.lead.id], "y": number(height), "href": href, "words": words}
            groups[mark.series, mark.standing].append(datum)
    for (series, standing), points in sorted(groups.items()):
        is_corrupt = standing is Standing.CORRUPT
        is_round = SHAPES[series] == SHAPES[0]
        shape = CROSS if is_corrupt else CIRCLE if is_round else SHAPES[series]
        name = f"s{series}" if standing is Standing.SOUND else f"s{series}_{standing.value}"
        yield draw_shapes(name, points, shape, plot.frame.radius, plot)
