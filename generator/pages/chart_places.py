"""Where in time each mark of a chart stands, so that none hides another of its time."""

from __future__ import annotations

from collections import defaultdict

from generator.evidence.charted import Span
from generator.pages.chart_model import Chart, Mark
from generator.pages.chart_plot import Plot

_BESIDE = 14
"""How far apart marks of one time are at most."""


def place_marks(chart: Chart, plot: Plot) -> dict[str, float]:
    """The day at which each mark stands: the middle of its time, or beside others of that time.

    A sum or rate for longer than most stands at the end of its time: in the middle of it, it would
    look like one of a month.
    """
    groups: defaultdict[Span, list[Mark]] = defaultdict(list)
    for mark in chart.marks:
        groups[mark.span].append(mark)
    usual = max(
        (span.days for span in groups if span.length == chart.charted.usual_length), default=0
    )
    joined = {mark.lead.id for line in chart.lines for mark in line}
    places = {}
    for span, group in groups.items():
        group.sort(key=lambda mark: (mark.series, mark.low, mark.lead.id))
        is_on_line = any(mark.lead.id in joined for mark in group)
        apart = 0 if is_on_line else plot.days(_choose_distance(len(group), span, plot))
        width = apart * (len(group) - 1)
        is_long = span.days > usual and not chart.is_level
        first = span.end - width if is_long else (span.start + span.end - width) / 2
        first = max(plot.times.start, min(first, plot.times.end - width))
        for index, mark in enumerate(group):
            places[mark.lead.id] = round(first + index * apart, 4)
    return places


def _choose_distance(number: int, span: Span, plot: Plot) -> float:
    """How far apart marks of one time stand: within it where they have room, else side by side."""
    room = plot.units(span.days) * 0.9 / number
    return min(_BESIDE, max(room, plot.frame.radius * 1.8))
