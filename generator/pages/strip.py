"""A comparison's values on one axis: how far they lie apart, before the table says who gave them.

It repeats what the table below it says, so those who hear the page are spared it. The axis is
chosen as a chart's is; labels that would run into each other become one, from the lowest value to
the highest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.pages.chart_scale import ValueAxis, choose_values
from generator.pages.markup import Markup, escape
from generator.pages.wording import format_range

_SIDE = 12
_LABEL_ROW = 20


class Look(StrEnum):
    """How a value is drawn, by the class that the style sheet knows."""

    FOUND = "bw-c-s0"
    COMPUTED = "bw-c-s1"
    OFF = "bw-c-s1 bw-c-off"
    CORRUPT = "bw-c-corrupt"


@dataclass(frozen=True, slots=True)
class StripValue:
    """One value, in the unit of the axis; both ends are equal unless a range is stated."""

    low: Decimal
    high: Decimal
    label: str
    """The value as the table has it."""
    look: Look


@dataclass(frozen=True, slots=True)
class _Size:
    name: str
    width: int
    letter: float
    """The width that a letter is given."""
    radius: float


_SIZES = (_Size("wide", 960, 8.2, 5.2), _Size("narrow", 336, 7.4, 4.4))


@dataclass(frozen=True, slots=True)
class _Label:
    """What is written above one value, or above several that lie too near each other."""

    low: Decimal
    high: Decimal
    text: str


def draw_strip(values: Sequence[StripValue]) -> Markup:
    """The drawing in both sizes, or none; what was garbled does not stretch the axis."""
    sound = [value for value in values if value.look is not Look.CORRUPT]
    if len({(value.low, value.high) for value in sound}) <= 1:  # one point is no strip
        return Markup("")
    axis = choose_values((end for one in sound for end in (one.low, one.high)), from_zero=False)
    within = [one for one in values if axis.ticks[0] <= one.low <= one.high <= axis.ticks[-1]]
    drawn = (_draw(within, axis, size) for size in _SIZES)
    return Markup(f'<div class="bw-strip">{"".join(drawn)}</div>')


def _draw(values: Sequence[StripValue], axis: ValueAxis, size: _Size) -> str:
    def place(value: Decimal) -> float:
        share = (value - axis.ticks[0]) / (axis.ticks[-1] - axis.ticks[0])
        return _SIDE + (size.width - 2 * _SIDE) * float(share)

    off = [value for value in values if value.look is Look.OFF]
    others = [value for value in values if value.look not in (Look.OFF, Look.CORRUPT)]
    rows = [(off, " bw-signal"), (others, "")] if off else [(others, "")]
    line = _LABEL_ROW * len(rows) + 12
    parts = [_draw_axis(axis, size, line, place(axis.ticks[0]), place(axis.ticks[-1]))]
    for number, (row, style) in enumerate(rows, start=1):
        for label in _join_near(row, axis, size):
            middle = (place(label.low) + place(label.high)) / 2
            at = _keep_inside(middle, len(label.text) * size.letter, size.width)
            parts.append(_word(at, _LABEL_ROW * number - 5, label.text, style))
    parts += [_mark(one, place(one.low), place(one.high), line, size.radius) for one in values]
    return (
        f'<svg class="bw-drawing bw-drawing--{size.name}" viewBox="0 0 {size.width} {line + 26}" '
        f'aria-hidden="true" focusable="false">{"".join(parts)}</svg>'
    )


def _draw_axis(axis: ValueAxis, size: _Size, line: int, start: float, end: float) -> str:
    each = (end - start) / (len(axis.ticks) - 1)
    widest = max(len(axis.label(tick)) for tick in axis.ticks) * size.letter + 12
    step = next(step for step in range(1, len(axis.ticks) + 1) if each * step >= widest)
    parts = [f'<line x1="{start:g}" y1="{line}" x2="{end:g}" y2="{line}"/>']
    words = []
    for number, tick in enumerate(axis.ticks):
        at = f"{start + each * number:.1f}"
        parts.append(f'<line x1="{at}" y1="{line}" x2="{at}" y2="{line + 5}"/>')
        if number % step == 0:
            words.append(f'<text x="{at}" y="{line + 21}">{escape(axis.label(tick))}</text>')
    return f'<g class="bw-c-axis">{"".join(parts)}</g>{"".join(words)}'


def _join_near(values: Iterable[StripValue], axis: ValueAxis, size: _Size) -> list[_Label]:
    """A label for each value; those that would overlap are one, and equal ones say it once."""
    a_unit = (size.width - 2 * _SIDE) / float(axis.ticks[-1] - axis.ticks[0])
    joined: list[_Label] = []
    for value in sorted(values, key=lambda one: (one.low, one.high)):
        label = _Label(value.low, value.high, value.label)
        while joined and _overlap(joined[-1], label, a_unit, size.letter):
            label = _join(joined.pop(), label)
        joined.append(label)
    return joined


def _overlap(left: _Label, right: _Label, a_unit: float, letter: float) -> bool:
    middles = (float(one.low + one.high) / 2 * a_unit for one in (left, right))
    needed = (len(left.text) + len(right.text)) / 2 * letter + letter
    return -next(middles) + next(middles) < needed


def _join(left: _Label, right: _Label) -> _Label:
    if (left.low, left.high, left.text) == (right.low, right.high, right.text):
        return left
    low, high = min(left.low, right.low), max(left.high, right.high)
    return _Label(low, high, format_range(low, high))


def _keep_inside(middle: float, width: float, whole: int) -> float:
    return min(max(middle, width / 2), whole - width / 2)


def _word(x: float, y: int, text: str, style: str) -> str:
    shown = f'class="{style.strip()}" ' if style else ""
    return f'<text {shown}x="{x:.1f}" y="{y}">{escape(text)}</text>'


def _mark(value: StripValue, low: float, high: float, line: int, radius: float) -> str:
    outline = _cross if value.look is Look.CORRUPT else _ring
    marks = "".join(f'<path d="{outline(at, line, radius)}"/>' for at in dict.fromkeys((low, high)))
    span = f'<line x1="{low:.1f}" y1="{line}" x2="{high:.1f}" y2="{line}"/>' if high > low else ""
    return f'<g class="bw-c-span">{span}</g><g class="{value.look}">{marks}</g>'


def _ring(x: float, y: int, radius: float) -> str:
    arc = f"a{radius:g},{radius:g},0,1,1"
    return f"M{x - radius:.1f},{y}{arc},{2 * radius:g},0{arc},{-2 * radius:g},0z"


def _cross(x: float, y: int, radius: float) -> str:
    left, right, top, foot = x - radius, x + radius, y - radius, y + radius
    return f"M{left:.1f},{top:g}L{right:.1f},{foot:g}M{left:.1f},{foot:g}L{right:.1f},{top:g}"
