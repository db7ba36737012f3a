"""What stands round the values of a chart: lines, labels, and the row of times without a figure."""

from __future__ import annotations

from collections.abc import Iterator

from generator.evidence.charted import Span
from generator.pages.chart_layers import (
    Layer,
    Plot,
    draw_across,
    draw_dashes,
    draw_stubs,
    draw_words,
    number,
)
from generator.pages.chart_model import Chart
from generator.pages.chart_scale import find_gaps
from generator.speech import gettext as _

LABELS = 48
"""The height of the two lines below the values."""
GAPS = 28
"""The height of the row that marks times without a value."""


def draw_axes(plot: Plot) -> Iterator[Layer]:
    """Both axes with their labels."""
    frame, values = plot.frame, plot.values
    third = frame.letters * 0.35
    # Nought has the axis itself, where it is on the chart.
    grid = [{"y": number(tick)} for tick in values.ticks if tick != 0]
    yield draw_across("grid", grid, plot)
    yield draw_across("axis", [{"y": 0}] if values.has_zero else [], plot)
    labels = [{"y": number(tick), "words": values.label(tick)} for tick in values.ticks]
    lowered = {"y": plot.y("y"), "yOffset": {"value": third}, "x": {"value": -10}}
    yield draw_words("values", labels, lowered, plot)
    ticks = plot.times.ticks
    yield draw_stubs(
        "tick", [{"x": tick.start} for tick in ticks], frame.height, frame.height + 6, plot
    )
    first = {"x": plot.x("x"), "y": {"value": frame.height + 20}}
    yield draw_words("times", [{"x": t.middle, "words": t.label} for t in ticks], first, plot)
    second = {"x": plot.x("x"), "y": {"value": frame.height + 38}}
    years = [{"x": t.middle, "words": t.year} for t in ticks if t.year]
    yield draw_words("times_year", years, second, plot)


def draw_gaps(chart: Chart, plot: Plot) -> Iterator[Layer]:
    """A dash below each time without a figure, and what it means."""
    gaps = find_gaps(chart.charted.spans)
    top = plot.frame.height + LABELS + GAPS / 2
    dashes = [inset(gap, plot) for gap in gaps]
    yield draw_dashes("gap", dashes, top, plot)
    words = _("no figure") if plot.frame.name == "wide" else _("none")
    label = [{"words": words}] if gaps else []
    place = {"x": {"value": -plot.frame.left}, "y": {"value": top + plot.frame.letters * 0.35}}
    yield draw_words("gap_label", label, place, plot)


def inset(span: Span, plot: Plot) -> dict[str, object]:
    """A stretch of time with a little room on both sides, so that two of them stay two."""
    margin = min(plot.days(3), span.days / 4)
    return {"x": span.start + margin, "x2": span.end - margin}
