"""The layers of a Vega-Lite specification: points, lines, bars and words, each with its name.

https://vega.github.io/vega-lite/docs/layer.html. A layer has its data in it. Its name says what it
holds and how that stands, as in `s1_off`; the style sheet knows it by that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.pages.chart_scale import TimeAxis, ValueAxis

Layer = dict[str, object]
Datum = Mapping[str, object]
"""The values that one thing is drawn from; `x` in days, `y` in the unit of the chart."""

SHAPES = (
    "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z",
    "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z",
    "M-.9,-.9L.9,-.9L.9,.9L-.9,.9Z",
    "M0,-1.15L1.1,.8L-1.1,.8Z",
    "M0,-1.3L1.3,0L0,1.3L-1.3,0Z",
    "M0,1.15L1.1,-.8L-1.1,-.8Z",
    "M-.4,-1.2L.4,-1.2L.4,-.4L1.2,-.4L1.2,.4L.4,.4L.4,1.2L-.4,1.2L-.4,.4L-1.2,.4L-1.2,-.4L-.4,-.4Z",
    "M-.6,0A.6,.6,0,1,1,.6,0A.6,.6,0,1,1,-.6,0Z",
)
"""The outline of each series, within a circle of radius 1; the first is filled, the second open."""
CIRCLE = "circle"
"""What Vega calls the outline of the first two, and draws in fewer words."""
CROSS = "M-1,-1L1,1M-1,1L1,-1"
UPWARD = "M0,-1.6L0,-3.6M-.8,-2.7L0,-3.6L.8,-2.7"
DOWNWARD = "M0,1.6L0,3.6M-.8,2.7L0,3.6L.8,2.7"


@dataclass(frozen=True, slots=True)
class Frame:
    """One of the sizes in which a chart is drawn, in units of its own."""

    name: str
    width: int
    """Of the whole drawing; what is left of it between the sides is for the values."""
    left: int
    right: int
    top: int
    height: int
    """From the lowest to the highest value."""
    radius: float
    """Of a mark."""
    apart: int
    """How far labels of time have to be from each other."""
    letters: int
    """The size of a letter."""

    @property
    def inner(self) -> int:
        """The width of the part for values."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Plot:
    """The axes of one drawing."""

    frame: Frame
    times: TimeAxis
    values: ValueAxis

    def days(self, units: float) -> float:
        """How many days a width is."""
        return units * (self.times.end - self.times.start) / self.frame.inner

    def units(self, days: float) -> float:
        """How wide some days are."""
        return days * self.frame.inner / (self.times.end - self.times.start)

    def x(self, field: str) -> Layer:
        """The encoding of a field in days."""
        return _encode(field, self.times.start, self.times.end)

    def y(self, field: str) -> Layer:
        """The encoding of a field of values."""
        return _encode(field, float(self.values.ticks[0]), float(self.values.ticks[-1]))


def _encode(field: str, low: float, high: float) -> Layer:
    scale = {"domain": [low, high], "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def number(value: Decimal) -> float:
    """A value as Vega takes it."""
    return float(value)


def make_layer(name: str, values: Sequence[Datum], mark: Layer, encoding: Layer) -> Layer:
    """A layer of one kind of mark."""
    return {"name": name, "data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def draw_across(name: str, values: Sequence[Datum], plot: Plot) -> Layer:
    """Lines from side to side at `y`."""
    return make_layer(name, values, {"type": "rule", "aria": False}, {"y": plot.y("y")})


def draw_flat(name: str, values: Sequence[Datum], plot: Plot) -> Layer:
    """Lines from `x` to `x2` at `y`."""
    encoding = {"x": plot.x("x"), "x2": {"field": "x2"}, "y": plot.y("y")}
    return make_layer(name, values, {"type": "rule", "aria": False}, encoding)


def draw_upright(name: str, values: Sequence[Datum], plot: Plot) -> Layer:
    """Lines from `y` to `y2` at `x`."""
    encoding = {"x": plot.x("x"), "y": plot.y("y"), "y2": {"field": "y2"}}
    return make_layer(name, values, {"type": "rule", "aria": False}, encoding)


def draw_stubs(name: str, values: Sequence[Datum], top: float, end: float, plot: Plot) -> Layer:
    """Lines at `x` between two heights in units of the drawing."""
    encoding = {"x": plot.x("x"), "y": {"value": top}, "y2": {"value": end}}
    return make_layer(name, values, {"type": "rule", "aria": False}, encoding)


def draw_dashes(name: str, values: Sequence[Datum], top: float, plot: Plot) -> Layer:
    """Lines from `x` to `x2` at a height in units of the drawing."""
    encoding = {"x": plot.x("x"), "x2": {"field": "x2"}, "y": {"value": top}}
    return make_layer(name, values, {"type": "rule", "aria": False}, encoding)


def draw_areas(name: str, values: Sequence[Datum], plot: Plot) -> Layer:
    """Rectangles from `x` to `x2` and from `y` to `y2`."""
    encoding = {
        "x": plot.x("x"),
        "x2": {"field": "x2"},
        "y": plot.y("y"),
        "y2": {"field": "y2"},
    }
    return make_layer(name, values, {"type": "rect", "aria": False}, encoding)


def draw_line(name: str, values: Sequence[Datum], plot: Plot) -> Layer:
    """A line through the points in the order given."""
    mark = {"type": "line", "aria": False}
    return make_layer(name, values, mark, {"x": plot.x("x"), "y": plot.y("y")})


def draw_shapes(name: str, values: Sequence[Datum], shape: str, radius: float, plot: Plot) -> Layer:
    """The shape at each `x` and `y`; where there is an `href`, a link that says its `words`."""
    is_linked = any("href" in datum for datum in values)
    mark = {"type": "point", "shape": shape, "size": 4 * radius * radius, "aria": is_linked}
    encoding: Layer = {"x": plot.x("x"), "y": plot.y("y")}
    if is_linked:
        encoding |= {"href": {"field": "href"}, "description": {"field": "words"}}
    return make_layer(name, values, mark, encoding)


def draw_words(
    name: str, values: Sequence[Datum], encoding: Layer, plot: Plot, *, down: float = 0
) -> Layer:
    """Words at places that the encoding gives; the style sheet says on which side of them."""
    mark = {"type": "text", "baseline": "alphabetic", "aria": False, "fontSize": plot.frame.letters}
    return make_layer(name, values, {**mark, "dy": down}, {**encoding, "text": {"field": "words"}})
