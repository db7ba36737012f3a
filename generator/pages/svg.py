"""The elements of SVG that charts consist of: lines, shapes, words and links, in groups.

They have a place and nothing else: how a group looks is for the style sheet to say, by its classes.
Every number has one decimal at most, and every text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.pages.escape import escape_html
from generator.pages.markup import Markup

_FAR = 100_000
"""No drawing is so large, and six digits are all that is written of a number."""

Point = tuple[float, float]


def write_number(number: float) -> str:
    """A number with at most one decimal, and no nought with a sign.

    Raises:
        ValueError: It is none, has no end, or lies far outside of every drawing.
    """
    if not abs(number) < _FAR:  # as it is of what is not a number
        raise ValueError(f"{number} is no place in a drawing")
    return f"{round(number, 1) + 0:g}"


def write_line(x: float, y: float, end_x: float, end_y: float) -> Markup:
    """A line between two points."""
    start = f'x1="{write_number(x)}" y1="{write_number(y)}"'
    return Markup(f'<line {start} x2="{write_number(end_x)}" y2="{write_number(end_y)}"/>')


def write_lines(points: Sequence[Point]) -> Markup:
    """A line through all points, in their order."""
    return Markup(f'<path d="M{"L".join(_write_point(*point) for point in points)}"/>')


def write_area(x: float, y: float, end_x: float, end_y: float) -> Markup:
    """A rectangle between two corners, whichever they are."""
    corner = _write_point(min(x, end_x), min(y, end_y))
    width, height = abs(end_x - x), abs(end_y - y)
    sides = f"h{write_number(width)}v{write_number(height)}h{write_number(-width)}"
    return Markup(f'<path d="M{corner}{sides}Z"/>')


def write_circle(x: float, y: float, radius: float) -> Markup:
    """A circle round a point."""
    return Markup(
        f'<circle cx="{write_number(x)}" cy="{write_number(y)}" r="{write_number(radius)}"/>'
    )


def write_outline(x: float, y: float, outline: str) -> Markup:
    """A path that was drawn round the origin, moved to a point."""
    return Markup(f'<path transform="{_move(x, y)}" d="{outline}"/>')


def write_words(x: float, y: float, words: str) -> Markup:
    """Words at a point; the style sheet says on which side of it."""
    return Markup(f'<text x="{write_number(x)}" y="{write_number(y)}">{escape_html(words)}</text>')


def write_link(address: str, words: str, shape: Markup) -> Markup:
    """A shape that leads somewhere, with words for those who point at it and those who listen."""
    title = f"<title>{escape_html(words)}</title>"
    return Markup(f'<a href="{escape_html(address)}">{title}{shape}</a>')


def write_group(classes: str, parts: Iterable[Markup]) -> Markup:
    """Elements that look alike, as `s1 off`, of which each becomes a class; nothing of nothing."""
    inner = "".join(parts)
    names = " ".join(f"bw-c-{name}" for name in classes.split())
    return Markup(f'<g class="{names}">{inner}</g>' if inner else "")


def write_moved(x: float, y: float, groups: Iterable[Markup]) -> Markup:
    """Groups whose origin lies at a point."""
    return Markup(f'<g transform="{_move(x, y)}">{"".join(groups)}</g>')


def _move(x: float, y: float) -> str:
    return f"translate({_write_point(x, y)})"


def _write_point(x: float, y: float) -> str:
    return f"{write_number(x)},{write_number(y)}"
