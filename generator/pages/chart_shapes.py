"""The shapes of marks, by which series are told from each other, and other signs on a chart."""

from __future__ import annotations

import re

from generator.pages.markup import Markup
from generator.pages.svg import write_circle, write_number, write_outline

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
CROSS = "M-1,-1L1,1M-1,1L1,-1"
UPWARD = "M0,-1.6L0,-3.6M-.8,-2.7L0,-3.6L.8,-2.7"
DOWNWARD = "M0,1.6L0,3.6M-.8,2.7L0,3.6L.8,2.7"

_CIRCLES = {SHAPES[0]: 1, SHAPES[7]: 0.6}
"""The outlines that are circles, and their radius."""
_NUMBER = re.compile(r"-?\d*\.?\d+")


def draw_shape(shape: str, x: float, y: float, radius: float) -> Markup:
    """A shape at a point, within a circle of that radius."""
    if shape in _CIRCLES:
        return write_circle(x, y, _CIRCLES[shape] * radius)
    scaled = _NUMBER.sub(lambda match: write_number(float(match[0]) * radius), shape)
    return write_outline(x, y, scaled)
