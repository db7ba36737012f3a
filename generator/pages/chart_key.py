"""The key of a chart: a line for each shape, and for each other sign that stands on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.pages.chart_drawing import ABOVE, BELOW
from generator.pages.chart_model import NAMED_SERIES, Chart, Standing
from generator.pages.chart_shapes import CROSS, SHAPES
from generator.pages.chart_words import name_series
from generator.pages.cross_references import CrossReferences
from generator.pages.markup import Markup
from generator.speech import gettext as _
from generator.speech import mark

_UNEQUAL = "M-1.3,-.5L1.3,-.5M-1.3,.5L1.3,.5M-.7,1.4L.7,-1.4"
_UP = "M0,1.6L0,-1.6M-.9,-.6L0,-1.6L.9,-.6"
_DOWN = "M0,-1.6L0,1.6M-.9,.6L0,1.6L.9,.6"


@dataclass(frozen=True, slots=True)
class Sign:
    """One line of a chart's key."""

    classes: Markup
    outline: Markup
    words: str


def list_signs(chart: Chart, cross: CrossReferences) -> list[Sign]:
    """A line for each shape, and for each other sign that the chart has."""
    named = [name_series(key, chart, cross) for key in chart.series[:NAMED_SERIES]]
    others = [name_series(key, chart, cross) for key in chart.series[NAMED_SERIES:]]
    shapes = [*named, "; ".join(others)] if others else named
    signs = [
        Sign(Markup(f"bw-c-s{index}"), Markup(SHAPES[index]), words)
        for index, words in enumerate(shapes)
    ]
    others_there = (sign for is_there, sign in _list_other_signs(chart) if is_there)
    return [*signs, *(replace(sign, words=_(sign.words)) for sign in others_there)]


def _list_other_signs(chart: Chart) -> Iterator[tuple[bool, Sign]]:
    """Each sign that no series has for itself, and whether the chart has it."""
    standings = {mark.standing for mark in chart.marks}
    qualifiers = {mark.lead.qualifier for mark in chart.counted}
    is_ranged = any(mark.low < mark.high for mark in chart.counted)
    yield Standing.OFF in standings, _OFF
    yield Standing.CORRUPT in standings, _CORRUPT
    yield Standing.PLANNED in standings, _PLANNED
    yield bool(qualifiers & ABOVE), _MORE
    yield bool(qualifiers & BELOW), _LESS
    yield is_ranged, _RANGED
    yield bool(chart.bands), _BAND


_OFF = Sign(Markup("bw-c-off"), Markup(_UNEQUAL), mark("contradicted, or disputed"))
_CORRUPT = Sign(Markup("bw-c-corrupt"), Markup(CROSS), mark("corrupt at the source"))
_PLANNED = Sign(Markup("bw-c-s1 bw-c-planned"), Markup(SHAPES[1]), mark("planned or forecast"))
_MORE = Sign(Markup("bw-c-over"), Markup(_UP), mark("the source says: more"))
_LESS = Sign(Markup("bw-c-under"), Markup(_DOWN), mark("the source says: less, or up to"))
_RANGED = Sign(Markup("bw-c-ends"), Markup("M0,-1.6L0,1.6"), mark("range that one source gives"))
_BAND = Sign(
    Markup("bw-c-band"),
    Markup("M-1.6,-1L1.6,-1L1.6,1L-1.6,1Z"),
    mark("from the lowest to the highest"),
)
