"""How pages have their charts drawn: by whoever is handed in, because drawing is no pure text.

`site` hands in a function that draws with Vega and remembers; without one a chart has its words and
its data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Draw = Callable[[Mapping[str, object]], str]
"""From a Vega-Lite specification to the elements inside an `svg`, which may stand on a page."""


def draw_nothing(_spec: Mapping[str, object]) -> str:
    """Leaves every drawing empty."""
    return ""
