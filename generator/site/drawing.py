"""A Vega-Lite specification becomes the part of an SVG that may stand on a page.

Vega draws; what it wrote is then read as XML and written anew from the few elements that the
sanitiser knows: no colours, no letters, no ids, nothing that only Vega's own script needs. Each
layer becomes one group, whose classes come from the layer's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, fromstring

from generator.pages.escape import escape_html

VERSION = 1
"""To be raised with every change here that changes a drawing: drawings on disk are known by it."""

_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_BASE = "https://vega.github.io/vega-datasets/"
"""What vl-convert puts in front of an address within the site."""
_LAYER = re.compile(r"\b(\w+)_marks\b")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
_CIRCLE = re.compile(r"M([\d.]+),0A[^MLCZ]*")
"""As Vega writes one; the number is its radius."""
_DIGITS = 1
_WHOLE = 100_000
"""From here on `g` would write an exponent."""


def draw(spec: Mapping[str, object]) -> str:
    """The groups of a drawing, without the `svg` element around them.

    Raises:
        ValueError: Vega can't read the specification.
    """
    import vl_convert  # noqa: PLC0415 - it loads a whole JavaScript engine

    return simplify(vl_convert.vegalite_to_svg(dict(spec)))


def simplify(svg: str) -> str:
    """The same of what Vega wrote."""
    root = fromstring(svg)  # noqa: S314 - it comes from Vega and holds no entities of anybody's
    outer = root.find(f"{_SVG}g")
    if outer is None:
        return ""
    x, y = _read_transform(outer)
    groups: dict[str, list[str]] = {}
    for group in outer.iter(f"{_SVG}g"):
        layer = _LAYER.search(group.get("class", ""))
        if layer:
            groups.setdefault(layer[1], []).extend(_write_children(group))
    inner = "".join(
        f'<g class="{_name_classes(layer)}">{"".join(parts)}</g>' for layer, parts in groups.items()
    )
    return f'<g transform="translate({_write(x)},{_write(y)})">{inner}</g>'


def _name_classes(layer: str) -> str:
    """`bw-c-s1 bw-c-off` for `s1_off`; a number behind the sign only tells layers apart."""
    names = [name for name in layer.split("_") if not name.isdecimal()]
    return " ".join(f"bw-c-{name}" for name in names)


def _write_children(group: Element) -> Iterator[str]:
    for child in group:
        if child.tag == f"{_SVG}a":
            words = next((one.get("aria-label", "") for one in child), "")
            address = child.get(_LINK, "").removeprefix(_BASE)
            shapes = "".join(_write_shape(one) for one in child)
            title = f"<title>{escape_html(words)}</title>"
            yield f'<a href="{escape_html(address)}">{title}{shapes}</a>'
        else:
            yield _write_shape(child)


def _write_shape(element: Element) -> str:
    x, y = _read_transform(element)
    tag = element.tag.removeprefix(_SVG)
    if tag == "line":
        end = x + float(element.get("x2", 0)), y + float(element.get("y2", 0))
        return (
            f'<line x1="{_write(x)}" y1="{_write(y)}" x2="{_write(end[0])}" y2="{_write(end[1])}"/>'
        )
    if tag == "text":
        return f'<text x="{_write(x)}" y="{_write(y)}">{escape_html(element.text or "")}</text>'
    if tag == "path" and (radius := _CIRCLE.fullmatch(element.get("d", ""))):
        return f'<circle cx="{_write(x)}" cy="{_write(y)}" r="{_write(float(radius[1]))}"/>'
    path = _NUMBER.sub(lambda match: _write(float(match[0])), element.get("d", ""))
    if tag != "path" or not path:
        return ""
    moved = f' transform="translate({_write(x)},{_write(y)})"' if x or y else ""
    return f'<path{moved} d="{path}"/>'


def _read_transform(element: Element) -> tuple[float, float]:
    numbers = _NUMBER.findall(element.get("transform", ""))
    return (float(numbers[0]), float(numbers[1])) if len(numbers) > 1 else (0, 0)


def _write(number: float) -> str:
    """At most one decimal, and no nought with a sign."""
    return f"{round(number, _DIGITS) + 0:g}" if abs(number) < _WHOLE else f"{number:.0f}"
