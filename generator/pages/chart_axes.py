"""What stands round the values of a chart: lines, labels, and the row of times without a figure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.evidence.charted import Span
from generator.pages.chart_model import Chart
from generator.pages.chart_plot import Plot
from generator.pages.chart_scale import find_gaps
from generator.pages.markup import Markup
from generator.pages.svg import write_group, write_line, write_words
from generator.speech import gettext as _

LABELS = 48
"""The height of the two lines below the values."""
GAPS = 28
"""The height of the row that marks times without a value."""
_BESIDE = 10
"""How far labels of values stand from the axis."""
_STUB = 6
_FIRST, _SECOND = 20, 38
"""How far below the values the two lines of labels stand."""
_INSET = 3
"""How far what stands for a stretch of time keeps from its ends."""


def draw_axes(plot: Plot) -> Iterator[Markup]:
    """Both axes with their labels."""
    frame, values, times = plot.frame, plot.values, plot.times.ticks
    # Nought has the axis itself, where it is on the chart.
    yield write_group("grid", [_draw_across(tick, plot) for tick in values.ticks if tick != 0])
    yield write_group("axis", [_draw_across(Decimal(0), plot)] if values.has_zero else [])
    labels = [
        write_words(-_BESIDE, plot.y(tick) + frame.lowered, values.label(tick))
        for tick in values.ticks
    ]
    yield write_group("values", labels)
    starts = [plot.x(tick.start) for tick in times]
    stubs = [write_line(x, frame.height, x, frame.height + _STUB) for x in starts]
    yield write_group("tick", stubs)
    names = [write_words(plot.x(t.middle), frame.height + _FIRST, t.label) for t in times]
    yield write_group("times", names)
    years = [write_words(plot.x(t.middle), frame.height + _SECOND, t.year) for t in times if t.year]
    yield write_group("times year", years)


def _draw_across(value: Decimal, plot: Plot) -> Markup:
    """A line from side to side."""
    return write_line(plot.frame.inner, plot.y(value), 0, plot.y(value))


def draw_gaps(chart: Chart, plot: Plot) -> Iterator[Markup]:
    """A dash below each time without a figure, and what it means."""
    gaps = find_gaps(chart.charted.spans)
    y = plot.frame.height + LABELS + GAPS / 2
    ends = [inset(gap, plot) for gap in gaps]
    yield write_group("gap", [write_line(start, y, end, y) for start, end in ends])
    words = _("no figure") if plot.frame.name == "wide" else _("none")
    label = write_words(-plot.frame.left, y + plot.frame.lowered, words)
    yield write_group("gap label", [label] if gaps else [])


def inset(span: Span, plot: Plot) -> tuple[float, float]:
    """Both ends of a stretch of time with a little room, so that two of them stay two."""
    margin = min(plot.days(_INSET), span.days / 4)
    return plot.x(span.start + margin), plot.x(span.end - margin)
