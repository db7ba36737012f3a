"""A small line on a card: the values of one voice over time, and where the card's own stands.

Drawn from the same marks and by the same rules as a chart: no line across a missing time. Those who
hear the page have the words beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.evidence.charted import find_series, place_in_time
from generator.pages.chart_model import Chart, Mark, describe_chart
from generator.pages.cross_references import CrossReferences
from generator.pages.markup import Markup
from generator.records.observation import Observation
from generator.records.vocabulary import ChartKind

FEWEST = 3
WIDTH, HEIGHT, EDGE = 180, 44, 5


def draw_sparkline(observation: Observation, cross: CrossReferences) -> Markup:
    """The drawing; empty where fewer than three times of equal length have a value."""
    charted = place_in_time(find_series(cross.library)[observation.id], cross.library)
    spans = [span for span in charted.spans if span.length == charted.usual_length]
    if len(spans) < FEWEST:
        return Markup("")
    chart = describe_chart(ChartKind.LINE, charted, cross)
    usual = [mark for mark in chart.counted if mark.span.length == charted.usual_length]
    own = [mark for mark in usual if _is_own(mark, observation)]
    return _draw(chart, usual, own[0]) if own else Markup("")


def _is_own(mark: Mark, observation: Observation) -> bool:
    """Whether a mark says what the card says, in this article or in another."""
    lead = mark.lead
    said = (lead.period, lead.low, lead.value, lead.high, lead.qualifier)
    return said == (
        *(observation.period, observation.low, observation.value, observation.high),
        observation.qualifier,
    )


def _draw(chart: Chart, marks: Sequence[Mark], own: Mark) -> Markup:
    start, end = marks[0].span.start, max(mark.span.end for mark in marks)
    low, high = chart.axis.ticks[0], chart.axis.ticks[-1]

    def place(mark: Mark) -> str:
        middle = (mark.span.start + mark.span.end) / 2
        height = (mark.low if mark.value is None else mark.value) - low
        across = EDGE + (WIDTH - 2 * EDGE) * (middle - start) / (end - start)
        down = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * float(height / (high - low))
        return f"{across:.1f},{down:.1f}"

    lines = "".join("M" + "L".join(place(mark) for mark in line) for line in chart.lines)
    base = HEIGHT - EDGE
    return Markup(
        f'<div class="bw-sparkline"><svg class="bw-spark" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'aria-hidden="true" focusable="false">'
        # A line at the foot would pass for nought.
        + (f'<path class="bw-spark__base" d="M0,{base}L{WIDTH},{base}"/>' if low == 0 else "")
        + (f'<path class="bw-spark__line" d="{lines}"/>' if lines else "")
        + "".join(f'<circle class="bw-spark__point" {_at(place(mark))} r="1.6"/>' for mark in marks)
        + f'<circle class="bw-spark__dot" {_at(place(own))} r="4"/></svg></div>'
    )


def _at(place: str) -> str:
    across, _, down = place.partition(",")
    return f'cx="{across}" cy="{down}"'
